import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes, randomInt } from "node:crypto";
import { once } from "node:events";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import path from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Instant } from "../../shared/law/calendar.ts";
import { memoryMasterKey } from "../../shared/protection/master-key.ts";
import { filingOf } from "../../shared/stores/filings.ts";
import { recentRuns } from "../../shared/stores/runs.ts";
import { childEnvironment } from "../../tools/local/aws.ts";
import { localFolder } from "../../tools/local/folders.ts";
import { dynamoDump } from "../support/dynamo-dump.ts";
import { type DynamoDbLocal, startDynamoDbLocal } from "../support/dynamodb-local.ts";
import { filesIn } from "../support/folder-files.ts";
import { type Job, officeAt, type Places } from "../support/mortal-office.ts";
import { standingFaults } from "../support/office-invariants.ts";
import { sendingFaults, sentFilings } from "../support/sent-files.ts";

const now = "2026-11-23T01:00:00.000Z" as Instant;
const people = 30;
const program = path.join(import.meta.dirname, "../support/mortal-office.ts");

describe("offices killed at any moment, and the database with them", () => {
  const root = randomBytes(32).toString("hex");
  let folder: string;
  let database: DynamoDbLocal;
  let names: Places["names"];

  const start = () => startDynamoDbLocal({ dbPath: path.join(folder, "database") });
  const places = (): Places => ({ endpoint: database.endpoint, names, folder, root });
  const dump = () => dynamoDump(database.client(), names);

  const killDatabase = async () => {
    await database.kill();
    database = await start();
  };

  /** Runs an office until `dies` says of a line that it is time, or to its end. Gives what it said. */
  const run = async (job: Job, dies: (line: string) => number | undefined, withDatabase = false): Promise<string[]> => {
    const child: ChildProcess = spawn(process.execPath, [program, JSON.stringify({ places: places(), job })], {
      env: childEnvironment(folder),
      stdio: ["ignore", "pipe", "inherit"],
    });
    const lines: string[] = [];
    let killing: Promise<void> | undefined;
    const kill = async (after: number) => {
      await delay(after);
      // Either may go first: the office in the middle of a call, or the database in the middle of a transaction.
      if (withDatabase && randomInt(2) === 0) await killDatabase();
      else if (withDatabase) {
        child.kill("SIGKILL");
        await killDatabase();
      }
      child.kill("SIGKILL");
    };
    const ended = once(child, "exit");
    for await (const line of createInterface({ input: child.stdout as NodeJS.ReadableStream })) {
      lines.push(line);
      const after = killing ? undefined : dies(line);
      if (after !== undefined) killing = kill(after);
    }
    await ended;
    await killing;
    return lines;
  };

  beforeAll(async () => {
    await mkdir(localFolder, { recursive: true });
    folder = await mkdtemp(path.join(localFolder, "sudden-death-"));
    await mkdir(path.join(folder, "tmp"));
    database = await start();
    names = await database.createTables("mortal");
  });
  afterAll(async () => {
    await database?.kill();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  it("loses nothing that was answered 201 and records nothing twice", async () => {
    const answered = new Map<string, string>();
    const file = async (dies: (line: string) => number | undefined, withDatabase = false) => {
      // From a little before where the last one came to: what was answered before is asked for again.
      const from = Math.max(0, answered.size - 3);
      for (const line of await run({ kind: "file", from, people }, dies, withDatabase)) {
        const [what, at = "", filingId = ""] = line.split(" ");
        if (what !== "201") continue;
        expect(answered.get(at) ?? filingId).toBe(filingId);
        answered.set(at, filingId);
      }
      const stored = await dump();
      const filings = new Set(stored("filings").map(({ sk }) => sk));
      for (const filingId of answered.values()) expect(filings).toContain(filingId);
      // At most one more than was answered: the one whose answer the office died over.
      expect(filings.size - answered.size).toBeOneOf([0, 1]);
      expect(await standingFaults(stored, memoryMasterKey(Buffer.from(root, "hex")), now)).toEqual([]);
    };
    for (const withDatabase of [true, false, true, true]) {
      const until = answered.size + randomInt(1, 6);
      await file((line) => (line.startsWith(`201 ${until} `) ? randomInt(40) : undefined), withDatabase);
    }
    await file(() => undefined);
    expect(answered.size).toBe(people);
    expect((await dump())("filings")).toHaveLength(people);
  });

  it("sends each 届出 once, whatever step of 進達 it dies in", async () => {
    const office = officeAt(places());
    const examiner = { as: "examiner-1", roles: ["examiner"] } as const;
    for (const { filingId } of (await dump())("filings").map(filingOf))
      expect(
        await office.ask("POST", `/v1/filings/${filingId}/actions`, { ...examiner, body: { action: "examine" } }),
      ).toMatchObject({ status: 200 });

    const deaths = [
      ["collect", true],
      ["compose", false],
      ["seal", true],
    ] as const;
    for (const [step, withDatabase] of deaths)
      await run(
        { kind: "transmit" },
        (line) => (line === `step ${step}` ? randomInt(step === "compose" ? 200 : 60) : undefined),
        withDatabase,
      );
    const transmit = async (runId?: string) =>
      (await run({ kind: "transmit", ...(runId ? { runId } : {}) }, () => undefined)).find((line) =>
        line.startsWith("ending"),
      );
    const [sealed] = await recentRuns(officeAt(places()).database, 1);
    const runId = sealed?.runId ?? "";
    expect(await transmit(runId)).toBe("ending waiting");
    expect(await filesIn(path.join(folder, "outbox"))).toEqual(new Map());

    const manager = { as: "manager-1", roles: ["manager"], body: { decision: "approve" } } as const;
    expect(await officeAt(places()).ask("POST", `/v1/transmittals/${runId}/decision`, manager)).toMatchObject({
      status: 200,
    });
    await run({ kind: "transmit", runId }, (line) => (line === "step release" ? randomInt(120) : undefined), true);
    expect(await transmit(runId)).toBe("ending done");
    const stored = await dump();
    const outbox = await filesIn(path.join(folder, "outbox"));
    expect(sendingFaults(outbox, stored)).toEqual([]);
    expect(sentFilings(outbox)).toHaveLength(people);
    expect(await standingFaults(stored, memoryMasterKey(Buffer.from(root, "hex")), now)).toEqual([]);
  });
});
