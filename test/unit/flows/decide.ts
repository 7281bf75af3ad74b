import type { Decision } from "../../../shared/domain/decision.ts";
import type { OfficerId } from "../../../shared/domain/ids.ts";
import { foldLedger } from "../../../shared/domain/ledger.ts";
import { type LedgerEvent, ledgerEntry } from "../../../shared/domain/ledger-events.ts";
import { type FlowId, flows } from "../../../shared/flows/catalogue.ts";
import { plainDate } from "../../../shared/law/calendar.ts";
import { applicant } from "../../support/people.ts";

/** Somebody born on a day that puts the days of these tests well within 20 and 60. */
export const somebody = {
  ...applicant(),
  name: "国年　太郎",
  nameKana: "コクネン　タロウ",
  birthDate: plainDate("1990-05-10"),
};

export const registered = { kind: "registered", facts: somebody } as LedgerEvent;

export const acquiredOn = (on: string, category: "1" | "2" | "3" | "voluntary" = "1"): LedgerEvent => ({
  kind: "acquired",
  on: plainDate(on),
  category,
  cause: category === "2" ? "joined-employees-pension" : "moved-into-japan",
});

export const lostOn = (on: string): LedgerEvent => ({ kind: "lost", on: plainDate(on), cause: "moved-abroad" });

/** What the flow makes of `body` for someone of whom the ledger says `events`. */
export const decide = (flow: FlowId, body: object, events: readonly LedgerEvent[] = [], today = "2026-11-23") => {
  const entries = events.map((event, at) =>
    ledgerEntry.parse({
      id: String(at + 1).padStart(6, "0"),
      recordedAt: "2020-01-06T00:00:00.000Z",
      recordedBy: "takeover" as OfficerId,
      source: { kind: "takeover" },
      events: [event],
    }),
  );
  return flows[flow].decide(flows[flow].request.parse(body), foldLedger(entries), plainDate(today));
};

/** Reasons as `weight code pointer`. */
export const reasonsOf = (decision: Decision): string[] =>
  decision.reasons.map(({ weight, code, pointer }) => [weight, code, pointer].filter(Boolean).join(" "));
