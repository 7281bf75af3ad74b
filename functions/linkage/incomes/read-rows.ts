import { type IncomeRow, incomeRow } from "../../../shared/domain/income-row.ts";
import { faultsOf } from "../../../shared/http/faults.ts";
import type { Placed, UnreadableRow } from "../feed.ts";

/** A row that can be read. `contradicts`: one before it in the same file or request says otherwise of the same person and year. */
interface ReadRow {
  readonly ok: true;
  readonly income: IncomeRow;
  readonly contradicts: boolean;
}
export type IncomeRowRead = ReadRow | UnreadableRow;

/** In JSON an item without a value may be left out or null, as in the file it is empty. */
const withoutNulls = (value: unknown): unknown =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).filter(([, each]) => each !== null))
    : value;

/** `value` is a row of the file, the request or the tax system's answer. Unknown items are refused, not dropped. */
export const readIncome = (value: unknown): IncomeRowRead => {
  const parsed = incomeRow.safeParse(withoutNulls(value));
  return parsed.success
    ? { ok: true, income: parsed.data, contradicts: false }
    : { ok: false, text: JSON.stringify(value), faults: faultsOf(parsed.error) };
};

/** Of two rows about one person and year the first counts. Told from the rows alone, so that a file cut off goes on alike. */
export const withContradictions = (rows: readonly Placed<IncomeRowRead>[]): readonly Placed<IncomeRowRead>[] => {
  const first = new Map<string, string>();
  return rows.map(({ at, row }) => {
    if (!row.ok) return { at, row };
    const about = `${row.income.atenaNumber} ${row.income.incomeYear}`;
    const says = JSON.stringify(row.income);
    const said = first.get(about);
    if (said === undefined) first.set(about, says);
    return { at, row: { ...row, contradicts: said !== undefined && said !== says } };
  });
};
