import { describe, expect, it } from "vitest";
import type { Instant } from "../../../shared/law/calendar.ts";
import { memoryDatabase } from "../../../shared/stores/memory-database.ts";
import { openOffice } from "../../support/office.ts";
import { applicants } from "../../support/people.ts";
import { changeOf, csvOf, enrol, outcomesIn } from "../../support/resident-changes.ts";

const [known] = applicants(1, 31);
if (!known) throw new Error("the generated ward is too small");

const open = async () => {
  const database = memoryDatabase();
  const office = openOffice({ database });
  await enrol(office, known);
  const drop = async (bytes: Uint8Array, name = "a.csv") => {
    office.inbox.files.set(`residents/inbox/${name}`, bytes);
    const turn = await office.takeResidentFiles();
    const reports = [...office.reports.files].map(([path, text]) => ({
      path,
      ...JSON.parse(Buffer.from(text).toString()),
    }));
    return { turn, report: reports.at(-1), reports };
  };
  return { ...office, database, drop };
};

const move = (over: object = {}) =>
  changeOf(known, "moved-within", { postalCode: "152-0001", address: "目黒区中央町9番, 1号", ...over });

describe("a file of 異動", () => {
  it.each([
    ["CRLF", {}],
    ["LF", { end: "\n" }],
    ["a byte order mark", { bom: true }],
  ])("is taken with %s, and answered with counts under its own SHA-256", async (_, form) => {
    const office = await open();
    const { report } = await office.drop(csvOf([move(), move({ changeId: "J-2", sequence: 2, kind: "died" })], form));
    expect(report).toMatchObject({
      rows: 2,
      counts: { recorded: 1, quarantined: 1 },
      quarantined: [{ line: 3, reason: "malformed-row" }],
    });
    expect(report.path).toBe(`residents/results/${report.fileId}.json`);
    expect(office.inbox.files.size).toBe(0);
  });

  it("tells the columns of what it could not read, and no personal data at all", async () => {
    const office = await open();
    const { report } = await office.drop(csvOf([move({ postalCode: "15-200", atenaNumber: "12" })]));
    const [{ faults }] = report.quarantined;
    expect(faults.map(({ pointer }: { pointer: string }) => pointer)).toEqual(["/atenaNumber", "/postalCode"]);
    for (const value of [known.atenaNumber, "15-200", "中央町"]) expect(JSON.stringify(report)).not.toContain(value);
  });

  it.each([
    ["not-utf-8", Buffer.from([0x82, 0xa0, 0x0a])],
    ["wrong-header", Buffer.from("")],
    ["wrong-header", Buffer.from("changeId,name\r\n1,2\r\n")],
    ["wrong-header", Buffer.from(csvOf([]).toString().replace("\r\n", ",remark\r\n"))],
    ["broken-csv", Buffer.concat([csvOf([]), Buffer.from('J-1,"1\r\n')])],
  ])("is refused as %s: nothing of it is taken, and its sender is told", async (fault, bytes) => {
    const office = await open();
    const { report } = await office.drop(bytes);
    expect(report).toMatchObject({ refused: fault });
    expect(office.database.dump("residents")).toEqual([]);
    expect(office.inbox.files.size).toBe(0);
  });

  it("counts a row with too few or too many columns as unreadable, and takes the others", async () => {
    const office = await open();
    const bytes = Buffer.concat([csvOf([move()]), Buffer.from("J-9,1\r\n")]);
    expect((await office.drop(bytes)).report).toMatchObject({ rows: 2, counts: { recorded: 1, quarantined: 1 } });
  });

  it("changes nothing when it comes again, under whatever name", async () => {
    const office = await open();
    await office.drop(csvOf([move()]));
    const before = office.database.dump("residents");
    const { reports } = await office.drop(csvOf([move()]), "b.csv");
    expect(reports).toHaveLength(1);
    expect(office.database.dump("residents")).toEqual(before);
  });

  it("stays in the inbox until every row is accounted for, and goes on where it was cut off", async () => {
    const office = await open();
    const rows = Array.from({ length: 30 }, (_, at) => move({ changeId: `J-${at}`, sequence: at }));
    const end = Date.parse(office.time.now) + 8 * 60_000;
    const { transact } = office.database;
    let left = 12;
    office.database.transact = async (writes) => {
      left -= 1;
      if (left === 0) office.time.now = new Date(end).toISOString() as Instant;
      return transact(writes);
    };
    const { turn, reports } = await office.drop(csvOf(rows));
    expect([turn, reports]).toEqual([{ done: 0, left: 1 }, []]);
    expect(office.inbox.files.size).toBe(1);
    const known = Object.keys(outcomesIn(office.database)).length;
    expect(known).toBeGreaterThan(0);
    expect(known).toBeLessThan(30);
    expect(await office.takeResidentFiles()).toEqual({ done: 1, left: 0 });
    expect(Object.keys(outcomesIn(office.database))).toHaveLength(30);
    const [report] = [...office.reports.files.values()].map((text) => JSON.parse(Buffer.from(text).toString()));
    expect(report).toMatchObject({ rows: 30, repeated: 0, counts: { recorded: 30 } });
  });

  it("leaves a newer file of the same name where it is", async () => {
    const office = await open();
    const { remove } = office.inbox;
    const newer = csvOf([move({ changeId: "J-2", sequence: 2 })]);
    Object.assign(office.inbox, {
      remove: async (name: string, mark: string) => {
        office.inbox.files.set(name, newer);
        await remove(name, mark);
      },
    });
    await office.drop(csvOf([move()]));
    expect([...office.inbox.files.values()]).toEqual([newer]);
  });
});
