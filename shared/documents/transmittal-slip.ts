import { dayAt } from "../law/calendar.ts";
import { japaneseDate } from "./era.ts";
import { standInSource } from "./layouts/frame.ts";
import { a4, type Box, bytesOf, cell, openPdf, type Pdf, textIn } from "./pdf-page.ts";
import { type ReportKind, reportKinds } from "./report.ts";
import type { OfficeCount } from "./report-offices.ts";
import { createdAt, type PaperContext } from "./report-pdf.ts";

/** One file that goes with the slip. */
export interface SlipFile {
  readonly kind: ReportKind;
  readonly name: string;
  /** 届出 in it. */
  readonly count: number;
  /** Bytes. */
  readonly size: number;
  /** Hexadecimal. */
  readonly sha256: string;
  /** How many go to each 年金事務所; left out where all goes to one place. */
  readonly offices?: readonly OfficeCount[];
}

const page = { x: 42, y: 42, width: a4.short - 84, height: a4.long - 84 };

const columns = [
  { title: "番号", width: 26, align: "center" },
  { title: "報告書・ファイル名", width: 196, align: "left" },
  { title: "件数", width: 38, align: "right" },
  { title: "バイト数", width: 58, align: "right" },
  { title: "SHA-256", width: page.width - 318, align: "left" },
] as const;

const drawRow = (pdf: Pdf, y: number, height: number, texts: readonly string[], fill?: string) => {
  let { x } = page;
  for (const [at, { width, align }] of columns.entries()) {
    const style = { size: 8.5, align: fill ? "center" : align, ...(fill ? { fill } : {}) } as const;
    cell(pdf, { x, y, width, height }, texts[at] ?? "", style);
    x += width;
  }
};

const drawReceipt = (pdf: Pdf, y: number) => {
  const height = 84;
  const box: Box = { x: page.x, y, width: 300, height };
  pdf.rect(page.x, y, page.width, height).stroke();
  const lines = ["受領欄", "上記のとおり受領しました。", "　　　　年　　　月　　　日", "受領者"];
  for (const [at, line] of lines.entries()) {
    textIn(pdf, line, { ...box, x: box.x + 8, y: y + 6 + at * 18, height: 16 }, { size: 9.5 });
  }
  const seal = { x: page.x + page.width - 96, y: y + 8, width: 84, height: height - 16 };
  pdf.dash(2, { space: 2 }).rect(seal.x, seal.y, seal.width, seal.height).stroke().undash();
  textIn(pdf, "受領印", { ...seal, y: seal.y + 2, height: 12 }, { size: 7, align: "center" });
};

const totals = (files: readonly SlipFile[]): string =>
  (Object.keys(reportKinds) as ReportKind[])
    .flatMap((kind) => {
      const count = files.find((file) => file.kind === kind)?.count;
      return count === undefined ? [] : [`${reportKinds[kind].title} ${count}件`];
    })
    .join("、");

/** 送付書: one page, A4, that names every file of a 進達 with its count and SHA-256, and has room for the receipt. The same input gives the same bytes. */
export const composeTransmittalSlip = async (
  files: readonly SlipFile[],
  context: PaperContext,
): Promise<Uint8Array> => {
  const about = { title: "国民年金関係報告書送付書", author: context.wardName, createdAt: createdAt(context) };
  const pdf = openPdf(context.font, about, "portrait");
  pdf.addPage();
  textIn(pdf, about.title, { ...page, height: 30 }, { size: 18, align: "center" });
  textIn(pdf, "日本年金機構 御中", { ...page, y: page.y + 44, height: 18 }, { size: 12 });
  const from = [
    `${context.wardName}(市区町村コード ${context.wardCode})`,
    `作成 ${japaneseDate(context.createdOn)}`,
    context.sealedAt === undefined ? "" : `封緘 ${japaneseDate(dayAt(context.sealedAt))}`,
    `進達番号 ${context.runId}`,
  ].filter((line) => line !== "");
  for (const [at, line] of from.entries()) {
    textIn(pdf, line, { ...page, y: page.y + 66 + at * 16, height: 14 }, { size: 10, align: "right" });
  }
  const intro = "国民年金法施行規則第9条による報告書を、次のとおり送付します。";
  textIn(pdf, intro, { ...page, y: page.y + 142, height: 16 }, { size: 10.5 });
  textIn(pdf, totals(files) || "該当なし", { ...page, y: page.y + 162, height: 16 }, { size: 10.5 });

  const top = page.y + 188;
  const label = 20;
  const height = Math.min(34, (page.height - 188 - label - 130) / Math.max(1, files.length));
  drawRow(
    pdf,
    top,
    label,
    columns.map(({ title }) => title),
    "#e6e6e6",
  );
  for (const [at, file] of files.entries()) {
    const offices = (file.offices ?? []).map(({ name, count }) => `${name} ${count}件`).join("、");
    const names = [reportKinds[file.kind].title, file.name, offices].filter((line) => line !== "").join("\n");
    const hash = `${file.sha256.slice(0, 32)}\n${file.sha256.slice(32)}`;
    const texts = [String(at + 1), names, String(file.count), file.size.toLocaleString("en-US"), hash];
    drawRow(pdf, top + label + at * height, height, texts);
  }
  drawReceipt(pdf, top + label + files.length * height + 24);
  const foot = { ...page, y: page.y + page.height - 12, height: 12 };
  textIn(pdf, `様式 standin-1(${standInSource})　取扱注意`, foot, { size: 7 });
  return bytesOf(pdf);
};
