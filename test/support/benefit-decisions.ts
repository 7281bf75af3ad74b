import { composeBenefitDecisions } from "../../shared/documents/benefit-decisions-composer.ts";
import type { Award, ResultRecord } from "../../shared/documents/result-record.ts";
import { ledgerEvent } from "../../shared/domain/ledger-events.ts";
import { plainDate } from "../../shared/law/calendar.ts";

export type Decision = Parameters<typeof composeBenefitDecisions>[0][number];

/** What 日本年金機構 decides of a right, as typed in a test. */
export const awardOf = (kind: Award["kind"], facts: object): Award => {
  const register = kind === "special-disability" ? "special-disability" : "pension";
  const event = ledgerEvent.parse({
    kind: "recipient-recorded",
    change: "awarded",
    on: "2026-12-04",
    right: { register, seq: 1, kind, facts },
  });
  if (event.kind !== "recipient-recorded") throw new Error("another event");
  const { seq: _, ...award } = event.right;
  return award;
};

export const decision = (over: Partial<ResultRecord> = {}): Decision => ({
  basicPensionNumber: "",
  form: "C02",
  result: "approved",
  processedOn: plainDate("2026-12-04"),
  ...over,
});

export const decisionContext = { wardCode: "13110", runId: "N20261207-0001", createdOn: plainDate("2026-12-07") };

export const decisionsFile = (...decisions: readonly Partial<ResultRecord>[]): Uint8Array =>
  composeBenefitDecisions(decisions.map(decision), decisionContext);
