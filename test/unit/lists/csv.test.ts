import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvOf, csvRowsOf } from "../../../shared/documents/csv.ts";

const columns = [
  ["name", "氏名"],
  ["count", "件数"],
] as const;

const lines = (...rows: { name: string | null; count: number | null }[]) => csvOf(columns, rows);

describe("CSV for spreadsheets", () => {
  it("begins with a BOM and Japanese headings, and ends every line with CR LF", () => {
    expect(lines({ name: "国年", count: 3 }, { name: null, count: null })).toBe("\uFEFF氏名,件数\r\n国年,3\r\n,\r\n");
    expect(lines()).toBe("\uFEFF氏名,件数\r\n");
    expect(Buffer.from(lines()).subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  });

  it("goes on, where it is written in parts, without another BOM and heading", () => {
    expect(csvRowsOf(columns, [{ name: "=1", count: 2 }])).toBe("'=1,2\r\n");
  });

  it("quotes what would break a line", () => {
    expect(lines({ name: '一、"二",三\r\n四', count: 1 })).toBe('\uFEFF氏名,件数\r\n"一、""二"",三\r\n四",1\r\n');
  });

  it.each(["=1+1", "+81", "-1", "@SUM(A1)", "\tx", "\rx", "＝1", "＋1", "－1", "＠x", '=HYPERLINK("http://x","y")'])(
    "%j is not run by who opens the file",
    (name) => {
      const [, [cell] = []]: string[][] = parse(lines({ name, count: 1 }), { bom: true });
      expect(cell).toBe(`'${name}`);
    },
  );

  it("gives back whatever text was put in, but for the apostrophe", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "grapheme" })), (names) => {
        const text = csvOf(
          columns,
          names.map((name) => ({ name, count: 1 })),
        );
        const [, ...read]: string[][] = parse(text, { bom: true, record_delimiter: "\r\n" });
        const guarded = names.map((name) => (/^[=+\-@\t\r＝＋－＠]/u.test(name) ? `'${name}` : name));
        expect(read.map(([cell = ""]) => cell)).toEqual(guarded);
      }),
    );
  });
});
