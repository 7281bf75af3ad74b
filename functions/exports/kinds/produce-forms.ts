import type { CsvColumn } from "../../../shared/documents/csv.ts";
import { type ReportKind, type ReportRecord, reportKinds } from "../../../shared/documents/report.ts";
import { incomeRecord } from "../../../shared/domain/income-record.ts";
import { itemsOf } from "../../../shared/domain/items-of.ts";
import { flows } from "../../../shared/flows/catalogue.ts";
import type { Flow } from "../../../shared/flows/define.ts";
import { keepTrail } from "../../../shared/stores/audit.ts";
import { type Filing, openFiling } from "../../../shared/stores/filings.ts";
import { personKeyRow } from "../../../shared/stores/keyring.ts";
import { personRows, personUnder } from "../../../shared/stores/people.ts";
import { incomeIn, incomeRows } from "../../filings/income-of.ts";
import { readRows } from "../../read-rows.ts";
import { reportRecord } from "../../transmittal/report-record.ts";
import { cutCsv } from "../cut-csv.ts";
import type { Produced, Work } from "../work.ts";
import { type AskedFiling, filingsAsked } from "./filings-asked.ts";
import { formRecord } from "./form-record.ts";

/** 届出 on one PDF. */
const atOnce = 100;

type IndexRow = Readonly<Record<string, string | null>>;
const indexColumns: readonly CsvColumn<IndexRow>[] = [
  ["filingId", "受付番号"],
  ["form", "様式"],
  ["title", "届書"],
  ["paper", "帳票"],
  ["note", "結果"],
];

const told = ({ flow }: Filing) => {
  const { stored, asksIncome }: Flow = flows[flow];
  return [...itemsOf(stored), ...(asksIncome ? itemsOf(incomeRecord) : [])];
};

/** Whose key is gone is left out; the index of the output says so. */
const recordsOf = async (filings: readonly Filing[], { output, index, call, ports }: Work<"forms">) => {
  const { database, keyring } = ports;
  await keepTrail(
    database,
    call.trail({
      kind: "output",
      subjects: [...new Set(filings.map(({ personId }) => index.auditSubject(personId)))],
      object: output.outputId,
      items: [...new Set(filings.flatMap(told))],
      purpose: output.purpose,
    }),
  );
  const rows = await readRows(
    database,
    filings.flatMap(({ personId }) => [...personRows(personId)]),
  );
  const keys = await keyring.openAll(filings.map((_, at) => rows[at * 2 + 1]));
  const records: ReportRecord[] = [];
  for (const [at, filing] of filings.entries()) {
    const key = keys[at];
    if (key === undefined) continue;
    const loaded = personUnder(filing.personId, rows[at * 2], key);
    const body = openFiling(key, filing);
    const [row] = await readRows(database, incomeRows(flows[filing.flow], body.content, filing.personId));
    const record = reportRecord(filing, body, loaded.entries, incomeIn(row, loaded));
    records.push(formRecord(record, output.spec.with, loaded.person.addressProtected));
  }
  return records;
};

const paperFrom = async (kind: ReportKind, filings: readonly Filing[], work: Work<"forms">) => {
  const { output, ports } = work;
  if (ports.paper === null) throw new Error("帳票 where there is nothing to draw them with");
  const records = await recordsOf(filings, work);
  return { type: "application/pdf", bytes: await ports.paper(kind, records, output), lines: records.length } as const;
};

const noteOf = ({ kind }: AskedFiling, erased: boolean, included: boolean): string => {
  if (erased) return "記録は消去済みです";
  if (kind === null) return "帳票のない手続です";
  return included ? "作成" : "利用の停止により作りません";
};

const indexOf = async (asked: readonly AskedFiling[], { ports, includes }: Work<"forms">) => {
  const keys = await readRows(
    ports.database,
    asked.flatMap(({ filing }) => (filing ? [{ table: "keys" as const, key: personKeyRow(filing.personId) }] : [])),
  );
  const known = [...keys];
  return asked.map((each): IndexRow => {
    const { filingId, filing, kind } = each;
    if (!filing) return { filingId, form: null, title: null, paper: null, note: "この受付番号の届出はありません" };
    const erased = known.shift() === undefined;
    return {
      filingId,
      form: flows[filing.flow].form,
      title: flows[filing.flow].title,
      paper: kind && reportKinds[kind].title,
      note: noteOf(each, erased, includes(filing.personId)),
    };
  });
};

/** A turn makes one PDF of one 帳票; the last makes the index of all that was asked for and what became of it. */
export const produceForms = async (work: Work<"forms">): Promise<Produced> => {
  const { output, ports, includes } = work;
  const asked = await filingsAsked(output, ports.database);
  const from = Number(output.cursor ?? "0");
  const kind = asked[from]?.kind ?? null;
  if (kind === null)
    return {
      next: null,
      examined: asked.length - from,
      leftOut: 0,
      files: cutCsv(indexColumns, await indexOf(asked, work), true),
    };
  const filings = asked
    .slice(from, from + atOnce)
    .flatMap((each) => (each.filing && each.kind === kind ? [each.filing] : []));
  const included = filings.filter(({ personId }) => includes(personId));
  return {
    next: String(from + filings.length),
    examined: filings.length,
    leftOut: filings.length - included.length,
    files: included.length === 0 ? [] : [await paperFrom(kind, included, work)],
  };
};
