import * as z from "zod";
import type { FilingId, RunId } from "../domain/ids.ts";
import { filingIdSchema, plainDateSchema } from "../domain/values.ts";
import type { PlainDate } from "../law/calendar.ts";
import type { Database, Item, Key, Write } from "./database.ts";

/**
 * The 進達 queue: one row for each filing accepted and not yet sent. `unexamined` waits for 審査, `ready` for the next
 * run, `claimed` belongs to a run, `stopped` could not be written to the medium and waits for its correction.
 */
export const row = z.object({
  sk: filingIdSchema,
  state: z.enum(["unexamined", "ready", "claimed", "stopped"]),
  reportBy: plainDateSchema,
  runId: z
    .string()
    .transform((value) => value as RunId)
    .nullable(),
  version: z.int().positive(),
});

export interface QueueEntry {
  readonly filingId: FilingId;
  readonly state: z.infer<typeof row>["state"];
  /** 報告期限. */
  readonly reportBy: PlainDate;
  readonly runId: RunId | null;
  readonly version: number;
}

export const queuePartition = "QUEUE";
export const queueKey = (filingId: FilingId): Key => ({ pk: queuePartition, sk: filingId });

export const queueEntryOf = (item: Item): QueueEntry => {
  const { sk, ...entry } = row.parse(item);
  return { filingId: sk, ...entry };
};

const itemOf = ({ filingId, ...entry }: QueueEntry): Item => ({ ...queueKey(filingId), ...entry });

export const enqueue = (filingId: FilingId, reportBy: PlainDate): Write => ({
  kind: "create",
  table: "transmittals",
  item: itemOf({ filingId, state: "unexamined", reportBy, runId: null, version: 1 }),
});

export const requeue = (entry: QueueEntry, state: QueueEntry["state"], runId: RunId | null = null): Write => ({
  kind: "replace",
  table: "transmittals",
  item: itemOf({ ...entry, state, runId, version: entry.version + 1 }),
  expects: entry.version,
});

export const dequeue = (entry: QueueEntry): Write => ({
  kind: "delete",
  table: "transmittals",
  key: queueKey(entry.filingId),
  expects: entry.version,
});

export const queueEntry = async (database: Database, filingId: FilingId): Promise<QueueEntry | undefined> => {
  const [item] = await database.getAll([{ table: "transmittals", key: queueKey(filingId) }]);
  return item && queueEntryOf(item);
};
