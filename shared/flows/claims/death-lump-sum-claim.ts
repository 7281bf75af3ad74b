import * as z from "zod";
import { conclude, type Reason } from "../../domain/decision.ts";
import { pensionFacts } from "../../domain/recipient-facts.ts";
import { lumpSumUntil } from "../../law/claim-limits.ts";
import { deathLumpSum, lumpSumMonths } from "../../law/death-benefits.ts";
import { type Case, defineFlow } from "../define.ts";
import { andTell } from "../exemption-rules.ts";
import { insuredOnly } from "../filers.ts";
import { factInOrder, incomplete, notice, refuse, when } from "./checks.ts";
import { notChosenBefore, notClaimedForDeath, pensionClaimed } from "./rights.ts";
import { claimantReasons, lumpSumClaimantSeen } from "./survivors.ts";

const article = "国民年金法52条の2・52条の3";
const count = z.int("月数を整数で入力してください").min(0).max(700);

/** What the counter sees of the deceased. 別添1 has no item for them. */
const atCounter = {
  ...lumpSumClaimantSeen,
  /** The deceased's months of 第1号, by how they were paid. */
  months: z
    .strictObject({ paid: count, quarter: count, half: count, threeQuarters: count, additional: count })
    .optional(),
  deceasedReceived: z.boolean().optional(),
  /** Somebody has 遺族基礎年金 by this death. */
  survivorPension: z.boolean().optional(),
};
type Seen = z.infer<z.ZodObject<typeof atCounter>>;
type Claim = Case<unknown, Seen>;

const ofDeceased = ({ months, deceasedReceived, survivorPension }: Seen): readonly Reason[] => [
  ...when(
    months === undefined,
    incomplete(
      "lump-sum-facts-unknown",
      "亡くなった人の納付の月数を年金記録で確かめて入力してください",
      "/atCounter/months",
      article,
    ),
  ),
  ...when(
    months !== undefined && deathLumpSum(months) === 0,
    refuse(
      "lump-sum-months-short",
      `亡くなった人の第1号の納付月数(一部免除は割合による)が${months === undefined ? 0 : lumpSumMonths(months)}月で、36月に足りません`,
      "/atCounter/months",
      "国民年金法52条の2第1項",
    ),
  ),
  ...(deceasedReceived === undefined
    ? [
        incomplete(
          "lump-sum-facts-unknown",
          "亡くなった人が老齢基礎年金・障害基礎年金の支給を受けたことがあるかを入力してください",
          "/atCounter/deceasedReceived",
          article,
        ),
      ]
    : when(
        deceasedReceived,
        refuse(
          "deceased-received",
          "亡くなった人が老齢基礎年金または障害基礎年金の支給を受けたことがあるため、死亡一時金は支給されません",
          "/atCounter/deceasedReceived",
          "国民年金法52条の2第1項ただし書",
        ),
      )),
  ...(survivorPension === undefined
    ? [
        incomplete(
          "lump-sum-facts-unknown",
          "この死亡により遺族基礎年金を受けられる人がいるかを入力してください",
          "/atCounter/survivorPension",
          article,
        ),
      ]
    : when(
        survivorPension,
        refuse(
          "survivor-pension-first",
          "この死亡により遺族基礎年金を受けられる人がいるため、死亡一時金は支給されません",
          "/atCounter/survivorPension",
          "国民年金法52条の2第2項・3項",
        ),
      )),
];

const inTime = ({ filing: { eventOn, filedOn } }: Claim): readonly Reason[] => {
  const until = lumpSumUntil(eventOn);
  return when(
    filedOn > until,
    refuse(
      "claim-lapsed",
      `死亡一時金の請求は死亡の日の翌日から2年(${until}まで)です。時効により請求できません`,
      "/filedOn",
      "国民年金法102条4項",
    ),
  );
};

/** C10. 事実発生日 is the day of the death. */
export const deathLumpSumClaim = defineFlow({
  form: "C10",
  family: "benefit-claim",
  title: "死亡一時金裁定請求書",
  basis: ["国民年金法16条・52条の2・52条の3", "国民年金法施行規則61条(要確認)"],
  filers: insuredOnly,
  deadlineDays: null,
  details: { bank: pensionFacts.shape.bank.unwrap() },
  atCounter,
  documents: () => ["family-register", "livelihood-statement", "bank-account-proof"],
  retention: "benefit-filing",
  report: "benefit-claim",
  decide: (input) => {
    const { eventOn, details, atCounter: seen = {} } = input.filing;
    const reasons = [
      ...factInOrder(input),
      ...inTime(input),
      ...claimantReasons(seen, article),
      ...ofDeceased(seen),
      ...notClaimedForDeath(input),
      ...notChosenBefore(input, "widow"),
    ];
    return conclude(
      andTell(reasons, () => [
        ...(seen.months === undefined
          ? []
          : [
              notice(
                "lump-sum-estimate",
                `死亡一時金は${deathLumpSum(seen.months).toLocaleString("ja-JP")}円の見込みです(参考)`,
                "国民年金法52条の4",
              ),
            ]),
      ]),
      () => pensionClaimed(input, "death-lump-sum", eventOn, { bank: details.bank, entitledOn: eventOn }),
    );
  },
});
