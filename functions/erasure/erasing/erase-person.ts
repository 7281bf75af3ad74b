import type { KeyObject } from "node:crypto";
import type { PersonId } from "../../../shared/domain/ids.ts";
import { foldLedger } from "../../../shared/domain/ledger.ts";
import { marksOfPerson } from "../../../shared/protection/marks.ts";
import { auditWrite } from "../../../shared/stores/audit.ts";
import type { Item, Write } from "../../../shared/stores/database.ts";
import { type ErasureItem, erasureItemWrite } from "../../../shared/stores/erasures.ts";
import { isFrozen, personKeyRow } from "../../../shared/stores/keyring.ts";
import { personSnapshotRow, personUnder } from "../../../shared/stores/people.ts";
import { headersOf, rowsOfPerson, type StoredRow } from "../../../shared/stores/record-rows.ts";
import { headKey } from "../../../shared/stores/resident-changes.ts";
import type { Found } from "../listing/phase.ts";
import { type EvidenceGiven, placesOf, sealedEvidence } from "./evidence.ts";
import { holdThatRefused, notHeld } from "./held.ts";
import { type Changed, judgePerson, judgeRecord } from "./judge-again.ts";
import { removeRest, restAfter } from "./large-person.ts";
import { itemAs, type Pass } from "./pass.ts";
import { thawed } from "./thaw.ts";

interface Person {
  readonly owner: PersonId;
  readonly item: ErasureItem;
  readonly records: readonly ErasureItem[];
}

/** What goes of a person, as it was read. */
interface Going {
  readonly found: Found;
  readonly keyRow: Item;
  /** All but the key. */
  readonly rows: readonly StoredRow[];
  /** That what was not there is still not there. */
  readonly absent: readonly Write[];
  readonly evidence: EvidenceGiven;
}

/** Bytes that fit an item of DynamoDB (400 KB) with all else it holds: some two thousand rows of one person. */
const mostEvidence = 350_000;

/** Ends of the rows that lead to one person only: by their own numbers, and by the pseudonym of the trail. */
const ownWay = /^(?:FIND#(?:basic-pension-number|individual-number)|SUBJECT)#([\w-]{27})$/;

const pseudonymsIn = (owner: PersonId, rows: readonly StoredRow[]): string[] => [
  owner,
  ...rows.flatMap(({ table, item }) => (table === "people" ? (ownWay.exec(item.pk)?.[1] ?? []) : [])),
];

const evidenceFor = (
  owner: PersonId,
  entries: Parameters<typeof foldLedger>[0],
  rows: readonly StoredRow[],
): EvidenceGiven => {
  const facts = entries.flatMap((_, at) => foldLedger(entries.slice(0, at + 1)).facts ?? []);
  return { marks: marksOfPerson(facts, pseudonymsIn(owner, rows), headersOf(rows)), rows: placesOf(rows) };
};

const notThere = (rows: readonly StoredRow[], owner: PersonId): Write[] => {
  const { key: snapshot } = personSnapshotRow(owner);
  const wanted = [
    { table: "people", key: snapshot },
    { table: "residents", key: headKey(owner) },
  ] as const;
  return wanted
    .filter(
      ({ table, key }) => !rows.some((row) => row.table === table && row.item.pk === key.pk && row.item.sk === key.sk),
    )
    .map(({ table, key }) => ({ kind: "check", table, key, expects: 0 }));
};

const opened = (owner: PersonId, snapshot: Item | undefined, key: KeyObject) => {
  try {
    return personUnder(owner, snapshot, key);
  } catch {
    // Tampered with since it was listed; who looks into it finds it named, with nothing gone.
    return null;
  }
};

/** Everything of theirs, all of it due; or why they stay. */
const gather = async ({ owner, records }: Person, pass: Pass): Promise<Going | Changed> => {
  const { database, keyring } = pass.turn.ports;
  const [keyRow, snapshot] = await database.getAll([
    { table: "keys", key: personKeyRow(owner) },
    personSnapshotRow(owner),
  ]);
  if (!keyRow) return "not-there";
  const key = await keyring.open(keyRow);
  const loaded = opened(owner, snapshot, key);
  if (!loaded) return "unreadable";
  const found = judgePerson(owner, [keyRow, snapshot, key], pass);
  if (typeof found === "string") return found;
  const rows: StoredRow[] = [...(await rowsOfPerson(database, pass.turn.index, owner, loaded.entries))];
  const absent = notThere(rows, owner);
  const read = rows.find(({ item }) => item.sk === "SNAPSHOT");
  // Something was recorded between the two reads: the next night looks at them anew.
  if ((read?.item.version ?? 0) !== loaded.version) return "record-new";
  for (const record of records) {
    const judged = await judgeRecord(record, pass);
    if ("changed" in judged) return judged.changed;
    rows.push(...judged.rows);
  }
  const all = [...rows, { table: "keys", item: keyRow } as const];
  return { found, keyRow, rows, absent, evidence: evidenceFor(owner, loaded.entries, all) };
};

const stays = async ({ owner, item }: Person, change: Parameters<typeof itemAs>[1], pass: Pass): Promise<void> => {
  await pass.turn.ports.database.transact([
    erasureItemWrite(pass.erasureId, itemAs(item, change)),
    ...(await thawed(owner, pass)),
  ]);
};

/**
 * 一人を消す: the key, every row that was sealed under it and every way to them, with the word in the trail that they went,
 * in one transaction. One hold, one change in between, and nothing of it happens.
 */
export const erasePerson = async (person: Person, pass: Pass): Promise<void> => {
  const { owner, item, records } = person;
  const { database } = pass.turn.ports;
  if (item.sealed !== null) return removeRest(person, pass);
  const going = await gather(person, pass);
  if (typeof going === "string") return stays(person, { state: "changed", reason: going }, pass);
  const { found, keyRow, rows, absent, evidence } = going;
  if (!isFrozen(keyRow)) return stays(person, { state: "changed", reason: "record-new" }, pass);
  const sealed = sealedEvidence(pass.key, pass.erasureId, item, evidence);
  if (sealed.length > mostEvidence) return stays(person, { state: "failed", reason: "too-large" }, pass);
  const { writes: own, state } = await restAfter(keyRow, rows, records.length, pass);
  const outcome = await database.transact([
    ...notHeld([item, ...records], found.classes),
    ...absent,
    ...own,
    ...(state === "erased"
      ? records.map((each) => erasureItemWrite(pass.erasureId, itemAs(each, { state: "erased", reason: null })))
      : []),
    erasureItemWrite(pass.erasureId, itemAs(item, { state, reason: null, sealed })),
    auditWrite(
      pass.turn.trail({
        object: pass.erasureId,
        subjects: [pass.turn.index.auditSubject(owner)],
        purpose: "erasure",
        codes: ["erased", "person", `records-${records.length}`],
      }),
    ),
  ]);
  if (outcome.ok) {
    if (state === "marked") await removeRest({ ...person, item: itemAs(item, { state, reason: null, sealed }) }, pass);
    return;
  }
  if (outcome.contended) return;
  const reason = await holdThatRefused(outcome.failed, pass);
  if (reason !== null) await stays(person, { state: "held", reason }, pass);
};
