import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { composeMedia } from "../../../shared/documents/media.ts";
import { type ReportItem, type ReportKind, type ReportRecord, reportKinds } from "../../../shared/documents/report.ts";
import { countsByOffice, goesToOffices, inOfficeOrder } from "../../../shared/documents/report-offices.ts";
import { composeReportPdf } from "../../../shared/documents/report-pdf.ts";
import { valueOnPaper } from "../../../shared/documents/report-values.ts";
import { composeTransmittalSlip } from "../../../shared/documents/transmittal-slip.ts";
import { keysOf } from "../../../shared/domain/keys-of.ts";
import { officeFor, pensionOfficesSchema } from "../../../shared/domain/pension-offices.ts";
import { pensionOffices } from "../../support/pension-offices.ts";
import { pagesOf, printedCharacters } from "../../support/printed.ts";
import { exampleContext, exampleReport } from "./example-report.ts";

const font = await readFile(
  new URL(import.meta.resolve("@expo-google-fonts/biz-udmincho/400Regular/BIZUDMincho_400Regular.ttf")),
);
const paper = { ...exampleContext, wardName: "目黒区", font, offices: pensionOffices };
const id = (nth: number) => `20261123-${String(nth).padStart(6, "0")}`;
const claim = (nth: number, postalCode: string | undefined, kind: ReportKind = "benefit-claim") =>
  exampleReport(kind, { postalCode }, id(nth));

describe("the 年金事務所 of a postal code", () => {
  it.each([
    ["153-0061", "02"],
    ["1530062", "01"],
    ["152-0001", "02"],
    ["100-0001", "01"],
    [undefined, "01"],
  ])("of %s is %s: the longest beginning decides, and one takes all others", (postalCode, code) => {
    expect(officeFor(pensionOffices, postalCode).code).toBe(code);
  });

  it("lets a longer beginning take a part out of a shorter one", () => {
    const offices = pensionOfficesSchema.parse([
      { code: "1", name: "甲", postalCodes: ["15"] },
      { code: "2", name: "乙", postalCodes: ["1530"] },
      { code: "3", name: "丙", postalCodes: [] },
    ]);
    expect(["1530001", "1510001", "1600001"].map((code) => officeFor(offices, code).name)).toEqual(["乙", "甲", "丙"]);
  });

  it.each([
    ["none takes all others", [{ code: "1", name: "甲", postalCodes: ["15"] }]],
    [
      "two take all others",
      [
        { code: "1", name: "甲", postalCodes: [] },
        { code: "2", name: "乙", postalCodes: [] },
      ],
    ],
    [
      "an office comes twice",
      [
        { code: "1", name: "甲", postalCodes: [] },
        { code: "1", name: "乙", postalCodes: ["15"] },
      ],
    ],
    [
      "a postal code comes twice",
      [
        { code: "1", name: "甲", postalCodes: [] },
        { code: "2", name: "乙", postalCodes: ["15", "15"] },
      ],
    ],
    ["a postal code has a hyphen", [{ code: "1", name: "甲", postalCodes: ["153-0"] }]],
    ["there is none", []],
  ])("is not guessed where %s", (_, offices) => {
    expect(pensionOfficesSchema.safeParse(offices).success).toBe(false);
  });
});

describe("a report that goes to 年金事務所", () => {
  const mixed = [claim(4, "152-0001"), claim(2, "153-0001"), claim(3, undefined), claim(1, "153-0061")];
  const sorted = inOfficeOrder("benefit-claim", mixed, pensionOffices);

  it("is of claims and 届 of recipients, and of nothing else", () => {
    expect(keysOf(reportKinds).filter(goesToOffices)).toEqual(["benefit-claim", "recipient-notice"]);
  });

  it("is in the order of the offices, then of 受付番号, each record with its own", () => {
    expect(sorted.map(({ filingId, values }) => [filingId, values.pensionOffice])).toEqual([
      [id(2), "01"],
      [id(3), "01"],
      [id(1), "02"],
      [id(4), "02"],
    ]);
    const media = composeMedia("benefit-claim", sorted, exampleContext);
    expect(media.written).toEqual([id(2), id(3), id(1), id(4)]);
    expect(countsByOffice("benefit-claim", media.bytes, pensionOffices)).toEqual([
      { name: "目黒東年金事務所", count: 2 },
      { name: "目黒西年金事務所", count: 2 },
    ]);
  });

  it("leaves other reports as they are", () => {
    const others = [claim(2, "152-0001", "loss"), claim(1, "153-0001", "loss")];
    expect(inOfficeOrder("loss", others, pensionOffices)).toBe(others);
    const { bytes } = composeMedia("loss", others, exampleContext);
    expect(countsByOffice("loss", bytes, pensionOffices)).toEqual([]);
  });

  const printed = async (records: readonly ReportRecord[]) => {
    const { bytes, uncovered } = await composeReportPdf("benefit-claim", records, paper);
    expect(uncovered).toEqual([]);
    return { pages: pagesOf(bytes), characters: printedCharacters(bytes) };
  };

  it("begins a new page for each office and names it there", async () => {
    expect((await printed(sorted)).pages).toBe(2);
    expect((await printed(sorted.slice(0, 2))).pages).toBe(1);
    const two = (await printed(sorted)).characters;
    expect(two).toContain("東");
    expect(two).toContain("西");
    expect((await printed(sorted.slice(2))).characters).toContain("西");
    expect((await printed(sorted.slice(0, 2))).characters).not.toContain("西");
    expect((await printed([])).pages).toBe(1);
  });

  it("has the papers that go along, ticked, and says the rest in words", () => {
    const shown = (kind: ReportKind, ...items: ReportItem[]) =>
      items.map((item) => valueOnPaper(exampleReport(kind), item).text);
    expect(shown("benefit-claim", "papers")).toEqual([
      "✓診断書(障害の種類ごとの様式)　✓病歴・就労状況等申立書　✓受診状況等証明書　✓受取先金融機関の通帳など",
    ]);
    expect(
      shown("benefit-claim", "benefitKind", "benefitChange", "claimType", "firstVisitOn", "certificateForm"),
    ).toEqual(["障害基礎年金", "請求", "障害認定日による請求", "令和7年4月15日", "様式第120号の6-1"]);
    expect(shown("recipient-notice", "benefitChange", "pensionSymbol", "suspensionType")).toEqual([
      "障害状態確認届(診断書)の提出",
      "5350",
      "",
    ]);
  });

  it("has its counts for each office on the 送付書", async () => {
    const file = {
      kind: "benefit-claim",
      name: "benefit-claim.dat",
      count: 4,
      size: 1,
      sha256: "0".repeat(64),
    } as const;
    const offices = [
      { name: "目黒東年金事務所", count: 2 },
      { name: "目黒西年金事務所", count: 2 },
    ];
    const slip = await composeTransmittalSlip([{ ...file, offices }], paper);
    expect(pagesOf(slip)).toBe(1);
    expect(printedCharacters(slip)).toContain("西");
    expect(printedCharacters(await composeTransmittalSlip([file], paper))).not.toContain("西");
  });
});
