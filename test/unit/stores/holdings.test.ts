import { describe, expect, it } from "vitest";
import { phases } from "../../../functions/erasure/listing/phases.ts";
import type { CorrectionId, FilingId, PersonId, RequestId } from "../../../shared/domain/ids.ts";
import type { RecordItemId } from "../../../shared/domain/record-items.ts";
import { type Instant, plainDate } from "../../../shared/law/calendar.ts";
import type { Write } from "../../../shared/stores/database.ts";
import { holdingsOf, tablesWithPeople, withoutPeople } from "../../../shared/stores/holdings.ts";
import { newCorrectionWrites } from "../../../shared/stores/income-corrections.ts";
import { memoryDatabase } from "../../../shared/stores/memory-database.ts";
import {
  type Notice,
  noticeBookOf,
  noticeWrites,
  preparedWrite,
  settlingWrites,
} from "../../../shared/stores/notices.ts";
import { type Request, type RequestStepRow, receivingWrites } from "../../../shared/stores/requests.ts";
import { headWrite, newChangeWrites } from "../../../shared/stores/resident-changes.ts";
import { liftingWrites, placingWrites, type Suspension } from "../../../shared/stores/suspensions.ts";
import { tableNames } from "../../../shared/stores/tables.ts";
import { preparedForOutputs } from "../../support/bulk-output-story.ts";

const person = "abcdefghijklmnopqrstuvwxy01" as PersonId;
const at = "2020-05-02T16:00:00.000Z" as Instant;
const sealed = new Uint8Array(40);

const holdingsIn = async (
  writes: readonly Write[],
  table: "incomes" | "residents" | "requests",
  then: readonly Write[] = [],
) => {
  const database = memoryDatabase();
  for (const step of [writes, then]) expect(await database.transact(step)).toEqual({ ok: true });
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

const suspension = (suspensionId: string, version: number): Suspension => ({
  suspensionId,
  personId: person,
  scopes: ["use"],
  until: null,
  requestId: "S20200501-7K3M9Q",
  documentNumber: "8目国発第12号",
  placedBy: "manager-1",
  placedAt: at,
  ended: null,
  version,
});

const filingId = "20200501-7K3M9Q" as FilingId;
const notice: Notice = {
  noticeId: `${filingId}-transfer1`,
  filingId,
  items: ["insured.acquisitionDate" as RecordItemId],
  correctedAt: at,
  receivedAt: at,
  preparedBy: "examiner-1",
  preparedAt: at,
  offeredAt: null,
  told: null,
};

const requestCase = (endedAt: Instant | null, personId: PersonId | null): [Request, RequestStepRow] => {
  const requestId = "S20200501-7K3M9Q" as RequestId;
  const by = "clerk-1";
  return [
    {
      requestId,
      kind: "inquiry",
      personId,
      state: endedAt === null ? "received" : "withdrawn",
      receivedOn: plainDate("2020-05-01"),
      receivedBy: by,
      requester: null,
      identityDocument: null,
      inquirer: "resident",
      peopleCount: null,
      specific: false,
      wrongful: false,
      disclosedOn: null,
      askedOn: null,
      stoppedDays: 0,
      extendedBy: 0,
      interimOn: null,
      outcome: endedAt === null ? null : "withdrawn",
      endedAt,
      version: 1,
    },
    { requestId, personId, nth: 1, step: "receive", to: "received", at, by, codes: [], documentNumber: null, sealed },
  ];
};

const requestRecord = (record: string, clockOn: string | null) => ({
  kind: "record",
  owner: person,
  record,
  class: "request-record",
  clockOn,
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

  it("dates 利用停止 by the day they ended, and none that stands, its last day over or not", async () => {
    const first = suspension("B20200501-7K3M9Q", 1);
    const standing = { ...suspension("B20200502-7K3M9Q", 2), until: plainDate("2020-05-03") };
    expect(await holdingsIn(placingWrites(standing, undefined).slice(1), "requests")).toEqual([
      requestRecord("suspension:B20200502-7K3M9Q", null),
    ]);
    const ended = { by: "head-1", at, documentNumber: "8目国発第13号" };
    expect(
      (await holdingsIn(placingWrites(first, undefined), "requests", liftingWrites(first, ended, 1))).filter(
        ({ kind }) => kind !== "none",
      ),
    ).toEqual([requestRecord("suspension:B20200501-7K3M9Q", "2020-05-03")]);
  });

  it("dates the 通知 of a person to a receiver by the day the last was told, and none while one is open", async () => {
    const empty = noticeBookOf(undefined, person, "transfer1");
    const told = { how: "document", by: "examiner-1", at, documentNumber: "8目国発第21号" } as const;
    const memo = preparedWrite(notice.filingId, { personId: person, notices: [] });
    const open = noticeWrites(empty, [notice, { ...notice, noticeId: `${notice.noticeId}-2`, told }]);
    expect(await holdingsIn([...open, memo], "requests")).toEqual([
      requestRecord("notices:transfer1", null),
      { kind: "whole", owner: person },
    ]);
    const book = { ...empty, notices: [notice], version: 1 };
    const settling = settlingWrites(book, { ...notice, told });
    expect(await holdingsIn(noticeWrites(empty, [notice]), "requests", settling)).toEqual([
      requestRecord("notices:transfer1", "2020-05-03"),
    ]);
  });

  it("dates 請求 by the day they ended, whatever they are about, and none that is open", async () => {
    const of = async (endedAt: Instant | null, personId: PersonId | null) =>
      holdingsIn(receivingWrites(...requestCase(endedAt, personId)), "requests");
    expect(await of(at, person)).toEqual([requestRecord("request:S20200501-7K3M9Q", "2020-05-03")]);
    expect(await of(null, person)).toEqual([requestRecord("request:S20200501-7K3M9Q", null)]);
    expect(await of(at, null)).toMatchObject([{ kind: "record", owner: "~", clockOn: "2020-05-03" }]);
    const key = { pk: "REQUEST#S20200501-7K3M9Q", sk: "KEY", branch: "2020", wrapped: sealed, version: 1 };
    expect(await holdingsOf(memoryDatabase(), "keys", [key])).toEqual([{ kind: "part" }]);
  });

  it("is unknown for a row that has the keys of a form and not its attributes", async () => {
    const row = { pk: "FILINGS#2020-05", sk: "20200501-7K3M9Q", personId: person, history: [] };
    expect(await holdingsOf(memoryDatabase(), "filings", [row])).toEqual([{ kind: "unknown" }]);
    const orphan = { pk: "BATCH#age-20-2020-05", sk: "00000-a", personId: person };
    expect(await holdingsOf(memoryDatabase(), "batches", [orphan])).toEqual([{ kind: "unknown" }]);
  });
});
