import * as z from "zod";
import { retentionClassSchema } from "../domain/retention.ts";
import { instantSchema } from "../domain/values.ts";
import type { Database, Key, Write } from "./database.ts";

/** 契約終了による消去: there is one in the life of an environment, and this row says that it has begun and how far it is. No personal data. */
const leavingRow = z.object({
  /** What the ward signed for. */
  manifestSha256: z.string(),
  documentNumber: z.string(),
  /** The ward's officer who signed, and when. */
  wardOfficer: z.string(),
  signedAt: instantSchema,
  operator: z.string(),
  startedAt: instantSchema,
  certificateId: z.string(),
  /** Records at the beginning, by class: what the certificate says is gone. */
  erased: z.partialRecord(retentionClassSchema, z.int()),
  /** When nothing was left for the first time; null before. */
  until: instantSchema.nullable(),
  version: z.int().positive(),
});
export type Leaving = z.infer<typeof leavingRow>;

export const leavingKey: Key = { pk: "LEAVING", sk: "LEAVING" };

export const findLeaving = async (database: Database): Promise<Leaving | undefined> => {
  const [item] = await database.getAll([{ table: "erasures", key: leavingKey }]);
  return item && leavingRow.parse(item);
};

export const leavingWrite = (leaving: Leaving): Write => {
  const item = { ...leavingKey, ...leaving };
  return leaving.version === 1
    ? { kind: "create", table: "erasures", item }
    : { kind: "replace", table: "erasures", item, expects: leaving.version - 1 };
};
