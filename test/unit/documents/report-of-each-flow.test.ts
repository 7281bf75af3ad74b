import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { incomeIn, incomeRows } from "../../../functions/filings/income-of.ts";
import { reportRecord } from "../../../functions/transmittal/report-record.ts";
import { reportLayouts } from "../../../shared/documents/layouts/reports.ts";
import { composeMedia } from "../../../shared/documents/media.ts";
import { readRecord } from "../../../shared/documents/record-reader.ts";
import { reportKinds } from "../../../shared/documents/report.ts";
import { inOfficeOrder } from "../../../shared/documents/report-offices.ts";
import { composeReportPdf } from "../../../shared/documents/report-pdf.ts";
import type { EntryId, FilingId } from "../../../shared/domain/ids.ts";
import type { LedgerEntry } from "../../../shared/domain/ledger-events.ts";
import { flows } from "../../../shared/flows/catalogue.ts";
import { plainDate } from "../../../shared/law/calendar.ts";
import { filingKey, filingOf, openFiling } from "../../../shared/stores/filings.ts";
import { keyring } from "../../../shared/stores/keyring.ts";
import { loadedPerson, personRows } from "../../../shared/stores/people.ts";
import { putIncome } from "../../support/incomes-on-file.ts";
import { openOffice } from "../../support/office.ts";
import { pensionOffices } from "../../support/pension-offices.ts";
import { applicants } from "../../support/people.ts";
import { earning, incomesOf } from "../flows/income-examples.ts";
import { exampleContext } from "./example-report.ts";
import { type Filed, filedExamples } from "./filed-examples.ts";

const office = openOffice();
const keys = keyring(office.database, office.master, () => office.time.now);
const ids: Record<string, FilingId> = {};
let runId = "";

const file = async (name: string, person: object, { flow, on, details = {}, ...filed }: Filed): Promise<FilingId> => {
  const { filer = "insured", documents = [], atCounter } = filed;
  const answer = await office.ask("POST", `/v1/filings/${flow}`, {
    key: `filing-${Object.keys(ids).length}-${flow}`,
    body: {
      person,
      filedOn: on,
      eventOn: on,
      counter: "main-office",
      channel: "counter",
      identityDocument: "drivers-licence",
      filer,
      documents,
      details,
      ...(atCounter ? { atCounter } : {}),
    },
  });
  expect([name, flow, answer]).toMatchObject([name, flow, { status: 201, body: { status: "accepted" } }]);
  return answer.body.filingId;
};

const opened = async (name: string) => {
  const [row] = await office.database.getAll([{ table: "filings", key: filingKey(ids[name] as FilingId) }]);
  if (!row) throw new Error("not filed");
  const filing = filingOf(row);
  const loaded = await loadedPerson(filing.personId, await office.database.getAll(personRows(filing.personId)), keys);
  const body = openFiling(loaded.key, filing);
  const [income] = await office.database.getAll(incomeRows(flows[filing.flow], body.content, filing.personId));
  return { filing, body, entries: loaded.entries, income: incomeIn(income, loaded) };
};

const recordOf = async (name: string) => {
  const { filing, body, entries, income } = await opened(name);
  const record = reportRecord(filing, body, entries, income);
  return inOfficeOrder(record.kind, [record], pensionOffices)[0] ?? record;
};

beforeAll(async () => {
  const people = applicants(Object.keys(filedExamples).length);
  for (const [at, [name, example]] of Object.entries(filedExamples).entries()) {
    const { before = [], birthDate, sex, income, says: _says, ...filed } = example;
    const one = people[at];
    if (!one) throw new Error("too few people");
    const person = { ...one, ...(birthDate ? { birthDate } : {}), ...(sex ? { sex } : {}) };
    for (const [place, earlier] of before.entries()) {
      await file(name, person, earlier);
      if (place === 0 && income) await putIncome(office, one.atenaNumber, income.year, incomesOf(earning(income.yen)));
    }
    const filingId = await file(name, person, filed);
    ids[name] = filingId;
    const examined = await office.ask("POST", `/v1/filings/${filingId}/actions`, {
      as: "examiner-1",
      roles: ["examiner"],
      body: { action: "examine" },
    });
    expect(examined.status).toBe(200);
  }
  ({ runId } = await office.drive());
});

