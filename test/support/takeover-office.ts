import type { TakeoverPorts } from "../../functions/linkage/takeover/ports.ts";
import { takeSets } from "../../functions/linkage/takeover/take-sets.ts";
import type { AtenaNumber } from "../../shared/domain/ids.ts";
import { defaultRetention } from "../../shared/domain/retention.ts";
import { memoryLog } from "../../shared/http/log.ts";
import type { Instant } from "../../shared/law/calendar.ts";
import { memoryMasterKey } from "../../shared/protection/master-key.ts";
import type { Database } from "../../shared/stores/database.ts";
import { memorySigner } from "../../shared/stores/digest-signer.ts";
import { keyring } from "../../shared/stores/keyring.ts";
import { memoryDatabase } from "../../shared/stores/memory-database.ts";
import { ledgerOf, loadedPerson, personRows } from "../../shared/stores/people.ts";
import { memoryTrailFiles } from "../../shared/stores/trail-files.ts";
import { memoryVersions, type Versions } from "../../shared/stores/versions.ts";
import { type FaultPlan, faultyDatabase, faultySigner, faultyTrailFiles } from "./faulty-database.ts";

type Process = ReturnType<FaultPlan["process"]>;

const faultyVersions = (bucket: Versions, { through }: Process): Versions => ({
  page: (prefix, after) => through(() => bucket.page(prefix, after)),
  get: (name, version) => through(() => bucket.get(name, version)),
  remove: (versions) => through(() => bucket.remove(versions)),
});

const now = "2026-11-26T01:00:00.000Z" as Instant;
const signer = memorySigner();

/** The takeover with its doubles: the bucket keeps every version of a name. */
export const openTakeover = (database: Database = memoryDatabase()) => {
  const files = new Map<string, Uint8Array[]>();
  const linkage = memoryVersions(files);
  const results = new Map<string, unknown>();
  const [audit, log, master] = [memoryTrailFiles(), memoryLog(), memoryMasterKey()];
  const clock = () => now;
  let drawn = 0;
  const portsOf = (process?: Process): TakeoverPorts => {
    const through = process ? faultyDatabase(database, process) : database;
    return {
      database: through,
      keyring: keyring(through, master, clock),
      clock,
      random: (bytes) => {
        drawn += 1;
        return Uint8Array.from({ length: bytes }, (_, at) => (drawn >> (5 * at)) & 31);
      },
      log,
      covered: new Set(),
      linkage: process ? faultyVersions(linkage, process) : linkage,
      results: {
        put: async (name, bytes) => {
          results.set(name, JSON.parse(Buffer.from(bytes).toString("utf8")));
        },
        get: async () => undefined,
        link: async (name) => name,
      },
      audit: process ? faultyTrailFiles(audit, process) : audit,
      signer: process ? faultySigner(signer, process) : signer,
      schedule: defaultRetention,
      backups: { keyDays: 30, backupDays: 400 },
      ward: { code: "13110", name: "目黒区" },
    };
  };
  const put = (set: string, extract: ReadonlyMap<string, Uint8Array>) => {
    for (const [name, bytes] of extract) {
      const key = `takeover/${set}/${name}`;
      files.set(key, [...(files.get(key) ?? []), bytes]);
    }
  };
  return {
    database,
    files,
    results,
    audit,
    log,
    signer,
    put,
    turn: (event: unknown = {}, process?: Process) => takeSets(portsOf(process))(event),
    /** The events of a person's ledger, opened from its entries. */
    eventsOf: async (atenaNumber: string) => {
      const ring = keyring(database, master, clock);
      const person = (await ring.index()).person(atenaNumber as AtenaNumber);
      const rows = await database.getAll(personRows(person));
      if (rows[0] === undefined) return undefined;
      return (await ledgerOf(database, await loadedPerson(person, rows, ring))).flatMap(({ events }) => events);
    },
    leftOf: (set: string) => [...files.keys()].filter((name) => name.startsWith(`takeover/${set}/`)),
    certificates: () => [...audit.files.keys()].filter((name) => name.endsWith(".json")),
  };
};
