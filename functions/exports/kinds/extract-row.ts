import type { CsvColumn } from "../../../shared/documents/csv.ts";
import { holds } from "../../../shared/domain/extract-conditions.ts";
import { type ExtractItemId, extractItem } from "../../../shared/domain/extract-items.ts";
import type { Person } from "../../../shared/domain/ledger.ts";
import { recordItems } from "../../../shared/domain/record-items.ts";
import { maskedAddress } from "../../../shared/protection/mask-person.ts";
import type { OutputOf } from "../work.ts";

export type ExtractRow = Readonly<Record<string, string | null>>;
type Spec = OutputOf<"extract">["spec"];

/** Columns under the names that 別添1 gives them. */
export const extractColumns = ({ columns }: Pick<Spec, "columns">): CsvColumn<ExtractRow>[] =>
  columns.map((id) => [id, recordItems[id].ja]);

/** An item as the file shows it: codes in words, and whereabouts hidden of whoever is under 支援措置, whatever was approved. */
const shown = (id: ExtractItemId, person: Person, spec: Spec): string | null => {
  const item = extractItem(id);
  const value = item.of(person, spec.asOf);
  if (value === null) return null;
  if (item.whereabouts && person.addressProtected) return maskedAddress;
  return item.form === "code" ? (item.words[value] ?? value) : value;
};

/** The row of a person; undefined for whoever does not meet the conditions or is on file no more. */
export const extractRow = (person: Person, spec: Spec): ExtractRow | undefined =>
  person.facts !== null && spec.conditions.every((condition) => holds(condition, person, spec.asOf))
    ? Object.fromEntries(spec.columns.map((id) => [id, shown(id, person, spec)]))
    : undefined;
