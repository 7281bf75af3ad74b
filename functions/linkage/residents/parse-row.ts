import { type ResidentChange, residentChange } from "../../../shared/domain/resident-change-row.ts";
import { faultsOf } from "../../../shared/http/faults.ts";
import type { UnreadableRow } from "../feed.ts";

/** A row as it came, and what it says: or where it cannot be read. */
export type ParsedRow = { readonly ok: true; readonly change: ResidentChange } | UnreadableRow;

/** `value` is a row of the file or of the request. Unknown items are refused, not dropped. */
export const parseRow = (value: unknown): ParsedRow => {
  const parsed = residentChange.safeParse(value);
  return parsed.success
    ? { ok: true, change: parsed.data }
    : { ok: false, text: JSON.stringify(value), faults: faultsOf(parsed.error) };
};
