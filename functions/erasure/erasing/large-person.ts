import type { PersonId } from "../../../shared/domain/ids.ts";
import type { Item, Write } from "../../../shared/stores/database.ts";
import { type ErasureItem, erasureItemWrite } from "../../../shared/stores/erasures.ts";
import { personKeyRow } from "../../../shared/stores/keyring.ts";
import { goneWrite, type StoredRow } from "../../../shared/stores/record-rows.ts";
import { groupsOf } from "../../groups-of.ts";
import { evidenceOf } from "./evidence.ts";
import { itemAs, type Pass } from "./pass.ts";

/** What a transaction takes beside the holds, the checks and the word in the trail. */
const mostWrites = 85;

interface First {
  readonly writes: readonly Write[];
  /** `marked` while more is to go than fits. */
  readonly state: "erased" | "marked";
}

/**
 * What goes first of a person. Where all fits, all. Where not, a key that nobody ever had takes the place of theirs: from
 * then on nothing of them opens, and nobody can begin anew under their pseudonym until the rest is gone. The snapshot goes
 * with it, so that they read as nobody.
 */
export const restAfter = async (
  keyRow: Item,
  rows: readonly StoredRow[],
  records: number,
  { turn }: Pass,
): Promise<First> => {
  const { pk, sk, version } = keyRow;
  if (typeof version !== "number") throw new Error("a key without a version");
  if (rows.length + records + 1 <= mostWrites)
    return {
      writes: [{ kind: "delete", table: "keys", key: { pk, sk }, expects: version }, ...rows.map(goneWrite)],
      state: "erased",
    };
  const { write } = await turn.ports.keyring.issueAt({ pk, sk });
  if (write.kind !== "create") throw new Error("a new key is kept by a create");
  const first = rows.filter(({ item }) => item.sk === "SNAPSHOT" || item.sk === "HEAD");
  return {
    writes: [
      { ...write, kind: "replace", item: { ...write.item, version: version + 1 }, expects: version },
      ...first.map(goneWrite),
    ],
    state: "marked",
  };
};

interface Person {
  readonly owner: PersonId;
  readonly item: ErasureItem;
  readonly records: readonly ErasureItem[];
}

/** The rest of somebody whose key is gone: their rows by where they lay, then what stands in the place of the key. */
export const removeRest = async ({ owner, item, records }: Person, pass: Pass): Promise<void> => {
  const { erasureId, key } = pass;
  const { database } = pass.turn.ports;
  const evidence = evidenceOf(key, erasureId, item);
  if (!evidence) throw new Error("somebody half erased without what is known of them");
  const own = personKeyRow(owner);
  const rows = evidence.rows.filter(([table, pk]) => table !== "keys" || pk !== own.pk);
  const left = records.filter(({ state }) => state !== "erased");
  const transactions: Write[][] = [
    ...groupsOf(rows, mostWrites).map((group) =>
      group.map(([table, pk, sk]): Write => ({ kind: "remove", table, key: { pk, sk } })),
    ),
    ...groupsOf(left, mostWrites).map((group) =>
      group.map((each) => erasureItemWrite(erasureId, itemAs(each, { state: "erased", reason: null }))),
    ),
    [
      { kind: "remove", table: "keys", key: own },
      erasureItemWrite(erasureId, itemAs(item, { state: "erased", reason: null })),
    ],
  ];
  // What was refused, or was another turn's, is taken up where it stands in the next pass.
  for (const writes of transactions) if (!(await database.transact(writes)).ok) return;
};
