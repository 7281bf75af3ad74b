import type { PersonId } from "../../../shared/domain/ids.ts";
import type { Database } from "../../../shared/stores/database.ts";
import type { ErasureItem } from "../../../shared/stores/erasures.ts";
import { everyItem } from "../every-item.ts";

/** People listed so far as a whole, with the row that says so. */
export type ListedPeople = Map<PersonId, ErasureItem>;

export const listedPeople = async (database: Database, erasureId: string): Promise<ListedPeople> => {
  const people: ListedPeople = new Map();
  for await (const row of everyItem(database, erasureId))
    if (row.record === "person" && row.state === "listed" && row.owner !== "~") people.set(row.owner, row);
  return people;
};
