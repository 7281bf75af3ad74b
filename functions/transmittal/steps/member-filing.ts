import { type Filing, filingKey, filingOf } from "../../../shared/stores/filings.ts";
import { type QueueEntry, queueEntryOf, queueKey } from "../../../shared/stores/queue.ts";
import type { Member } from "../../../shared/stores/runs.ts";
import type { StorePorts } from "../../ports.ts";

/** A member's filing and its place in the queue, as they stand now. @throws when either is missing. */
export const memberFiling = async (
  { filingId }: Member,
  ports: StorePorts,
): Promise<{ readonly filing: Filing; readonly queued: QueueEntry }> => {
  const [filing, queued] = await ports.database.getAll([
    { table: "filings", key: filingKey(filingId) },
    { table: "transmittals", key: queueKey(filingId) },
  ]);
  if (!filing || !queued) throw new Error("a member of the run has left the register or the queue");
  return { filing: filingOf(filing), queued: queueEntryOf(queued) };
};
