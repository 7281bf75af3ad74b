import { describe, expect, it } from "vitest";
import { parseResults, type ResultRecord } from "../../../shared/documents/results.ts";
import { composeResults } from "../../../shared/documents/results-composer.ts";
import { plainDate } from "../../../shared/law/calendar.ts";

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
  const from = (line - 1) * 102 + at;
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
    ["a correction without its day", 56, " ".repeat(8), "missing", "訂正後の年月日: 値がありません"],
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
    const parsed = parseResults(bytes(text.slice(0, 2 * 102 + 50) + text.slice(2 * 102 + 52)));
    expect(parsed).toMatchObject({
      ok: true,
      faults: [{ line: 3, code: "bad-length", message: "レコード: 長さが決まりと違います" }],
    });
  });

  it.each([
    ["is empty", new Uint8Array(0), "empty"],
    ["is something else", bytes("%PDF-1.7"), "bad-header"],
    ["has a header alone", bytes(text.slice(0, 102)), "bad-trailer"],
    ["ends before its trailer", bytes(text.slice(0, 3 * 102)), "bad-trailer"],
    ["has a record after its trailer", bytes(text + text.slice(102, 204)), "bad-trailer"],
    ["lacks a record", bytes(text.slice(0, 102) + text.slice(204)), "count-mismatch"],
    ["has a record twice", bytes(text.slice(0, 204) + text.slice(102)), "count-mismatch"],
    ["counts its records wrong", overwritten(5, 17, "0000002"), "count-mismatch"],
    ["counts all its records wrong", overwritten(5, 24, "0000004"), "count-mismatch"],
    ["says another length", overwritten(1, 57, "00101"), "bad-header"],
    ["is another medium", overwritten(1, 1, "Q01"), "bad-header"],
    ["has a trailer of another ward", overwritten(5, 4, "13111"), "bad-trailer"],
    ["has a trailer of another day", overwritten(5, 9, "20261208"), "bad-trailer"],
    ["has more records than a ward has people", bytes("\r\n".repeat(300_003)), "too-large"],
    ["is huge", new Uint8Array(300_003 * 102), "too-large"],
  ])("that %s is refused whole", (_, content, code) => {
    expect(parseResults(content)).toMatchObject({ ok: false, code });
  });

  it("is not composed of what does not fit it", () => {
    expect(() => composeResults([{ ...approved, reasonCode: "TOOLONG" }], context)).toThrow(RangeError);
    expect(() => composeResults([{ ...approved, basicPensionNumber: "12345678901" }], context)).toThrow(RangeError);
  });
});
