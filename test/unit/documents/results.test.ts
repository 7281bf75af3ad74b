import { describe, expect, it } from "vitest";
import type { ResultRecord } from "../../../shared/documents/result-record.ts";
import { parseResults } from "../../../shared/documents/results.ts";
import { composeResults } from "../../../shared/documents/results-composer.ts";
import type { ReliefSpan } from "../../../shared/domain/relief-spans.ts";
import { plainDate, plainMonth } from "../../../shared/law/calendar.ts";

/** Bytes of a record with its line ending. */
const width = 162;

const context = { wardCode: "13110", runId: "K20261207-0001", createdOn: plainDate("2026-12-07") };
const approved = {
  basicPensionNumber: "0123456789",
  filingId: "20261123-7K3M9Q",
  form: "A01",
  result: "approved",
  processedOn: plainDate("2026-12-04"),
} as const satisfies Omit<ResultRecord, "line">;
const amended = {
  basicPensionNumber: "0987654321",
  form: "A05",
  result: "amended",
  reasonCode: "E012",
  processedOn: plainDate("2026-12-04"),
  amendedOn: plainDate("2026-11-02"),
} as const satisfies Omit<ResultRecord, "line">;

const file = composeResults([approved, amended, approved], context);
const text = new TextDecoder("latin1").decode(file);
const bytes = (changed: string) => Uint8Array.from(changed, (character) => character.charCodeAt(0));

/** `text` with `by` written over it at byte `at` of line `line` (the header is line 1). */
const overwritten = (line: number, at: number, by: string) => {
  const from = (line - 1) * width + at;
  return bytes(text.slice(0, from) + by + text.slice(from + by.length));
};

describe("a 処理結果一覧", () => {
  it("is read back as it was sent, each record with its line", () => {
    expect(parseResults(file)).toEqual({
      ok: true,
      header: context,
      records: [
        { line: 2, ...approved },
        { line: 3, ...amended },
        { line: 4, ...approved },
      ],
      faults: [],
    });
  });

  it("gives back the 枝番 of a 手続, and faults one that is none", () => {
    const sent = [
      { ...approved, form: "A19-1" },
      { ...approved, form: "A17-2" },
    ];
    const parsed = parseResults(composeResults(sent, context));
    expect(parsed).toEqual({
      ok: true,
      header: context,
      records: sent.map((one, at) => ({ line: at + 2, ...one })),
      faults: [],
    });
    for (const form of ["A1-12", "A19-x", "A19-", "A191"])
      expect(parseResults(overwritten(3, 6, form.padEnd(5)))).toMatchObject({
        faults: [{ line: 3, code: "bad-form" }],
      });
  });

  it("may hold no record at all", () => {
    expect(parseResults(composeResults([], context))).toEqual({ ok: true, header: context, records: [], faults: [] });
  });

  it.each([
    ["a digit that is none", 18, "01234x6789", "bad-digits", "基礎年金番号: 数字でない桁があります"],
    ["no 基礎年金番号", 18, " ".repeat(10), "missing", "基礎年金番号: 値がありません"],
    ["a result code of no table", 43, "9", "unknown-code", "処理結果: コード表にないコードです"],
    ["a day that is none", 48, "20260231", "bad-date", "処理年月日: 暦にない日付です"],
    ["a day of no digits", 48, "2026023x", "bad-digits", "処理年月日: 数字でない桁があります"],
    ["a correction without its day", 56, " ".repeat(8), "missing", "訂正後の年月日と決定: どちらの値もありません"],
    ["another kind of record", 0, "9", "bad-record-type", "レコード区分: 区分が決まりと違います"],
    ["another ward", 1, "13111", "wrong-ward", "市区町村コード: ヘッダと違います"],
    ["a 手続 of another form", 6, "a05", "bad-form", "手続コード: 形が違います"],
    ["a 受付番号 of another form", 28, "20261123_7K3M9Q", "bad-form", "受付番号: 形が違います"],
    ["a byte of no character set", 44, "\xff", "bad-character", "理由コード: 書けない文字があります"],
    ["a CR alone", 44, "\r   ", "bad-character", "理由コード: 書けない文字があります"],
    ["a tilde, which some read as an overline", 44, "~", "bad-character", "理由コード: 書けない文字があります"],
  ])("with %s in a record faults that line and no other", (_, at, by, code, message) => {
    const parsed = parseResults(overwritten(3, at, by));
    expect(parsed).toMatchObject({ ok: true, faults: [{ line: 3, code, message }] });
    expect(parsed.ok && parsed.records.map(({ line }) => line)).toEqual([2, 4]);
  });

  it("with a record too short faults that line", () => {
    const parsed = parseResults(bytes(text.slice(0, 2 * width + 50) + text.slice(2 * width + 52)));
    expect(parsed).toMatchObject({
      ok: true,
      faults: [{ line: 3, code: "bad-length", message: "レコード: 長さが決まりと違います" }],
    });
  });

  it.each([
    ["is empty", new Uint8Array(0), "empty"],
    ["is something else", bytes("%PDF-1.7"), "bad-header"],
    ["has a header alone", bytes(text.slice(0, width)), "bad-trailer"],
    ["ends before its trailer", bytes(text.slice(0, 3 * width)), "bad-trailer"],
    ["has a record after its trailer", bytes(text + text.slice(width, 2 * width)), "bad-trailer"],
    ["lacks a record", bytes(text.slice(0, width) + text.slice(2 * width)), "count-mismatch"],
    ["has a record twice", bytes(text.slice(0, 2 * width) + text.slice(width)), "count-mismatch"],
    ["counts its records wrong", overwritten(5, 17, "0000002"), "count-mismatch"],
    ["counts all its records wrong", overwritten(5, 24, "0000004"), "count-mismatch"],
    ["says another length", overwritten(1, 57, "00161"), "bad-header"],
    ["says the length that records had before", overwritten(1, 57, "00100"), "bad-header"],
    ["is another medium", overwritten(1, 1, "Q01"), "bad-header"],
    ["has a trailer of another ward", overwritten(5, 4, "13111"), "bad-trailer"],
    ["has a trailer of another day", overwritten(5, 9, "20261208"), "bad-trailer"],
    ["has more records than a ward has people", bytes("\r\n".repeat(300_003)), "too-large"],
    ["is huge", new Uint8Array(300_003 * width), "too-large"],
  ])("that %s is refused whole", (_, content, code) => {
    expect(parseResults(content)).toMatchObject({ ok: false, code });
  });

  it("is not composed of what does not fit it", () => {
    expect(() => composeResults([{ ...approved, reasonCode: "TOOLONG" }], context)).toThrow(RangeError);
    expect(() => composeResults([{ ...approved, basicPensionNumber: "12345678901" }], context)).toThrow(RangeError);
  });
});

