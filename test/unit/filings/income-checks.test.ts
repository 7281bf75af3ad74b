import { describe, expect, it } from "vitest";
import { incomeChecks } from "../../../functions/filings/income-of.ts";
import type { PersonId } from "../../../shared/domain/ids.ts";
import { flows } from "../../../shared/flows/catalogue.ts";
import type { StoredFiling } from "../../../shared/flows/define.ts";
import { memoryDatabase } from "../../../shared/stores/memory-database.ts";

const person = "abc" as PersonId;
const filing = {} as StoredFiling;
const onIncome = { ...flows.acquisition, incomeYear: () => 2025 };
const row = { pk: "YEAR#2025#a", sk: "PERSON#abc", sealed: Uint8Array.of(1), version: 3 };

/** Whether a 届出 decided on `read` may still be recorded when `there` is what is on file. */
const mayRecord = async (read: typeof row | undefined, there: typeof row | undefined) => {
  const database = memoryDatabase();
  if (there) await database.transact([{ kind: "create", table: "incomes", item: there }]);
  return (await database.transact(incomeChecks(onIncome, filing, person, read))).ok;
};

describe("a 届出 that is decided on 所得情報", () => {
  it("is recorded only while that, or its absence, is what is on file", async () => {
    expect(await mayRecord(row, row)).toBe(true);
    expect(await mayRecord(row, { ...row, version: 4 })).toBe(false);
    expect(await mayRecord(undefined, undefined)).toBe(true);
    expect(await mayRecord(undefined, row)).toBe(false);
  });

  it("is the only one that minds", () => {
    expect(incomeChecks(flows.acquisition, filing, person, row)).toEqual([]);
  });
});
