import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { coverageOf, printable } from "../../../shared/documents/glyph-coverage.ts";
import type { ReportItem, ReportRecord } from "../../../shared/documents/report.ts";
import { composeReportPdf, type PaperContext } from "../../../shared/documents/report-pdf.ts";
import { valueOnPaper } from "../../../shared/documents/report-values.ts";
import { composeTransmittalSlip } from "../../../shared/documents/transmittal-slip.ts";
import type { Instant } from "../../../shared/law/calendar.ts";
import { pagesOf as pages, printedCharacters } from "../../support/printed.ts";
import { exampleContext, exampleReport } from "./example-report.ts";

const fontFile = import.meta.resolve("@expo-google-fonts/biz-udmincho/400Regular/BIZUDMincho_400Regular.ttf");
let context: PaperContext;
beforeAll(async () => {
  context = { ...exampleContext, wardName: "目黒区", font: await readFile(new URL(fontFile)) };
});

const latin1 = (bytes: Uint8Array) => new TextDecoder("latin1").decode(bytes);
const ids = (count: number) => Array.from({ length: count }, (_, at) => `20261123-${String(at).padStart(6, "0")}`);

describe("a paper report", () => {
  it("is the same bytes for the same input, and others for another seal", async () => {
    const records = [exampleReport("acquisition")];
    const [one, two] = [
      await composeReportPdf("acquisition", records, context),
      await composeReportPdf("acquisition", records, context),
    ];
    expect(Buffer.compare(one.bytes, two.bytes)).toBe(0);
    const sealedAt = "2026-11-23T01:00:00.000Z" as Instant;
    const sealed = await composeReportPdf("acquisition", records, { ...context, sealedAt });
    expect(Buffer.compare(one.bytes, sealed.bytes)).not.toBe(0);
    expect(latin1(one.bytes)).toContain("(D:20261122150000Z)");
    expect(latin1(sealed.bytes)).toContain("(D:20261123010000Z)");
  });

  it("embeds the part of the font it uses", async () => {
    const { bytes } = await composeReportPdf("loss", [exampleReport("loss")], context);
    expect(latin1(bytes)).toMatch(/\/FontName \/[A-Z]{6}\+BIZUDMincho-Regular/);
    expect(bytes.length).toBeLessThan(150_000);
  });

  it.each([
    ["acquisition", 0, 1],
    ["acquisition", 6, 1],
    ["acquisition", 7, 2],
    ["category-change", 4, 1],
    ["category-change", 9, 3],
  ] as const)("of %s with %i records has %i pages", async (kind, count, expected) => {
    const records = ids(count).map((id) => exampleReport(kind, {}, id));
    const { bytes, uncovered } = await composeReportPdf(kind, records, context);
    expect(pages(bytes)).toBe(expected);
    expect(uncovered).toEqual([]);
  });

  it("prints 〓 for a character the font lacks, and tells it", async () => {
    const record = exampleReport("loss", { name: "𠮷田　辻\u{e0100}子" });
    const { bytes, uncovered } = await composeReportPdf("loss", [record], context);
    expect(uncovered).toEqual([
      { filingId: "20261123-7K3M9Q", item: "name", codePoints: ["U+20BB7", "U+8FBB", "U+E0100"] },
    ]);
    expect(printedCharacters(bytes)).toContain("〓");
    const { bytes: covered } = await composeReportPdf("loss", [exampleReport("loss")], context);
    expect(printedCharacters(covered)).toContain("黒");
    expect(printedCharacters(covered)).not.toContain("〓");
  });

  it("shows the 個人番号 only where there is no 基礎年金番号", () => {
    const both = exampleReport("loss", { individualNumber: "123456789018" });
    expect(valueOnPaper(both, "basicPensionNumber")).toEqual({ item: "basicPensionNumber", text: "0123-456789" });
    const one = exampleReport("loss", { basicPensionNumber: undefined, individualNumber: "123456789018" });
    expect(valueOnPaper(one, "basicPensionNumber")).toEqual({
      item: "individualNumber",
      text: "個人番号 1234 5678 9018",
    });
  });

  it("says dates in 和暦 and codes in words", () => {
    const record = exampleReport("loss");
    const shown = (["birthDate", "sex", "category", "cause", "postalCode", "spouseName"] as const).map(
      (item) => valueOnPaper(record, item).text,
    );
    expect(shown).toEqual(["昭和64年1月7日", "男", "第1号被保険者", "国外への転出", "〒153-8573", ""]);
  });

  it("says months in 和暦, and each cause by the table of its turn", () => {
    const shown = (record: ReportRecord, ...items: ReportItem[]) =>
      items.map((item) => valueOnPaper(record, item).text);
    expect(shown(exampleReport("additional-premium"), "month", "additionalPremiumType")).toEqual([
      "令和8年11月",
      "申出",
    ]);
    expect(shown(exampleReport("category-change"), "cause")).toEqual(["厚生年金の資格喪失(退職など)"]);
    expect(shown(exampleReport("loss", { cause: "left-employees-pension" }), "cause")).toEqual([
      "厚生年金の資格喪失(60歳以後)",
    ]);
    const correction = { turn: "lost", recordedOn: "2026-06-01", correction: "cancelled" };
    expect(shown(exampleReport("category-change", correction), "turn", "recordedOn", "correction")).toEqual([
      "資格喪失",
      "令和8年6月1日",
      "取消し",
    ]);
    const changed = { newPostalCode: "1530051", correctSex: "female", correctBirthDate: "1990-03-01" };
    expect(
      shown(exampleReport("facts-change", changed), "newPostalCode", "correctSex", "correctBirthDate", "newName"),
    ).toEqual(["〒153-0051", "女", "平成2年3月1日", "国民　太郎"]);
    const asked = exampleReport("number-notice", { exOfficio: "ex-officio" });
    expect(shown(asked, "requested", "exOfficio")).toEqual(["基礎年金番号通知書", "職権"]);
  });

  it("of another kind is refused", async () => {
    await expect(composeReportPdf("loss", [exampleReport("acquisition")], context)).rejects.toThrow(RangeError);
  });
});

describe("the glyphs of the font", () => {
  it("are those it says itself", () => {
    const covers = coverageOf(context.font);
    expect(["年", "髙", "﨑", "〓", "𡈽"].map((one) => covers(one.codePointAt(0) ?? 0))).toEqual(Array(5).fill(true));
    expect(["𠮷", "🙂", "\u{e0100}"].map((one) => covers(one.codePointAt(0) ?? 0))).toEqual(Array(3).fill(false));
    expect(printable("年金", covers)).toEqual({ text: "年金", codePoints: [] });
    expect(printable("👨‍👩‍👧田", covers).text).toBe("〓田");
  });

  it("of something that is no font are not guessed", () => {
    expect(() => coverageOf(new Uint8Array(64))).toThrow(TypeError);
  });
});

describe("the 送付書", () => {
  const file = (name: string) =>
    ({ kind: "loss", name, count: 3, size: 1806, sha256: "0123456789abcdef".repeat(4) }) as const;

  it("is one page, the same bytes for the same files", async () => {
    const files = Array.from({ length: 30 }, (_, at) => file(`loss-${at}.dat`));
    const one = await composeTransmittalSlip(files, context);
    expect(pages(one)).toBe(1);
    expect(Buffer.compare(one, await composeTransmittalSlip(files, context))).toBe(0);
    expect(pages(await composeTransmittalSlip([], context))).toBe(1);
  });
});
