import type { KeyObject } from "node:crypto";
import { createHash } from "node:crypto";
import * as z from "zod";
import { type BatchOutcome, batchKinds, batchOutcomes, type Finding } from "../domain/batch-kinds.ts";
import { categorySchema, lossCauseSchema } from "../domain/causes.ts";
import type { PersonId } from "../domain/ids.ts";
import { keysOf } from "../domain/keys-of.ts";
import { administrative, item } from "../domain/record-items.ts";
import { instantSchema, plainDateSchema, plainMonthSchema } from "../domain/values.ts";
import { openJson, sealJson } from "../protection/seal.ts";
import { type Database, type Item, type Key, queryAll, type Write } from "./database.ts";

const kind = z.enum(keysOf(batchKinds));
const outcome = z.enum(keysOf(batchOutcomes));

export const batchRow = z.object({
  sk: z.string(),
  kind,
  month: plainMonthSchema.nullable(),
  /** The day people are looked at for, where that is not the day they are found by. */
  asOf: plainDateSchema,
  startedAt: instantSchema,
  startedBy: z.string(),
  finishedAt: instantSchema.nullable(),
  /** Steps done, of `steps`: days, months of birth, or stretches of rows. */
  done: z.int().nonnegative(),
  steps: z.int().positive(),
  /** People looked at in the steps done. */
  examined: z.int().nonnegative(),
  counts: z.partialRecord(outcome, z.int()),
  version: z.int().positive(),
});
export type Batch = Omit<z.infer<typeof batchRow>, "sk"> & { readonly batchId: string };

const batchKey = (batchId: string): Key => ({ pk: "BATCHES", sk: batchId });
const rowsPartition = (batchId: string) => `BATCH#${batchId}`;

export const findBatch = async (database: Database, batchId: string): Promise<Batch | undefined> => {
  const [found] = await database.getAll([{ table: "batches", key: batchKey(batchId) }]);
  if (!found) return undefined;
  const { sk, ...batch } = batchRow.parse(found);
  return { batchId: sk, ...batch };
};

export const batchWrite = ({ batchId, ...batch }: Batch): Write => {
  const stored: Item = { ...batchKey(batchId), ...batch };
  return batch.version === 1
    ? { kind: "create", table: "batches", item: stored }
    : { kind: "replace", table: "batches", item: stored, expects: batch.version - 1 };
};

/** What a row holds of a person, sealed under that person's key. */
export const batchRowContent = z.strictObject({
  on: item("insured.lossDate", plainDateSchema),
  category: item("insured.insuredCategory", categorySchema.nullable()),
  cause: item("insured.lossCause", z.union([lossCauseSchema, z.literal("category-changed")]).nullable()),
});
type Content = z.infer<typeof batchRowContent>;

export const personRow = z.object({
  pk: z.string(),
  sk: z.string(),
  personId: z.string().transform((value) => value as PersonId),
  outcome: administrative(outcome, "一括処理の結果の区分"),
  line: administrative(z.int().positive().nullable(), "送られた行の番号"),
  sealed: z.instanceof(Uint8Array).nullable(),
});
/** What a batch did for one person. No number of theirs: the pseudonym leads to it. */
export type BatchRow = z.infer<typeof personRow>;

/**
 * The place of a person in a step. Not the pseudonym itself, because it travels in URLs as the end of a page; foreseeable,
 * so that a step done again meets its own rows.
 */
export const rowKey = (batchId: string, step: number, personId: PersonId, line: number | null): Key => ({
  pk: rowsPartition(batchId),
  sk: `${String(step).padStart(5, "0")}-${createHash("sha256").update(`${batchId}\0${personId}\0${line}`).digest("base64url").slice(0, 16)}`,
});

const place = ({ pk, sk }: Key) => ({ table: "batches", pk, sk, attribute: "sealed" });

/** Says once and for all what was done for a person: a second time is refused, with all that would follow from it. `key` is null for someone not on file. */
export const rowWrite = (
  at: Key,
  personId: PersonId,
  line: number | null,
  { outcome: what, on, category, cause }: Finding,
  key: KeyObject | null,
): Write => ({
  kind: "create",
  table: "batches",
  item: {
    ...at,
    personId,
    outcome: what,
    line,
    sealed: key && sealJson(key, place(at), { on, category, cause } satisfies Content),
  },
});

export const contentOf = (key: KeyObject, row: BatchRow): Content | null =>
  row.sealed && batchRowContent.parse(openJson(key, place(row), row.sealed));

export const rowsOfStep = async (database: Database, batchId: string, step: number): Promise<BatchRow[]> => {
  const rows: BatchRow[] = [];
  const prefix = `${String(step).padStart(5, "0")}-`;
  for await (const found of queryAll(database, { table: "batches", pk: rowsPartition(batchId), prefix }))
    rows.push(personRow.parse(found));
  return rows;
};

export const pageOfRows = async (
  database: Database,
  batchId: string,
  page: { readonly limit: number; readonly after?: string | undefined },
): Promise<BatchRow[]> => {
  const { limit, after } = page;
  const found = await database.query({
    table: "batches",
    pk: rowsPartition(batchId),
    limit,
    ...(after === undefined ? {} : { after }),
  });
  return found.map((row) => personRow.parse(row));
};

export type BatchCounts = Partial<Record<BatchOutcome, number>>;
