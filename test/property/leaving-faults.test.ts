import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { checkReturn } from "../../functions/erasure/leaving/check-return.ts";
import { type EraseOrder, eraseEnvironment } from "../../functions/erasure/leaving/erase-environment.ts";
import { giveBack } from "../../functions/erasure/leaving/give-back.ts";
import { memoryFolder, type ReturnFolder } from "../../functions/erasure/leaving/ports.ts";
import { readCertificate } from "../../shared/audit/certificate.ts";
import { type Fault, faultModes, faultPlan } from "../support/faulty-database.ts";
import {
  contentsOf,
  copyOfWorld,
  filledWorld,
  leftIn,
  orderFor,
  portsOf,
  recipient,
  returned,
  type World,
  ward,
} from "../support/leaving.ts";

/** Seconds one test may take on a machine that does other things besides. */
const patience = 240_000;
/** Runs that are cut off before the operator lets one go to its end. */
const tries = 30;
/** Large enough that a page is not a row, small enough that there are many calls to die at. */
const pageSize = 25;
/** Bytes after which the return writes files: some dozen of them. */
const limit = 30_000;

const faults = (calls: number) =>
  fc.uniqueArray(fc.record({ call: fc.integer({ min: 1, max: calls }), mode: fc.constantFrom(...faultModes) }), {
    minLength: 1,
    maxLength: 4,
    selector: ({ call }) => call,
  });

type Process = ReturnType<ReturnType<typeof faultPlan>["process"]>;

const faultyFolder = (folder: ReturnFolder, { through }: Process): ReturnFolder => ({
  write: (name, bytes) => through(() => folder.write(name, bytes)),
  read: (name) => through(() => folder.read(name)),
  remove: (name) => through(() => folder.remove(name)),
});

/** Runs the command again and again, each time as a new process, until one comes to its end. */
const untilDone = async <Result>(
  planned: readonly Fault[],
  command: (process: Process) => Promise<Result>,
): Promise<Result> => {
  const plan = faultPlan(planned);
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const answer = await command(plan.process()).catch(() => undefined);
    // What was given up and is still under way arrives before the next process is started.
    await plan.land();
    if (answer !== undefined) return answer;
  }
  throw new Error("the command does not come to an end");
};

const linesOf = async (folder: ReturnFolder): Promise<string[]> => {
  const lines: string[] = [];
  const { faults: found } = await checkReturn(folder, ward.opening.privateKey, async (part, plain) => {
    if (!part.object) lines.push(...Buffer.from(plain).toString("utf8").trimEnd().split("\n"));
  });
  expect(found).toEqual([]);
  return lines.toSorted();
};

const certificatesIn = ({ buckets }: World) =>
  [...buckets.audit].filter(([name]) => name.startsWith("certificates/") && name.endsWith(".json"));

describe("leaving, killed anywhere", () => {
  let filled: World;
  let folder: ReturnType<typeof memoryFolder>;
  let order: EraseOrder;
  let lines: readonly string[];

  beforeAll(async () => {
    filled = await filledWorld(1);
    ({ folder } = await returned(filled, limit, pageSize));
    order = await orderFor(folder);
    lines = await linesOf(folder);
  });

  it(
    "the return comes to the same records whatever call it dies at, and changes nothing in the environment",
    async () => {
      const before = contentsOf(filled);
      await fc.assert(
        fc.asyncProperty(faults(200), async (planned) => {
          const out = memoryFolder();
          const manifest = await untilDone(planned, (process) =>
            giveBack(portsOf(filled, process, pageSize), recipient(), faultyFolder(out, process), limit),
          );
          expect(manifest).not.toHaveProperty("stopped");
          expect(await linesOf(out)).toEqual(lines);
          expect([...out.files.keys()].toSorted()).toEqual([...folder.files.keys()].toSorted());
        }),
        { numRuns: 500 },
      );
      expect(contentsOf(filled)).toEqual(before);
    },
    patience,
  );

  it(
    "the erasure leaves nothing and certifies once, whatever call it dies at, and never before nothing is left",
    async () => {
      await fc.assert(
        fc.asyncProperty(faults(120), async (planned) => {
          const world = await copyOfWorld(filled);
          const done = await untilDone(planned, async (process) => {
            const answer = await eraseEnvironment(portsOf(world, process, pageSize), order).catch(() => undefined);
            if (certificatesIn(world).length > 0)
              expect(leftIn(world).rows.filter((row) => !/^erasures (LEAVING|CERTIFICATES)$/.test(row))).toEqual([]);
            // Turned away under load: the operator tries again.
            return answer && "refused" in answer && answer.refused === "contended" ? undefined : answer;
          });
          expect(done).toMatchObject({ kind: "contract" });
          expect(leftIn(world)).toEqual({ rows: ["erasures LEAVING", "erasures CERTIFICATES"], objects: [] });
          expect(certificatesIn(world).map(([, [bytes]]) => readCertificate(bytes ?? new Uint8Array()))).toEqual([
            done,
          ]);
        }),
        { numRuns: 1_500 },
      );
    },
    patience,
  );
});
