import type { PersonId } from "../../../shared/domain/ids.ts";
import { type ErasureItem, erasureItemWrite } from "../../../shared/stores/erasures.ts";
import type { TableName } from "../../../shared/stores/tables.ts";
import { everyItem } from "../every-item.ts";
import type { Looked } from "../listing/phase.ts";
import { recordsOf } from "../listing/records.ts";
import { itemAs, type Pass } from "./pass.ts";
import { thawed } from "./thaw.ts";

/** Whoever is frozen, and what of theirs was listed. */
export type Frozen = Map<PersonId, { person: ErasureItem; readonly records: Set<string> }>;

export const frozenPeople = async ({ turn, erasureId }: Pass): Promise<Frozen> => {
  const frozen: Frozen = new Map();
  let last: ErasureItem | null = null;
  // Items of one owner lie together, the person first.
  for await (const item of everyItem(turn.ports.database, erasureId)) {
    if (item.owner === "~") continue;
    if (item.record === "person") {
      last = item.state === "marked" ? item : null;
      if (last) frozen.set(item.owner, { person: item, records: new Set() });
    } else if (last?.owner === item.owner) frozen.get(item.owner)?.records.add(item.record);
  }
  return frozen;
};

const isNew = (looked: Looked, frozen: Frozen): PersonId | null => {
  if (looked === null || looked === "unknown" || looked.owner === "~") return null;
  const known = frozen.get(looked.owner);
  return known && !known.records.has(looked.record) ? looked.owner : null;
};

/**
 * A page of a table: whoever has a record in it that was not there when they were listed stays. Looked for after the keys
 * were stopped, so that none can come later.
 */
export const checkNewcomers =
  (table: TableName) =>
  async (after: string | null, frozen: Frozen, pass: Pass): Promise<{ looked: number; next: string | null }> => {
    const { looked, next } = await recordsOf(table).page(after, pass.looking);
    for (const one of looked) {
      const owner = isNew(one, frozen);
      const known = owner === null ? undefined : frozen.get(owner);
      if (owner === null || !known) continue;
      const stays = itemAs(known.person, { state: "changed", reason: "record-new" });
      const kept = await pass.turn.ports.database.transact([
        erasureItemWrite(pass.erasureId, stays),
        ...(await thawed(owner, pass)),
      ]);
      // Refused, another turn did it; what did not arrive is found by the next turn.
      if (!kept.ok && kept.contended) throw new Error("somebody who stays could not be kept");
      frozen.delete(owner);
    }
    return { looked: looked.length, next };
  };
