import { stringify } from "csv-stringify/sync";
import type { LedgerEvent } from "../../shared/domain/ledger-events.ts";
import { type TakeoverFile, takeoverFiles, takeoverLayout } from "../../shared/domain/takeover-mapping.ts";
import { sha256 } from "../../shared/stores/files.ts";
import { takeoverEvents } from "../../tools/ward/load-ward.ts";
import type { SyntheticPerson } from "../../tools/ward/person.ts";

export type Rows = Record<TakeoverFile, Record<string, string>[]>;

const sexes: Readonly<Record<string, string>> = { male: "1", female: "2" };

const factsRow = (event: Extract<LedgerEvent, { kind: "registered" }>): Record<string, string> => ({
  ...(event.facts as Record<string, string>),
  sex: sexes[event.facts.sex] ?? "",
});

/** Rows that the previous package would write of a life; a change of category ends a period without a cause. */
const periodRows = (atenaNumber: string, events: readonly LedgerEvent[]): Record<string, string>[] => {
  const turns = events.flatMap((event) =>
    event.kind === "acquired" || event.kind === "category-changed" || event.kind === "lost" ? [event] : [],
  );
  return turns.flatMap((turn, at) => {
    if (turn.kind === "lost") return [];
    const next = turns[at + 1];
    const start = { atenaNumber, category: turn.category, from: turn.on as string, fromCause: turn.cause as string };
    if (next?.kind === "lost") return [{ ...start, until: next.on, untilCause: next.cause }];
    return [next ? { ...start, until: next.on } : start];
  });
};

/** 所得情報 and an exemption of every third person, so that each file has rows. */
export const rowsOf = (people: readonly SyntheticPerson[]): Rows => {
  const rows: Rows = { people: [], periods: [], reliefs: [], incomes: [] };
  for (const [at, person] of people.entries()) {
    const { atenaNumber } = person;
    const events = takeoverEvents(person);
    for (const event of events) if (event.kind === "registered") rows.people.push(factsRow(event));
    rows.periods.push(...periodRows(atenaNumber, events));
    if (at % 3 !== 0) continue;
    rows.reliefs.push({
      atenaNumber,
      record: "exemption",
      from: "2024-07",
      until: "2025-06",
      exemptionType: "full",
      exemptionReason: "income",
    });
    rows.incomes.push({
      atenaNumber,
      incomeYear: "2024",
      exists: "present",
      insuredIncome: String(100_000 + at),
      insuredIncomeAfterDeductions: "100000",
      insuredCircumstance: "none",
      insuredDependants: "0",
      insuredElderlyDependants: "0",
      insuredSpecificDependants: "0",
      continuationReview: "false",
    });
  }
  return rows;
};

export const bytesOf = (
  file: TakeoverFile,
  rows: readonly Record<string, string>[],
  encode: (text: string) => Uint8Array = Buffer.from,
): Uint8Array => {
  const columns: Readonly<Record<string, { readonly column: string }>> = takeoverLayout.files[file];
  const header = Object.entries(columns).map(([key, { column }]) => ({ key, header: column }));
  return encode(stringify([...rows], { header: true, columns: header }));
};

/** Told apart from the code under test: counted from the rows as they are written. */
const totalsTold = ({ people, periods, reliefs, incomes }: Rows): Record<string, number> => {
  const totals: Record<string, number> = {};
  const add = (name: string, count: number) => {
    totals[name] = (totals[name] ?? 0) + count;
  };
  for (const _ of people) add("people", 1);
  for (const { category, untilCause } of periods) {
    add(`periods.${category}`, 1);
    if (untilCause) add("losses", 1);
  }
  for (const { exemptionType } of reliefs) add(`exempted-months.${exemptionType}`, 12);
  for (const { incomeYear, insuredIncome } of incomes) {
    add(`incomes.${incomeYear}`, 1);
    add(`income.${incomeYear}`, Number(insuredIncome));
  }
  return totals;
};

/** The files of a set by name, with a manifest that is true of `told` (the rows themselves, unless said otherwise). */
export const extractOf = (
  rows: Rows,
  told: Rows = rows,
  encode?: (text: string) => Uint8Array,
): Map<string, Uint8Array> => {
  const files = new Map(takeoverFiles.map((file) => [file, bytesOf(file, rows[file], encode)] as const));
  const manifest = {
    layout: "standin-1",
    documentNumber: "8国年第12号",
    files: Object.fromEntries(
      [...files].map(([file, bytes]) => [file, { sha256: sha256(bytes), rows: rows[file].length }]),
    ),
    totals: totalsTold(told),
  };
  return new Map([
    ...[...files].map(([file, bytes]) => [`${file}.csv`, bytes] as const),
    ["manifest.json", Buffer.from(JSON.stringify(manifest))] as const,
  ]);
};
