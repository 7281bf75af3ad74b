import type { Decision } from "../../../shared/domain/decision.ts";
import type { OfficerId } from "../../../shared/domain/ids.ts";
import type { IncomeRecord } from "../../../shared/domain/income-record.ts";
import { foldLedger } from "../../../shared/domain/ledger.ts";
import { type EventOf, type LedgerEvent, ledgerEntry } from "../../../shared/domain/ledger-events.ts";
import { recordedMonths } from "../../../shared/domain/months.ts";
import type { ExemptionReason, ExemptionType } from "../../../shared/domain/reliefs.ts";
import { type FlowId, flows } from "../../../shared/flows/catalogue.ts";
import { plainDate, plainMonth } from "../../../shared/law/calendar.ts";
import { maternityPeriod } from "../../../shared/law/maternity-exemption.ts";
import type { Category } from "../../../shared/law/qualification.ts";
import { acquisitionOf, applicant } from "../../support/people.ts";

/** Somebody born on a day that puts the days of these tests well within 20 and 60. */
export const somebody = {
  ...applicant(),
  name: "国年　太郎",
  nameKana: "コクネン　タロウ",
  birthDate: plainDate("1990-05-10"),
};

export const registeredAs = (facts: object) => ({ kind: "registered", facts }) as LedgerEvent;
export const registered = registeredAs(somebody);

export const acquiredOn = (on: string, category: Category = "1"): LedgerEvent => ({
  kind: "acquired",
  on: plainDate(on),
  category,
  cause: category === "2" ? "joined-employees-pension" : "moved-into-japan",
});

export const changedOn = (on: string, category: Category = "1"): LedgerEvent =>
  ({ ...acquiredOn(on, category), kind: "category-changed" }) as LedgerEvent;

export const lostOn = (on: string): LedgerEvent => ({ kind: "lost", on: plainDate(on), cause: "moved-abroad" });

export const enrolled: readonly LedgerEvent[] = [registered, acquiredOn("2015-04-01")];

/** 付加保険料 from `month`. */
export const startedIn = (month: string, type: "applied" | "farmer" = "applied"): LedgerEvent => ({
  kind: "additional-premium-started",
  month: plainMonth(month),
  type,
});

/** Months of one 免除種別, for the 免除理由 it is mostly granted for. */
export const exempted = (
  type: ExemptionType,
  from: string,
  until: string | null,
  reason: ExemptionReason = type === "statutory" ? "disability-pension" : "income",
): LedgerEvent => ({
  kind: "exempted",
  type,
  from: plainMonth(from),
  until: until === null ? null : plainMonth(until),
  reason,
});

/** 産前産後免除 of a birth (due) on `on`. */
export const maternityOn = (on: string, type: "single" | "multiple" = "single"): LedgerEvent => {
  const period = maternityPeriod(plainDate(on), type === "multiple");
  if (!period) throw new Error("no month of 産前産後免除");
  return { kind: "maternity-exempted", on: plainDate(on), type, ...period };
};

/** 育児期間免除 of a child born on `childBornOn`. */
export const childcareOf = (
  childBornOn: string,
  from: string,
  until: string,
  over: Partial<EventOf<"childcare-exempted">> = {},
): LedgerEvent => ({
  kind: "childcare-exempted",
  childBornOn: plainDate(childBornOn),
  parent: "father",
  from: plainMonth(from),
  until: plainMonth(until),
  ...over,
});

/** 納付申出 for months of 法定免除. */
export const chosen = (from: string, until: string | null): LedgerEvent => ({
  kind: "payment-chosen",
  on: plainDate("2025-01-06"),
  from: plainMonth(from),
  until: until === null ? null : plainMonth(until),
});

/** 継続審査の申出, or its 取下げ. */
export const wished = (wish: boolean): LedgerEvent => ({
  kind: "continuation-wished",
  on: plainDate("2025-07-10"),
  wished: wish,
});

/** What the ledger says of each month from `from` to `until`: the relief that counts, null where the premium is due. */
export const reliefsBetween = (events: readonly LedgerEvent[], from: string, until: string) =>
  Object.fromEntries(
    recordedMonths(fold(events), plainMonth(from), plainMonth(until)).map(({ month, relief }) => [
      month,
      relief?.relief ?? null,
    ]),
  );

/** The ledger after the flow's decision, which has to be 受理. */
export const afterwards = (events: readonly LedgerEvent[], decision: Decision): readonly LedgerEvent[] => {
  if (decision.outcome !== "accept") throw new Error(`not accepted: ${reasonsOf(decision).join(", ")}`);
  return [...events, ...decision.events];
};

/** A form with nothing but the common header: of a fact on 16 November, filed on the 20th. */
export const form = (over: object = {}) => acquisitionOf(somebody, { documents: [], details: {}, ...over });

/** A 申出 made on 20 November. */
export const application = (over: object = {}) => form({ eventOn: "2026-11-20", ...over });

/** The same somebody, had they been born on `birthDate`. */
export const born = (birthDate: string) => ({ person: { ...somebody, birthDate: plainDate(birthDate) } });

/** The person of whom the ledger says `events`, one entry each. */
export const fold = (events: readonly LedgerEvent[]) =>
  foldLedger(
    events.map((event, at) =>
      ledgerEntry.parse({
        id: String(at + 1).padStart(6, "0"),
        recordedAt: "2020-01-06T00:00:00.000Z",
        recordedBy: "takeover" as OfficerId,
        source: { kind: "takeover" },
        events: [event],
      }),
    ),
  );

/** What the flow makes of `body` for someone of whom the ledger says `events`, and the tax office `income`. */
export const decide = (
  flow: FlowId,
  body: object,
  events: readonly LedgerEvent[] = [],
  today = "2026-11-23",
  income: IncomeRecord | null = null,
) => flows[flow].decide(flows[flow].request.parse(body), fold(events), plainDate(today), income);

/** Reasons as `weight code pointer`. */
export const reasonsOf = (decision: Decision): string[] =>
  decision.reasons.map(({ weight, code, pointer }) => [weight, code, pointer].filter(Boolean).join(" "));
