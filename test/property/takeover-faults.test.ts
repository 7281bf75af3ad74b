import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { acceptanceCode } from "../../functions/linkage/takeover/account.ts";
import type { OfficerId } from "../../shared/domain/ids.ts";
import { plainDate } from "../../shared/law/calendar.ts";
import { generateWard } from "../../tools/ward/generate.ts";
import { extractOf, rowsOf } from "../support/extracts-of-takeover.ts";
import { type Fault, type FaultPlan, faultModes, faultPlan } from "../support/faulty-database.ts";
import { openTakeover, type TakeoverOffice } from "../support/takeover-office.ts";

/** Seconds one test may take on a machine that does other things besides. */
const patience = 240_000;
/** Runs that are cut off before the operator lets one go to its end. */
const tries = 30;
/** At least as many as each command makes, so that it dies at each of them in some run. */
const callsOfImport = 90;
const callsOfErasure = 100;

const people = [...generateWard({ seed: 9, people: 5, today: plainDate("2026-11-26") })];
const set = "all";

/** Somebody has a wrong row, and somebody is on file already with other content. */
const extract = (() => {
  const rows = rowsOf(people);
  rows.periods[0] = { ...rows.periods[0], category: "9" };
  return extractOf(rows);
})();

const opened = async (): Promise<TakeoverOffice> => {
  const office = openTakeover();
  const rows = rowsOf(people.slice(1, 2));
  rows.people[0] = { ...rows.people[0], address: "東京都目黒区上目黒二丁目19番15号" };
  office.put("earlier", extractOf(rows));
  await office.take("earlier");
  await office.erase("earlier");
  office.put(set, extract);
  return office;
};

const acceptance = async (office: TakeoverOffice) => {
  const { takeover, marks } = await office.standing(set);
  if (!takeover) throw new Error("no such set");
  return { officer: "head-01" as OfficerId, documentNumber: "8国年第99号", code: acceptanceCode(takeover, marks) };
};

const faults = (calls: number) =>
  fc.uniqueArray(fc.record({ call: fc.integer({ min: 1, max: calls }), mode: fc.constantFrom(...faultModes) }), {
    minLength: 1,
    maxLength: 5,
    selector: ({ call }) => call,
  });

type Process = ReturnType<FaultPlan["process"]>;

/** A process that makes no more calls once its command has failed: it has exited. */
const mortal = ({ through, isDead }: Process) => {
  let over = false;
  const process: Process = {
    through: (work, answers) => (over ? Promise.reject(new Error("the process is over")) : through(work, answers)),
    isDead,
  };
  return {
    process,
    exit: () => {
      over = true;
    },
  };
};

/** Runs a command again and again, each time as a new process, until one comes to its end; `between` looks in after each. */
const untilDone = async <Result>(
  planned: readonly Fault[],
  command: (process: Process) => Promise<Result | undefined>,
  between: () => Promise<void>,
): Promise<Result> => {
  const plan = faultPlan(planned);
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const { process, exit } = mortal(plan.process());
    const answer = await command(process).catch(() => undefined);
    exit();
    await between();
    // What was given up and is still under way arrives between two later calls, or here at last.
    if (answer !== undefined) {
      await plan.land();
      return answer;
    }
  }
  throw new Error("the command does not come to an end");
};

/** What is on file of everybody, whatever keys it is sealed under. */
const onFile = async (office: TakeoverOffice) => {
  const events = await Promise.all(people.map(({ atenaNumber }) => office.eventsOf(atenaNumber)));
  const rows = (table: "people" | "incomes" | "keys") => office.database.dump(table).length;
  return { events, people: rows("people"), incomes: rows("incomes"), keys: rows("keys") };
};

const standing = async (office: TakeoverOffice) => {
  const { takeover, marks } = await office.standing(set);
  return { state: takeover?.state, account: takeover?.account, marks: [...marks] };
};

