import { type ReportItem, type ReportRecord, reportItemNames } from "../../shared/documents/report.ts";
import type { LedgerEntry, LedgerEvent } from "../../shared/domain/ledger-events.ts";
import { flows } from "../../shared/flows/catalogue.ts";
import type { Filing, FilingBody } from "../../shared/stores/filings.ts";

type Turn = Extract<LedgerEvent, { kind: "acquired" | "category-changed" | "lost" }>;

const dayOfTurn = { acquired: "acquiredOn", "category-changed": "changedOn", lost: "lostOn" } as const satisfies Record<
  Turn["kind"],
  ReportItem
>;

/** What the ledger took from the filing: its days are the law's, not the form's. */
const turnValues = (events: readonly LedgerEvent[]): Partial<Record<ReportItem, string>> =>
  Object.assign(
    {},
    ...events.map((event) => {
      if (event.kind !== "acquired" && event.kind !== "category-changed" && event.kind !== "lost") return {};
      return {
        [dayOfTurn[event.kind]]: event.on,
        cause: event.cause,
        ...(event.kind === "lost" ? {} : { category: event.category }),
      };
    }),
  );

/** Half-width letters of a name in their full-width form: the same letters, in the only form the report's name fields know. */
const fullWidth = (text: string) =>
  text
    .replace(/[!-~]/g, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0))
    .replaceAll(" ", "\u3000");

const names: readonly ReportItem[] = ["name", "spouseName"];

/** Only text, and only what a report has a place for. */
const reportable = (facts: Readonly<Record<string, unknown>>): Partial<Record<ReportItem, string>> =>
  Object.fromEntries(
    reportItemNames.flatMap((name) => {
      const value = facts[name];
      return typeof value === "string" ? [[name, names.includes(name) ? fullWidth(value) : value]] : [];
    }),
  );

/** A 届出 as 日本年金機構 is told of it: what was filed, and what the ledger made of it. */
export const reportRecord = (
  filing: Filing,
  { content }: FilingBody,
  entries: readonly LedgerEntry[],
): ReportRecord => {
  const flow = flows[filing.flow];
  if (flow.report === null) throw new Error("a filing that is not reported is in a run");
  const own = entries.filter(({ source }) => source.kind === "filing" && source.filingId === filing.filingId);
  return {
    filingId: filing.filingId,
    kind: flow.report,
    form: flow.form,
    values: {
      ...reportable(content.person),
      ...reportable(content.details),
      ...turnValues(own.flatMap((entry) => entry.events)),
      filingId: filing.filingId,
      eventOn: filing.eventOn,
      ...(filing.acceptedOn === null ? {} : { acceptedOn: filing.acceptedOn }),
    },
  };
};
