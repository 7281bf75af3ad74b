import type { KeyObject } from "node:crypto";
import * as z from "zod";
import { keysOf } from "../../../shared/domain/keys-of.ts";
import { marksSchema } from "../../../shared/protection/marks.ts";
import { openJson, sealJson } from "../../../shared/protection/seal.ts";
import { type Erasure, type ErasureItem, itemKey } from "../../../shared/stores/erasures.ts";
import { erasureKeyRow } from "../../../shared/stores/keyring.ts";
import type { StoredRow } from "../../../shared/stores/record-rows.ts";
import { type TableName, tables } from "../../../shared/stores/tables.ts";
import { bucketsRead, type ErasurePorts } from "../ports.ts";

const place = z.tuple([z.enum(keysOf(tables)), z.string(), z.string()]);
type RowPlace = z.infer<typeof place>;

/**
 * What is kept of something erased until it is certified: by what copies of it would be known, and where its rows or objects
 * lay. Personal data itself, sealed under the key of the erasure, which goes before the certificate is signed.
 */
const evidence = z.strictObject({
  marks: marksSchema,
  rows: z.array(place),
  /** Bucket and name. */
  objects: z.array(z.tuple([z.enum(bucketsRead), z.string()])).default([]),
});
type Evidence = z.infer<typeof evidence>;
/** Rows or objects, as they are told. */
export type EvidenceGiven = z.input<typeof evidence>;

export const placesOf = (rows: readonly StoredRow[]): RowPlace[] =>
  rows.map(({ table, item }): [TableName, string, string] => [table, item.pk, item.sk]);

const placeOf = (erasureId: string, item: Pick<ErasureItem, "owner" | "record">) => ({
  table: "erasures",
  ...itemKey(erasureId, item),
  attribute: "sealed",
});

export const sealedEvidence = (
  key: KeyObject,
  erasureId: string,
  item: Pick<ErasureItem, "owner" | "record">,
  content: EvidenceGiven,
): Uint8Array => sealJson(key, placeOf(erasureId, item), content);

/** @throws when it was sealed for another record or erasure. */
export const evidenceOf = (key: KeyObject, erasureId: string, item: ErasureItem): Evidence | null =>
  item.sealed && evidence.parse(openJson(key, placeOf(erasureId, item), item.sealed));

/** The key of an erasure; made when it is first asked for. @throws when it was neither kept nor found. */
export const erasureKey = async (
  { erasureId }: Pick<Erasure, "erasureId">,
  { database, keyring }: Pick<ErasurePorts, "database" | "keyring">,
): Promise<KeyObject> => {
  const at = erasureKeyRow(erasureId);
  const read = async () => (await database.getAll([{ table: "keys", key: at }]))[0];
  const there = await read();
  if (there) return keyring.open(there);
  const { key, write } = await keyring.issueAt(at);
  if ((await database.transact([write])).ok) return key;
  const others = await read();
  if (!others) throw new Error("the key of an erasure was neither kept nor found");
  return keyring.open(others);
};
