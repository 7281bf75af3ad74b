import type { Attribute, Write } from "../../shared/stores/database.ts";

const utf8 = (text: string) => Buffer.byteLength(text);

/** As DynamoDB counts, near enough: names and values in UTF-8, bytes as they are. */
const bytesOf = (value: Attribute): number => {
  if (typeof value === "string") return utf8(value);
  if (value instanceof Uint8Array) return value.length;
  if (value === null || typeof value !== "object") return 4;
  return Object.entries(value).reduce((sum, [name, one]) => sum + utf8(name) + bytesOf(one as Attribute), 3);
};

/** What a transaction stores. */
export const bytesWritten = (writes: readonly Write[]): number =>
  writes.reduce((sum, write) => sum + ("item" in write ? bytesOf(write.item) : 0), 0);
