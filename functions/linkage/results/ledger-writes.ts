import type { ResultRecord } from "../../../shared/documents/results.ts";
import type { Occasion } from "../../../shared/domain/filing.ts";
import type { ImportId } from "../../../shared/domain/ids.ts";
import type { LedgerEvent } from "../../../shared/domain/ledger-events.ts";
import { monthOf, type PlainDate } from "../../../shared/law/calendar.ts";
import type { BlindIndex } from "../../../shared/protection/blind-index.ts";
import type { Write } from "../../../shared/stores/database.ts";
import type { Filing } from "../../../shared/stores/filings.ts";
import { type LoadedPerson, recordWrites } from "../../../shared/stores/people.ts";

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

/** 訂正後の年月日 in an event's own terms; a turn that was cancelled stays cancelled. */
const redated = (event: LedgerEvent, on: PlainDate): LedgerEvent => {
  if ("month" in event) return { ...event, month: monthOf(on) };
  return "on" in event && event.on !== null ? { ...event, on } : event;
};

/** Who was registered by a filing that no longer counts stays on file while another filing of theirs does: its result must find them. */
const stillFiled = ({ filingId }: Filing, { person }: LoadedPerson): LedgerEvent[] =>
  person.facts && Object.keys(person.entriesByFiling).some((other) => other !== filingId)
    ? [{ kind: "registered", facts: person.facts }]
    : [];

/** What 日本年金機構's result does to the ledger: the ward's reading becomes 確定, gives way to the corrected day, or no longer counts. */
const eventsOf = ({ record, filing, loaded }: Settlement): LedgerEvent[] => {
  const entries = [...(loaded.person.entriesByFiling[filing.filingId] ?? [])];
  if (record.result === "approved") return [{ kind: "confirmed", entries }];
  const why = record.result;
  const { amendedOn } = record;
  const instead =
    why === "amended" && amendedOn !== undefined
      ? loaded.entries
          .filter((entry) => entries.includes(entry.id))
          .flatMap((entry) => entry.events)
          .filter((event) => event.kind !== "voided" && event.kind !== "confirmed")
          .map((event) => redated(event, amendedOn))
      : stillFiled(filing, loaded);
  return [{ kind: "voided", entries, why }, ...instead];
};

export const ledgerWrites = (settlement: Settlement): readonly Write[] => {
  const { importId, filing, loaded, index, occasion } = settlement;
  const source = { kind: "result", filingId: filing.filingId, importId } as const;
  return recordWrites(loaded, index, occasion, source, [...eventsOf(settlement), ...numbered(settlement)]).writes;
};
