import { auditEntry } from "../../shared/audit/entry.ts";
import type { Instant } from "../../shared/law/calendar.ts";
import { type Output, partsOf } from "../../shared/stores/outputs.ts";
import type { Fault } from "./faulty-database.ts";
import { putOnFile } from "./income-outputs.ts";
import { examiner, extractOf, manager } from "./outputs.ts";
import { acquisitionOf, applicants, lossOf } from "./people.ts";
import { copyOf, openStores, restartingOffice, type Stores } from "./restarting-office.ts";

/** Three people on file for an extract, two of them born in one month, and 届出 on two 帳票. */
export const preparedForOutputs = async (): Promise<Stores> => {
  const stores = openStores();
  for (const nth of [0, 1]) await putOnFile(stores, nth);
  await putOnFile(stores, 2, [], { birthDate: "1990-05-02" });
  const office = restartingOffice(stores, []);
  const [first] = applicants(1, 31);
  if (!first) throw new Error("the generated ward has too few people of working age");
  await office.insist("POST", "/v1/filings/acquisition", { key: "bulk-story-1", body: acquisitionOf(first) });
  await office.insist("POST", "/v1/filings/loss", { key: "bulk-story-2", body: lossOf(first) });
  return stores;
};

const born = { item: "addressee.birthDate", op: "between", value: ["1990-04-01", "1990-05-31"] };
const bodies = {
  extract: extractOf({ conditions: [born] }),
  forms: { kind: "forms", spec: { filedOn: "2026-11-20" }, purpose: "record-check", reason: "点検" },
} as const;
export type BulkStory = keyof typeof bodies;

const patience = 25;

/** Says by throwing that the trail could not be kept: then nothing was shown, and the caller asks again. */
const foreseen = /^(InjectedFault|Error: the access trail could not be written)/;

/** An output from its request to the end of its files, with calls that fail; what is true of it afterwards. */
export const bulkOutputStory = async (base: Stores, story: BulkStory, faults: readonly Fault[]) => {
  const stores = await copyOf(base);
  const office = restartingOffice(stores, faults);
  const asked = await office.insist("POST", "/v1/outputs", { ...examiner, body: bodies[story] });
  const path = `/v1/outputs/${asked.body.outputId}`;
  for (let attempt = 1, state = "requested"; state !== "ready" && attempt <= patience; attempt += 1) {
    const decided = await office.once("POST", `${path}/decision`, { ...manager, body: { decision: "approve" } });
    // 帳票 are left to the clock.
    if (decided?.status === 202) await office.outputsTurn("2026-11-23T01:00:00.000Z" as Instant);
    state = (await office.once("GET", path, examiner))?.body.state;
  }
  const made = await partsOf(stores.database, asked.body.outputId);
  const handed: string[] = [];
  for (const { part } of made) {
    const answer = await office.insist("POST", `${path}/parts/${part}`, examiner);
    if (answer.status === 200) handed.push(`${part} ${answer.body.sha256}`);
  }
  const calls = office.plan.calls();
  await office.plan.land();
  // More turns than a test has faults: what one turn fails at, a later one does.
  for (const day of ["24", "25", "26", "27", "28", "29"])
    await office.outputsTurn(`2026-11-${day}T02:00:00.000Z` as Instant);
  const entries = stores.database
    .dump("audit")
    .map(({ entry }) => auditEntry.parse(JSON.parse(String(entry))))
    .filter(({ object }) => object === asked.body.outputId);
  const { body: end } = await office.insist("GET", path, examiner);
  const count = (code: string) => entries.filter(({ codes }) => codes.includes(code)).length;
  return {
    calls,
    surprises: office.surprises().filter((error) => !foreseen.test(error)),
    handed,
    made: made.map(({ part, lines, type }) => ({ part, lines, type })),
    end: end as Pick<Output, "state" | "lines" | "parts" | "takenParts" | "clearedAt">,
    counted: {
      approve: count("approve"),
      ready: count("ready"),
      taken: count("taken"),
      cleared: count("files-cleared"),
    },
    left: [...stores.exported.versions.keys()],
  };
};
