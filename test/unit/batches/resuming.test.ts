import { describe, expect, it } from "vitest";
import type { Instant } from "../../../shared/law/calendar.ts";
import { memoryDatabase } from "../../../shared/stores/memory-database.ts";
import { faultModes, faultPlan, faultyDatabase } from "../../support/faulty-database.ts";
import { openOffice } from "../../support/office.ts";
import { became1, enrolledVoluntarily, personOf, putOnFile, storesOf } from "./on-file.ts";

const now = "2026-12-02T01:00:00.000Z" as Instant;
const asked = { as: "examiner-1", roles: ["examiner"], body: { kind: "age-60", month: "2026-11" } } as const;

const people = async () => {
  const database = memoryDatabase();
  const office = openOffice({ database, now });
  const ids = [];
  for (const [nth, day] of ["03", "11", "11", "11", "25"].entries())
    ids.push(await putOnFile(office, nth, `1966-11-${day}`, [became1("1990-04-01")]));
  ids.push(await putOnFile(office, 6, "1963-05-05", [enrolledVoluntarily("2023-12-01", "2026-11-10")]));
  return { database, master: office.master, ids };
};

const counts = { "lost-age-60": 5, "lost-full-months": 1 };

/** Sends the batch until it is done, each time over a process of its own. */
const insist = async (stores: Awaited<ReturnType<typeof people>>, plan: ReturnType<typeof faultPlan>) => {
  for (let tries = 0; tries < 10; tries += 1) {
    const database = faultyDatabase(stores.database, plan.process());
    const answer = await openOffice({ database, master: stores.master, now }).ask("POST", "/v1/batches", asked);
    if (answer.status === 200) return answer;
  }
  throw new Error("the batch does not come to an end");
};

const rightAfterwards = async (stores: Awaited<ReturnType<typeof people>>) => {
  const { database, ids } = stores;
  for (const atenaNumber of ids) {
    const { periods } = await personOf(stores, atenaNumber);
    expect(periods.filter(({ until }) => until === null)).toEqual([]);
  }
  expect(database.dump("people").filter(({ sk }) => sk.startsWith("ENTRY#"))).toHaveLength(ids.length * 2);
  expect(database.dump("batches").filter(({ pk }) => pk.startsWith("BATCH#"))).toHaveLength(ids.length);
  const recorded = database
    .dump("audit")
    .map(({ entry }) => JSON.parse(String(entry)))
    .filter(({ codes }) => codes.some((code: string) => code.startsWith("lost-")));
  const index = await storesOf(stores).ring.index();
  expect(recorded.flatMap(({ subjects }) => subjects).sort()).toEqual(
    ids.map((atenaNumber) => index.auditSubject(index.person(atenaNumber))).sort(),
  );
};

describe("a batch that is cut off", () => {
  it.each(faultModes)(
    "%s at any call: sent again it ends with everyone done once and the counts right",
    async (mode) => {
      const untouched = faultPlan([]);
      await insist(await people(), untouched);
      for (let call = 1; call <= untouched.calls(); call += 7) {
        const stores = await people();
        const plan = faultPlan([{ call, mode }]);
        const answer = await insist(stores, plan);
        await plan.land();
        expect(answer.body, `${mode} at call ${call}`).toMatchObject({ counts, examined: 6, done: 30 });
        await rightAfterwards(stores);
      }
    },
  );

  it("out of time answers 202 with how far it came, and goes on from there", async () => {
    const stores = await people();
    let working = false;
    const office = openOffice({
      ...stores,
      now,
      database: {
        ...stores.database,
        query: (query) => {
          // Each look-up takes four seconds.
          if (working) office.time.now = new Date(Date.parse(office.time.now) + 4_000).toISOString() as Instant;
          return stores.database.query(query);
        },
      },
    });
    working = true;
    const progress = [];
    for (let turn = 0; turn < 40; turn += 1) {
      const answer = await office.ask("POST", "/v1/batches", asked);
      progress.push([answer.status, answer.body.done]);
      if (answer.status === 200) {
        expect(answer.body).toMatchObject({ counts, examined: 6 });
        break;
      }
    }
    expect(progress.length).toBeGreaterThan(5);
    expect(progress[0]).toEqual([202, expect.any(Number)]);
    expect(progress.at(-1)).toEqual([200, 30]);
    await rightAfterwards(stores);
  });

  it("two officers at once do everyone once", async () => {
    const stores = await people();
    const office = openOffice({ ...stores, now });
    await Promise.all([office.ask("POST", "/v1/batches", asked), office.ask("POST", "/v1/batches", asked)]);
    expect((await office.ask("POST", "/v1/batches", asked)).body).toMatchObject({ counts, examined: 6, done: 30 });
    await rightAfterwards(stores);
  });
});
