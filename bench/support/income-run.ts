import { createHmac, createSecretKey, randomBytes } from "node:crypto";
import { runOutput } from "../../functions/linkage/income-outputs/run-output.ts";
import { type Actor, ownActor } from "../../shared/access/caller.ts";
import { composeIncomeRequests } from "../../shared/documents/income-lists-composer.ts";
import { type Call, trailEntry } from "../../shared/http/call.ts";
import { memoryLog } from "../../shared/http/log.ts";
import { open, openJson, seal, sealJson } from "../../shared/protection/seal.ts";
import { memoryFileStore } from "../../shared/stores/files.ts";
import { randomFrom } from "../../tools/ward/random.ts";
import { applicantsOnFile, clock, today } from "./applicants.ts";
import { drawnIncome } from "./drawn-incomes.ts";
import { exemptionYear, incomeWard, incomeYear, numberOf } from "./income-ward.ts";

/** One output over a ward of the given size in its own process: its CPU without the making of the ward, and its memory. */
const [, , kind = "", size = "0"] = process.argv;
const wardCode = "13110";
const caller: Actor = { ...ownActor("bench"), roles: ["examiner"] };

const bodyOf = (people: number): object => {
  if (kind !== "request-answer") return { kind, year: exemptionYear };
  const [applicant] = [...applicantsOnFile(1)];
  const birthDate = applicant?.person.birthDate ?? today;
  const list = composeIncomeRequests(
    Array.from({ length: people }, (_, nth) => ({ basicPensionNumber: numberOf(nth), birthDate, incomeYear })),
    { wardCode, runId: "BENCH", createdOn: today },
  );
  return { kind, contentBase64: Buffer.from(list).toString("base64") };
};

const callOf = (body: object): Call => {
  const at = clock();
  const origin = {
    caller,
    correlationId: "bench",
    action: "runIncomeOutput",
    kind: "output",
    random: randomBytes,
  } as const;
  return {
    operation: "runIncomeOutput",
    params: {},
    query: {},
    idempotencyKey: undefined,
    purpose: undefined,
    body,
    rawBody: "",
    caller,
    occasion: { at, by: caller.officer },
    trail: (facts) => trailEntry(origin, at, facts),
  };
};

const run = async (people: number) => {
  const { ward, database, keyring } = await incomeWard(people, kind === "request-answer");
  const body = bodyOf(people);
  const ports = {
    database,
    keyring,
    clock,
    random: randomBytes,
    log: memoryLog(),
    covered: new Set<never>(),
    staging: memoryFileStore(),
    outbox: memoryFileStore(),
    wardCode,
  };
  globalThis.gc?.();
  ward.making = 0;
  const before = process.cpuUsage();
  for (;;) {
    const reply = await runOutput(ports)(callOf(body));
    if ("problem" in reply || !("body" in reply)) throw new Error("the output of the bench was refused");
    if (reply.status === 202) continue;
    const { user, system } = process.cpuUsage(before);
    const { lines, examined, files } = reply.body as {
      lines: number;
      examined: number;
      files: readonly { size: number }[];
    };
    return { seconds: (user + system - ward.making) / 1e6, lines, examined, bytes: files[0]?.size ?? 0 };
  }
};

/**
 * What no code of ours could do without, microseconds a person: two seals opened, a record parsed, a name for the trail. Taken
 * before and after in the same process, so that a burdened machine burdens both.
 */
const floor = (): number => {
  const key = createSecretKey(randomBytes(32));
  const place = { table: "incomes", pk: "YEAR#2025#a", sk: "PERSON#a", attribute: "sealed" };
  const record = sealJson(key, place, drawnIncome(randomFrom(1), "1"));
  const wrapped = seal(key, place, randomBytes(32));
  const times = 20_000;
  const before = process.cpuUsage();
  for (let at = 0; at < times; at += 1) {
    open(key, place, wrapped);
    openJson(key, place, record);
    createHmac("sha256", key).update("audit-subject").digest("base64url");
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / times;
};

await run(Math.min(3_000, Number(size)));
floor();
const before = floor();
const measured = await run(Number(size));
process.send?.({
  ...measured,
  floorMicroseconds: (before + floor()) / 2,
  mostMegabytes: process.resourceUsage().maxRSS / 1e3,
});
process.disconnect?.();
