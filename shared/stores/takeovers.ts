import * as z from "zod";
import { instantSchema } from "../domain/values.ts";
import { type Database, type Item, type Key, queryAll, type Write } from "./database.ts";

/** Where the extract of the previous package stands; no personal data. */
export const takeoverStates = ["taking", "waiting", "erasing", "done"] as const;

const count = z.int().nonnegative();
export const takeoverRow = z.object({
  sk: z.string(),
  /** The set's folder. */
  set: z.string(),
  state: z.enum(takeoverStates),
  startedAt: instantSchema,
  /** What the erasure of the extract goes by; null before it. */
  erasure: z
    .strictObject({
      certificateId: z.string(),
      from: instantSchema,
      approval: z.strictObject({ by: z.string(), at: instantSchema, documentNumber: z.string() }),
      reconciled: z.boolean(),
      /** What other copies are looked for by. */
      files: z.array(z.strictObject({ sha256: z.string(), size: count })),
      /** Once nothing was found any more. */
      until: instantSchema.nullable(),
      examined: count,
    })
    .nullable(),
  version: z.int().positive(),
});
export type Takeover = Omit<z.infer<typeof takeoverRow>, "sk"> & { readonly fingerprint: string };

export const takeoverMark = z.object({
  outcome: z.enum(["taken", "repeated", "rejected"]),
  /** Of someone rejected as `already-on-file`: everything else is told from the rows alone. */
  reason: z.string().nullable(),
});
export type TakeoverMark = z.infer<typeof takeoverMark>;

const table = "batches";
const partition = "TAKEOVERS";
const marksOf = (fingerprint: string) => `TAKEOVER#${fingerprint}`;

export const allTakeovers = async (database: Database): Promise<Takeover[]> => {
  const found: Takeover[] = [];
  for await (const item of queryAll(database, { table, pk: partition })) {
    const { sk: fingerprint, ...row } = takeoverRow.parse(item);
    found.push({ fingerprint, ...row });
  }
  return found;
};

export const takeoverWrite = ({ fingerprint, ...row }: Takeover): Write => {
  const item: Item = { pk: partition, sk: fingerprint, ...row };
  return row.version === 1
    ? { kind: "create", table, item }
    : { kind: "replace", table, item, expects: row.version - 1 };
};

/** Says once what became of a person, by the place of their first row. */
export const takeoverMarkWrite = (fingerprint: string, place: string, outcome: TakeoverMark): Write => ({
  kind: "create",
  table,
  item: { pk: marksOf(fingerprint), sk: place, ...outcome },
});

export const takeoverMarks = async (
  database: Database,
  fingerprint: string,
): Promise<ReadonlyMap<string, TakeoverMark>> => {
  const marks = new Map<string, TakeoverMark>();
  for await (const item of queryAll(database, { table, pk: marksOf(fingerprint) }))
    marks.set(item.sk satisfies Key["sk"], takeoverMark.parse(item));
  return marks;
};
