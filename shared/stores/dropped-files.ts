import * as z from "zod";
import type { ImportId } from "../domain/ids.ts";
import { instantSchema } from "../domain/values.ts";
import { type Database, type Item, type Key, queryAll, type Write } from "./database.ts";
import type { TableName } from "./tables.ts";

/** What became of a line of a file. */
export const lineRow = z.object({
  line: z.int(),
  outcome: z.string(),
  reason: z.string().nullable(),
  /** Known before, with the same content: nothing was changed. */
  repeated: z.boolean(),
  /** The row that tells more of it, where there is one. */
  changeName: z.string().nullable(),
  /** Places and codes of what could not be read; never what stood there. */
  faults: z.array(z.strictObject({ code: z.string(), pointer: z.string(), detail: z.string() })),
});
export type FileLine = z.infer<typeof lineRow>;

export const fileRow = z.object({
  sk: z.string().transform((value) => value as ImportId),
  takenAt: instantSchema,
  rows: z.int(),
  state: z.enum(["in-progress", "done"]),
  counts: z.record(z.string(), z.int()),
  version: z.int().positive(),
});
export type DroppedFile = Omit<z.infer<typeof fileRow>, "sk"> & { readonly fileId: ImportId };

/** Files that came through the linkage bucket, by their SHA-256, each beside the records it brings. */
export const droppedFiles = (table: TableName) => {
  const fileKey = (fileId: ImportId): Key => ({ pk: "FILES", sk: fileId });
  const partition = (fileId: ImportId) => `FILE#${fileId}`;
  return {
    find: async (database: Database, fileId: ImportId): Promise<DroppedFile | undefined> => {
      const [item] = await database.getAll([{ table, key: fileKey(fileId) }]);
      if (!item) return undefined;
      const { sk, ...row } = fileRow.parse(item);
      return { fileId: sk, ...row };
    },

    write: ({ fileId, ...row }: DroppedFile): Write => {
      const item: Item = { ...fileKey(fileId), ...row };
      return row.version === 1
        ? { kind: "create", table, item }
        : { kind: "replace", table, item, expects: row.version - 1 };
    },

    /** Says once what became of a line. */
    lineWrite: (fileId: ImportId, { faults, ...line }: FileLine): Write => ({
      kind: "create",
      table,
      item: {
        pk: partition(fileId),
        sk: String(line.line).padStart(7, "0"),
        ...line,
        faults: faults.map((fault) => ({ ...fault })),
      },
    }),

    lines: async (database: Database, fileId: ImportId): Promise<FileLine[]> => {
      const lines: FileLine[] = [];
      for await (const item of queryAll(database, { table, pk: partition(fileId) })) lines.push(lineRow.parse(item));
      return lines;
    },
  };
};
