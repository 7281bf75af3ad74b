import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { FileLayout } from "../../../shared/documents/layout.ts";
import { benefitDecisions } from "../../../shared/documents/layouts/benefit-decisions.ts";
import { reportLayouts } from "../../../shared/documents/layouts/reports.ts";
import { results } from "../../../shared/documents/layouts/results.ts";

const page = readFileSync(new URL("../../../docs/transmittal-layouts.md", import.meta.url), "utf8");
const layouts = [...Object.values(reportLayouts), results, benefitDecisions] as FileLayout<string>[];

/** What the page says in words, because it differs from another table in little. */
const inWords = ["資格喪失報告", "基礎年金番号通知書再交付申請報告"];

/** Position, bytes and name of each row of the table under a heading. */
const rowsUnder = (title: string) => {
  const [, section = ""] = page.split(new RegExp(`^### データ: ${title}.*$`, "m"));
  const [table = ""] = section.split(/^#/m);
  return [...table.matchAll(/^\| (\d+) \| (\d+) \| ([^|]+) \|/gm)].map(([, at, width, label = ""]) => [
    Number(at),
    Number(width),
    label,
  ]);
};

describe("docs/transmittal-layouts.md", () => {
  it.each(layouts.map((layout) => [layout.title, layout] as const))("has %s field by field", (title, { data }) => {
    expect(page).toContain(`### データ: ${title}`);
    if (inWords.includes(title)) return;
    let at = 1;
    const fields = data.fields.map(({ width, label }) => {
      const row = [at, width, label];
      at += width;
      return row;
    });
    const rows = rowsUnder(title);
    expect(rows.length).toBeGreaterThan(3);
    // It goes on to the end of the record from wherever it begins: what all reports share is on the page once.
    expect(rows).toEqual(fields.slice(fields.findIndex(([from]) => from === rows[0]?.[0])));
  });

  it("says the version that each has", () => {
    expect(layouts.map(({ version }) => version).filter((version) => !page.includes(`\`${version}\``))).toEqual([]);
  });
});
