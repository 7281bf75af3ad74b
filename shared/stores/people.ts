import type { KeyObject } from "node:crypto";
import * as z from "zod";
import { isIncomeLimited } from "../domain/benefits.ts";
import type { Occasion } from "../domain/filing.ts";
import type { EntryId, PersonId } from "../domain/ids.ts";
import { foldLedger, type Person } from "../domain/ledger.ts";
import { type LedgerEntry, type LedgerEvent, ledgerEntry } from "../domain/ledger-events.ts";
import { cycleYear } from "../law/year-cycle.ts";
import type { BlindIndex, IndexKind } from "../protection/blind-index.ts";
import { openJson, sealJson } from "../protection/seal.ts";
import { type Database, type Item, type Key, queryAll, type Write } from "./database.ts";
import { type Keyring, keyCheck, personKeyRow } from "./keyring.ts";

/** The ledger as far as it goes, kept beside it so that one read is enough. A cache: the entries are the record. */
const snapshotContent = z.strictObject({ entries: z.array(ledgerEntry) });
export const sealedRow = z.object({
  pk: z.string(),
  sk: z.string(),
  sealed: z.instanceof(Uint8Array),
  version: z.int(),
});
const indexRow = z.object({ sk: z.string().startsWith("PERSON#") });

export const personPartition = (person: PersonId) => `PERSON#${person}`;
const snapshotKey = (person: PersonId): Key => ({ pk: personPartition(person), sk: "SNAPSHOT" });
const place = ({ pk, sk }: Key) => ({ table: "people", pk, sk, attribute: "sealed" });

/** A person as loaded for one request: what the ledger says, and what is needed to add to it. */
export interface LoadedPerson {
  readonly personId: PersonId;
  readonly person: Person;
  readonly entries: readonly LedgerEntry[];
  /** 0 while nothing was ever recorded. */
  readonly version: number;
  readonly key: KeyObject;
  /** Keeps the key of someone who had none, and holds that of another to its row: whatever is sealed goes in with it. */
  readonly keyWrites: readonly Write[];
}

/** The row that is opened with the key of {@link personRows}, for whoever has read that already. */
export const personSnapshotRow = (person: PersonId) => ({ table: "people", key: snapshotKey(person) }) as const;

/** The rows to read for {@link loadedPerson}, so that a caller can read others in the same round trip. */
export const personRows = (person: PersonId) =>
  [personSnapshotRow(person), { table: "keys", key: personKeyRow(person) }] as const;

export const loadedPerson = async (
  personId: PersonId,
  [snapshot, keyRow]: readonly (Item | undefined)[],
  keyring: Keyring,
): Promise<LoadedPerson> => {
  if (!keyRow) {
    const { key, write } = await keyring.issue(personId);
    return { personId, person: foldLedger([]), entries: [], version: 0, key, keyWrites: [write] };
  }
  return personUnder(personId, snapshot, await keyring.open(keyRow));
};

/** The person whose key is open already. @throws when the snapshot was sealed under another key or for another place. */
export const personUnder = (personId: PersonId, snapshot: Item | undefined, key: KeyObject): LoadedPerson => {
  const keyWrites = [keyCheck(personId)];
  if (!snapshot) return { personId, person: foldLedger([]), entries: [], version: 0, key, keyWrites };
  const row = sealedRow.parse(snapshot);
  const { entries } = snapshotContent.parse(openJson(key, place(row), row.sealed));
  return { personId, person: foldLedger(entries), entries, version: row.version, key, keyWrites };
};

/** Holds the ledger of a person to the version it was loaded in, for the length of a transaction. */
export const personCheck = ({ personId, version }: LoadedPerson): Write => ({
  kind: "check",
  table: "people",
  key: snapshotKey(personId),
  expects: version,
});

/** 免除年度 that the 全額免除 and 納付猶予 of a person touch: the only kinds that 継続審査 can go on with. */
const yearsExempted = ({ exemptions }: Person["reliefs"]): readonly string[] => {
  const years = new Set<number>();
  for (const { type, from, until } of exemptions)
    if ((type === "full" || type === "deferment") && until !== null)
      for (let year = cycleYear("exemption", from); year <= cycleYear("exemption", until); year += 1) years.add(year);
  return [...years].map(String);
};

/** Rights that have work of their own to be looked for: by the month of the next certificate, and by what income may suspend. */
const waysToRights = (recipients: Person["recipients"]): readonly (readonly [IndexKind, string])[] => [
  ...[...new Set(recipients.flatMap(({ facts }) => facts.nextCertificateMonth ?? []))].map(
    (month) => ["certificate-due", month] as const,
  ),
  ...[...new Set(recipients.map(({ kind }) => kind))]
    .filter((kind) => isIncomeLimited(kind))
    .map((kind) => ["income-limited", kind] as const),
];

const waysTo = ({ facts, periods, reliefs, recipients }: Person): readonly (readonly [IndexKind, string])[] =>
  facts === null
    ? []
    : [
        ...(facts.basicPensionNumber ? [["basic-pension-number", facts.basicPensionNumber] as const] : []),
        ...(facts.individualNumber ? [["individual-number", facts.individualNumber] as const] : []),
        ["birth-date", facts.birthDate],
        ["name-kana", facts.nameKana],
        // Each day once: a transaction may write an item but once.
        ...[...new Set(periods.flatMap(({ expiresOn }) => expiresOn ?? []))].map(
          (day) => ["expiry-date", day] as const,
        ),
        ...yearsExempted(reliefs).map((year) => ["exempted-in", year] as const),
        ...waysToRights(recipients),
      ];

