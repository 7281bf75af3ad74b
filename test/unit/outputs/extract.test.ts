import { describe, expect, it } from "vitest";
import { cutCsv } from "../../../functions/exports/cut-csv.ts";
import { plainDate } from "../../../shared/law/calendar.ts";
import { exempted, modelOf, putOnFile, record } from "../../support/income-outputs.ts";
import { csvRows, decide, extractOf, openOutputOffice, putOut, requested } from "../../support/outputs.ts";

const bornBetween = (from: string, to: string) => ({ item: "addressee.birthDate", op: "between", value: [from, to] });

describe("抽出", () => {
  it("holds whoever meets all conditions as they stand on the day that was asked for", async () => {
    const office = openOutputOffice();
    await putOnFile(office, 0, [exempted("full", "2026-07", "2027-06")]);
    await putOnFile(office, 1, [{ kind: "lost", on: plainDate("2026-10-01"), cause: "moved-abroad" }]);
    const columns = ["addressee.name", "insured.insuredCategory", "insured.lossDate", "insured.exemptionType"];
    const names = ["insured.exemptionType"];
    const april = bornBetween("1990-04-01", "1990-04-30");
    const on = async (asOf: string) => {
      const [file] = await putOut(office, extractOf({ columns, conditions: [april], asOf }), { names });
      return csvRows(file ?? Buffer.from(""))
        .map(({ 氏名, 種別, 資格喪失日, 免除種別 }) => [氏名, 種別, 資格喪失日, 免除種別])
        .toSorted();
    };
    const [zero, one] = [modelOf(0).name, modelOf(1).name];
    expect(await on("2026-11-23")).toEqual(
      [
        [zero, "第1号被保険者", "", "全額免除"],
        [one, "", "2026-10-01", ""],
      ].toSorted(),
    );
    expect(await on("2026-06-30")).toEqual(
      [
        [zero, "第1号被保険者", "", ""],
        [one, "第1号被保険者", "", ""],
      ].toSorted(),
    );
  });

  it("holds somebody whose birthday was corrected once, under the right one", async () => {
    const office = openOutputOffice();
    const person = await putOnFile(office, 0);
    await record(office, person, [
      { kind: "facts-changed", on: plainDate("2026-02-01"), facts: { birthDate: plainDate("1990-05-09") } },
    ]);
    const born = async (from: string, to: string) => {
      const [file] = await putOut(office, extractOf({ conditions: [bornBetween(from, to)] }));
      return csvRows(file ?? Buffer.from("")).length;
    };
    expect([await born("1990-04-01", "1990-05-31"), await born("1990-04-01", "1990-04-30")]).toEqual([1, 0]);
  });

  it("holds nobody whose key was destroyed", async () => {
    const office = openOutputOffice();
    await putOnFile(office, 0);
    await putOnFile(office, 1);
    const [key] = office.database.dump("keys").filter(({ pk }) => pk.startsWith("PERSON#"));
    if (!key) throw new Error("nobody has a key");
    await office.database.transact([{ kind: "delete", table: "keys", key, expects: 1 }]);
    const [file] = await putOut(office, extractOf());
    expect(csvRows(file ?? Buffer.from(""))).toHaveLength(1);
  });

  it("of nobody is a file with headings alone", async () => {
    const [file] = await putOut(openOutputOffice(), extractOf());
    expect(String(file)).toBe("\uFEFF宛名,氏名,種別\r\n");
  });

  it("names in the trail everybody whose record was opened, whether they are in the file or not, and which items", async () => {
    const office = openOutputOffice();
    await putOnFile(office, 0);
    await putOnFile(office, 1);
    const category = { item: "insured.insuredCategory", op: "equals", value: "3" };
    const path = await requested(
      office,
      extractOf({ conditions: [bornBetween("1990-04-01", "1990-04-30"), category], columns: ["addressee.name"] }),
    );
    expect((await decide(office, path)).body).toMatchObject({ lines: 0, examined: 2 });
    const read = office.entries().filter(({ subjects, kind }) => kind === "output" && subjects.length > 0);
    expect(read).toHaveLength(1);
    expect(read[0]?.subjects).toHaveLength(2);
    expect(read[0]?.items).toEqual(["addressee.name", "addressee.birthDate", "insured.insuredCategory"]);
    expect(read[0]?.purpose).toBe("record-check");
  });
});

describe("the files of an output", () => {
  it("stay below what Lambda may answer, open each by themselves, and lose no row", () => {
    const rows = Array.from({ length: 1_000 }, (_, at) => ({ number: at, text: "あ".repeat(4_000) }));
    const files = cutCsv(
      [
        ["number", "番号"],
        ["text", "文"],
      ],
      rows,
      false,
    );
    expect(files.length).toBeGreaterThan(1);
    for (const { bytes } of files) expect(bytes.length).toBeLessThan(4_000_000);
    const read = files.flatMap(({ bytes }) => csvRows(bytes));
    expect(read.map(({ 番号 }) => Number(番号))).toEqual(rows.map(({ number }) => number));
    expect(files.reduce((sum, { lines }) => sum + lines, 0)).toBe(1_000);
  });

  it("are none for no rows, unless nothing else would say so", () => {
    expect(cutCsv([["a", "列"]], [], false)).toEqual([]);
    expect(String(cutCsv([["a", "列"]], [], true)[0]?.bytes)).toBe("\uFEFF列\r\n");
  });
});
