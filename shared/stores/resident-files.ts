import * as z from "zod";
import type { ImportId } from "../domain/ids.ts";
import { instantSchema } from "../domain/values.ts";
import { type Database, type Item, type Key, queryAll, type Write } from "./database.ts";

/** A file of 異動 that came through the linkage bucket, by its SHA-256, and what became of each of its lines. */
const lineRow = z.object({
  line: z.int(),
  changeName: z.string(),
  outcome: z.enum(["recorded", "proposed", "quarantined", "confirmed", "dismissed"]),
  reason: z.string().nullable(),
  /** Known before, with the same content: nothing was changed. */
  repeated: z.boolean(),
});
export type FileLine = z.infer<typeof lineRow>;

const fileRow = z.object({
  sk: z.string().transform((value) => value as ImportId),
  takenAt: instantSchema,
  rows: z.int(),
  state: z.enum(["in-progress", "done"]),
  counts: z.record(z.string(), z.int()),
  version: z.int().positive(),
});
export type ResidentFile = Omit<z.infer<typeof fileRow>, "sk"> & { readonly fileId: ImportId };

const fileKey = (fileId: ImportId): Key => ({ pk: "FILES", sk: fileId });

export const findFile = async (database: Database, fileId: ImportId): Promise<ResidentFile | undefined> => {
  const [item] = await database.getAll([{ table: "residents", key: fileKey(fileId) }]);
  if (!item) return undefined;
  const { sk, ...row } = fileRow.parse(item);
  return { fileId: sk, ...row };
};

export const fileWrite = ({ fileId, ...row }: ResidentFile): Write => {
  const item: Item = { ...fileKey(fileId), ...row };
  return row.version === 1
    ? { kind: "create", table: "residents", item }
    : { kind: "replace", table: "residents", item, expects: row.version - 1 };
};

/** Says once what became of a line. */
export const fileLineWrite = (fileId: ImportId, line: FileLine): Write => ({
  kind: "create",
  table: "residents",
  item: { pk: `FILE#${fileId}`, sk: String(line.line).padStart(7, "0"), ...line },
});

export const fileLines = async (database: Database, fileId: ImportId): Promise<FileLine[]> => {
  const lines: FileLine[] = [];
  for await (const item of queryAll(database, { table: "residents", pk: `FILE#${fileId}` }))
    lines.push(lineRow.parse(item));
  return lines;
};