/** Values that the medium writes otherwise: without hyphens, or to the width of the field. */
const onMedium: Readonly<Record<string, (value: string | undefined) => string | undefined>> = {
  newPostalCode: (value) => value?.replaceAll("-", ""),
  insuredIncome: (value) => value?.padStart(9, "0"),
};

describe("the report of a 届出 that was filed", () => {
  const wanted = Object.values(flows).filter(({ report }) => report !== null);

  it("is tried for every flow that is reported, each on a report that knows it", () => {
    const tried = new Set(Object.values(filedExamples).map(({ flow }) => flows[flow].form));
    expect([...tried].sort()).toEqual(wanted.map(({ form }) => form).sort());
    expect(Object.values(reportKinds).flatMap(({ forms }) => forms)).toEqual(
      expect.arrayContaining(wanted.map(({ form }) => form)),
    );
    expect(Object.values(reportKinds).flatMap(({ forms }) => forms)).toHaveLength(wanted.length);
  });

  it("goes out with its run, none stopped, a medium and a paper for each kind", async () => {
    const run = await office.ask("GET", `/v1/transmittals/${runId}`, { as: "manager-1", roles: ["manager"] });
    expect(run.body.members).toHaveLength(Object.keys(filedExamples).length);
    expect(new Set(run.body.members.map(({ state }: { state: string }) => state))).toEqual(new Set(["included"]));
    const staged = [...office.staging.files.keys()].map((name) => name.split("/").at(-1));
    expect(staged).toEqual(
      expect.arrayContaining(Object.keys(reportKinds).flatMap((kind) => [`${kind}.dat`, `${kind}.pdf`])),
    );
  });

  it.each(Object.entries(filedExamples))("of %s says what was filed and recorded", async (name, { flow, on, says }) => {
    const record = await recordOf(name);
    expect(record).toMatchObject({ kind: flows[flow].report, form: flows[flow].form });
    const said = Object.fromEntries(Object.keys(says).map((item) => [item, record.values[item as "cause"]]));
    expect(said).toEqual(says);
    expect(record.values).toMatchObject({ filingId: ids[name], eventOn: on, acceptedOn: "2026-11-23" });

    const media = composeMedia(record.kind, [record], exampleContext);
    expect(media).toMatchObject({ stopped: [], written: [ids[name]] });
    const { data } = reportLayouts[record.kind];
    const read = readRecord(data, media.bytes.subarray(data.length + 2, 2 * data.length + 2));
    expect(read.ok && read.values.form).toBe(flows[flow].form);
    for (const [item, value] of Object.entries(says))
      expect([item, read.ok && read.values[item as "cause"]]).toEqual([item, onMedium[item]?.(value) ?? value]);
  });

  it.each(Object.keys(filedExamples))("of %s has a paper with every glyph", async (name) => {
    const record = await recordOf(name);
    const font = await readFile(
      new URL(import.meta.resolve("@expo-google-fonts/biz-udmincho/400Regular/BIZUDMincho_400Regular.ttf")),
    );
    const { uncovered } = await composeReportPdf(record.kind, [record], {
      ...exampleContext,
      wardName: "目黒区",
      font,
    });
    expect(uncovered).toEqual([]);
  });

  it("that was recorded again after a 補正 says only the last recording", async () => {
    const { filing, body, entries } = await opened("A19-1");
    const last = entries.at(-1) as LedgerEntry;
    const again: LedgerEntry = {
      ...last,
      id: `${last.id}9` as EntryId,
      events: [
        {
          kind: "category-changed",
          on: plainDate("2026-11-01"),
          category: "1",
          cause: "left-employees-pension",
          exOfficio: true,
        },
      ],
    };
    const { values } = reportRecord(filing, body, [...entries, again]);
    expect([values.acquiredOn, values.changedOn]).toEqual([undefined, "2026-11-01"]);
  });
});
