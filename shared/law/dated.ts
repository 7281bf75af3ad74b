import type { PlainMonth } from "./calendar.ts";

/** A value of the law from a month on, with the article or notice that sets it. */
export interface DatedRow<Value> {
  readonly from: PlainMonth;
  readonly value: Value;
  readonly article: string;
}

/**
 * Rows in order of `from`, each in force until the next begins. `knownUntil` is the last month for which the last row
 * may be used: amounts fixed a year at a time have no value beyond it, and none may be assumed.
 */
export interface DatedTable<Value> {
  readonly rows: readonly DatedRow<Value>[];
  readonly knownUntil?: PlainMonth;
}

/** The row in force for `month`, or undefined when the table does not reach it. */
export const rowAt = <Value>(table: DatedTable<Value>, month: PlainMonth): DatedRow<Value> | undefined =>
  table.knownUntil !== undefined && month > table.knownUntil
    ? undefined
    : table.rows.findLast((row) => row.from <= month);

/**
 * The row in force for `month`, or where the table does not reach so far its last one, `fixed` being false: for an estimate,
 * which says so. @throws RangeError before the first row.
 */
export const lastRowAt = <Value>(
  { rows, knownUntil }: DatedTable<Value>,
  month: PlainMonth,
): { readonly row: DatedRow<Value>; readonly fixed: boolean } => ({
  row: requiredRowAt({ rows }, month),
  fixed: knownUntil === undefined || month <= knownUntil,
});

/** @throws RangeError when no row is in force: a caller asked for a month the law of this system does not cover. */
export const requiredRowAt = <Value>(table: DatedTable<Value>, month: PlainMonth): DatedRow<Value> => {
  const row = rowAt(table, month);
  if (row === undefined) throw new RangeError(`no value of the law is in force for ${month}`);
  return row;
};
