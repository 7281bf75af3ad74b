import * as z from "zod";
import { reportKindSchema } from "../contracts/steps.ts";
import type { FilingId, RunId } from "../domain/ids.ts";
import { keysOf } from "../domain/keys-of.ts";
import { filingIdSchema, instantSchema } from "../domain/values.ts";
import { type Database, type Item, type Key, queryAll, type Write } from "./database.ts";

/** 進達の状態. Up to `sealed` at most one run is open; any number may wait for approval. */
export const runStates = {
  collecting: "集めている",
  composing: "作っている",
  sealed: "承認待ち",
  approved: "承認済み",
  refused: "差し戻し",
  released: "進達済み",
  reopened: "差し戻し済み",
  empty: "対象なし",
} as const satisfies Record<string, string>;
export type RunState = keyof typeof runStates;

const runIdSchema = z.string().transform((value) => value as RunId);

export const manifestSchema = z.strictObject({
  runId: z.string(),
  wardCode: z.string(),
  createdOn: z.string(),
  files: z.array(
    z.strictObject({
      name: z.string(),
      kind: reportKindSchema.nullable(),
      /** 届出 in it; 0 for the slip. */
      count: z.int(),
      size: z.int(),
      sha256: z.string().length(64),
    }),
  ),
});
export type Manifest = z.infer<typeof manifestSchema>;

/** What a 管理責任者 decided of files that wait to go out. */
export const decisionSchema = z.strictObject({
  decision: z.enum(["approve", "refuse"]),
  reason: z.string(),
  by: z.string(),
  at: instantSchema,
});

export const runRow = z.object({
  sk: runIdSchema,
  state: z.enum(keysOf(runStates)),
  startedAt: instantSchema,
  startedBy: z.string(),
  cutoff: instantSchema,
  kinds: z.array(reportKindSchema),
  manifest: manifestSchema.nullable(),
  decision: decisionSchema.nullable(),
  taskToken: z.string().nullable(),
  version: z.int().positive(),
});

export type Run = Omit<z.infer<typeof runRow>, "sk"> & { readonly runId: RunId };

const runsPartition = "RUNS";
const runKey = (runId: RunId): Key => ({ pk: runsPartition, sk: runId });
const openKey: Key = { pk: "OPEN-RUN", sk: "OPEN-RUN" };

const runOf = (item: Item): Run => {
  const { sk, ...run } = runRow.parse(item);
  return { runId: sk, ...run };
};

const runItem = ({ runId, ...run }: Run): Item => ({ ...runKey(runId), ...run });

export const findRun = async (database: Database, runId: RunId): Promise<Run | undefined> => {
  const [item] = await database.getAll([{ table: "transmittals", key: runKey(runId) }]);
  return item && runOf(item);
};

/** The run not yet sealed, if there is one. */
export const openRun = async (database: Database): Promise<Run | undefined> => {
  const [pointer] = await database.getAll([{ table: "transmittals", key: openKey }]);
  return pointer && findRun(database, z.object({ runId: runIdSchema }).parse(pointer).runId);
};

export const recentRuns = async (database: Database, limit: number): Promise<Run[]> =>
  (await database.query({ table: "transmittals", pk: runsPartition, descending: true, limit })).map(runOf);

/** A new run and the mark that it is the open one: refused while another is. */
export const openRunWrites = (run: Run): Write[] => [
  { kind: "create", table: "transmittals", item: { ...openKey, runId: run.runId, version: 1 } },
  { kind: "create", table: "transmittals", item: runItem(run) },
];

/** The run in its next state; carries the version on. */
export const runWrite = (before: Run, change: Partial<Omit<Run, "runId" | "version">>): Write => ({
  kind: "replace",
  table: "transmittals",
  item: runItem({ ...before, ...change, version: before.version + 1 }),
  expects: before.version,
});

/** Holds a transaction to the run as it was read. */
export const runUnchanged = (run: Run): Write => ({
  kind: "check",
  table: "transmittals",
  key: runKey(run.runId),
  expects: run.version,
});

export const closeOpenRun: Write = { kind: "delete", table: "transmittals", key: openKey, expects: 1 };

/** A 届出 in a run: `stopped` ones could not be written and left it; `settled` ones have their result. */
export const memberRow = z.object({
  sk: filingIdSchema,
  kind: reportKindSchema,
  state: z.enum(["included", "stopped", "released", "put-back", "settled"]),
  reasons: z.array(z.strictObject({ code: z.string(), message: z.string() })),
  version: z.int().positive(),
});
export type Member = Omit<z.infer<typeof memberRow>, "sk"> & { readonly filingId: FilingId };

const membersPartition = (runId: RunId) => `RUN#${runId}`;
const memberItem = (runId: RunId, { filingId, ...member }: Member): Item => ({
  pk: membersPartition(runId),
  sk: filingId,
  ...member,
  reasons: member.reasons.map((reason) => ({ ...reason })),
});

const memberOf = (item: Item): Member => {
  const { sk, ...member } = memberRow.parse(item);
  return { filingId: sk, ...member };
};

export const joinRun = (runId: RunId, filingId: FilingId, kind: Member["kind"]): Write => ({
  kind: "create",
  table: "transmittals",
  item: memberItem(runId, { filingId, kind, state: "included", reasons: [], version: 1 }),
});

export const memberWrite = (runId: RunId, member: Member, state: Member["state"], reasons = member.reasons): Write => ({
  kind: "replace",
  table: "transmittals",
  item: memberItem(runId, { ...member, state, reasons, version: member.version + 1 }),
  expects: member.version,
});

export const membersOf = async (database: Database, runId: RunId): Promise<Member[]> => {
  const members: Member[] = [];
  for await (const item of queryAll(database, { table: "transmittals", pk: membersPartition(runId) }))
    members.push(memberOf(item));
  return members;
};

export const findMember = async (database: Database, runId: RunId, filingId: FilingId): Promise<Member | undefined> => {
  const [item] = await database.getAll([{ table: "transmittals", key: { pk: membersPartition(runId), sk: filingId } }]);
  return item && memberOf(item);
};
