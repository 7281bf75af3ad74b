import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { plainMonth } from "../../shared/law/calendar.ts";
import { memoryFileStore } from "../../shared/stores/files.ts";
import { memoryInbox } from "../../shared/stores/inbox.ts";
import { type Fault, faultModes } from "../support/faulty-database.ts";
import { incomeCsv, incomeOf, recordEvents, versionsIn } from "../support/incomes.ts";
import { openOffice } from "../support/office.ts";
import { acquisitionOf, applicants } from "../support/people.ts";
import { enrol } from "../support/resident-changes.ts";
import { copyOf, openStores, restartingOffice } from "../support/restarting-office.ts";

const [known, other, stranger] = applicants(3, 71);
if (!known || !other || !stranger) throw new Error("the generated ward is too small");

const base = openStores();
beforeAll(async () => {
  const office = openOffice(base);
  await enrol(office, other);
  const filed = await office.ask("POST", "/v1/filings/acquisition", {
    key: "incomes-faults",
    body: acquisitionOf(known, { eventOn: "2024-04-01", filedOn: "2024-04-01" }),
  });
  await recordEvents(base, known, filed.body.filingId, [
    { kind: "exempted", type: "full", from: plainMonth("2026-07"), until: plainMonth("2027-06"), reason: "income" },
  ]);
  const body = { incomes: [incomeOf(known, 100), incomeOf(other, 100, { incomeYear: 2024 })] };
  await office.ask("POST", "/v1/incomes", { as: "zei", roles: ["system"], system: "tax", body });
});

const file = incomeCsv([
  incomeOf(known, 900_000),
  incomeOf(known, 900_000),
  incomeOf(known, 5, { incomeYear: 2024 }),
  incomeOf(other, 100, { incomeYear: 2024 }),
  incomeOf(other, 7),
  incomeOf(other, 8),
  incomeOf(stranger, 1),
  incomeOf(other, -1),
]);

const patience = 25;

/** The file's way through the drop, with calls that fail; turn follows turn until it has left the inbox. */
const story = async (faults: readonly Fault[]) => {
  const stores = await copyOf(base);
  const incomeInbox = memoryInbox();
  const reports = memoryFileStore();
  incomeInbox.files.set("incomes/inbox/a.csv", file);
  const office = restartingOffice(stores, faults, { incomeInbox, reports });
  let turns = 0;
  while (incomeInbox.files.size > 0 && turns < patience) {
    turns += 1;
    await office.incomeTurn();
  }
  const calls = office.plan.calls();
  await office.plan.land();
  const rows = stores.database.dump("incomes");
  const years = await Promise.all(
    [known, other].flatMap((one) => [2024, 2025].map((year) => versionsIn(stores.database, stores.master, one, year))),
  );
  const [report] = [...reports.files.values()].map((text) => JSON.parse(Buffer.from(text).toString()));
  return {
    calls,
    // A call whose answer was lost is there already when it is tried again: that turn gives up, and the next knows.
    surprises: office.surprises().filter((error) => !/contended on every attempt|could not be marked/.test(error)),
    left: incomeInbox.files.size,
    report: { ...report, repeated: undefined },
    years: years.map((versions) => versions.map(({ version, record }) => [version, record])),
    // Numbers of 更正 are drawn at random.
    opened: rows.filter(({ pk }) => pk === "REOPENED").map(({ state, incomeVersion }) => [state, incomeVersion]),
    listed: rows.filter(({ pk }) => pk === "REOPENED#open").length,
    lines: rows.filter(({ pk }) => pk.startsWith("FILE#")).map(({ line, outcome, reason }) => [line, outcome, reason]),
  };
};

describe("a file of 所得情報, with calls that fail or die before, during or after", () => {
  it.each(faultModes)("comes to the same, with every call failing in turn: %s", async (mode) => {
    const { calls, surprises, ...expected } = await story([]);
    expect(expected).toMatchObject({
      left: 0,
      opened: [["open", 2]],
      listed: 1,
      report: { rows: 8, counts: { recorded: 4, corrected: 1, quarantined: 3 } },
    });
    expect([calls >= 25, surprises]).toEqual([true, []]);
    for (let call = 1; call <= calls; call += 1) {
      const { calls: _, surprises: unexpected, ...found } = await story([{ call, mode }]);
      expect([call, sorted(found), unexpected]).toEqual([call, sorted(expected), []]);
    }
  });

  it.each([1, 2])("comes to the same, with several faults at once (%i of 2)", async () => {
    const { calls, surprises: _none, ...expected } = await story([]);
    const fault = fc.record({ call: fc.integer({ min: 1, max: calls + 20 }), mode: fc.constantFrom(...faultModes) });
    await fc.assert(
      fc.asyncProperty(fc.array(fault, { minLength: 2, maxLength: 6 }), async (faults) => {
        const { calls: _, surprises, ...found } = await story(faults);
        expect([sorted(found), surprises]).toEqual([sorted(expected), []]);
      }),
      { numRuns: 160 },
    );
  });
});

type Story = Omit<Awaited<ReturnType<typeof story>>, "calls" | "surprises">;
/** Lines are settled in whatever order their people are worked on. */
const sorted = ({ lines, ...found }: Story) => ({
  ...found,
  lines: lines.toSorted(([a], [b]) => Number(a) - Number(b)),
});
