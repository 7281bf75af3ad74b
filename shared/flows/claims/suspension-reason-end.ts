import { conclude, type Reason } from "../../domain/decision.ts";
import { addMonths, monthOf } from "../../law/calendar.ts";
import { defineFlow } from "../define.ts";
import { insuredOnly } from "../filers.ts";
import { opening } from "../opening.ts";
import { factInOrder, notice, ofWard, otherSchemeSeen } from "./checks.ts";
import { type FoundRight, paidKind, pensionRecorded, rightOf, seqDetail, seqOf } from "./rights.ts";

const stopped = ({ right }: FoundRight): boolean => (right?.facts.suspensionType ?? "none") !== "none";

const belowGrade = ({ right }: FoundRight): boolean => right?.facts.suspensionType === "below-grade";

const toldOf = (found: FoundRight): readonly Reason[] => [
  ...(found.right !== null && !stopped(found)
    ? [notice("not-suspended", "受給者の記録では支給停止になっていません。年金機構の通知で確かめてください")]
    : []),
  ...(belowGrade(found)
    ? [
        notice(
          "certificate-for-resumption",
          "障害等級に該当するようになったことを診断書で確かめます",
          "国民年金法36条2項",
        ),
      ]
    : []),
];

/** C07-2. 事実発生日 is the day the reason ended; payment resumes with the month after (法18条2項). */
export const suspensionReasonEnd = defineFlow({
  form: "C07-2",
  family: "disability-revision",
  title: "支給停止事由消滅届",
  basis: ["国民年金法18条2項・36条", "国民年金法施行規則35条(要確認)"],
  filers: insuredOnly,
  deadlineDays: null,
  details: {
    kind: paidKind,
    ...seqDetail,
  },
  atCounter: otherSchemeSeen,
  documents: () => [],
  retention: "benefit-filing",
  report: "recipient-notice",
  decide: (input) => {
    const { eventOn, details, atCounter } = input.filing;
    const { kind, seq } = details;
    const found = rightOf(input, [kind], seq);
    return conclude([...factInOrder(input), ...ofWard(atCounter), ...found.reasons, ...toldOf(found)], () => [
      ...opening(input),
      pensionRecorded(
        "suspension-reported",
        eventOn,
        { seq: seqOf(input, found, "pension"), kind },
        { suspensionType: "none", suspensionMonth: addMonths(monthOf(eventOn), 1) },
      ),
    ]);
  },
});
