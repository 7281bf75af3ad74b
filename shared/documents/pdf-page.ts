import PDFDocument from "pdfkit";
import type { Instant } from "../law/calendar.ts";

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface TextStyle {
  /** Points; made smaller where the text does not fit. */
  readonly size: number;
  readonly align?: "left" | "center" | "right";
}

/** A4 in points, and the margin of 10 mm. */
export const a4 = { short: 595.28, long: 841.89, margin: 28.35 } as const;

export type Pdf = PDFKit.PDFDocument;

const family = "body";

/**
 * An empty A4 document with the font embedded. The same input gives the same bytes: pdfkit takes its only changing parts,
 * the date and the id made from it, from `createdAt`. `revisited` holds all pages in memory, for what is known only at the end.
 */
export const openPdf = (
  font: Uint8Array,
  about: { readonly title: string; readonly author: string; readonly createdAt: Instant },
  layout: "portrait" | "landscape",
  revisited = false,
): Pdf => {
  const pdf = new PDFDocument({
    size: [a4.short, a4.long],
    layout,
    margin: 0,
    autoFirstPage: false,
    bufferPages: revisited,
    // None by default: pdfkit would load its Helvetica from a package that a bundle does not have.
    font: "",
    lang: "ja-JP",
    displayTitle: true,
    pdfVersion: "1.7",
    info: {
      Title: about.title,
      Author: about.author,
      Creator: "Kokunen",
      Producer: "Kokunen",
      CreationDate: new Date(about.createdAt),
    },
  });
  pdf.registerFont(family, font as Buffer);
  pdf.font(family);
  pdf.on("pageAdded", () => pdf.lineWidth(0.4));
  return pdf;
};

/** Ends the document. */
export const bytesOf = (pdf: Pdf): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    pdf.on("data", (chunk: Uint8Array) => chunks.push(chunk));
    pdf.on("end", () => resolve(new Uint8Array(Buffer.concat(chunks))));
    pdf.on("error", reject);
    pdf.end();
  });

const leading = 1.2;

const broken = (pdf: Pdf, text: string, width: number): string[] => {
  const lines = [""];
  for (const character of text) {
    const line = (lines.at(-1) ?? "") + character;
    if (pdf.widthOfString(line) <= width || lines.at(-1) === "") lines[lines.length - 1] = line;
    else lines.push(character);
  }
  return lines;
};

/** Below this share of the wished size a text is better read in several lines. */
const squeezed = 0.75;

/**
 * The size, in half points not above `size`, at which `text` fits the box, and its lines there; a line feed always begins
 * a new one. A form never cuts off what it reports.
 */
const fitted = (pdf: Pdf, text: string, { width, height }: Box, size: number): { size: number; lines: string[] } => {
  const given = text.split("\n");
  for (let points = size; points > 1; points -= 0.5) {
    const most = Math.max(1, Math.floor(height / (points * leading)));
    if (given.length > most) continue;
    pdf.fontSize(points);
    // No glyph is wider than its em, so a short line need not be measured.
    const fits = (line: string) => line.length * points <= width || pdf.widthOfString(line) <= width;
    if (given.every(fits)) return { size: points, lines: given };
    if (points > size * squeezed) continue;
    const lines = given.flatMap((line) => broken(pdf, line, width));
    if (lines.length <= most) return { size: points, lines };
  }
  return { size: 1, lines: given };
};

/** Prints `text` in the box, centred from top to bottom. */
export const textIn = (pdf: Pdf, text: string, box: Box, { size, align = "left" }: TextStyle): void => {
  if (text === "") return;
  const fit = fitted(pdf, text, box, size);
  pdf.fontSize(fit.size);
  const step = fit.size * leading;
  const top = box.y + (box.height - step * fit.lines.length) / 2 + (step - fit.size) / 2;
  for (const [at, line] of fit.lines.entries()) {
    const free = align === "left" ? 0 : box.width - pdf.widthOfString(line);
    pdf.text(line, box.x + (align === "center" ? free / 2 : free), top + at * step, { lineBreak: false });
  }
};

/** A cell with its border; `fill` is a grey or nothing. */
export const cell = (pdf: Pdf, box: Box, text: string, style: TextStyle & { readonly fill?: string }): void => {
  if (style.fill !== undefined) pdf.rect(box.x, box.y, box.width, box.height).fill(style.fill).fillColor("black");
  pdf.rect(box.x, box.y, box.width, box.height).stroke();
  textIn(pdf, text, { ...box, x: box.x + 3, width: box.width - 6 }, style);
};
