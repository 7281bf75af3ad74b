import type { PensionOffices } from "../domain/pension-offices.ts";
import { dayAt, type Instant, type PlainDate } from "../law/calendar.ts";
import { japaneseDate } from "./era.ts";
import { type Covers, coverageOf, printable } from "./glyph-coverage.ts";
import { reportLayouts } from "./layouts/reports.ts";
import { a4, type Box, bytesOf, cell, openPdf, type Pdf, textIn } from "./pdf-page.ts";
import {
  assertReportable,
  type ReportItem,
  type ReportKind,
  type ReportRecord,
  reportItems,
  reportKinds,
} from "./report.ts";
import { type FormRow, reportForms, shares } from "./report-forms.ts";
import { byOffice } from "./report-offices.ts";
import { valueOnPaper } from "./report-values.ts";

export interface PaperContext {
  readonly wardCode: string;
  /** The municipality as it signs, 目黒区. */
  readonly wardName: string;
  readonly runId: string;
  readonly createdOn: PlainDate;
  readonly sealedAt?: Instant;
  /** Whom a report that goes to offices addresses: each begins a page of its own. */
  readonly offices?: PensionOffices;
  /** Bytes of a TrueType font with a `cmap` of format 12; only the glyphs used are embedded. */
  readonly font: Uint8Array;
}

/** Characters that were printed as 〓. */
export interface Uncovered {
  readonly filingId: string;
  readonly item: ReportItem;
  /** `U+20BB7`. */
  readonly codePoints: string[];
}

const page = { x: a4.margin, y: a4.margin, width: a4.long - 2 * a4.margin, height: a4.short - 2 * a4.margin };
const head = 74;
const foot = 44;
const numberWidth = 26;

/** How high, in points, the rows of a form are. */
interface Rows {
  readonly label: number;
  readonly value: number;
  /** The labels stand above each row of each record, not once above all records: in a long form nobody counts the rows down. */
  readonly labelled: boolean;
}

const longest = 5;
const short: Rows = { label: 13, value: 21, labelled: false };
const long: Rows = { label: 8, value: 15, labelled: true };
const rowsOf = (kind: ReportKind): Rows => (reportForms[kind].length > longest ? long : short);

/** Midnight in Japan of the day of creation, where no one sealed it yet. */
export const createdAt = ({ sealedAt, createdOn }: Pick<PaperContext, "sealedAt" | "createdOn">): Instant =>
  sealedAt ?? (`${createdOn}T00:00:00.000+09:00` as Instant);

const openings = {
  "instead-of-forms": "国民年金法施行規則第9条により、届書に代えて次のとおり報告します。",
  applications: "受理した申請書等に所得情報を添えて、次のとおり進達します。",
  claims: "受理した請求書・届書に添付書類(✓のもの)を添えて、次のとおり進達します。",
} as const satisfies Record<(typeof reportKinds)[ReportKind]["sent"], string>;

const rowBoxes = (row: readonly { readonly share: number }[], y: number, height: number): Box[] => {
  const unit = (page.width - numberWidth) / shares;
  let x = page.x + numberWidth;
  return row.map(({ share }) => {
    const box = { x, y, width: share * unit, height };
    x += box.width;
    return box;
  });
};

/** Whom a page is for; the name is left out where all goes to one place. */
interface Addressee {
  readonly office: string | undefined;
  readonly count: number;
}

const drawHead = (pdf: Pdf, kind: ReportKind, context: PaperContext, count: number, to: Addressee) => {
  const { x, y, width } = page;
  textIn(pdf, reportKinds[kind].title, { x, y, width, height: 26 }, { size: 17, align: "center" });
  textIn(
    pdf,
    `日本年金機構 ${to.office === undefined ? "" : `${to.office} `}御中`,
    { x, y: y + 30, width: 300, height: 16 },
    { size: 11 },
  );
  textIn(pdf, openings[reportKinds[kind].sent], { x, y: y + 50, width: 420, height: 14 }, { size: 9 });
  const sealed = context.sealedAt === undefined ? "" : `　封緘 ${japaneseDate(dayAt(context.sealedAt))}`;
  const lines = [
    `${context.wardName}(市区町村コード ${context.wardCode})`,
    `作成 ${japaneseDate(context.createdOn)}${sealed}`,
    `進達番号 ${context.runId}　全${count}件${to.office === undefined ? "" : `(この年金事務所 ${to.count}件)`}`,
  ];
  for (const [at, line] of lines.entries()) {
    const box = { x: x + width - 340, y: y + 26 + at * 14, width: 340, height: 13 };
    textIn(pdf, line, box, { size: 9, align: "right" });
  }
};

const labels = { size: 7, align: "center", fill: "#e6e6e6" } as const;

const drawLabels = (pdf: Pdf, row: FormRow, y: number, height: number) => {
  for (const [column, box] of rowBoxes(row, y, height).entries()) {
    const item = row[column]?.item;
    if (item) cell(pdf, box, reportItems[item].label, labels);
  }
};