describe("what a line says was granted", () => {
  const grant = (kind: ReliefSpan["kind"], from: string, until: string | null): ReliefSpan => ({
    kind,
    from: plainMonth(from),
    until: until === null ? null : plainMonth(until),
  });
  const { filingId: _, ...unfiled } = approved;
  const line = (over: Partial<ResultRecord>): Omit<ResultRecord, "line"> => ({ ...unfiled, form: "B05", ...over });
  const read = (...records: Omit<ResultRecord, "line">[]) => parseResults(composeResults(records, context));

  it("is read back: up to four spans, one without end, and the child", () => {
    const four = ["2026-07", "2026-09", "2026-11", "2027-01"].map((from) => grant("full", from, from));
    const sent = [
      line({ grants: four }),
      line({ form: "B01", grants: [grant("statutory", "2026-10", null)] }),
      line({ form: "B18", grants: [grant("childcare", "2026-10", "2027-08")], childBornOn: plainDate("2026-09-01") }),
      line({ result: "amended", grants: [grant("half", "2026-07", "2027-06")] }),
      line({ form: "B10-3", result: "rejected" }),
    ];
    expect(read(...sent)).toEqual({
      ok: true,
      header: context,
      records: sent.map((one, at) => ({ line: at + 2, ...one })),
      faults: [],
    });
  });

  it.each([
    [
      "an end before its beginning",
      [grant("full", "2026-07", "2026-06")],
      "backward-span",
      "決定: 終了年月が開始年月より前です",
    ],
    [
      "a month twice",
      [grant("full", "2026-07", "2026-12"), grant("half", "2026-12", "2027-06")],
      "overlapping-spans",
      "決定: 期間が重なっています",
    ],
    [
      "months after a span without end",
      [grant("statutory", "2026-07", null), grant("full", "2027-01", "2027-06")],
      "overlapping-spans",
      "決定: 期間が重なっています",
    ],
    ["no end where only 法定免除 has none", [grant("full", "2026-07", null)], "missing", "決定: 終了年月がありません"],
  ] as const)("with %s faults the line", (_, grants, code, message) => {
    expect(read(line({ grants }), line({}))).toMatchObject({
      ok: true,
      records: [{ line: 3 }],
      faults: [{ line: 2, code, message }],
    });
  });

  it.each(["rejected", "returned"] as const)("with a %s faults the line", (result) => {
    expect(read(line({ result, grants: [grant("full", "2026-07", "2027-06")] }))).toMatchObject({
      faults: [{ line: 2, code: "unexpected-grant" }],
    });
  });

  const granted = new TextDecoder("latin1").decode(
    composeResults([line({ grants: [grant("full", "2026-07", "2027-06")] })], context),
  );
  const damaged = (at: number, by: string) =>
    parseResults(bytes(granted.slice(0, width + at) + by + granted.slice(width + at + by.length)));

  it.each([
    ["no kind", 64, "  ", "missing", "決定: 免除区分がありません"],
    ["no beginning", 66, " ".repeat(6), "missing", "決定: 開始年月がありません"],
    ["a kind of no table", 64, "99", "unknown-code", "決定1 免除区分: コード表にないコードです"],
    ["a month that is none", 66, "202613", "bad-month", "決定1 開始年月: 暦にない年月です"],
    ["a month of no digits", 72, "2026x1", "bad-digits", "決定1 終了年月: 数字でない桁があります"],
    ["a birthday that is none", 120, "20260231", "bad-date", "子の生年月日: 暦にない日付です"],
  ])("with %s faults the line", (_, at, by, code, message) => {
    expect(damaged(at, by)).toMatchObject({ ok: true, records: [], faults: [{ line: 2, code, message }] });
  });

  it("is not composed of more spans than it has room for", () => {
    const five = ["2026-07", "2026-09", "2026-11", "2027-01", "2027-03"].map((from) => grant("full", from, from));
    expect(() => read(line({ grants: five }))).toThrow(RangeError);
  });
});
