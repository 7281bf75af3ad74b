import type { Database } from "../../../shared/stores/database.ts";
import { type ErasureItem, itemKey, itemsOwnedBy, pageOfItems } from "../../../shared/stores/erasures.ts";

const pageSize = 500;

interface OwnersPage {
  /** All items of each owner; those of nobody in one group. */
  readonly groups: readonly (readonly ErasureItem[])[];
  /** Behind what the next page goes on; null behind the last. */
  readonly next: string | null;
}

const byOwner = (items: readonly ErasureItem[]): ErasureItem[][] => {
  const groups: ErasureItem[][] = [];
  for (const item of items) {
    const last = groups.at(-1);
    if (last?.[0]?.owner === item.owner) last.push(item);
    else groups.push([item]);
  }
  return groups;
};

const behind = (erasureId: string, group: readonly ErasureItem[] | undefined): string | null => {
  const last = group?.at(-1);
  return last ? itemKey(erasureId, last).sk : null;
};

/** A page of owners, each with everything of theirs in the erasure: nobody is cut in two but {@link ErasureItem.owner} `~`. */
export const ownersPage = async (database: Database, erasureId: string, after: string | null): Promise<OwnersPage> => {
  const { items, next } = await pageOfItems(database, erasureId, pageSize, after ?? undefined);
  const groups = byOwner(items);
  const last = groups.at(-1);
  const owner = last?.[0]?.owner;
  if (next === null || owner === undefined || owner === "~") return { groups, next };
  if (groups.length > 1) return { groups: groups.slice(0, -1), next: behind(erasureId, groups.at(-2)) };
  const whole = await itemsOwnedBy(database, erasureId, owner);
  return { groups: [whole], next: behind(erasureId, whole) };
};
