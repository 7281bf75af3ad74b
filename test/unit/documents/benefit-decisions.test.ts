import { describe, expect, it } from "vitest";
import { parseBenefitDecisions } from "../../../shared/documents/benefit-decisions.ts";
import { parseResultFile } from "../../../shared/documents/result-files.ts";
import type { ResultRecord } from "../../../shared/documents/result-record.ts";
import { parseResults } from "../../../shared/documents/results.ts";
import { composeResults } from "../../../shared/documents/results-composer.ts";
import { plainDate } from "../../../shared/law/calendar.ts";
import { awardOf, decision, decisionContext, decisionsFile } from "../../support/benefit-decisions.ts";

/** Bytes of a record with its line ending. */
const width = 202;

const full = awardOf("disability", {
  symbol: "5350",
  number: "0012345678",
  serial: 1,
  entitledOn: "2026-10-15",
  startMonth: "2026-11",
  grade: 2,
  gradeItem: "15",
  determination: "term",
  fixedTermYears: 3,
  nextCertificateMonth: "2029-04",
  basicYen: 831_700,
  additionYen: 239_300,
  suspendedYen: 0,
  paidYen: 1_071_000,
});
const basicPensionNumber = "0123456789";
const approved = { basicPensionNumber, filingId: "20261123-7K3M9Q" as ResultRecord["filingId"], award: full };
const stopped = awardOf("old-age", { suspensionType: "other-pension", suspensionMonth: "2026-12" });
const special = awardOf("special-disability", { number: "77", startMonth: "2026-12", grade: 1, paidYen: 56_850 });

const lines = [
  decision(approved as Partial<ResultRecord>),
  decision({ basicPensionNumber, result: "rejected", reasonCode: "12" }),
  decision({ basicPensionNumber, form: "C90", award: stopped }),
  decision({ basicPensionNumber, form: "C12", result: "amended", award: special }),
];
const file = decisionsFile(...lines);
const text = new TextDecoder("latin1").decode(file);
const bytes = (changed: string) => Uint8Array.from(changed, (character) => character.charCodeAt(0));

/** `text` with `by` written over it at byte `at` (counted from 0) of line `line` (the header is line 1). */
const overwritten = (line: number, at: number, by: string) => {
  const from = (line - 1) * width + at;
  return bytes(text.slice(0, from) + by + text.slice(from + by.length));
};

describe("a 給付決定一覧", () => {
  it("is read back as it was sent, each line with its award", () => {
    expect(parseResultFile(file)).toEqual({
      ok: true,
      header: decisionContext,
      records: lines.map((one, at) => ({ line: at + 2, ...one })),
      faults: [],
    });
  });

  it("keeps the zeros of the 年金証書, and an amount of 0 as 0", () => {
    const parsed = parseResultFile(file);
    expect(parsed.ok && parsed.records[0]?.award?.facts).toMatchObject({ number: "0012345678", suspendedYen: 0 });
  });

  it("is told from a 処理結果一覧 by its header, and neither is taken for the other", () => {
    const results = composeResults(
      [{ basicPensionNumber, form: "A01", result: "approved", processedOn: plainDate("2026-12-04") }],
      decisionContext,
    );
    expect(parseResultFile(results)).toEqual(parseResults(results));
    expect(parseResults(file)).toMatchObject({ ok: false, code: "bad-header" });
    expect(parseBenefitDecisions(results)).toMatchObject({ ok: false, code: "bad-header" });
    expect(parseResultFile(new Uint8Array(2))).toMatchObject({ ok: false });
  });

  it("with a kind alone says nothing of a right", () => {
    const bare = overwritten(3, 56, "21");
    expect(parseResultFile(bare)).toMatchObject({ ok: true, faults: [] });
  });

  const blank = (count: number) => " ".repeat(count);
  it.each([
    ["another 手続 than of 給付", 2, 6, "B05  ", "bad-form", "手続コード: 給付の手続ではありません"],
    ["another ward", 2, 1, "13111", "wrong-ward", "市区町村コード: ヘッダと違います"],
    ["no kind", 2, 56, "  ", "missing", "年金・給付の種類: 値がありません"],
    ["a kind of no table", 2, 56, "99", "unknown-code", "年金・給付の種類: コード表にないコードです"],
    ["a grade there is none of", 2, 88, "4", "unfit-fact", "障害等級: 値が項目に合いません"],
    ["a symbol that is no number", 2, 58, "53A0", "unfit-fact", "年金証書の記号: 値が項目に合いません"],
    ["a serial of 0", 2, 72, "00", "unfit-fact", "受給権の連番: 値が項目に合いません"],
    ["an amount of no digits", 2, 100, "8317OO  ", "bad-digits", "基本額: 数字でない桁があります"],
    ["a month that is none", 2, 82, "202613", "bad-month", "支給開始年月: 暦にない年月です"],
    ["a day before all records", 2, 74, "00010101", "unfit-fact", "受給権発生年月日: 値が項目に合いません"],
    ["a 支給停止区分 without its month", 4, 133, blank(6), "missing", "支給停止・解除年月: 値がありません"],
    ["a month of 支給停止 without 区分", 4, 132, " ", "missing", "支給停止区分: 値がありません"],
    ["a 失権区分 without its day", 4, 139, "1", "missing", "失権年月日: 値がありません"],
    ["a symbol that the kind has none of", 5, 58, "5350", "unfit-fact", "年金証書の記号: この給付の項目ではありません"],
    ["却下 with what was decided", 3, 88, "2", "unexpected-award", "決定: 却下・返戻の行に決定があります"],
  ])("with %s faults that line and no other", (_, line, at, by, code, message) => {
    const parsed = parseResultFile(overwritten(line, at, by));
    expect(parsed).toMatchObject({ ok: true, faults: [{ line, code, message }] });
    expect(parsed.ok && parsed.records.map((record) => record.line)).toEqual(
      [2, 3, 4, 5].filter((one) => one !== line),
    );
  });

  it("with 訂正 that says nothing faults the line", () => {
    expect(parseResultFile(decisionsFile({ basicPensionNumber, result: "amended" }))).toMatchObject({
      records: [],
      faults: [{ line: 2, code: "missing", message: "決定: 値がありません" }],
    });
  });

  it("is not composed of what does not fit it", () => {
    const much = awardOf("disability", { basicYen: 1 });
    const tooMuch = { ...much, facts: { basicYen: 123_456_789 } } as typeof much;
    expect(() => decisionsFile({ basicPensionNumber, award: tooMuch })).toThrow(RangeError);
  });
});
