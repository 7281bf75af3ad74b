import type { PersonId } from "../../../shared/domain/ids.ts";
import type { Database } from "../../../shared/stores/database.ts";
import { type ErasureItem, pageOfItems } from "../../../shared/stores/erasures.ts";

/** People listed so far as a whole, with the row that says so. */
export type ListedPeople = Map<PersonId, ErasureItem>;

export const listedPeople = async (database: Database, erasureId: string): Promise<ListedPeople> => {
  const people: ListedPeople = new Map();
  for (let after: string | undefined; ; ) {
    const { items, next } = await pageOfItems(database, erasureId, 1_000, after);
    for (const row of items)
      if (row.record === "person" && row.state === "listed" && row.owner !== "~") people.set(row.owner, row);
    if (next === null) return people;
    after = next;
  }
};