/** The labels of all rows, once for the page. */
const drawLabelsOfPage = (pdf: Pdf, kind: ReportKind, y: number, { label }: Rows) => {
  const rows = reportForms[kind];
  cell(pdf, { x: page.x, y, width: numberWidth, height: rows.length * label }, "番号", labels);
  for (const [at, row] of rows.entries()) drawLabels(pdf, row, y + at * label, label);
};

interface Note extends Uncovered {
  readonly number: number;
}

const drawRecord = (pdf: Pdf, record: ReportRecord, number: number, y: number, covers: Covers): Note[] => {
  const { label, value, labelled } = rowsOf(record.kind);
  const rows = reportForms[record.kind];
  const step = value + (labelled ? label : 0);
  const notes: Note[] = [];
  const whole = { x: page.x, y, width: page.width, height: rows.length * step };
  cell(pdf, { ...whole, width: numberWidth }, String(number), { size: 9, align: "center" });
  for (const [at, row] of rows.entries()) {
    const top = y + at * step;
    if (labelled) drawLabels(pdf, row, top, label);
    for (const [column, box] of rowBoxes(row, top + step - value, value).entries()) {
      const item = row[column]?.item;
      if (item === undefined) continue;
      const shown = valueOnPaper(record, item);
      const { text, codePoints } = printable(shown.text, covers);
      if (codePoints.length > 0) notes.push({ filingId: record.filingId, item: shown.item, codePoints, number });
      cell(pdf, box, text, { size: item === "name" ? 11 : 9 });
    }
  }
  pdf.lineWidth(1).rect(whole.x, whole.y, whole.width, whole.height).stroke().lineWidth(0.4);
  return notes;
};

const drawFoot = (pdf: Pdf, kind: ReportKind, notes: readonly Note[], at: number, of: number) => {
  const y = page.y + page.height - foot;
  const named = notes.map(
    ({ number, item, codePoints }) => `番号${number} ${reportItems[item].label} ${codePoints.join(" ")}`,
  );
  const note = `※〓は、この帳票の書体に字形がない文字です。${named.join("、")}`;
  if (notes.length > 0) textIn(pdf, note, { ...page, y: y + 2, height: 26 }, { size: 8 });
  const { source, version } = reportLayouts[kind];
  const line = { ...page, y: y + 30, height: 14 };
  textIn(pdf, `様式 ${version}(${source})　取扱注意`, line, { size: 7 });
  textIn(pdf, `${at} / ${of} 頁`, line, { size: 9, align: "right" });
};

interface Sheet {
  readonly to: Addressee;
  readonly records: readonly ReportRecord[];
  /** The number of its first record; they run through the whole report. */
  readonly first: number;
}

/** The pages of a report; of one that goes to offices no page is for two of them. One empty page where there is nothing. */
const sheetsOf = (records: readonly ReportRecord[], offices: PensionOffices, perPage: number): readonly Sheet[] => {
  const sheets: Sheet[] = [];
  let first = 1;
  for (const { office, records: ofOffice } of byOffice(records, offices)) {
    const to = { office: office?.name, count: ofOffice.length };
    for (let at = 0; at < ofOffice.length; at += perPage) {
      const some = ofOffice.slice(at, at + perPage);
      sheets.push({ to, records: some, first });
      first += some.length;
    }
  }
  return sheets.length > 0 ? sheets : [{ to: { office: undefined, count: 0 }, records: [], first }];
};

/**
 * The paper report of one kind, A4 landscape, several rows to a record. Pure: the same input gives the same bytes. A
 * character the font cannot draw is printed as 〓, told in a footnote and in `uncovered`.
 * @throws RangeError as {@link assertReportable}.
 */
export const composeReportPdf = async (
  kind: ReportKind,
  records: readonly ReportRecord[],
  context: PaperContext,
): Promise<{ readonly bytes: Uint8Array; readonly uncovered: Uncovered[] }> => {
  assertReportable(kind, records);
  const covers = coverageOf(context.font);
  const { title } = reportKinds[kind];
  const pdf = openPdf(context.font, { title, author: context.wardName, createdAt: createdAt(context) }, "landscape");
  const rows = rowsOf(kind);
  const count = reportForms[kind].length;
  const labelling = rows.labelled ? 0 : count * rows.label;
  const height = count * (rows.value + (rows.labelled ? rows.label : 0));
  const perPage = Math.floor((page.height - head - foot - labelling) / height);
  const sheets = sheetsOf(records, context.offices ?? [], perPage);
  const uncovered: Uncovered[] = [];
  for (const [at, sheet] of sheets.entries()) {
    pdf.addPage();
    drawHead(pdf, kind, context, records.length, sheet.to);
    const top = page.y + head;
    if (!rows.labelled) drawLabelsOfPage(pdf, kind, top, rows);
    const body = top + labelling;
    const notes = sheet.records.flatMap((record, place) =>
      drawRecord(pdf, record, sheet.first + place, body + place * height, covers),
    );
    if (records.length === 0) textIn(pdf, "該当なし", { ...page, y: body, height: 40 }, { size: 11, align: "center" });
    drawFoot(pdf, kind, notes, at + 1, sheets.length);
    uncovered.push(...notes.map(({ filingId, item, codePoints }) => ({ filingId, item, codePoints })));
  }
  return { bytes: await bytesOf(pdf), uncovered };
};
