import type { ToldRecord } from "../../functions/requests/package/told-record.ts";
import { auditEntry } from "../../shared/audit/entry.ts";
import type { Instant } from "../../shared/law/calendar.ts";
import { memoryBriefStore } from "../../shared/stores/brief-files.ts";
import { memoryFileStore } from "../../shared/stores/files.ts";
import { partsOf } from "../../shared/stores/outputs.ts";
import { disclosureOf, openFor, personIdOf } from "./disclosure.ts";
import type { Fault } from "./faulty-database.ts";
import { household } from "./household.ts";
import { examiner, manager } from "./outputs.ts";
import { copyOf, restartingOffice, type Stores } from "./restarting-office.ts";

const digestedUntil = 8;

/** A household with something in every store, whose trail is digested but for the last hours. */
export const preparedForDisclosure = async () => {
  const { database, master, people, office } = await household();
  for (let hour = 0; hour < digestedUntil; hour += 1) {
    office.time.now = new Date(Date.parse(office.time.now) + 3_600_000).toISOString() as Instant;
    await office.digestTrail();
  }
  const stores: Stores = {
    database,
    master,
    staging: memoryFileStore(),
    outbox: memoryFileStore(),
    exported: memoryBriefStore(),
  };
  const personId = await personIdOf({ database, master }, people[0]);
  return { stores, personId };
};
export type Prepared = Awaited<ReturnType<typeof preparedForDisclosure>>;

/** Says by throwing that the trail could not be kept: then nothing was made, and the next turn begins again. */
const foreseen = /^(InjectedFault|Error: the access trail could not be written)/;

const firstTurn = Date.parse("2026-11-23T13:00:00.000Z");
const quarter = 15 * 60 * 1_000;
const turnAt = (nth: number) => new Date(firstTurn + nth * quarter).toISOString() as Instant;

/** A package from its request until it is whole, with calls that fail; what is then true of it. */
export const disclosureStory = async ({ stores: base, personId }: Prepared, faults: readonly Fault[]) => {
  const stores = await copyOf(base);
  const office = restartingOffice(stores, faults, { disclosures: async () => openFor(personId) });
  const asked = await office.insist("POST", "/v1/outputs", { ...examiner, body: disclosureOf() });
  const path = `/v1/outputs/${asked.body.outputId}`;
  let state = "requested";
  for (let turn = 0; state !== "ready" && turn < 20; turn += 1) {
    await office.once("POST", `${path}/decision`, { ...manager, body: { decision: "approve" } });
    await office.outputsTurn(turnAt(turn));
    state = (await office.once("GET", path, examiner))?.body.state ?? state;
  }
  const calls = office.plan.calls();
  await office.plan.land();
  const records: ToldRecord[] = [];
  for (const { object, type } of await partsOf(stores.database, asked.body.outputId)) {
    const bytes = await stores.exported.get(object);
    if (type === "application/jsonl")
      for (const line of String(Buffer.from(bytes ?? []))
        .trimEnd()
        .split("\n"))
        records.push(JSON.parse(line));
  }
  const codes = stores.database
    .dump("audit")
    .map(({ entry }) => auditEntry.parse(JSON.parse(String(entry))))
    .filter(({ object }) => object === asked.body.outputId)
    .map((entry) => entry.codes);
  return {
    calls,
    state,
    surprises: office.surprises().filter((error) => !foreseen.test(error)),
    /** Records but for those of the asking itself, which is asked again where its answer was lost. */
    stored: records
      .filter(({ fields }) => !fields.some(({ value }) => value.startsWith("O2026")))
      .map(({ record, fields }) => `${record} ${fields.length}`),
    read: codes.filter((each) => each.includes("package-read")).length,
    ready: codes.filter((each) => each.includes("ready")).length,
  };
};
