import { type EraseOrder, eraseSet } from "../../functions/linkage/takeover/erase-set.ts";
import { importSet } from "../../functions/linkage/takeover/import-set.ts";
import type { TakeoverPorts } from "../../functions/linkage/takeover/ports.ts";
import { certificateName, readCertificate } from "../../shared/audit/certificate.ts";
import type { AtenaNumber, OfficerId } from "../../shared/domain/ids.ts";
import { defaultRetention } from "../../shared/domain/retention.ts";
import type { Instant } from "../../shared/law/calendar.ts";
import { memoryMasterKey } from "../../shared/protection/master-key.ts";
import { memorySigner } from "../../shared/stores/digest-signer.ts";
import { keyring } from "../../shared/stores/keyring.ts";
import { memoryDatabase } from "../../shared/stores/memory-database.ts";
import { ledgerOf, loadedPerson, personRows } from "../../shared/stores/people.ts";
import { findTakeover, takeoverMarks } from "../../shared/stores/takeovers.ts";
import { memoryTrailFiles } from "../../shared/stores/trail-files.ts";
import { memoryVersions, type Versions } from "../../shared/stores/versions.ts";
import { type FaultPlan, faultyDatabase, faultyMasterKey, faultySigner, faultyTrailFiles } from "./faulty-database.ts";

type Process = ReturnType<FaultPlan["process"]>;

const faultyVersions = (bucket: Versions, { through }: Process): Versions => ({
  page: (prefix, after) => through(() => bucket.page(prefix, after)),
  get: (name, version) => through(() => bucket.get(name, version)),
  remove: (versions) => through(() => bucket.remove(versions)),
});

const now = "2026-11-26T01:00:00.000Z" as Instant;
const signer = memorySigner();
const operator = "op-01" as OfficerId;
const untouched: Process = { through: (work) => work(), isDead: () => false };

/** The takeover with its doubles: the bucket keeps every version of a name. */
export const openTakeover = (master = memoryMasterKey()) => {
  const database = memoryDatabase();
  const files = new Map<string, Uint8Array[]>();
  const linkage = memoryVersions(files);
  const audit = memoryTrailFiles();
  const clock = () => now;
  let drawn = 0;
  const portsOf = (process: Process = untouched): TakeoverPorts => {
    const through = faultyDatabase(database, process);
    return {
      environment: "kokunen-test",
      database: through,
      keyring: keyring(through, faultyMasterKey(master, process), clock),
      clock,
      random: (bytes) => {
        drawn += 1;
        return Uint8Array.from({ length: bytes }, (_, at) => (drawn >> (5 * at)) & 31);
      },
      covered: new Set(),
      linkage: faultyVersions(linkage, process),
      audit: faultyTrailFiles(audit, process),
      signer: faultySigner(signer, process),
      schedule: defaultRetention,
      ward: { code: "13110", name: "目黒区" },
    };
  };
  return {
    database,
    files,
    audit,
    signer,
    put: (set: string, extract: ReadonlyMap<string, Uint8Array>) => {
      for (const [name, bytes] of extract) {
        const key = `takeover/${set}/${name}`;
        files.set(key, [...(files.get(key) ?? []), bytes]);
      }
    },
    take: (set: string, process?: Process, goOn?: () => boolean) =>
      importSet(portsOf(process), { set, operator }, goOn),
    erase: (set: string, accept: EraseOrder["accept"] = null, process?: Process, confirm = "kokunen-test") =>
      eraseSet(portsOf(process), { set, operator, confirm, accept }),
    standing: async (set: string) => ({
      takeover: await findTakeover(database, set),
      marks: await takeoverMarks(database, set),
    }),
    /** The events of a person's ledger, opened from its entries; undefined for nobody on file. */
    eventsOf: async (atenaNumber: string) => {
      const ring = keyring(database, master, clock);
      const person = (await ring.index()).person(atenaNumber as AtenaNumber);
      const rows = await database.getAll(personRows(person));
      if (rows[0] === undefined) return undefined;
      return (await ledgerOf(database, await loadedPerson(person, rows, ring))).flatMap(({ events }) => events);
    },
    leftOf: (set: string) => [...files.keys()].filter((name) => name.startsWith(`takeover/${set}/`)),
    certificates: () =>
      [...audit.files].flatMap(([name, bytes]) => {
        const certificate = name.endsWith(".json") ? readCertificate(bytes) : undefined;
        return certificate && certificateName(certificate.certificateId) === name ? [certificate] : [];
      }),
  };
};

export type TakeoverOffice = ReturnType<typeof openTakeover>;
