import type * as z from "zod";
import { type RecordItemId, recordItemsOf } from "./record-items.ts";

const known = new WeakMap<z.ZodType, RecordItemId[]>();

/** The items of 別添1 that a stored schema holds, for the access trail. */
export const itemsOf = (schema: z.ZodType): RecordItemId[] => {
  const before = known.get(schema);
  if (before) return before;
  const items = [...new Set(recordItemsOf(schema).flatMap((leaf) => (leaf.kind === "item" ? [leaf.id] : [])))];
  known.set(schema, items);
  return items;
};
