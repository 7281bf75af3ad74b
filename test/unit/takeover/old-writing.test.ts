import { describe, expect, it } from "vitest";
import { readSet, type TakeoverLayout } from "../../../functions/linkage/takeover/read-set.ts";
import { rejectOf } from "../../../functions/linkage/takeover/rejects.ts";
import type { CellReader } from "../../../shared/domain/takeover-cells.ts";
import { type TakeoverColumn, type TakeoverFile, takeoverLayout } from "../../../shared/domain/takeover-mapping.ts";
import { plainDate } from "../../../shared/law/calendar.ts";
import { generateWard } from "../../../tools/ward/generate.ts";
import { inShiftJis } from "../../support/encodings.ts";
import { extractOf, type Rows, rowsOf } from "../../support/extracts-of-takeover.ts";

const readers: Partial<Record<TakeoverFile, Readonly<Record<string, CellReader>>>> = {
  people: { birthDate: "era-date" },
  periods: { from: "era-date", until: "era-date", expiresOn: "era-date" },
  reliefs: { from: "era-month", until: "era-month", noticedOn: "era-date", maternityOn: "era-date" },
};

const readBy = (file: TakeoverFile): Readonly<Record<string, TakeoverColumn>> =>
  Object.fromEntries(
    Object.entries<TakeoverColumn>(takeoverLayout.files[file]).map(([field, column]) => [
      field,
      { ...column, read: readers[file]?.[field] ?? column.read },
    ]),
  );

/** The table as it would be for a package that writes Shift_JIS and 和暦. */
const oldLayout: TakeoverLayout = {
  name: takeoverLayout.name,
  encoding: "shift_jis",
  files: {
    people: readBy("people"),
    periods: readBy("periods"),
    reliefs: readBy("reliefs"),
    incomes: readBy("incomes"),
  },
};

const calendar = new Intl.DateTimeFormat("ja-JP-u-ca-japanese", { dateStyle: "short", timeZone: "UTC" });
const twoDigits = (text: string): string => text.padStart(2, "0");
/** `S550401`, and `R0607` of a month, as the calendar of the platform has them. */
const inEra = (text: string): string => {
  const [year = "", month = "", day = ""] = calendar.format(new Date(text)).split("/");
  const rest = text.length === 7 ? [month] : [month, day];
  return `${year.slice(0, 1)}${[year.slice(1), ...rest].map(twoDigits).join("")}`;
};

/** Of letters that Shift_JIS has: what it has no place for never came from such a package. */
const people = [...generateWard({ seed: 6, people: 12, today: plainDate("2026-11-26") })].filter(
  (person) => !JSON.stringify(person).includes("𠮷"),
);
const western = rowsOf(people);
const written = (rows: Rows): Rows => {
  const file = (name: TakeoverFile) =>
    rows[name].map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([field, cell]) => [
          field,
          readers[name]?.[field] !== undefined && cell !== "" ? inEra(cell) : cell,
        ]),
      ),
    );
  return { people: file("people"), periods: file("periods"), reliefs: file("reliefs"), incomes: file("incomes") };
};

const none = new Set<never>();
const readOld = (rows: Rows) => readSet(extractOf(rows, western, inShiftJis), none, oldLayout);
const opened = (read: ReturnType<typeof readSet>) => {
  if (!read.ok) throw new Error(`${read.fault} ${read.file} ${read.line}`);
  return read;
};

describe("an extract in Shift_JIS and 和暦", () => {
  it("is read as the same rows as one in UTF-8 and western days", () => {
    const old = written(western);
    expect(old.people[0]?.birthDate).toMatch(/^[MTSHR]\d{6}$/);
    expect(old.reliefs[0]?.from).toBe("R0607");
    const [{ rows }, wanted] = [opened(readOld(old)), opened(readSet(extractOf(western), none))];
    expect(rows).toEqual(wanted.rows);
    expect(rows.every(({ content }) => content.ok)).toBe(true);
  });

  it.each([
    ["people", "birthDate", "S640108", "生年月日"],
    ["people", "birthDate", "S550431", "生年月日"],
    ["people", "birthDate", "550401", "生年月日"],
    ["periods", "from", "R010430", "資格取得年月日"],
    ["reliefs", "from", "R0613", "開始年月"],
    ["reliefs", "until", "H3105", "終了年月"],
  ] as const)(
    "has a row with no such day or month (%s %s %s) named by its place, and not by what stood there",
    (file, field, cell, heading) => {
      const old = written(western);
      old[file][0] = { ...old[file][0], [field]: cell };
      const faulty = opened(readOld(old)).rows.filter(({ content }) => !content.ok);
      const rejects = faulty.map((row) => rejectOf(row, row.content.ok ? "malformed-row" : row.content.reason));
      expect(
        rejects.map((reject) => ({ ...reject, columns: reject.columns.filter((each) => each === heading) })),
      ).toEqual([{ file, line: 2, reason: "malformed-row", columns: [heading] }]);
      expect(JSON.stringify(rejects)).not.toContain(cell);
    },
  );

  it("is refused whole where it is not in the encoding of the table, which nobody guesses", () => {
    const old = written(western);
    expect(readSet(extractOf(old, western, inShiftJis), none)).toMatchObject({ ok: false, fault: "not-decodable" });
    expect(readSet(extractOf(old), none, oldLayout).ok).toBe(false);
    const broken = extractOf(old, western, (text) => Buffer.concat([inShiftJis(text), Uint8Array.of(0x81)]));
    expect(readSet(broken, none, oldLayout)).toEqual({ ok: false, fault: "not-decodable", file: "people", line: 0 });
  });
});