const indexPartition = (index: BlindIndex, kind: IndexKind, value: string) => `FIND#${kind}#${index.of(kind, value)}`;

/** Every row that leads to a person, whatever their ledger ever said: ways were put for each value, and none was taken back. */
export const everyWayTo = (index: BlindIndex, personId: PersonId, entries: readonly LedgerEntry[]): Key[] => {
  const ways = entries.flatMap((_, at) => waysTo(foldLedger(entries.slice(0, at + 1))));
  const partitions = new Set(ways.map(([kind, value]) => indexPartition(index, kind, value)));
  return [
    ...[...partitions].map((pk) => ({ pk, sk: personPartition(personId) })),
    subjectKey(index, index.auditSubject(personId)),
  ];
};

/** The way back from the pseudonym of the trail, for the few who may go it: found under the index key, so that tables alone do not join. */
const subjectKey = (index: BlindIndex, subject: string): Key => ({
  pk: `SUBJECT#${index.resolution(subject)}`,
  sk: "PERSON",
});
const subjectRow = z.object({ personId: z.string().transform((id) => id as PersonId) });

/** Whom pseudonyms of the trail stand for; undefined for nobody on file. */
export const peopleOfSubjects = async (
  database: Database,
  index: BlindIndex,
  subjects: readonly string[],
): Promise<(PersonId | undefined)[]> => {
  const items = await database.getAll(
    subjects.map((subject) => ({ table: "people", key: subjectKey(index, subject) })),
  );
  return items.map((item) => item && subjectRow.parse(item).personId);
};

/** Entries of a person are numbered in the order they were recorded. */
const nextEntryId = (version: number) => String(version + 1).padStart(6, "0") as EntryId;

/** What recording `events` changes: the entry, the snapshot, and the ways to find someone new. Returns the person as they stand after it. */
export const recordWrites = (
  loaded: LoadedPerson,
  index: BlindIndex,
  occasion: Occasion,
  source: LedgerEntry["source"],
  events: readonly LedgerEvent[],
): { readonly writes: readonly Write[]; readonly after: LoadedPerson; readonly entry: LedgerEntry } => {
  const { personId, key, version } = loaded;
  const entry: LedgerEntry = {
    id: nextEntryId(version),
    recordedAt: occasion.at,
    recordedBy: occasion.by,
    source,
    events: [...events],
  };
  const entries = [...loaded.entries, entry];
  const entryKey: Key = { pk: personPartition(personId), sk: `ENTRY#${entry.id}` };
  const snapshot: Item = {
    ...snapshotKey(personId),
    version: version + 1,
    sealed: sealJson(key, place(snapshotKey(personId)), { entries }),
  };
  const person = foldLedger(entries);
  const known = new Set(waysTo(loaded.person).map(String));
  const ways = waysTo(person).filter((way) => !known.has(String(way)));
  return {
    entry,
    after: { ...loaded, person, entries, version: version + 1, keyWrites: [keyCheck(personId)] },
    writes: [
      // Where there is a snapshot, its version says that the key is still there.
      ...(version === 0 ? loaded.keyWrites : []),
      version === 0
        ? { kind: "create", table: "people", item: snapshot }
        : { kind: "replace", table: "people", item: snapshot, expects: version },
      {
        kind: "create",
        table: "people",
        item: { ...entryKey, version: 1, sealed: sealJson(key, place(entryKey), entry) },
      },
      ...(version === 0
        ? [
            {
              kind: "put",
              table: "people",
              item: { ...subjectKey(index, index.auditSubject(personId)), personId },
            } as const,
          ]
        : []),
      ...ways.map(
        ([kind, value]): Write => ({
          kind: "put",
          table: "people",
          item: { pk: indexPartition(index, kind, value), sk: personPartition(personId) },
        }),
      ),
    ],
  };
};

/** The ledger itself, entry by entry: the record, not its cache. */
export const ledgerOf = async (database: Database, { personId, key }: LoadedPerson): Promise<LedgerEntry[]> => {
  const entries: LedgerEntry[] = [];
  for await (const item of queryAll(database, { table: "people", pk: personPartition(personId), prefix: "ENTRY#" })) {
    const row = sealedRow.parse(item);
    entries.push(ledgerEntry.parse(openJson(key, place(row), row.sealed)));
  }
  return entries;
};

/** People filed under a value, at most `limit`; `after` goes on behind the last of a page before. */
export const findPeople = async (
  database: Database,
  index: BlindIndex,
  kind: IndexKind,
  value: string,
  limit: number,
  after?: PersonId,
): Promise<PersonId[]> => {
  const rows = await database.query({
    table: "people",
    pk: indexPartition(index, kind, value),
    limit,
    ...(after === undefined ? {} : { after: personPartition(after) }),
  });
  return rows.map((row) => indexRow.parse(row).sk.slice("PERSON#".length) as PersonId);
};
