import { describe, expect, it } from "vitest";
import type { Instant } from "../../../shared/law/calendar.ts";
import { memoryDatabase } from "../../../shared/stores/memory-database.ts";
import { headOf, incomeCsv, incomeOf, spouseOf, versionsIn } from "../../support/incomes.ts";
import { openOffice } from "../../support/office.ts";
import { applicants } from "../../support/people.ts";
import { changeOf, csvOf, enrol } from "../../support/resident-changes.ts";

const [known, other, stranger] = applicants(3, 33);
if (!known || !other || !stranger) throw new Error("the generated ward is too small");

const open = async () => {
  const database = memoryDatabase();
  const office = openOffice({ database });
  await enrol(office, known);
  await enrol(office, other);
  const drop = async (bytes: Uint8Array, name = "a.csv") => {
    office.incomeInbox.files.set(`incomes/inbox/${name}`, bytes);
    const turn = await office.takeIncomeFiles();
    const reports = [...office.reports.files].map(([path, text]) => ({
      path,
      ...JSON.parse(Buffer.from(text).toString()),
    }));
    return { turn, report: reports.at(-1), reports };
  };
  const incomeIn = async (person: typeof known) => (await versionsIn(database, office.master, person)).at(-1)?.record;
  return { ...office, database, drop, incomeIn };
};

describe("a file of 所得情報", () => {
  it.each([
    ["CRLF", {}],
    ["LF", { end: "\n" }],
    ["a byte order mark", { bom: true }],
  ])("is taken with %s, and answered with counts under its own SHA-256", async (_, form) => {
    const office = await open();
    const rows = [
      incomeOf(known, 670_000, { ...spouseOf(5), ...headOf(6, { headDependants: 2 }), continuationReview: true }),
      incomeOf(stranger, 1),
      incomeOf(other, 1, { insuredIncome: "百万" }),
    ];
    const { report } = await office.drop(incomeCsv(rows, form));
    expect(report).toMatchObject({
      rows: 3,
      repeated: 0,
      counts: { recorded: 1, corrected: 0, quarantined: 2 },
      quarantined: [
        { line: 3, reason: "unknown-person", faults: [] },
        { line: 4, reason: "malformed-row", faults: [{ pointer: "/insuredIncome" }] },
      ],
    });
    expect(report.path).toBe(`incomes/results/${report.fileId}.json`);
    expect(office.incomeInbox.files.size).toBe(0);
    expect(await office.incomeIn(known)).toMatchObject({
      insured: { income: 670_000 },
      spouse: { income: 5 },
      head: { income: 6, dependants: 2 },
      continuationReview: true,
    });
  });

  it("says of a person and year what a row before it does not: the later is held back, an equal one repeated", async () => {
    const office = await open();
    const rows = [incomeOf(known, 1), incomeOf(known, 2), incomeOf(other, 3), incomeOf(known, 1)];
    const { report } = await office.drop(incomeCsv(rows));
    expect(report).toMatchObject({
      repeated: 1,
      counts: { recorded: 3, quarantined: 1 },
      quarantined: [{ line: 3, reason: "duplicate" }],
    });
    expect((await office.incomeIn(known))?.insured.income).toBe(1);
  });

  it("tells the columns of what it could not read, and no number or amount at all", async () => {
    const office = await open();
    const { report } = await office.drop(incomeCsv([incomeOf(known, 7_654_321, { insuredCircumstance: "寡夫" })]));
    expect(report.quarantined[0].faults.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      "/insuredCircumstance",
    ]);
    const told = JSON.stringify([report, office.log.lines, office.database.dump("incomes")]);
    for (const value of [known.atenaNumber, "7654321", "寡夫"]) expect(told).not.toContain(value);
  });

  it.each([
    ["not-utf-8", Buffer.from([0x82, 0xa0, 0x0a])],
    ["wrong-header", Buffer.from("")],
    ["wrong-header", Buffer.from(incomeCsv([]).toString().replace("\r\n", ",employer\r\n"))],
    ["wrong-header", csvOf([changeOf(known, "died")])],
    ["broken-csv", Buffer.concat([incomeCsv([]), Buffer.from('1,"1\r\n')])],
  ])("is refused as %s: nothing of it is taken, and its sender is told", async (fault, bytes) => {
    const office = await open();
    const { report } = await office.drop(bytes);
    expect(report).toMatchObject({ refused: fault });
    expect(office.database.dump("incomes")).toEqual([]);
    expect(office.incomeInbox.files.size).toBe(0);
  });

  it("changes nothing when it comes again, under whatever name", async () => {
    const office = await open();
    await office.drop(incomeCsv([incomeOf(known, 1)]));
    const before = office.database.dump("incomes");
    const { reports } = await office.drop(incomeCsv([incomeOf(known, 1)]), "b.csv");
    expect(reports).toHaveLength(1);
    expect(office.database.dump("incomes")).toEqual(before);
  });

  it("stays in the inbox until every row is accounted for, and goes on where it was cut off with the same outcome", async () => {
    const office = await open();
    const rows = Array.from({ length: 20 }, (_, at) => [
      incomeOf(known, at, { incomeYear: 2006 + at }),
      incomeOf(known, at + 1, { incomeYear: 2006 + at }),
    ]).flat();
    const end = Date.parse(office.time.now) + 8 * 60_000;
    const { transact } = office.database;
    let left = 25;
    office.database.transact = async (writes) => {
      left -= 1;
      if (left === 0) office.time.now = new Date(end).toISOString() as Instant;
      return transact(writes);
    };
    const { turn, reports } = await office.drop(incomeCsv(rows));
    expect([turn, reports, office.incomeInbox.files.size]).toEqual([{ done: 0, left: 1 }, [], 1]);
    expect(await office.takeIncomeFiles()).toEqual({ done: 1, left: 0 });
    const [report] = [...office.reports.files.values()].map((text) => JSON.parse(Buffer.from(text).toString()));
    expect(report).toMatchObject({ rows: 40, repeated: 0, counts: { recorded: 20, corrected: 0, quarantined: 20 } });
    expect(new Set(report.quarantined.map(({ reason }: { reason: string }) => reason))).toEqual(new Set(["duplicate"]));
  });
});
