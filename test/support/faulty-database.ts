import type { DeskPorts } from "../../functions/transmittal/desk/ports.ts";
import type { Signer } from "../../shared/audit/signature.ts";
import type { MasterKey } from "../../shared/protection/master-key.ts";
import type { BriefStore } from "../../shared/stores/brief-files.ts";
import type { Database, Outcome } from "../../shared/stores/database.ts";
import type { FileStore, StagingStore } from "../../shared/stores/files.ts";
import type { Inbox } from "../../shared/stores/inbox.ts";
import type { TableScan } from "../../shared/stores/table-scan.ts";
import type { TrailFiles } from "../../shared/stores/trail-files.ts";
import type { Versions } from "../../shared/stores/versions.ts";

/**
 * How a call goes wrong. `before`: it never arrived. `after`: it happened and its answer was lost. `late`: it was given up
 * and arrives afterwards, between later calls. `contended`: the database turned the transaction away under load. `doubted`: a
 * lone write happened, its answer was lost, and the SDK's own second attempt found it there already. The `die` ones end the
 * process there: none of its later calls happens.
 */
export const faultModes = ["before", "after", "late", "contended", "doubted", "die-before", "die-after"] as const;
export type FaultMode = (typeof faultModes)[number];

export interface Fault {
  /** Which call, the first is 1; counted over all processes of one plan. */
  readonly call: number;
  readonly mode: FaultMode;
}

/** Thrown in place of an answer, so that what was injected can be told from a bug. */
class InjectedFault extends Error {
  constructor(what: string) {
    super(what);
    this.name = "InjectedFault";
  }
}

/** A late call arrives before the second call after the one that gave it up. */
const lateBy = 2;

const turnedAway: Outcome = { ok: false, failed: [], contended: true };

/** What a transaction answers in the modes in which it answers at all. */
interface Answers<T> {
  readonly contended?: T;
  readonly doubted?: T;
}

/** Decides for each call, in the order they are made, whether it goes well. The same faults give the same run. */
export const faultPlan = (faults: readonly Fault[]) => {
  const modes = new Map(faults.map(({ call, mode }) => [call, mode]));
  const late: { readonly due: number; readonly work: () => Promise<unknown> }[] = [];
  let calls = 0;

  /** Whatever is still under way arrives. */
  const land = async (now = Number.POSITIVE_INFINITY): Promise<void> => {
    const due = late.filter((call) => call.due <= now);
    late.splice(0, late.length, ...late.filter((call) => call.due > now));
    for (const { work } of due) await work();
  };

  /** One process: alive until a fault ends it. */
  const process = () => {
    let dead = false;
    const through = async <T>(work: () => Promise<T>, { contended, doubted }: Answers<T> = {}): Promise<T> => {
      if (dead) throw new InjectedFault("the process is dead");
      calls += 1;
      const mode = modes.get(calls);
      await land(calls);
      switch (mode) {
        case undefined:
          return work();
        case "before":
          throw new InjectedFault("the call did not arrive");
        case "after":
          await work();
          throw new InjectedFault("the answer was lost");
        case "late":
          late.push({ due: calls + lateBy, work });
          throw new InjectedFault("the call was given up");
        case "contended":
          if (contended === undefined) throw new InjectedFault("the call was throttled");
          return contended;
        case "doubted":
          await work();
          if (doubted === undefined) throw new InjectedFault("the answer was lost");
          return doubted;
        case "die-before":
          dead = true;
          throw new InjectedFault("the process died before the call");
        case "die-after":
          dead = true;
          await work();
          throw new InjectedFault("the process died after the call");
      }
    };
    return { through, isDead: () => dead };
  };

  return { process, land, calls: () => calls };
};

export type FaultPlan = ReturnType<typeof faultPlan>;
type Process = ReturnType<FaultPlan["process"]>;

export const faultyDatabase = (database: Database, { through }: Process): Database => ({
  getAll: (keys) => through(() => database.getAll(keys)),
  query: (query) => through(() => database.query(query)),
  transact: (writes) =>
    through(() => database.transact(writes), {
      contended: turnedAway,
      ...(writes.length === 1 ? { doubted: { ok: false, failed: writes, contended: false } } : {}),
    }),
});

export const faultyScan = (scan: TableScan, { through }: Process): TableScan => ({
  page: (table, after) => through(() => scan.page(table, after)),
});

/** A bucket in which nothing is read, only listed and taken away. */
export const faultySweep = (
  versions: Pick<Versions, "page" | "remove">,
  { through }: Process,
): Pick<Versions, "page" | "remove"> => ({
  page: (prefix, after) => through(() => versions.page(prefix, after)),
  remove: (gone) => through(() => versions.remove(gone)),
});

export const faultyVersions = (versions: Versions, process: Process): Versions => ({
  ...faultySweep(versions, process),
  get: (name, version) => process.through(() => versions.get(name, version)),
});

export const faultyFileStore = (files: FileStore, { through }: Process): FileStore => ({
  put: (name, bytes, type) => through(() => files.put(name, bytes, type)),
  get: (name) => through(() => files.get(name)),
  link: files.link,
});

export const faultyStagingStore = (files: StagingStore, process: Process): StagingStore => ({
  ...faultyFileStore(files, process),
  clear: (prefix) => process.through(() => files.clear(prefix)),
});

export const faultyBriefStore = (files: BriefStore, { through }: Process): BriefStore => ({
  put: (name, bytes, type) => through(() => files.put(name, bytes, type)),
  get: (name) => through(() => files.get(name)),
  clear: (prefix) => through(() => files.clear(prefix)),
});

export const faultyInbox = (inbox: Inbox, { through }: Process): Inbox => ({
  list: () => through(() => inbox.list()),
  get: (name) => through(() => inbox.get(name)),
  remove: (name, mark) => through(() => inbox.remove(name, mark)),
});

export const faultyMasterKey = (master: MasterKey, { through }: Process): MasterKey => ({
  generate: (purpose) => through(() => master.generate(purpose)),
  unwrap: (wrapped, purpose) => through(() => master.unwrap(wrapped, purpose)),
});

export const faultyStart =
  (start: DeskPorts["start"], { through }: Process): DeskPorts["start"] =>
  (name, input) =>
    through(() => start(name, input));

export const faultyWake =
  (wake: DeskPorts["wake"], { through }: Process): DeskPorts["wake"] =>
  (token, decision) =>
    through(() => wake(token, decision));

export const faultyTrailFiles = (files: TrailFiles, { through }: Process): TrailFiles => ({
  async *list(prefix) {
    const names: string[] = [];
    await through(async () => {
      for await (const name of files.list(prefix)) names.push(name);
    });
    yield* names;
  },
  get: (name) => through(() => files.get(name)),
  // The SDK tries again by itself, and finds what its first attempt put there.
  add: (name, bytes, type) => through(() => files.add(name, bytes, type), { doubted: false }),
});

export const faultySigner = (signer: Signer, { through }: Process): Signer => ({
  publicKey: () => through(() => signer.publicKey()),
  sign: (bytes) => through(() => signer.sign(bytes)),
});
