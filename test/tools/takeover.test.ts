import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { plainDate } from "../../shared/law/calendar.ts";
import { generateWard } from "../../tools/ward/generate.ts";
import { extractOf, type Rows, rowsOf } from "../support/extracts-of-takeover.ts";
import { scratchFolder } from "./scratch.ts";

const root = path.join(import.meta.dirname, "../..");

const run = (...given: string[]) =>
  new Promise<{ code: number; out: string }>((resolve) => {
    execFile(process.execPath, [path.join(root, "tools/takeover/run.ts"), ...given], (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === "number" ? error.code : 0, out: stdout + stderr });
    });
  });

const people = [...generateWard({ seed: 9, people: 4, today: plainDate("2026-11-26") })];

/** A set on a disk, as it is looked through before it is uploaded. */
const onDisk = async (rows: Rows, told: Rows = rows) => {
  const folder = await scratchFolder();
  for (const [name, bytes] of extractOf(rows, told)) await writeFile(path.join(folder, name), bytes);
  return folder;
};
const check = (folder: string) => run("check", folder, "--env", "dev");

describe("takeover check", () => {
  it("says of a set that is whole how many people and rows there are, and ends with 0", async () => {
    const answer = await check(await onDisk(rowsOf(people)));
    expect(answer).toMatchObject({ code: 0 });
    expect(answer.out).toContain("4人");
    expect(answer.out).toContain("受け取らない行 0行");
  });

  it("names the line, the reason and the heading of a row that would not be taken in, and nothing that stands in it", async () => {
    const rows = rowsOf(people);
    rows.periods[0] = { ...rows.periods[0], category: "9" };
    const answer = await check(await onDisk(rows));
    expect(answer.code).toBe(1);
    expect(answer.out).toContain("periods.csv\t2行\tmalformed-row");
    expect(answer.out).toContain("other-row-rejected");
    for (const { name, address, individualNumber } of rows.people)
      for (const value of [name, address, individualNumber]) if (value) expect(answer.out).not.toContain(value);
  });

  it("refuses both rows of a number that two people have", async () => {
    const rows = rowsOf(people);
    const [first, second] = rows.people;
    if (!first?.basicPensionNumber || !second) throw new Error("nobody with a number");
    rows.people[1] = { ...second, basicPensionNumber: first.basicPensionNumber };
    const { code, out } = await check(await onDisk(rows));
    expect(code).toBe(1);
    expect(out.match(/people\.csv\t[23]行\tshared-number/g)).toHaveLength(2);
    expect(out).not.toContain(first.basicPensionNumber);
  });

  it("says by how much the rows differ from the totals told", async () => {
    const rows = rowsOf(people);
    const told = { ...rows, people: rows.people.slice(1) };
    const answer = await check(await onDisk(rows, told));
    expect(answer.code).toBe(1);
    expect(answer.out).toContain("統制合計と読んだ行の差\tpeople\t3\t4");
  });

  it.each([
    ["other bytes than it was told to", Buffer.from([0x8d, 0xb6, 0x92, 0x86]), "sha256-differs"],
    ["nothing", Buffer.alloc(0), "sha256-differs"],
  ])("refuses a set whole where a file holds %s", async (_, bytes, fault) => {
    const folder = await onDisk(rowsOf(people));
    await writeFile(path.join(folder, "people.csv"), bytes);
    const answer = await check(folder);
    expect(answer.code).toBe(1);
    expect(answer.out).toContain(`people.csv\t${fault}`);
  });

  it.each([
    ["nothing", []],
    ["a command that there is not", ["export"]],
    ["no folder", ["check", "--env", "dev"]],
    ["no environment", ["import", "--set", "a"]],
    ["a set with a name that may be a path", ["import", "--env", "local", "--set", "../a", "--operator", "op-01"]],
    ["no word of confirmation", ["erase", "--env", "local", "--set", "a", "--operator", "op-01"]],
  ])("ends with 2 and its usage when given %s", async (_, given) => {
    const answer = await run(...given);
    expect(answer).toMatchObject({ code: 2 });
    expect(answer.out).toContain("使い方 / usage");
  });
});
