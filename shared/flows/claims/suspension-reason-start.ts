import { type PensionKind, type SuspensionType, suspensionTypeSchema } from "../../domain/benefits.ts";
import { conclude, type Reason } from "../../domain/decision.ts";
import { item } from "../../domain/record-items.ts";
import { addMonths, monthOf } from "../../law/calendar.ts";
import { defineFlow } from "../define.ts";
import { insuredOnly } from "../filers.ts";
import { opening } from "../opening.ts";
import { factInOrder, ofWard, otherSchemeSeen, refuse, when } from "./checks.ts";
import { paidKind, pensionRecorded, rightOf, seqDetail, seqOf } from "./rights.ts";

/** Reasons that are filed; those by income and for a missing certificate 日本年金機構 finds itself. */
const reasons = ["other-pension", "workers-compensation", "moved-abroad", "detained", "below-grade"] as const;

/** Pensions that each reason stops (法20条・36条・36条の2・41条・49条4項). */
const stops: Readonly<Record<(typeof reasons)[number], readonly PensionKind[]>> = {
  "other-pension": ["old-age", "disability", "disability-before-20", "survivor", "widow"],
  "workers-compensation": ["disability", "disability-before-20", "survivor", "widow"],
  "moved-abroad": ["disability-before-20", "old-age-welfare"],
  detained: ["disability-before-20", "old-age-welfare"],
  "below-grade": ["disability", "disability-before-20"],
};

const fits = (kind: PensionKind, type: SuspensionType): readonly Reason[] => {
  const stopped: readonly PensionKind[] = stops[type as (typeof reasons)[number]];
  return when(
    !stopped.includes(kind),
    refuse(
      "reason-not-of-kind",
      "この年金の支給停止の事由ではありません",
      "/details/suspensionType",
      "国民年金法36条・36条の2",
    ),
  );
};

/** C07-1. 事実発生日 is the day the reason arose; payment stops with the month after (法18条2項). */
export const suspensionReasonStart = defineFlow({
  form: "C07-1",
  family: "disability-revision",
  title: "支給停止事由該当届",
  basis: ["国民年金法20条・36条・36条の2", "国民年金法施行規則34条の4(要確認)"],
  filers: insuredOnly,
  deadlineDays: 14,
  details: {
    kind: paidKind,
    ...seqDetail,
    suspensionType: item("beneficiary.suspensionType", suspensionTypeSchema.extract(reasons)),
  },
  atCounter: otherSchemeSeen,
  documents: () => [],
  retention: "benefit-filing",
  report: "recipient-notice",
  decide: (input) => {
    const { eventOn, details, atCounter } = input.filing;
    const { kind, seq, suspensionType } = details;
    const found = rightOf(input, [kind], seq);
    return conclude(
      [...factInOrder(input), ...ofWard(atCounter), ...found.reasons, ...fits(kind, suspensionType)],
      () => [
        ...opening(input),
        pensionRecorded(
          "suspension-reported",
          eventOn,
          { seq: seqOf(input, found, "pension"), kind },
          { suspensionType, suspensionMonth: addMonths(monthOf(eventOn), 1) },
        ),
      ],
    );
  },
});
