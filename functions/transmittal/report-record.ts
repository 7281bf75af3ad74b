import { type ReportItem, type ReportRecord, reportItemNames } from "../../shared/documents/report.ts";
import { incomeValues } from "../../shared/documents/report-income-items.ts";
import type { Correction } from "../../shared/documents/report-words.ts";
import type { IncomeRecord } from "../../shared/domain/income-record.ts";
import { foldLedger } from "../../shared/domain/ledger.ts";
import type { EventOf, LedgerEntry, LedgerEvent } from "../../shared/domain/ledger-events.ts";
import { flows } from "../../shared/flows/catalogue.ts";
import type { Flow, FlowReport, StoredFiling } from "../../shared/flows/define.ts";
import type { Filing, FilingBody } from "../../shared/stores/filings.ts";
import { benefitValues, isBenefitReport } from "./benefit-values.ts";
import { isReliefReport, reliefValues } from "./relief-values.ts";

type Values = Partial<Record<ReportItem, string>>;

const gained = ({ category, cause, expiresOn, exOfficio }: EventOf<"acquired" | "category-changed">): Values => ({
  category,
  cause,
  ...(expiresOn === undefined ? {} : { expiresOn }),
  ...(exOfficio ? { exOfficio: "ex-officio" } : {}),
});

/** What the ledger took from the filing: its days are the law's, not the form's. Of 変更 and 訂正 the form says all the rest itself. */
const recorded = (event: LedgerEvent): Values => {
  switch (event.kind) {
    case "acquired":
      return { acquiredOn: event.on, ...gained(event) };
    case "category-changed":
      return { changedOn: event.on, ...gained(event) };
    case "lost":
      return { lostOn: event.on, cause: event.cause };
    case "turn-corrected":
      return { correction: (event.on === null ? "cancelled" : "redated") satisfies Correction };
    case "additional-premium-started":
      return { month: event.month, additionalPremiumType: event.type };
    case "additional-premium-ended":
      return { month: event.month, endCause: event.cause };
    case "requested":
      return { requested: event.what };
    default:
      return {};
  }
};

/** Half-width letters of a name in their full-width form: the same letters, in the only form the report's name fields know. */
const fullWidth = (text: string) =>
  text
    .replace(/[!-~]/g, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0))
    .replaceAll(" ", "\u3000");

const names: readonly ReportItem[] = ["name", "spouseName", "newName"];

const written = (values: Values): Values =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      (names as readonly string[]).includes(name) ? fullWidth(value) : value,
    ]),
  );

/** Only text, and only what a report has a place for. */
const reportable = (facts: Readonly<Record<string, unknown>>): Values =>
  Object.fromEntries(
    reportItemNames.flatMap((name) => {
      const value = facts[name];
      return typeof value === "string" ? [[name, value]] : [];
    }),
  );

/** What the report says of its own matter: each family in its own words. */
const ownValues = (
  report: FlowReport,
  content: StoredFiling,
  events: readonly LedgerEvent[],
  entries: readonly LedgerEntry[],
): Values => {
  if (isReliefReport(report)) return reliefValues(report, content.details, events);
  if (isBenefitReport(report)) return benefitValues(content, events, foldLedger(entries).recipients);
  return { ...reportable(content.details), ...Object.assign({}, ...events.map(recorded)) };
};

const incomeOf = (flow: Flow, content: StoredFiling, income: IncomeRecord | null): Values => {
  const year = flow.incomeYear(content);
  return year === null ? {} : incomeValues(year, income);
};

/**
 * A 届出 as 日本年金機構 is told of it: what was filed, what the ledger made of it, and of an application the 所得情報 of the year
 * that decides it (`income`; null where the tax office has told nothing yet).
 */
export const reportRecord = (
  filing: Filing,
  { content }: FilingBody,
  entries: readonly LedgerEntry[],
  income: IncomeRecord | null = null,
): ReportRecord => {
  const flow: Flow = flows[filing.flow];
  if (flow.report === null) throw new Error("a filing that is not reported is in a run");
  // A 届出 that came back after a 補正 was recorded twice: only the last recording counts.
  const own = entries.findLast(({ source }) => source.kind === "filing" && source.filingId === filing.filingId);
  const events = own?.events ?? [];
  return {
    filingId: filing.filingId,
    kind: flow.report,
    form: flow.form,
    values: written({
      ...reportable(content.person),
      ...ownValues(flow.report, content, events, entries),
      ...incomeOf(flow, content, income),
      filingId: filing.filingId,
      eventOn: filing.eventOn,
      ...(filing.acceptedOn === null ? {} : { acceptedOn: filing.acceptedOn }),
    }),
  };
};
