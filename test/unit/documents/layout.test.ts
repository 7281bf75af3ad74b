import { describe, expect, it } from "vitest";
import { checkedLayout, type FileLayout, layoutFaults } from "../../../shared/documents/layout.ts";
import { benefitDecisions } from "../../../shared/documents/layouts/benefit-decisions.ts";
import { incomeAnswers } from "../../../shared/documents/layouts/income-answers.ts";
import { incomeRequests } from "../../../shared/documents/layouts/income-requests.ts";
import { reportLayouts } from "../../../shared/documents/layouts/reports.ts";
import { results } from "../../../shared/documents/layouts/results.ts";
import { unpaidMonths } from "../../../shared/documents/layouts/unpaid-months.ts";
import { type ReportItem, type ReportKind, reportItems, reportKinds } from "../../../shared/documents/report.ts";
import { reportForms, shares } from "../../../shared/documents/report-forms.ts";

const layouts = { ...reportLayouts, results, benefitDecisions, incomeRequests, incomeAnswers, unpaidMonths };

describe("a layout", () => {
  it.each(Object.entries(layouts))("of %s adds up and says that it is a stand-in", (_, layout) => {
    expect(layoutFaults(layout as FileLayout<string>)).toEqual([]);
    expect(layout.source).toBe("公開されていないため仮の様式");
  });

  it.each(Object.entries(reportLayouts as Record<ReportKind, FileLayout<ReportItem>>))(
    "of %s asks of each 手続 only what it has a place for",
    (kind, { data, byForm = {} }) => {
      const items = data.fields.flatMap((field) => ("item" in field ? [field.item] : []));
      const { forms } = reportKinds[kind as ReportKind];
      expect(forms).toEqual(expect.arrayContaining(Object.keys(byForm)));
      expect(items).toEqual(expect.arrayContaining(Object.values(byForm).flat(2)));
    },
  );

  it("typed in wrong is refused with the place", () => {
    const wrong: FileLayout<string> = {
      ...(reportLayouts.loss as FileLayout<string>),
      data: {
        length: 600,
        fields: [
          { label: "区分", width: 2, type: "constant", value: "2" },
          { label: "日", width: 7, type: "date", item: "lostOn", required: true },
          { label: "事由", width: 3, type: "code", codes: { death: "54" }, item: "cause", required: true },
          { label: "氏名", width: 59, type: "text", charset: "full-width", item: "name", required: true },
        ],
      },
    };
    expect(layoutFaults(wrong)).toEqual([
      "data: fields add up to 71 bytes, not 600",
      "data: 区分: constant and width differ",
      "data: 日: a date is 8 bytes",
      "data: 事由: code and width differ",
      "data: 氏名: a full-width field is even",
    ]);
    expect(() => checkedLayout(wrong)).toThrow("資格喪失報告");
  });

  it("has header, data and trailer of one length", () => {
    const { header, ...rest } = reportLayouts.loss as FileLayout<string>;
    const shorter = { ...rest, header: { length: 1, fields: header.fields.slice(0, 1) } };
    expect(layoutFaults(shorter)).toEqual(["header: not as long as the data record"]);
  });
});

describe("a paper form", () => {
  it.each(Object.entries(reportForms))(
    "of %s has a cell for whatever the medium says but the 個人番号",
    (kind, rows) => {
      const cells = rows.flat().map(({ item }) => item);
      const { fields } = reportLayouts[kind as ReportKind].data;
      const said = fields.flatMap((field) => ("item" in field && field.item in reportItems ? [field.item] : []));
      expect(cells.toSorted()).toEqual(
        said.filter((item) => item !== "individualNumber" && item !== "spouseIndividualNumber").toSorted(),
      );
    },
  );

  it.each(Object.entries(reportForms))("of %s fills the width in every row", (_, rows) => {
    for (const row of rows) {
      expect(row.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(shares, 10);
    }
  });
});
