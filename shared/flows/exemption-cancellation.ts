import { conclude, type Reason } from "../domain/decision.ts";
import type { LedgerEvent } from "../domain/ledger-events.ts";
import { item } from "../domain/record-items.ts";
import { plainMonthSchema } from "../domain/values.ts";
import { addMonths } from "../law/calendar.ts";
import { cancellableFrom } from "../law/exemption-cancellation.ts";
import { defineFlow } from "./define.ts";
import { andTell, applicationInOrder, isApplied, premiumsDueFrom } from "./exemption-rules.ts";
import { insuredOnly } from "./filers.ts";

const none: Reason = {
  weight: "refuse",
  code: "no-exemption-to-cancel",
  message:
    "取消しの月以後に、申請による免除・納付猶予の記録がありません(法定免除・学生納付特例は取消しの対象ではありません)",
  pointer: "/details/from",
  article: "国民年金法90条3項",
};

/**
 * B11. What was granted on application ends from the month asked for, at the earliest the month before the 申請 (法90条3項;
 * confidence medium). A cancelled exemption is not continued: the wish for 継続審査 ends with it (a reading of this system).
 */
export const exemptionCancellation = defineFlow({
  form: "B11",
  family: "exemption",
  title: "国民年金保険料免除・納付猶予取消申請書",
  basis: ["国民年金法90条3項", "国民年金法90条の2第4項(要確認)", "平成26年改正法附則14条(要確認)"],
  filers: insuredOnly,
  deadlineDays: null,
  details: {
    /** 取消月: the first month to be paid. */
    from: item("insured.exemptionStartDate", plainMonthSchema),
  },
  atCounter: {},
  documents: () => [],
  retention: "exemption-filing",
  report: "exemption-application",
  decide: (input) => {
    const { filing, person } = input;
    const { from } = filing.details;
    const earliest = cancellableFrom(filing.filedOn);
    const reached = person.reliefs.exemptions.filter(
      (span) => isApplied(span) && (span.until === null || span.until >= from),
    );
    const tooEarly: Reason = {
      weight: "refuse",
      code: "cancellation-too-early",
      message: `取り消せるのは申請の月の前月(${earliest})以後の月です`,
      pointer: "/details/from",
      article: "国民年金法90条3項",
    };
    return conclude(
      andTell(
        [...applicationInOrder(input), ...(from < earliest ? [tooEarly] : []), ...(reached.length === 0 ? [none] : [])],
        () => [premiumsDueFrom(from)],
      ),
      (): LedgerEvent[] => [
        ...[...new Set(reached.map(({ type }) => type))].map(
          (type): LedgerEvent => ({
            kind: "exemption-ended",
            type,
            lastMonth: addMonths(from, -1),
            cause: "cancelled",
          }),
        ),
        ...(person.reliefs.continuation === true
          ? [{ kind: "continuation-wished", on: filing.filedOn, wished: false } as const]
          : []),
      ],
    );
  },
});
