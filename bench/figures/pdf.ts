import { readFileSync } from "node:fs";
import path from "node:path";
import { composeReportPdf } from "../../shared/documents/report-pdf.ts";
import { projectRoot } from "../../tools/local/folders.ts";
import { atLeast, atMost, median, noted } from "../figure.ts";
import type { Measure } from "../groups.ts";
import { today } from "../support/applicants.ts";
import { reports } from "../support/reports.ts";

const fontFile = "node_modules/@expo-google-fonts/biz-udmincho/400Regular/BIZUDMincho_400Regular.ttf";
const inBulk = 3_000;

export const pdf: Measure = async () => {
  const font = readFileSync(path.join(projectRoot, fontFile));
  const context = { wardCode: "13110", wardName: "目黒区", runId: "T20261123-000000", createdOn: today, font };
  const records = reports(inBulk);
  const compose = async (some: typeof records) => {
    const before = performance.now();
    const { bytes } = await composeReportPdf("acquisition", some, context);
    const pages =
      Buffer.from(bytes)
        .toString("latin1")
        .match(/\/Type \/Page\b(?!s)/g)?.length ?? 0;
    return { milliseconds: performance.now() - before, pages };
  };
  for (let at = 0; at < 10; at += 1) await compose(records.slice(at, at + 1));
  const one: number[] = [];
  for (let at = 10; at < 40; at += 1) one.push((await compose(records.slice(at, at + 1))).milliseconds);
  const bulk: number[] = [];
  let pages = 0;
  for (let run = 0; run < 3; run += 1) {
    const made = await compose(records);
    pages = made.pages;
    bulk.push(made.pages / (made.milliseconds / 1_000));
  }
  return [
    atMost({ name: "pdf-one", value: median(one), unit: "ms" }, 10),
    atLeast({ name: "pdf-bulk", value: median(bulk), unit: "pages/s" }, 1_000),
    noted({ name: "pdf-bulk-pages", value: pages, unit: `for ${inBulk} filings` }),
  ];
};
