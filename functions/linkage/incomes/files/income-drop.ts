import { incomeColumns, incomeQuarantine, incomeStates } from "../../../../shared/contracts/incomes.ts";
import { incomeFields } from "../../../../shared/domain/income-row.ts";
import { keysOf } from "../../../../shared/domain/keys-of.ts";
import { faultsKept } from "../../feed.ts";
import type { Drop } from "../../files/drop.ts";
import { readCsv, wholeNumber } from "../../files/read-csv.ts";
import { type IncomeRowRead, readIncome, withContradictions } from "../read-rows.ts";
import { takeIncomeRows } from "../take-incomes.ts";

const flags: Readonly<Record<string, boolean>> = { true: true, false: false };

const readers = {
  text: (cell: string) => cell,
  whole: wholeNumber,
  flag: (cell: string) => flags[cell] ?? cell,
} as const;

const rowOf = (cells: ReadonlyMap<string, string>): IncomeRowRead =>
  readIncome(
    Object.fromEntries(
      incomeColumns.flatMap((name) => {
        const cell = cells.get(name);
        return cell === undefined ? [] : [[name, readers[incomeFields[name].value](cell)] as const];
      }),
    ),
  );

/** Files of 所得情報. */
export const incomeDrop: Drop<IncomeRowRead> = {
  name: "income-files",
  folder: "incomes",
  table: "incomes",
  purpose: "tax-information",
  logs: { done: "income-file-done", refused: "income-file-refused" },
  outcomes: keysOf(incomeStates),
  reasons: incomeQuarantine,
  read: (bytes) => {
    const read = readCsv(bytes, incomeColumns, rowOf);
    return read.ok ? { ok: true, rows: withContradictions(read.rows) } : read;
  },
  take: (rows, feed, mark, goOn) => {
    const faults = new Map(rows.map(({ at, row }) => [at, row.ok ? [] : faultsKept(row.faults)]));
    return takeIncomeRows(
      rows,
      feed,
      (at) =>
        ({ state, reason, repeated }) =>
          mark(at, { outcome: state, reason, repeated, changeName: null, faults: faults.get(at) ?? [] }),
      goOn,
    );
  },
};
