import type { AtenaNumber } from "../../../shared/domain/ids.ts";
import { isSameRecord } from "../../../shared/domain/income-correction.ts";
import { recordOfRow } from "../../../shared/domain/income-told.ts";
import { keysOf } from "../../../shared/domain/keys-of.ts";
import { type TakeoverFile, takeoverFiles, takeoverLayout } from "../../../shared/domain/takeover-mapping.ts";
import {
  addTotals,
  type Difference,
  differences,
  type TakeoverReason,
  type TakeoverRow,
  type Totals,
  takeoverPerson,
  takeoverReasons,
  totalsOfEvents,
  totalsOfIncome,
} from "../../../shared/domain/takeover-record.ts";
import { incomeVersions } from "../../../shared/stores/incomes.ts";
import { ledgerOf, loadedPerson, personRows } from "../../../shared/stores/people.ts";
import type { TakeoverMark } from "../../../shared/stores/takeovers.ts";
import type { Feed } from "../feed.ts";
import { sideBySide } from "../side-by-side.ts";
import type { ReadSet } from "./read-set.ts";
import { placeOf } from "./take-people.ts";

/** A row that was not taken in: where, why, and the headings at fault; never what stood there. */
export interface Reject {
  readonly file: TakeoverFile;
  readonly line: number;
  readonly reason: TakeoverReason;
  readonly detail: string;
  readonly columns: readonly string[];
}

interface FileAccount {
  readonly read: number;
  readonly taken: number;
  readonly repeated: number;
  readonly rejected: number;
}

export interface TakeoverReport {
  readonly fingerprint: string;
  readonly reconciled: boolean;
  readonly files: Readonly<Record<TakeoverFile, FileAccount>>;
  readonly rejectedBy: Readonly<Record<string, number>>;
  readonly rejects: readonly Reject[];
  /** What the manifest tells and what was read, and what the manifest tells and what is on file. */
  readonly differences: { readonly read: readonly Difference[]; readonly onFile: readonly Difference[] };
}

const headings = (file: TakeoverFile, fields: readonly string[]): string[] => {
  const columns: Readonly<Record<string, { readonly column: string }>> = takeoverLayout.files[file];
  // A name of an event's own (`on`, `month`) has no heading: then the row alone is named.
  return fields.flatMap((field) => columns[field]?.column ?? []);
};

const rejectOf = (row: TakeoverRow, reason: TakeoverReason): Reject => ({
  file: row.file,
  line: row.line,
  reason,
  detail: takeoverReasons[reason],
  columns: row.content.ok ? [] : headings(row.file, row.content.fields),
});

/** What is rejected of a person by the rows alone, or because of what is on file. */
export const rejectsOf = (rows: readonly TakeoverRow[], mark?: TakeoverMark): Reject[] => {
  const decided = takeoverPerson(rows);
  if (!decided.ok) return decided.rejects.map(({ row, reason }) => rejectOf(row, reason));
  return mark?.outcome === "rejected" ? rows.map((row) => rejectOf(row, "already-on-file")) : [];
};

/** What is now on file of a person, opened again: the entry of the takeover and the 所得情報 that came with it. */
const totalsOnFile = async (rows: readonly TakeoverRow[], { index, ports }: Feed): Promise<Totals> => {
  const person = index.person(rows[0]?.atenaNumber as AtenaNumber);
  const loaded = await loadedPerson(person, await ports.database.getAll(personRows(person)), ports.keyring);
  const entries = await ledgerOf(ports.database, loaded);
  let totals = totalsOfEvents(entries.find(({ source }) => source.kind === "takeover")?.events ?? []);
  for (const { content } of rows) {
    if (!content.ok || content.income === null) continue;
    const told = recordOfRow(content.income);
    const year = content.income.incomeYear;
    const versions = await incomeVersions(ports.database, person, year, loaded.key);
    const kept = versions.find(({ record }) => isSameRecord(record, told));
    if (kept) totals = addTotals(totals, totalsOfIncome(year, kept.record.insured.income));
  }
  return totals;
};

const accountOf = (set: ReadSet, marks: ReadonlyMap<string, TakeoverMark>) => {
  const accounts = Object.fromEntries(
    takeoverFiles.map((file) => [file, { read: 0, taken: 0, repeated: 0, rejected: 0 }]),
  ) as Record<TakeoverFile, { -readonly [K in keyof FileAccount]: number }>;
  for (const rows of set.people) {
    const outcome = marks.get(placeOf(rows))?.outcome;
    for (const { file } of rows) {
      accounts[file].read += 1;
      if (outcome !== undefined) accounts[file][outcome] += 1;
    }
  }
  return accounts;
};

/** Accounts for every row of a set that is through, and opens everybody taken in to add up what is on file. */
export const reconcile = async (
  set: ReadSet,
  marks: ReadonlyMap<string, TakeoverMark>,
  feed: Feed,
): Promise<TakeoverReport> => {
  const rejects = set.people.flatMap((rows) => rejectsOf(rows, marks.get(placeOf(rows))));
  let onFile: Totals = {};
  await sideBySide(
    set.people.filter((rows) => marks.get(placeOf(rows))?.outcome !== "rejected").map((rows) => [rows]),
    async (rows) => {
      const found = await totalsOnFile(rows, feed);
      onFile = addTotals(onFile, found);
    },
    () => true,
  );
  const told = set.manifest.totals;
  const found = { read: differences(told, set.totals), onFile: differences(told, onFile) };
  const rejectedBy = Object.fromEntries(
    keysOf(takeoverReasons).flatMap((reason) => {
      const count = rejects.filter((each) => each.reason === reason).length;
      return count === 0 ? [] : [[reason, count]];
    }),
  );
  return {
    fingerprint: set.fingerprint,
    reconciled: rejects.length === 0 && found.read.length === 0 && found.onFile.length === 0,
    files: accountOf(set, marks),
    rejectedBy,
    rejects,
    differences: found,
  };
};
