import type * as z from "zod";
import type { Instant } from "../law/calendar.ts";
import type { FilingId } from "./ids.ts";
import { itemsOf } from "./items-of.ts";
import { foldLedger } from "./ledger.ts";
import type { LedgerEntry } from "./ledger-events.ts";
import { type ProvisionList, provided, provisionLists } from "./provisions.ts";
import type { RecordItemId } from "./record-items.ts";

/** 手続 that correct what was recorded wrongly (個人情報保護法90条〜94条); others tell of what changed since. */
export const correctionFlows: readonly string[] = ["ex-officio-correction", "birth-or-sex-correction"];

/** One correction in a ledger, with what was on file just before it and just after. */
interface Correction {
  readonly recordedAt: Instant;
  readonly before: readonly LedgerEntry[];
  readonly after: readonly LedgerEntry[];
}

/** The correction that came of a 届出; undefined where it recorded none, or what it recorded counts no longer. */
export const correctionOf = (entries: readonly LedgerEntry[], filingId: FilingId): Correction | undefined => {
  const counting = foldLedger(entries).entriesByFiling[filingId] ?? [];
  const at = entries.findIndex(
    ({ id, source }) => source.kind === "filing" && source.filingId === filingId && counting.includes(id),
  );
  const entry = entries[at];
  return entry && { recordedAt: entry.recordedAt, before: entries.slice(0, at), after: entries.slice(0, at + 1) };
};

type Told = Readonly<Record<string, unknown>>;
const toldOf = (list: ProvisionList, entries: readonly LedgerEntry[]): Told => ({
  ...provided(list, foldLedger(entries)),
});

/**
 * The items of `list` that a correction changed, as the receiver is told them: none where it is told the same as before.
 * Whoever came on a list or left it by the correction changed in every item that was told or is told now.
 */
export const itemsChanged = (list: ProvisionList, { before, after }: Correction): readonly RecordItemId[] => {
  const [was, is] = [toldOf(list, before), toldOf(list, after)];
  const fields: Readonly<Record<string, z.ZodType>> = provisionLists[list].schema.shape;
  const changed = Object.entries(fields).filter(([field]) => (was[field] ?? null) !== (is[field] ?? null));
  return [...new Set(changed.flatMap(([, schema]) => itemsOf(schema)))];
};
