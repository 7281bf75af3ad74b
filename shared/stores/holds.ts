import * as z from "zod";
import { type HoldReason, holdReasons } from "../domain/erasures.ts";
import type { PersonId } from "../domain/ids.ts";
import { keysOf } from "../domain/keys-of.ts";
import type { RetentionClass } from "../domain/retention.ts";
import { instantSchema, plainDateSchema } from "../domain/values.ts";
import { type Database, type Item, type Key, queryAll, type Write } from "./database.ts";

/** What is held back: a person by their pseudonym, or a whole class. While its row is there, nothing of it is erased. */
export const holdTarget = (target: { readonly person: PersonId } | { readonly class: RetentionClass }): string =>
  "person" in target ? `PERSON#${target.person}` : `CLASS#${target.class}`;

export const holdRow = z.object({
  holdId: z.string(),
  target: z.string(),
  reason: z.enum(keysOf(holdReasons)),
  documentNumber: z.string().max(60),
  /** The last day that it holds; null until somebody lifts it. */
  until: plainDateSchema.nullable(),
  placedBy: z.string(),
  placedAt: instantSchema,
  /** Who lifted it, or the clock when its last day was over. */
  ended: z.strictObject({ by: z.string(), at: instantSchema }).nullable(),
  version: z.int().positive(),
});
export type Hold = z.infer<typeof holdRow> & { readonly reason: HoldReason };

const holdKey = (target: string): Key => ({ pk: "HOLDS", sk: target });
const holdOf = (item: Item): Hold => holdRow.parse(item);

/** Holds nothing back at the moment of a transaction. */
export const noHold = (target: string): Write => ({
  kind: "check",
  table: "erasures",
  key: holdKey(target),
  expects: 0,
});

export const holdWrite = (hold: Hold): Write => ({
  kind: "create",
  table: "erasures",
  item: { ...holdKey(hold.target), ...hold },
});

/** A hold that is over leaves its place to its history. */
export const holdEndWrites = (hold: Hold, ended: NonNullable<Hold["ended"]>): Write[] => [
  { kind: "delete", table: "erasures", key: holdKey(hold.target), expects: hold.version },
  {
    kind: "create",
    table: "erasures",
    item: { pk: "ENDED-HOLDS", sk: hold.holdId, ...hold, ended: { ...ended }, version: hold.version + 1 },
  },
];

export const holdsInForce = async (database: Database): Promise<Hold[]> => {
  const holds: Hold[] = [];
  for await (const item of queryAll(database, { table: "erasures", pk: "HOLDS" })) holds.push(holdOf(item));
  return holds;
};

export const endedHolds = async (database: Database, limit: number): Promise<Hold[]> =>
  (await database.query({ table: "erasures", pk: "ENDED-HOLDS", descending: true, limit })).map(holdOf);
