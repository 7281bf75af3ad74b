import type { PlainMonth } from "../law/calendar.ts";
import type { ClosedSpan } from "../law/month-span.ts";
import type { FilingId } from "./ids.ts";
import type { IncomeRecord } from "./income-record.ts";
import { monthsDecided } from "./income-reference.ts";
import type { Person } from "./ledger.ts";
import type { LedgerEntry } from "./ledger-events.ts";
import type { RecordedExemption } from "./recorded-reliefs.ts";

/** What of a record is examined: everything but 継続審査該当表示, and 参考情報, which follows from the rest. */
export const examinedParts = [
  "exists",
  "insured",
  "spouse",
  "head",
  "unidentifiedReason",
] as const satisfies readonly Exclude<keyof IncomeRecord, "continuationReview" | "reference">[];
export type ExaminedPart = (typeof examinedParts)[number];

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** The parts in which two records differ, 参考情報 apart; every part where there was none before. */
export const changedParts = (before: IncomeRecord | null, after: IncomeRecord): readonly ExaminedPart[] =>
  examinedParts.filter((name) => !isSame(before?.[name], after[name]));

/** The same content, 参考情報 with it: nothing to write. Both were parsed by one schema, so their fields are in one order. */
export const isSameRecord = (a: IncomeRecord, b: IncomeRecord): boolean => isSame(a, b);

const cycleOf = ({ type }: RecordedExemption) => (type === "student-deferment" ? "student" : "exemption");

const meet = (span: { readonly from: PlainMonth; readonly until: PlainMonth | null }, decided: ClosedSpan) =>
  span.from <= decided.until && (span.until === null || decided.from <= span.until);

/** 免除・猶予・学特 on record in months that the income of `year` decides. 法定免除 and 産前産後・育児 do not turn on income. */
export const exemptionsDecidedBy = ({ reliefs }: Person, year: number): readonly RecordedExemption[] =>
  reliefs.exemptions.filter((span) => span.type !== "statutory" && meet(span, monthsDecided(cycleOf(span), year)));

/** An application that still counts in the ledger, with the months it asks for. Which cycle it is of, its 届出 tells. */
export interface CountingApplication extends ClosedSpan {
  readonly filingId: FilingId;
}

export const countingApplications = (
  entries: readonly LedgerEntry[],
  { entriesByFiling }: Person,
): readonly CountingApplication[] =>
  entries.flatMap(({ id, source, events }) =>
    "filingId" in source && entriesByFiling[source.filingId]?.includes(id)
      ? events.flatMap((event) =>
          event.kind === "exemption-applied"
            ? [{ filingId: source.filingId, from: event.from, until: event.until }]
            : [],
        )
      : [],
  );

export const isDecidedBy = (application: ClosedSpan, cycle: "exemption" | "student", year: number): boolean =>
  meet(application, monthsDecided(cycle, year));
