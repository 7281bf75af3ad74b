import { type NonDisclosureReason, nonDisclosureReasons } from "../../../shared/domain/disclosure.ts";
import { keysOf } from "../../../shared/domain/keys-of.ts";
import { type PackageKind, packageKinds, type ToldRecord } from "./told-record.ts";

const signs: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
export const plain = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => signs[sign] ?? sign);

const style = `body{font-family:sans-serif;margin:2em;line-height:1.6}table{border-collapse:collapse;width:100%;margin:0 0 1.5em}
th,td{border:1px solid #666;padding:.2em .5em;text-align:left;vertical-align:top}th[scope=row]{width:18em;font-weight:normal;background:#f2f2f2}
h2{border-bottom:2px solid #333}h3{font-size:1em;margin:1em 0 .3em}@media print{tr{break-inside:avoid}}`;

/** A page that stands by itself: no script, and nothing fetched from anywhere. */
export const page = (title: string, body: string): Buffer =>
  Buffer.from(
    `<!doctype html>\n<html lang="ja"><head><meta charset="utf-8"><title>${plain(title)}</title><style>${style}</style></head><body>\n<h1>${plain(title)}</h1>\n${body}\n</body></html>\n`,
    "utf8",
  );

const cell = (text: string): string => `<td>${plain(text)}</td>`;

export const table = (headings: readonly string[], rows: readonly (readonly string[])[]): string =>
  `<table><thead><tr>${headings.map((heading) => `<th scope="col">${plain(heading)}</th>`).join("")}</tr></thead><tbody>\n${rows
    .map((row) => `<tr>${row.map(cell).join("")}</tr>`)
    .join("\n")}\n</tbody></table>`;

/** Kinds whose records all have the same few fields: one line each. */
const inLines: readonly PackageKind[] = ["provision", "given-out", "trail-entry"];

const blank = (reason: NonDisclosureReason): string => `(不開示 ${nonDisclosureReasons[reason]})`;

const wholeRecord = ({ record, fields, leftOut }: ToldRecord): string => {
  const rows = [
    ...fields.map(({ label, value }) => [label, value] as const),
    ...leftOut.map(({ label, reason }) => [label, blank(reason)] as const),
  ];
  const lines = rows.map(([label, value]) => `<tr><th scope="row">${plain(label)}</th>${cell(value)}</tr>`);
  return `<h3>${plain(record)}</h3>\n<table><tbody>\n${lines.join("\n")}\n</tbody></table>`;
};

const lines = (records: readonly ToldRecord[]): string => {
  const headings = records.flatMap(({ fields }) => fields.map(({ label }) => label));
  const columns = ["記録", ...new Set(headings), "不開示"];
  const rows = records.map(({ record, fields, leftOut }) => {
    const values = new Map(fields.map(({ label, value }) => [label, value]));
    return [
      record,
      ...columns.slice(1, -1).map((column) => values.get(column) ?? ""),
      leftOut.map(({ label, reason }) => `${label} ${blank(reason)}`).join("、"),
    ];
  });
  return table(columns, rows);
};

const section = (kind: PackageKind, records: readonly ToldRecord[]): string =>
  `<h2>${plain(packageKinds[kind])}</h2>\n${inLines.includes(kind) ? lines(records) : records.map(wholeRecord).join("\n")}`;

/** Records for people to read, kind by kind. */
export const recordsPage = (title: string, records: readonly ToldRecord[]): Buffer =>
  page(
    title,
    keysOf(packageKinds)
      .map((kind) => [kind, records.filter((each) => each.kind === kind)] as const)
      .filter(([, found]) => found.length > 0)
      .map(([kind, found]) => section(kind, found))
      .join("\n"),
  );

/** The same for machines: one record a line. */
export const recordLines = (records: readonly ToldRecord[]): Buffer =>
  Buffer.from(
    records.map((each) => `${JSON.stringify({ ...each, title: packageKinds[each.kind] })}\n`).join(""),
    "utf8",
  );
