import * as z from "zod";
import { pensionKindSchema } from "../../domain/benefits.ts";
import { conclude, type Reason } from "../../domain/decision.ts";
import { administrative, item } from "../../domain/record-items.ts";
import { plainDateSchema } from "../../domain/values.ts";
import { addMonths, monthOf, type PlainDate } from "../../law/calendar.ts";
import { childUntil } from "../../law/claim-limits.ts";
import { type Case, defineFlow } from "../define.ts";
import { andTell } from "../exemption-rules.ts";
import { insuredOnly } from "../filers.ts";
import { opening } from "../opening.ts";
import { factInOrder, incomplete, notice, ofWard, otherSchemeSeen, refuse, when } from "./checks.ts";
import { pensionRecorded, rightOf, seqDetail, seqOf } from "./rights.ts";

const article = "国民年金法33条の2・39条";

type Change = Case<
  { readonly change: "addition-started" | "addition-ended" },
  { readonly childBornOn?: PlainDate | undefined; readonly childDisabled?: boolean | undefined }
>;

/** Which child it is about is looked at and not kept: 別添1 has no item for a child. */
const ofChild = ({ filing }: Change): readonly Reason[] => {
  const { details, atCounter: seen, eventOn } = filing;
  if (details.change === "addition-ended") return [];
  if (seen?.childBornOn === undefined)
    return [incomplete("child-birth-unknown", "子の生年月日を入力してください", "/atCounter/childBornOn", article)];
  const until = childUntil(seen.childBornOn, seen.childDisabled === true);
  return when(
    eventOn > until,
    refuse(
      "child-grown",
      `加算の対象となる子は、18歳に達する日以後の最初の3月31日まで(障害のある子は20歳に達する日の前日まで)です。この子は${until}までです`,
      "/atCounter/childBornOn",
      article,
    ),
  );
};

/** C07-3. A child begins or ceases to be one for whom 加算 is paid; the amount changes with the month after. */
export const additionChange = defineFlow({
  form: "C07-3",
  family: "disability-revision",
  title: "加算額対象者の増加・減少届",
  basis: [article, "国民年金法施行規則33条の3・33条の6(要確認)"],
  filers: insuredOnly,
  deadlineDays: 14,
  details: {
    kind: item(
      "beneficiary.benefitType",
      pensionKindSchema.extract(["disability", "disability-before-20", "survivor"]),
    ),
    ...seqDetail,
    change: administrative(
      z.enum(["addition-started", "addition-ended"], "用意された区分から選んでください"),
      "届の内容: 加算の対象となる子の増加か減少か",
    ),
  },
  atCounter: {
    ...otherSchemeSeen,
    childBornOn: plainDateSchema.optional(),
    childDisabled: z.boolean().optional(),
  },
  documents: ({ change }, { atCounter }) =>
    change === "addition-started"
      ? ["family-register", ...(atCounter?.childDisabled === true ? (["child-disability-certificate"] as const) : [])]
      : [],
  retention: "benefit-filing",
  report: "recipient-notice",
  decide: (input) => {
    const { eventOn, details, atCounter } = input.filing;
    const { kind, seq, change } = details;
    const found = rightOf(input, [kind], seq);
    const reasons = [...factInOrder(input), ...ofWard(atCounter), ...found.reasons, ...ofChild(input)];
    return conclude(
      andTell(reasons, () => [
        notice("amount-from-next-month", `${addMonths(monthOf(eventOn), 1)}分から年金額が変わります(参考)`, article),
      ]),
      () => [...opening(input), pensionRecorded(change, eventOn, { seq: seqOf(input, found, "pension"), kind })],
    );
  },
});
