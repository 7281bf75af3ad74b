import { describe, expect, it } from "vitest";
import { phases } from "../../../functions/erasure/listing/phases.ts";
import type { CorrectionId, PersonId } from "../../../shared/domain/ids.ts";
import type { Instant } from "../../../shared/law/calendar.ts";
import type { Write } from "../../../shared/stores/database.ts";
import { holdingsOf, tablesWithPeople, withoutPeople } from "../../../shared/stores/holdings.ts";
import { newCorrectionWrites } from "../../../shared/stores/income-corrections.ts";
import { memoryDatabase } from "../../../shared/stores/memory-database.ts";
import { headWrite, newChangeWrites } from "../../../shared/stores/resident-changes.ts";
import { tableNames } from "../../../shared/stores/tables.ts";
import { preparedForOutputs } from "../../support/bulk-output-story.ts";

const person = "abcdefghijklmnopqrstuvwxy01" as PersonId;
const at = "2020-05-02T16:00:00.000Z" as Instant;
const sealed = new Uint8Array(40);

const holdingsIn = async (writes: readonly Write[], table: "incomes" | "residents") => {
  const database = memoryDatabase();
  await database.transact(writes);
  return (await holdingsOf(database, table, database.dump(table))).filter(({ kind }) => kind !== "part");
};

const change = (state: "recorded" | "quarantined", personId: PersonId | null) =>
  newChangeWrites({
    changeName: "J-1",
    personId,
    state,
    reason: null,
    flow: null,
    filingId: null,
    entryId: null,
    fingerprint: "f",
    takenAt: at,
    decidedBy: null,
    sealed: personId && sealed,
    faults: [],
    version: 1,
  });

const correction = (decidedAt: Instant | null) =>
  newCorrectionWrites({
    correctionId: "C20200501-7K3M9Q" as CorrectionId,
    personId: person,
    year: 2018,
    incomeVersion: 2,
    openedAt: at,
    state: decidedAt === null ? "open" : "kept",
    decidedBy: null,
    decidedAt,
    sealed,
    version: 1,
  });

describe("what a row is for erasure", () => {
  it("is answered for every table, once", () => {
    expect([...tablesWithPeople, ...Object.keys(withoutPeople)].toSorted()).toEqual(tableNames.toSorted());
  });

  it("is looked at in every table that holds people", () => {
    const walked = phases.map(({ name }) => (name === "histories" ? "keys" : name));
    expect(walked).toEqual(expect.arrayContaining([...tablesWithPeople]));
  });

  it("is known of every row that 届出 and the ledger leave", async () => {
    const { database } = await preparedForOutputs();
    for (const table of tableNames) {
      const rows = database.dump(table);
      const holdings = await holdingsOf(database, table, rows);
      expect([table, rows.filter((_, nth) => holdings[nth]?.kind === "unknown").map(({ pk }) => pk)]).toEqual([
        table,
        [],
      ]);
    }
    const filings = await holdingsOf(database, "filings", database.dump("filings"));
    expect(filings).toMatchObject([
      { kind: "record", class: "qualification-filing", clockOn: null },
      { kind: "record", class: "qualification-filing", clockOn: null },
    ]);
  });

  it("dates 異動 that were dealt with by the day they came, in Japan, and no other", async () => {
    expect(await holdingsIn([...change("recorded", person), headWrite(person, 0)], "residents")).toEqual([
      { kind: "record", owner: person, record: "change:J-1", class: "linkage-record", clockOn: "2020-05-03" },
      { kind: "whole", owner: person },
    ]);
    expect(await holdingsIn(change("quarantined", null), "residents")).toMatchObject([{ owner: "~", clockOn: null }]);
  });

  it("dates 更正 by the day they were decided, and none that is open", async () => {
    expect(await holdingsIn(correction(at), "incomes")).toEqual([
      { kind: "record", owner: person, record: "correction:C20200501-7K3M9Q", class: "income", clockOn: "2020-05-03" },
    ]);
    expect(await holdingsIn(correction(null), "incomes")).toMatchObject([{ clockOn: null }]);
  });

  it("is unknown for a row that has the keys of a form and not its attributes", async () => {
    const row = { pk: "FILINGS#2020-05", sk: "20200501-7K3M9Q", personId: person, history: [] };
    expect(await holdingsOf(memoryDatabase(), "filings", [row])).toEqual([{ kind: "unknown" }]);
    const orphan = { pk: "BATCH#age-20-2020-05", sk: "00000-a", personId: person };
    expect(await holdingsOf(memoryDatabase(), "batches", [orphan])).toEqual([{ kind: "unknown" }]);
  });
});
