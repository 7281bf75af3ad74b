import { type RetentionClass, type RetentionRow, rowInForce } from "../../shared/domain/retention.ts";
import type { Erasure } from "../../shared/stores/erasures.ts";

/** The row of the schedule in force on the day of an erasure, looked up once for each class. */
export const rowsInForce = ({ asOf }: Pick<Erasure, "asOf">, schedule: readonly RetentionRow[]) => {
  const known = new Map<RetentionClass, RetentionRow>();
  return (name: RetentionClass): RetentionRow => {
    const row = known.get(name) ?? rowInForce(schedule, name, asOf);
    known.set(name, row);
    return row;
  };
};
