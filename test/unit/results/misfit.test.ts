import { describe, expect, it } from "vitest";
import { misfit } from "../../../functions/linkage/results/misfit.ts";
import type { ResultRecord } from "../../../shared/documents/result-record.ts";
import type { BeyondAssessment } from "../../../shared/domain/beyond-assessment.ts";
import type { ReliefSpan } from "../../../shared/domain/relief-spans.ts";
import { plainDate } from "../../../shared/law/calendar.ts";
import { awardOf } from "../../support/benefit-decisions.ts";

const span = (kind: string, from = "2026-10", until: string | null = "2027-03") =>
  ({ kind, from, until }) as ReliefSpan;
const line = (form: string, over: Partial<ResultRecord> = {}): ResultRecord => ({
  line: 2,
  basicPensionNumber: "0123456789",
  form,
  result: "approved",
  processedOn: plainDate("2026-12-04"),
  ...over,
});
const childcare = new Set<BeyondAssessment>(["childcare"]);
const day = plainDate("2026-11-10");

describe("a line of the results", () => {
  it.each([
    ["B01", ["statutory"]],
    ["B05", ["full", "deferment", "three-quarters", "half", "quarter"]],
    ["B10-3", ["full", "deferment"]],
    ["B12", ["student-deferment"]],
    ["B14", ["maternity"]],
    ["B15", ["maternity"]],
    ["B16", ["childcare"]],
    ["B17-2", ["childcare"]],
    ["A01", []],
    ["A15", []],
    ["B02", []],
    ["B11", []],
  ])("of %s may grant %j and nothing else", (form, kinds) => {
    const every = [
      "statutory",
      "full",
      "deferment",
      "student-deferment",
      "three-quarters",
      "half",
      "quarter",
      "maternity",
      "childcare",
    ];
    const taken = every.filter((kind) => misfit(line(form, { grants: [span(kind)] }), childcare) === undefined);
    expect(taken.sort()).toEqual([...kinds].sort());
  });

  it.each(["B01", "B05", "B12", "B16", "B17-2"])("of 訂正 of %s has to say the months", (form) => {
    expect(misfit(line(form, { result: "amended", amendedOn: day }), childcare)).toBe("grant-missing");
  });

  it.each(["A01", "B02", "B03", "B04", "B10-2", "B11", "B13", "B14", "B15", "B17-1"])(
    "of 訂正 of %s may say another day alone",
    (form) => {
      expect(misfit(line(form, { result: "amended", amendedOn: day }), childcare)).toBeUndefined();
    },
  );

  it.each(["B01", "B05", "B12", "B14", "B16"])("of 承認 of %s need not say the months", (form) => {
    expect(misfit(line(form), childcare)).toBeUndefined();
  });

  it("of 育児 grants nothing where the assessment does not cover it, and may still say that it was settled", () => {
    expect(misfit(line("B16", { grants: [span("childcare")] }), new Set())).toBe("beyond-assessment");
    expect(misfit(line("B16", { result: "rejected" }), new Set())).toBeUndefined();
  });

  it.each([
    { amendedOn: plainDate("2999-01-01") },
    { childBornOn: plainDate("1700-01-01") },
    { grants: [span("full", "0001-01", "0001-02")] },
    { grants: [span("full", "2026-07", "9999-12")] },
  ])("with %j, which no ledger could hold, is unreadable", (over) => {
    expect(misfit(line("B05", over), childcare)).toBe("unreadable-line");
  });

  it.each([
    ["C05", { result: "amended", amendedOn: day }, "grant-missing"],
    ["C11-2", { award: awardOf("old-age", { paidYen: 1 }) }, "unfit-grant"],
    ["C02", { grants: [span("full")] }, "unfit-grant"],
    ["A01", { award: awardOf("old-age", { paidYen: 1 }) }, "unfit-grant"],
    ["C90", { award: awardOf("old-age", { paidYen: 1 }), processedOn: plainDate("0001-01-01") }, "unreadable-line"],
    ["C11-2", {}, undefined],
    ["C02", { result: "rejected" }, undefined],
  ] as const)("of %s with %j: %s", (form, over, expected) => {
    expect(misfit(line(form, over as Partial<ResultRecord>), childcare)).toBe(expected);
  });
});
