import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import type { Item } from "../../../shared/stores/database.ts";

const modulus = 2n ** 256n;

export const noRows = "0".repeat(64);

const textOf = (item: Item): string => {
  const withText = (value: unknown): unknown => {
    if (value instanceof Uint8Array) return { bytes: Buffer.from(value).toString("base64") };
    if (Array.isArray(value)) return value.map(withText);
    return typeof value === "object" && value !== null
      ? Object.fromEntries(Object.entries(value).map(([name, within]) => [name, withText(within)]))
      : value;
  };
  return canonicalize(withText(item)) ?? "";
};

/**
 * Adds rows to the fingerprint of a table (64 hexadecimal digits): the sum of the SHA-256 of each, so that the order in
 * which a scan comes upon them does not count. It tells whether anything changed; it is no proof against a forger.
 */
export const withRows = (fingerprint: string, items: readonly Item[]): string =>
  items
    .reduce(
      (sum, item) => (sum + BigInt(`0x${createHash("sha256").update(textOf(item)).digest("hex")}`)) % modulus,
      BigInt(`0x${fingerprint}`),
    )
    .toString(16)
    .padStart(64, "0");
