import { generateKeyPairSync } from "node:crypto";
import { recipientOf } from "../../functions/erasure/leaving/envelope.ts";
import { type EraseOrder, eraseEnvironment } from "../../functions/erasure/leaving/erase-environment.ts";
import { giveBack } from "../../functions/erasure/leaving/give-back.ts";
import { manifestName, readManifest } from "../../functions/erasure/leaving/manifest.ts";
import { type LeavingPorts, memoryFolder } from "../../functions/erasure/leaving/ports.ts";
import { type Receipt, signReceipt } from "../../functions/erasure/leaving/receipt.ts";
import { type BucketRead, bucketsRead } from "../../functions/erasure/ports.ts";
import type { OfficerId } from "../../shared/domain/ids.ts";
import { keysOf } from "../../shared/domain/keys-of.ts";
import type { Instant } from "../../shared/law/calendar.ts";
import type { MasterKey } from "../../shared/protection/master-key.ts";
import { memorySigner } from "../../shared/stores/digest-signer.ts";
import { holdWrite } from "../../shared/stores/holds.ts";
import { keyring } from "../../shared/stores/keyring.ts";
import { type MemoryDatabase, memoryDatabase } from "../../shared/stores/memory-database.ts";
import { memoryScan } from "../../shared/stores/table-scan.ts";
import { tableNames } from "../../shared/stores/tables.ts";
import type { TrailFiles } from "../../shared/stores/trail-files.ts";
import { memoryVersions } from "../../shared/stores/versions.ts";
import {
  type FaultPlan,
  faultyDatabase,
  faultyMasterKey,
  faultyScan,
  faultySigner,
  faultyTrailFiles,
  faultyVersions,
} from "./faulty-database.ts";
import { closeTheDay, deskDay } from "./leaks/desk-day.ts";
import { type MarkedPerson, markedPeople } from "./leaks/marked-people.ts";
import { openWitnessed } from "./leaks/witnessed-office.ts";

/** An environment: its tables, its buckets and its key. */
export interface World {
  readonly database: MemoryDatabase;
  readonly master: MasterKey;
  readonly buckets: Record<BucketRead, Map<string, readonly Uint8Array[]>>;
  readonly signer: ReturnType<typeof memorySigner>;
}

const pem = (key: { export(options: { type: "spki"; format: "pem" }): string | Buffer }) =>
  String(key.export({ type: "spki", format: "pem" }));

/** The ward's two pairs: one that the return is encrypted to, one that it signs with. */
export const ward = {
  opening: generateKeyPairSync("ec", { namedCurve: "P-256" }),
  signing: generateKeyPairSync("ec", { namedCurve: "P-256" }),
};
export const wardPem = pem(ward.opening.publicKey);

export const recipient = () => {
  const found = recipientOf(wardPem);
  if (!found) throw new Error("an unfit key");
  return found;
};

export const emptyBuckets = (): World["buckets"] => ({
  staging: new Map(),
  outbox: new Map(),
  linkage: new Map(),
  exports: new Map(),
  audit: new Map(),
});

/** A day at every desk for some people, with files in every bucket, some in two versions, and a hold. */
export const filledWorld = async (count = 2): Promise<World & { readonly people: readonly MarkedPerson[] }> => {
  const office = openWitnessed();
  const people = markedPeople(count, 71);
  try {
    for (const [at, person] of people.entries())
      await deskDay(office, person, people[(at + 1) % people.length] ?? person, at);
    await closeTheDay(office, people);
  } finally {
    office.stop();
  }
  const buckets = emptyBuckets();
  const paper = (nth: number) => Buffer.from(`${people[0]?.name},${people[0]?.individualNumber},${nth}\r\n`);
  for (const bucket of bucketsRead)
    if (bucket !== "audit") buckets[bucket].set("T20261123-AAAAAA/DATA.csv", [paper(1), paper(2)]);
  buckets.outbox.set("T20261124-BBBBBB/DATA.csv", [paper(3)]);
  buckets.audit.set("trail/entries/2026/11/23/2026-11-23T01.ndjson", [Buffer.from("{}\n")]);
  await office.database.transact([
    holdWrite({
      holdId: "H20261123-AAAAAA",
      target: "CLASS#income",
      reason: "inspection",
      documentNumber: "8国年第1号",
      until: null,
      placedBy: "manager-1",
      placedAt: "2026-11-23T01:00:00.000Z" as Instant,
      ended: null,
      version: 1,
    }),
  ]);
  return { database: office.database, master: office.master, buckets, signer: memorySigner(), people };
};

