import { type IncomeRecord, incomeRecord } from "./income-record.ts";
import { referenceOf, type ToldIncome } from "./income-reference.ts";
import { columnsOf, type IncomeOwner, type IncomeRow, tellsOf } from "./income-row.ts";

/** What a row says of one person; what it leaves out is not known, and counts are then of no moment. */
const personIn = (row: IncomeRow, owner: IncomeOwner) => {
  const columns = columnsOf(owner);
  return {
    income: row[columns.income] ?? null,
    incomeAfterDeductions: row[columns.after] ?? null,
    circumstance: row[columns.circumstance] ?? "none",
    elderlyDependants: row[columns.elderly] ?? 0,
    specificDependants: row[columns.specific] ?? 0,
  } as const;
};

const toldBy = (row: IncomeRow): ToldIncome => ({
  exists: row.exists,
  insured: { ...personIn(row, "insured"), dependants: row.insuredDependants ?? 0 },
  spouse: tellsOf(row, "spouse") ? { ...personIn(row, "spouse"), dependants: row.spouseDependants ?? 0 } : null,
  head: tellsOf(row, "head")
    ? {
        ...personIn(row, "head"),
        ...(row.headDependants === undefined ? {} : { dependants: row.headDependants }),
      }
    : null,
  continuationReview: row.continuationReview,
  unidentifiedReason: row.unidentifiedReason ?? null,
});

/** The record that a row makes, with 参考情報 worked out here: it is never taken from outside. */
export const recordOfRow = (row: IncomeRow): IncomeRecord => {
  const told = toldBy(row);
  return incomeRecord.parse({ ...told, reference: referenceOf(told, row.incomeYear) });
};
