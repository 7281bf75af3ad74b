import { keysOf } from "../../shared/domain/keys-of.ts";
import { type ProvisionList, provisionLists } from "../../shared/domain/provisions.ts";
import type { Instant } from "../../shared/law/calendar.ts";
import type { Database } from "../../shared/stores/database.ts";
import { digestedBy } from "../audit/desk/digested.ts";
import { findEntries } from "../audit/desk/find-entries.ts";

interface Sought {
  /** The pseudonym under which the trail names the person. */
  readonly subject: string;
  readonly from: Instant;
  readonly to: Instant;
}

const pageSize = 100;

/**
 * Which lists were answered with the person's items between two instants, and when last: from the trail, also of hours that
 * are not digested yet. A call that was refused told nobody anything.
 */
export const receiversOf = async (
  database: Database,
  { subject, from, to }: Sought,
): Promise<ReadonlyMap<ProvisionList, Instant>> => {
  const { readFrom } = await digestedBy(database);
  const wanted = { subject, from, to, action: "provideItems", result: "done" } as const;
  const found = new Map<ProvisionList, Instant>();
  const all = keysOf(provisionLists);
  for (let before: string | undefined; ; ) {
    const { entries, next } = await findEntries(database, { wanted, before, limit: pageSize, readFrom });
    for (const { object, items, at } of entries) {
      const list = all.find((name) => name === object);
      // Newest first: what is there already is later.
      if (list && items.length > 0 && !found.has(list)) found.set(list, at);
    }
    if (next === null || found.size === all.length) return found;
    before = next;
  }
};