export const copyOfWorld = async ({ database, master, buckets, signer }: World): Promise<World> => {
  const to = memoryDatabase();
  for (const table of tableNames)
    for (const item of database.dump(table)) await to.transact([{ kind: "put", table, item }]);
  const copied = emptyBuckets();
  for (const bucket of bucketsRead) for (const [name, held] of buckets[bucket]) copied[bucket].set(name, held);
  return { database: to, master, buckets: copied, signer };
};

/** Everything that is stored, to tell whether anything changed. */
export const contentsOf = ({ database, buckets }: World) =>
  structuredClone({
    tables: Object.fromEntries(tableNames.map((table) => [table, database.dump(table)])),
    buckets: Object.fromEntries(bucketsRead.map((bucket) => [bucket, [...buckets[bucket]]])),
  });

type Process = ReturnType<FaultPlan["process"]>;

/** The trail's part of the audit bucket, over the same files that its versions are read from. */
export const auditFiles = (held: Map<string, readonly Uint8Array[]>): TrailFiles => ({
  async *list(prefix) {
    yield* [...held.keys()].filter((name) => name.startsWith(prefix)).toSorted();
  },
  get: async (name) => held.get(name)?.at(-1),
  add: async (name, bytes) => {
    if (held.has(name)) return false;
    held.set(name, [Uint8Array.from(bytes)]);
    return true;
  },
});

let drawn = 0;

/** What the operator's command holds; with a process of a fault plan, its calls go wrong as planned. */
export const portsOf = (world: World, process?: Process, pageSize = 7): LeavingPorts => {
  const through: Process = process ?? { through: (work) => work(), isDead: () => false };
  const clock = () => "2027-03-31T02:00:00.000Z" as Instant;
  const database = faultyDatabase(world.database, through);
  const versions = (bucket: BucketRead) => faultyVersions(memoryVersions(world.buckets[bucket]), through);
  return {
    environment: "kokunen-test",
    ward: { code: "13110", name: "目黒区" },
    backups: { keyDays: 35, backupDays: 400 },
    clock,
    random: (length) => {
      drawn += 1;
      return Uint8Array.from({ length }, (_, at) => (drawn >> (at * 5)) % 32);
    },
    database,
    scan: faultyScan(memoryScan(world.database, pageSize), through),
    keyring: keyring(database, faultyMasterKey(world.master, through), clock),
    signer: faultySigner(world.signer, through),
    audit: faultyTrailFiles(auditFiles(world.buckets.audit), through),
    buckets: {
      staging: versions("staging"),
      outbox: versions("outbox"),
      linkage: versions("linkage"),
      exports: versions("exports"),
      audit: versions("audit"),
    },
    tell: () => undefined,
  };
};

export const documentNumber = "8国年第99号";

/** A return of the world, in a folder. */
export const returned = async (world: World, limit?: number, pageSize?: number) => {
  const folder = memoryFolder();
  const manifest = await giveBack(portsOf(world, undefined, pageSize), recipient(), folder, limit);
  if ("stopped" in manifest) throw new Error(`stopped: ${manifest.stopped} ${manifest.table}`);
  return { folder, manifest };
};

/** The ward's receipt of a folder, and the order that goes with it; `over` changes what the ward signs. */
export const orderFor = async (
  folder: ReturnType<typeof memoryFolder>,
  over: Partial<Receipt> = {},
): Promise<EraseOrder> => {
  const bytes = folder.files.get(manifestName) ?? new Uint8Array();
  const found = readManifest(bytes);
  if (!found) throw new Error("no manifest");
  const { manifest, sha256: manifestSha256 } = found;
  const receipt: Receipt = {
    form: 1,
    environment: manifest.environment,
    manifestSha256,
    documentNumber,
    by: "head-01" as OfficerId,
    at: "2027-03-30T02:00:00.000Z" as Instant,
    files: manifest.parts.length,
    records: manifest.parts.reduce((sum, part) => sum + part.records, 0),
    ...over,
  };
  return {
    manifest: bytes,
    receipt: await signReceipt(receipt, ward.signing.privateKey),
    wardKey: ward.signing.publicKey,
    documentNumber,
    operator: "operator-1" as OfficerId,
    confirm: "kokunen-test",
  };
};

/** Rows and objects left in an environment, by place. */
export const leftIn = ({ database, buckets }: World) => ({
  rows: tableNames.flatMap((table) => database.dump(table).map(({ pk }) => `${table} ${pk}`)),
  objects: keysOf(buckets).flatMap((bucket) => (bucket === "audit" ? [] : [...buckets[bucket].keys()])),
});

export const erase = (world: World, order: EraseOrder) => eraseEnvironment(portsOf(world), order);
