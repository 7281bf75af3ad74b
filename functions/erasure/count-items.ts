import type { ItemState } from "../../shared/domain/erasures.ts";
import type { Database } from "../../shared/stores/database.ts";
import type { CountsByClass } from "../../shared/stores/erasures.ts";
import { everyItem } from "./every-item.ts";

/** How many items are in which state, by class: counted from the items themselves. */
export const countItems = async (database: Database, erasureId: string): Promise<CountsByClass> => {
  const counts: CountsByClass = {};
  for await (const { class: name, state } of everyItem(database, erasureId)) {
    counts[name] = { ...counts[name], [state]: (counts[name]?.[state] ?? 0) + 1 };
  }
  return counts;
};

export const inState = (counts: CountsByClass, state: ItemState): number =>
  Object.values(counts).reduce((sum, byState) => sum + (byState[state] ?? 0), 0);
