import { type Finding, type FindingRow, findings, firstOfEach } from "../domain/audit-findings.ts";
import { auditThresholds } from "../domain/audit-thresholds.ts";
import { keysOf } from "../domain/keys-of.ts";
import { dayAt } from "../law/calendar.ts";
import { timeInJapan } from "../law/instants.ts";
import { type AuditReportContent, findingInWords } from "./audit-report.ts";
import { japaneseDate } from "./era.ts";
import { a4, type Box, bytesOf, cell, openPdf, type Pdf, type TextStyle, textIn } from "./pdf-page.ts";

/** Rows of each finding on paper; the CSV has more. */
const mostPrinted = 500;

const page = { x: a4.margin, y: a4.margin, width: a4.short - 2 * a4.margin, bottom: a4.long - a4.margin - 18 };
const rowHeight = 15;
const heading = { size: 8, align: "center", fill: "#e6e6e6" } as const;

interface Column {
  readonly title: string;
  readonly width: number;
  readonly align?: TextStyle["align"];
}

/** Where the next line goes; a page that is full is followed by another. */
const paper = (pdf: Pdf) => {
  let y: number = page.y;
  pdf.addPage();
  return {
    /** The box of a line of `height`, on a new page when this one has no room for it and what must follow. */
    line: (height: number, follows = 0): Box => {
      if (y + height + follows > page.bottom) {
        pdf.addPage();
        y = page.y;
      }
      const box = { x: page.x, y, width: page.width, height };
      y += height;
      return box;
    },
  };
};
type Paper = ReturnType<typeof paper>;

const cells = (
  pdf: Pdf,
  line: Box,
  columns: readonly Column[],
  texts: readonly string[],
  style: TextStyle & { fill?: string },
) => {
  let x = line.x;
  for (const [at, { width, align = "left" }] of columns.entries()) {
    cell(pdf, { ...line, x, width }, texts[at] ?? "", { align, ...style });
    x += width;
  }
};

const table = (pdf: Pdf, on: Paper, columns: readonly Column[], rows: readonly (readonly string[])[]) => {
  const titles = () =>
    cells(
      pdf,
      on.line(rowHeight, rowHeight),
      columns,
      columns.map(({ title }) => title),
      heading,
    );
  titles();
  for (const row of rows) {
    const line = on.line(rowHeight);
    // The line began a page of its own: the titles stand above it, and it goes below them.
    if (line.y === page.y) {
      cells(
        pdf,
        line,
        columns,
        columns.map(({ title }) => title),
        heading,
      );
      cells(pdf, on.line(rowHeight), columns, row, { size: 8 });
    } else cells(pdf, line, columns, row, { size: 8 });
  }
};

const summaryColumns = [
  { title: "指摘", width: 220 },
  { title: "件数", width: 60, align: "right" },
] as const satisfies readonly Column[];

const thresholdColumns = [
  { title: "基準", width: 170 },
  { title: "値", width: 50, align: "right" },
  { title: "理由", width: page.width - 220 },
] as const satisfies readonly Column[];

const rowColumns = [
  { title: "日時", width: 86 },
  { title: "職員", width: 86 },
  { title: "対象者(仮名)", width: 146 },
  { title: "内容", width: page.width - 318 },
] as const satisfies readonly Column[];

const printTitle = (pdf: Pdf, on: Paper, { month, createdAt, entries, head }: AuditReportContent, wardName: string) => {
  const size = 9;
  textIn(pdf, "アクセス記録 月次報告", on.line(28), { size: 17, align: "center" });
  textIn(pdf, `${wardName} 国民年金システム　対象 ${month}`, on.line(18), { size: 11, align: "center" });
  const made = `作成 ${japaneseDate(dayAt(createdAt))} ${timeInJapan(createdAt)}　対象月の記録 ${entries}件`;
  textIn(pdf, made, on.line(16), { size, align: "right" });
  const sealed = head
    ? `月末のダイジェスト ${head.hour}(UTC) ${head.name}\nSHA-256 ${head.sha256}`
    : "月末のダイジェスト なし(その時間のダイジェストがまだ作られていない)";
  cell(pdf, on.line(30), sealed, { size: 8 });
  const notes = [
    "対象者は仮名で示す。だれかは、年金担当の所属長か管理責任者が「仮名から宛名番号を求める」で調べ、その記録が残る。",
    "指摘は尋ねるきっかけで、違反の判定ではない。届出などの有無は、作成のときまでの記録で見る。",
  ];
  for (const note of notes) textIn(pdf, note, on.line(13), { size: 8 });
};

const printFinding = (pdf: Pdf, on: Paper, finding: Finding, rows: readonly FindingRow[], count: number) => {
  const more = count > rows.length ? `(${count}件のうち先頭${rows.length}件)` : `(${count}件)`;
  textIn(pdf, `${findings[finding]}${more}`, on.line(24, 2 * rowHeight), { size: 11 });
  const printed = rows.map((row) => {
    const { day, time, officer, subject, detail } = findingInWords(row);
    return [`${day} ${time}`, officer, subject, detail];
  });
  table(pdf, on, rowColumns, printed);
};

const printFeet = (pdf: Pdf, wardName: string, month: string) => {
  const { count } = pdf.bufferedPageRange();
  for (let at = 0; at < count; at += 1) {
    pdf.switchToPage(at);
    const foot = { x: page.x, y: page.bottom + 4, width: page.width, height: 14 };
    textIn(pdf, `${wardName} アクセス記録 月次報告 ${month}　取扱注意`, foot, { size: 7 });
    textIn(pdf, `${at + 1} / ${count} 頁`, foot, { size: 8, align: "right" });
  }
};

/**
 * The monthly report as paper, A4: the summary, the thresholds, the findings by kind, and the last digest of the month, so that
 * a trail cut off later does not fit the paper. Pure: the same input gives the same bytes.
 */
export const auditReportPdf = async (
  content: AuditReportContent,
  { wardName, font }: { readonly wardName: string; readonly font: Uint8Array },
): Promise<Uint8Array> => {
  const { month, createdAt, rows, thresholds, findings: counts } = content;
  const title = `アクセス記録 月次報告 ${month}`;
  const pdf = openPdf(font, { title, author: wardName, createdAt }, "portrait", true);
  const on = paper(pdf);
  printTitle(pdf, on, content, wardName);
  on.line(8);
  const order = keysOf(findings);
  table(
    pdf,
    on,
    summaryColumns,
    order.map((finding) => [findings[finding], `${counts[finding]}`]),
  );
  on.line(8);
  table(
    pdf,
    on,
    thresholdColumns,
    keysOf(auditThresholds).map((name) => {
      const { title: label, reason, value } = auditThresholds[name];
      return [label, `${thresholds[name]}`, thresholds[name] === value ? reason : "区の設定"];
    }),
  );
  const byFinding = Map.groupBy(firstOfEach(rows, mostPrinted), ({ finding }) => finding);
  for (const finding of order) {
    const found = byFinding.get(finding);
    if (found) printFinding(pdf, on, finding, found, counts[finding]);
  }
  printFeet(pdf, wardName, month);
  return bytesOf(pdf);
};
