import type { Finding } from "../../shared/domain/batch-kinds.ts";
import type { RecordItemId } from "../../shared/domain/record-items.ts";
import type { Call } from "../../shared/http/call.ts";
import type { BlindIndex } from "../../shared/protection/blind-index.ts";
import { auditWrite } from "../../shared/stores/audit.ts";
import { type Batch, rowKey, rowWrite } from "../../shared/stores/batches.ts";
import type { Database, Key } from "../../shared/stores/database.ts";
import { type LoadedPerson, recordWrites } from "../../shared/stores/people.ts";
import { groupsOf } from "../groups-of.ts";
import type { Target } from "./find-targets.ts";

export interface Found {
  readonly target: Target;
  readonly finding: Finding;
  /** Null for someone not on file. */
  readonly loaded: LoadedPerson | null;
}

interface Recording {
  readonly batch: Batch;
  readonly index: BlindIndex;
  readonly call: Call;
  readonly database: Database;
}

/** What a batch reads of a person. */
export const itemsRead = [
  "addressee.birthDate",
  "insured.insuredCategory",
  "insured.acquisitionDate",
  "insured.lossDate",
  "insured.lossCause",
] as const satisfies readonly RecordItemId[];

/** With the entry of the trail a transaction stays well below the hundred writes of DynamoDB. */
const rowsAtOnce = 40;
const ledgersAtOnce = 8;

export const rowPlace = (batch: Batch, { personId, line }: Target): Key =>
  rowKey(batch.batchId, batch.done, personId, line);

const rowOf = (batch: Batch, { target, finding, loaded }: Found) =>
  rowWrite(rowPlace(batch, target), target.personId, target.line, finding, loaded?.key ?? null);

const trail = (found: readonly Found[], { batch, index, call }: Recording) =>
  auditWrite(
    call.trail({
      subjects: [...new Set(found.map(({ target }) => index.auditSubject(target.personId)))],
      object: batch.batchId,
      items: [...itemsRead],
      purpose: "batch",
      codes: [...new Set(found.map(({ finding }) => finding.outcome))].sort(),
    }),
  );

/** The ledger, the row and the trail of one person: all or none. */
const recordLedger = async (found: Found, loaded: LoadedPerson, recording: Recording): Promise<boolean> => {
  const { batch, index, call, database } = recording;
  const source = { kind: "batch", batchId: batch.batchId } as const;
  const { writes } = recordWrites(loaded, index, call.occasion, source, found.finding.events);
  return (await database.transact([rowOf(batch, found), ...writes, trail([found], recording)])).ok;
};

const recordRows = async (group: readonly Found[], recording: Recording): Promise<boolean> =>
  (
    await recording.database.transact([
      ...group.map((found) => rowOf(recording.batch, found)),
      // A person may be in the group by several lines.
      ...[...new Map(group.map(({ loaded }) => [loaded?.personId, loaded?.keyWrites ?? []])).values()].flat(),
      trail(group, recording),
    ])
  ).ok;

/** Writes what was found. False when somebody else wrote meanwhile: then the step has to be looked at again. */
export const recordFindings = async (all: readonly Found[], recording: Recording): Promise<boolean> => {
  const done: boolean[] = [];
  const { ledgers = [], rows = [] } = Object.groupBy(all, ({ finding, loaded }) =>
    loaded && finding.events.length > 0 ? "ledgers" : "rows",
  );
  for (const group of groupsOf(ledgers, ledgersAtOnce))
    done.push(
      ...(await Promise.all(
        group.flatMap((found) => (found.loaded ? [recordLedger(found, found.loaded, recording)] : [])),
      )),
    );
  for (const group of groupsOf(rows, rowsAtOnce)) done.push(await recordRows(group, recording));
  return done.every(Boolean);
};
