import * as z from "zod";
import { takeoverFaults } from "../contracts/takeover.ts";
import { keysOf } from "../domain/keys-of.ts";
import { takeoverFiles } from "../domain/takeover-mapping.ts";
import { takeoverReasons } from "../domain/takeover-row.ts";
import { instantSchema } from "../domain/values.ts";
import { type Database, type Item, queryAll, type Write } from "./database.ts";

const count = z.int().nonnegative();
const file = z.enum(takeoverFiles);
const difference = z.strictObject({ name: z.string(), told: count, found: count });

/** A row that was not taken in: where, why, and the headings at fault; never what stood there. */
const reject = z.strictObject({
  file,
  line: z.int().positive(),
  reason: z.enum(keysOf(takeoverReasons)),
  columns: z.array(z.string()),
});
export type Reject = z.infer<typeof reject>;

const rowCounts = z.strictObject({ read: count, taken: count, repeated: count, rejected: count });

/** Every row of a set accounted for, and what is on file held against what was told. */
const account = z.strictObject({
  files: z.record(file, rowCounts),
  /** People whose record was opened again. */
  people: count,
  /** Those of them whose record does not say what the extract says. */
  apart: count,
  /** Rows that could not be read, so that no total counts them. */
  unreadable: count,
  /** Totals of the manifest against those of the rows that could be read. */
  toldAndRead: z.array(difference),
  /** Totals of the people taken in against those of what is on file. */
  takenAndOnFile: z.array(difference),
});
export type Account = z.infer<typeof account>;

const word = z.strictObject({ by: z.string(), at: instantSchema, documentNumber: z.string() });

const erasure = z.strictObject({
  certificateId: z.string(),
  from: instantSchema,
  /** The operator, and the officer who accepted what was not taken in; null where all was. */
  ordered: word,
  accepted: word.nullable(),
  /** What other copies are looked for by. */
  files: z.array(z.strictObject({ sha256: z.string(), size: count })),
  /** Versions that there were. */
  versions: count,
  /** Whether everybody's record was opened again for it, and how many people stay on file. */
  readBack: z.boolean(),
  stays: count,
  /** Once nothing was found any more; how many versions of anything were looked through then, and how many had the same content in the folders of other sets. */
  until: instantSchema.nullable(),
  examined: count,
  inOtherSets: count,
});

/**
 * `taking`: people are being taken in. `refused`: nobody (more) is, for the fault. `taken`: everybody is through, and the
 * account says with what outcome. `erasing`: its files are being taken away. `done`: they are gone, and certified.
 */
export const takeoverStates = ["taking", "refused", "taken", "erasing", "done"] as const;

/** Where a set of the previous package's extract stands, by its folder; no personal data. */
export const takeoverRow = z.object({
  sk: z.string(),
  /** SHA-256 over the names and contents of its files. */
  fingerprint: z.string(),
  state: z.enum(takeoverStates),
  startedAt: instantSchema,
  /** 決裁 of the takeover, as the manifest tells it; null while that could not be read. */
  documentNumber: z.string().nullable(),
  fault: z.strictObject({ fault: z.enum(keysOf(takeoverFaults)), file: file.nullable(), line: count }).nullable(),
  account: account.nullable(),
  erasure: erasure.nullable(),
  version: z.int().positive(),
});
export type Takeover = Omit<z.infer<typeof takeoverRow>, "sk"> & { readonly set: string };

/** What became of a person, by the place of their first row. */
export const takeoverMark = z.object({
  outcome: z.enum(["taken", "repeated", "rejected"]),
  /** Their rows that were not taken in; of a person with too many, the first. */
  rejects: z.array(reject),
});
export type TakeoverMark = z.infer<typeof takeoverMark>;

const table = "batches";
const partition = "TAKEOVERS";
const marksOf = (set: string) => `TAKEOVER#${set}`;

const takeoverOf = (item: Item): Takeover => {
  const { sk: set, ...row } = takeoverRow.parse(item);
  return { set, ...row };
};

export const findTakeover = async (database: Database, set: string): Promise<Takeover | undefined> => {
  const [item] = await database.getAll([{ table, key: { pk: partition, sk: set } }]);
  return item && takeoverOf(item);
};

export const allTakeovers = async (database: Database): Promise<Takeover[]> => {
  const found: Takeover[] = [];
  for await (const item of queryAll(database, { table, pk: partition })) found.push(takeoverOf(item));
  return found;
};

export const takeoverWrite = ({ set, ...row }: Takeover): Write => {
  const item: Item = { pk: partition, sk: set, ...row };
  return row.version === 1
    ? { kind: "create", table, item }
    : { kind: "replace", table, item, expects: row.version - 1 };
};

/** Says once what became of a person. */
export const takeoverMarkWrite = (set: string, place: string, mark: TakeoverMark): Write => ({
  kind: "create",
  table,
  item: { pk: marksOf(set), sk: place, ...mark },
});

export const isMarked = async (database: Database, set: string, place: string): Promise<boolean> => {
  const [item] = await database.getAll([{ table, key: { pk: marksOf(set), sk: place } }]);
  return item !== undefined;
};

/** By the place of the first row of each person, in the order of places. */
export const takeoverMarks = async (database: Database, set: string): Promise<ReadonlyMap<string, TakeoverMark>> => {
  const marks = new Map<string, TakeoverMark>();
  for await (const item of queryAll(database, { table, pk: marksOf(set) }))
    marks.set(item.sk, takeoverMark.parse(item));
  return marks;
};