/** Everybody is on file with all that the extract says of them and marked so, or not at all. */
const nobodyIsHalfStored = async (office: TakeoverOffice, end: Awaited<ReturnType<typeof onFile>>) => {
  const { events } = await onFile(office);
  for (const [at, each] of events.entries()) expect([undefined, end.events[at]]).toContainEqual(each);
  const { marks } = await office.standing(set);
  const taken = [...marks.values()].filter(({ outcome }) => outcome === "taken").length;
  // One is on file from before.
  expect(events.filter((each) => each !== undefined)).toHaveLength(taken + 1);
};

const certificatesOfSet = async (office: TakeoverOffice) => {
  const { takeover } = await office.standing(set);
  return office.certificates().filter(({ of }) => of === takeover?.fingerprint);
};

describe("the takeover, killed anywhere", () => {
  let end: Awaited<ReturnType<typeof onFile>>;
  let through: Awaited<ReturnType<typeof standing>>;

  beforeAll(async () => {
    const office = await opened();
    await office.take(set);
    [end, through] = [await onFile(office), await standing(office)];
  });

  it("dies at calls all over both commands", async () => {
    const office = await opened();
    const plan = faultPlan([]);
    await office.take(set, plan.process());
    const ofImport = plan.calls();
    await office.erase(set, await acceptance(office), plan.process());
    expect(ofImport).toBeGreaterThan(30);
    expect(ofImport).toBeLessThanOrEqual(callsOfImport);
    expect(plan.calls() - ofImport).toBeGreaterThan(30);
    expect(plan.calls() - ofImport).toBeLessThanOrEqual(callsOfErasure);
  });

  it("has taken in, rejected as wrong, and rejected as on file, so that all of it is cut off", () => {
    const outcomes = through.marks.map(([, { outcome, rejects }]) => `${outcome} ${rejects[0]?.reason ?? ""}`.trim());
    expect(outcomes.toSorted()).toEqual([
      "rejected already-on-file",
      "rejected other-row-rejected",
      "taken",
      "taken",
      "taken",
    ]);
  });

  it(
    "the import comes to the same end whatever call it dies at, and has nobody half stored on the way",
    async () => {
      await fc.assert(
        fc.asyncProperty(faults(callsOfImport), async (planned) => {
          const office = await opened();
          await untilDone(
            planned,
            async (process) => {
              const done = await office.take(set, process);
              return "left" in done && done.left === 0 ? done : undefined;
            },
            () => nobodyIsHalfStored(office, end),
          );
          expect(await onFile(office)).toEqual(end);
          expect(await standing(office)).toEqual(through);
          expect(office.leftOf(set)).toHaveLength(5);
        }),
        { numRuns: 600 },
      );
    },
    patience,
  );

  it(
    "the erasure certifies once, never before its files are gone, and keeps everybody, whatever call it dies at",
    async () => {
      await fc.assert(
        fc.asyncProperty(faults(callsOfErasure), async (planned) => {
          const office = await opened();
          await office.take(set);
          const accept = await acceptance(office);
          const done = await untilDone(
            planned,
            async (process) => {
              const answer = await office.erase(set, accept, process);
              return "kind" in answer ? answer : undefined;
            },
            async () => {
              const { takeover } = await office.standing(set);
              if (takeover?.state === "taken") expect(office.leftOf(set)).toHaveLength(5);
              if ((await certificatesOfSet(office)).length > 0) expect(office.leftOf(set)).toEqual([]);
            },
          );
          expect(office.leftOf(set)).toEqual([]);
          expect(await certificatesOfSet(office)).toEqual([done]);
          expect(done.approvals).toMatchObject([{ by: "op-01" }, { by: "head-01" }]);
          expect(await onFile(office)).toEqual(end);
          expect(await standing(office)).toEqual({ ...through, state: "done" });
        }),
        { numRuns: 600 },
      );
    },
    patience,
  );
});
