import type { ResultRecord } from "../../../shared/documents/result-record.ts";
import type { Occasion } from "../../../shared/domain/filing.ts";
import type { ImportId } from "../../../shared/domain/ids.ts";
import type { LedgerEvent } from "../../../shared/domain/ledger-events.ts";
import type { BlindIndex } from "../../../shared/protection/blind-index.ts";
import type { Write } from "../../../shared/stores/database.ts";
import type { Filing } from "../../../shared/stores/filings.ts";
import type { Mismatch } from "../../../shared/stores/imports.ts";
import { type LoadedPerson, recordWrites } from "../../../shared/stores/people.ts";
import { awardedEvents } from "./award-events.ts";
import { amended, granted } from "./granted-events.ts";

interface Settlement {
  readonly importId: ImportId;
  readonly record: ResultRecord;
  readonly filing: Filing;
  readonly loaded: LoadedPerson;
  readonly index: BlindIndex;
  readonly occasion: Occasion;
}

/** A 基礎年金番号 that came with the result, for someone who had none. */
const numbered = ({ record, loaded: { person } }: Settlement): LedgerEvent[] =>
  person.facts &&
  person.facts.basicPensionNumber === undefined &&
  record.result !== "rejected" &&
  record.result !== "returned"
    ? [{ kind: "facts-changed", on: record.processedOn, facts: { basicPensionNumber: record.basicPensionNumber } }]
    : [];

/** Who was registered by a filing that no longer counts stays on file while another filing of theirs does: its result must find them. */
const stillFiled = ({ filingId }: Filing, { person }: LoadedPerson): LedgerEvent[] =>
  person.facts && Object.keys(person.entriesByFiling).some((other) => other !== filingId)
    ? [{ kind: "registered", facts: person.facts }]
    : [];

/** What 日本年金機構's result does to the ledger: the ward's reading becomes 確定, gives way to what was granted or to the corrected day, or no longer counts. */
const eventsOf = ({ record, filing, loaded }: Settlement): readonly LedgerEvent[] | Mismatch => {
  const entries = [...(loaded.person.entriesByFiling[filing.filingId] ?? [])];
  const { result, amendedOn, grants, childBornOn, award } = record;
  if (result === "rejected" || result === "returned")
    return [{ kind: "voided", entries, why: result }, ...stillFiled(filing, loaded)];
  const recorded = loaded.entries.filter(({ id }) => entries.includes(id)).flatMap(({ events }) => events);
  if (award !== undefined) return awardedEvents(record, award, recorded, entries);
  const corrected = result === "amended" && amendedOn !== undefined ? { amendedOn } : {};
  if (grants !== undefined) {
    const instead = granted(recorded, { grants, ...corrected, ...(childBornOn === undefined ? {} : { childBornOn }) });
    const why = result === "amended" ? "amended" : "decided";
    return instead === null ? [{ kind: "confirmed", entries }] : [{ kind: "voided", entries, why }, ...instead];
  }
  if (corrected.amendedOn === undefined) return [{ kind: "confirmed", entries }];
  const instead = amended(recorded, corrected.amendedOn);
  return instead === null ? "unfit-amendment" : [{ kind: "voided", entries, why: "amended" }, ...instead];
};

export const ledgerWrites = (settlement: Settlement): readonly Write[] | Mismatch => {
  const { importId, filing, loaded, index, occasion } = settlement;
  const source = { kind: "result", filingId: filing.filingId, importId } as const;
  const events = eventsOf(settlement);
  return typeof events === "string"
    ? events
    : recordWrites(loaded, index, occasion, source, [...events, ...numbered(settlement)]).writes;
};
