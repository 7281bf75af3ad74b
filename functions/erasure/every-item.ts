import type { Database } from "../../shared/stores/database.ts";
import { type ErasureItem, pageOfItems } from "../../shared/stores/erasures.ts";

const pageSize = 1_000;

/** Every record of an erasure, page by page: a ward's night is some 60,000. */
export async function* everyItem(database: Database, erasureId: string): AsyncGenerator<ErasureItem> {
  for (let after: string | undefined; ; ) {
    const { items, next } = await pageOfItems(database, erasureId, pageSize, after);
    yield* items;
    if (next === null) return;
    after = next;
  }
}
