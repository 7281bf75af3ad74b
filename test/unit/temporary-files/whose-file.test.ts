import { describe, expect, it } from "vitest";
import { folderOf } from "../../../functions/exports/take-turn.ts";
import { partName, stagedOutput } from "../../../functions/linkage/income-outputs/file-names.ts";
import { stagedImport } from "../../../functions/linkage/results/import-results.ts";
import { whoseFile } from "../../../functions/temporary-files/whose-file.ts";
import { fileNames, manifestName, slipName, stagedName } from "../../../functions/transmittal/file-names.ts";
import type { ImportId } from "../../../shared/domain/ids.ts";
import { runOf, temporaryWorld } from "../../support/temporary-world.ts";

const done = "a".repeat(64) as ImportId;
const going = "b".repeat(64) as ImportId;

const stateOf = async (...[bucket, name]: Parameters<typeof whoseFile>) => {
  const { database } = await temporaryWorld();
  const { place, look } = whoseFile(bucket, name);
  return `${place} ${(await look(database)).state}`;
};

describe("だれの一時ファイルか", () => {
  it.each([
    ["staging", stagedName(runOf("A"), fileNames("acquisition").media), "staged over"],
    ["staging", stagedName(runOf("B"), fileNames("exemption-application").paper), "staged open"],
    ["staging", stagedName(runOf("C"), slipName), "staged open"],
    ["staging", stagedName(runOf("D"), manifestName), "staged none"],
    ["staging", partName("I1", "0".repeat(64)), "staged over"],
    ["staging", stagedOutput("I2", "continuation.dat"), "staged open"],
    ["staging", stagedOutput("I3", "continuation.dat"), "staged none"],
    ["staging", stagedImport(done), "imported over"],
    ["staging", stagedImport(going), "imported open"],
    ["exports", `${folderOf("O1")}XYZ`, "exported over"],
    ["exports", `${folderOf("O2")}XYZ`, "exported open"],
    ["exports", `${folderOf("O4")}XYZ`, "exported none"],
    ["linkage", "residents/inbox/20261130.csv", "inbox none"],
    ["linkage", "incomes/inbox/2026/1.csv", "inbox none"],
    ["linkage", `residents/results/${done}.json`, "report none"],
    ["linkage", "incomes/1.csv", "elsewhere none"],
    ["linkage", "inbox/1.csv", "elsewhere none"],
    ["staging", "runs/", "elsewhere none"],
    ["staging", `${runOf("A")}/A05.dat`, "elsewhere none"],
    ["exports", "XYZ", "elsewhere none"],
  ] as const)("%s %s: %s", async (bucket, name, expected) => {
    expect(await stateOf(bucket, name)).toBe(expected);
  });

  it("looks up one owner of many files once, and two owners of one number apart", () => {
    const ownerOf = (name: string) => whoseFile("staging", name).owner;
    expect(ownerOf("runs/X/a")).toBe(ownerOf("runs/X/b"));
    expect(ownerOf("runs/X/a")).not.toBe(ownerOf("income-outputs/X/a"));
    expect(ownerOf("runs/X/a")).not.toBe(ownerOf("runs/Y/a"));
  });
});
