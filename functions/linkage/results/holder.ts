import type { ResultRecord } from "../../../shared/documents/result-record.ts";
import type { FilingId, ImportId } from "../../../shared/domain/ids.ts";
import type { Call } from "../../../shared/http/call.ts";
import type { BlindIndex } from "../../../shared/protection/blind-index.ts";
import { type Filing, filingKey, filingOf } from "../../../shared/stores/filings.ts";
import type { ImportLine, Mismatch } from "../../../shared/stores/imports.ts";
import { findPeople, type LoadedPerson, loadedPerson, personRows } from "../../../shared/stores/people.ts";
import type { ResultPorts } from "./ports.ts";

/** A line of the file and all that its settling may look at. */
export interface Line {
  readonly importId: ImportId;
  readonly record: ResultRecord;
  /** What was said of the line when it did not match. */
  readonly before: ImportLine | undefined;
  readonly index: BlindIndex;
  readonly call: Call;
  readonly ports: ResultPorts;
}

/** Settled, or (false) somebody else was quicker and it is to be tried again, or why it cannot be. */
export type Settled = boolean | Mismatch;

/** The one person who holds the 基礎年金番号 of the line. */
export const holderOf = async ({
  record,
  index,
  ports,
}: Line): Promise<LoadedPerson | "person-not-on-file" | "several-people"> => {
  const people = await findPeople(ports.database, index, "basic-pension-number", record.basicPensionNumber, 20);
  const rows = await ports.database.getAll(people.flatMap((person) => personRows(person)));
  const holders: LoadedPerson[] = [];
  for (const [at, person] of people.entries()) {
    const loaded = await loadedPerson(person, rows.slice(at * 2, at * 2 + 2), ports.keyring);
    if (loaded.person.facts?.basicPensionNumber === record.basicPensionNumber) holders.push(loaded);
  }
  const [loaded, another] = holders;
  if (!loaded) return "person-not-on-file";
  return another ? "several-people" : loaded;
};

/** The person's filings of which anything counts. */
export const filingsOf = async ({ person }: LoadedPerson, { database }: ResultPorts): Promise<Filing[]> => {
  const ids = Object.keys(person.entriesByFiling) as FilingId[];
  const rows = await database.getAll(ids.map((id) => ({ table: "filings", key: filingKey(id) })));
  return rows.flatMap((row) => (row ? [filingOf(row)] : []));
};
