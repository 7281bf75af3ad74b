import type { Occasion } from "../../shared/domain/filing.ts";
import type { LedgerEntry, LedgerEvent } from "../../shared/domain/ledger-events.ts";
import type { BlindIndex } from "../../shared/protection/blind-index.ts";
import type { Write } from "../../shared/stores/database.ts";
import type { Filing } from "../../shared/stores/filings.ts";
import { type LoadedPerson, recordWrites } from "../../shared/stores/people.ts";

interface Voiding {
  readonly filing: Filing;
  readonly loaded: LoadedPerson;
  readonly index: BlindIndex;
  readonly occasion: Occasion;
  readonly why: Extract<LedgerEvent, { kind: "voided" }>["why"];
  readonly source?: LedgerEntry["source"];
  /** What takes their place (訂正). */
  readonly instead?: readonly LedgerEvent[];
}

/** Entries of a filing stop counting; nothing is removed. No write where none counts. */
export const voidFiling = ({
  filing,
  loaded,
  index,
  occasion,
  why,
  source,
  instead = [],
}: Voiding): { readonly writes: readonly Write[] } => {
  const entries = loaded.person.entriesByFiling[filing.filingId] ?? [];
  if (entries.length === 0) return { writes: [] };
  return recordWrites(loaded, index, occasion, source ?? { kind: "filing", filingId: filing.filingId }, [
    { kind: "voided", entries: [...entries], why },
    ...instead,
  ]);
};
