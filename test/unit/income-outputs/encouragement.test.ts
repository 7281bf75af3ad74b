import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import type { LedgerEvent } from "../../../shared/domain/ledger-events.ts";
import { type Instant, plainDate, plainMonth } from "../../../shared/law/calendar.ts";
import { memoryDatabase } from "../../../shared/stores/memory-database.ts";
import {
  examiner,
  exempted,
  incomeOf,
  modelOf,
  months,
  personal,
  putIncome,
  putOnFile,
  staged,
  unknownIncome,
  unpaidList,
} from "../../support/income-outputs.ts";
import { openOffice } from "../../support/office.ts";

const open = (now = "2026-11-23T01:00:00.000Z" as Instant) => {
  const database = memoryDatabase();
  return { ...openOffice({ database, now }), database };
};
type Office = ReturnType<typeof open>;

const put = async (office: Office, over: object = {}) => {
  const answered = await office.ask("POST", "/v1/income-outputs", {
    ...examiner,
    body: { kind: "encouragement", year: 2026, ...over },
  });
  const file = answered.body.state === "sealed" ? Buffer.from(staged(office, answered) ?? []) : Buffer.from("");
  return { ...answered, file, rows: parse(file, { bom: true, columns: true }) as Record<string, string>[] };
};

const numberOf = (nth: number) => modelOf(nth).basicPensionNumber ?? "";
const poor = incomeOf();
const rich = incomeOf({ insured: personal({ income: 9_000_000, incomeAfterDeductions: 8_000_000 }) });

describe("免除勧奨の対象者", () => {
  it("lists for a letter whoever is 第1号 and probably within the thresholds, with nothing but what the letter needs", async () => {
    const office = open();
    await putIncome(office, await putOnFile(office, 0, [], { addressSupplement: "架空荘101" }), poor);
    const { body, rows, file } = await put(office);
    expect(body).toMatchObject({ state: "sealed", year: 2026, lines: 1, counts: { full: 1 } });
    const { name, postalCode, address } = modelOf(0);
    expect(rows).toEqual([
      {
        基礎年金番号: numberOf(0),
        氏名: name,
        郵便番号: postalCode,
        住所: address,
        方書: "架空荘101",
        見込み区分: "全額免除",
        対象月: "2026-07〜2027-06",
        納付の確認: "未確認",
      },
    ]);
    expect(file.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(body.files).toMatchObject([{ name: "encouragement.csv", count: 1 }]);
  });

  it.each<[string, Parameters<typeof incomeOf>[0], string]>([
    ["4分の3免除", { insured: personal({ income: 1_000_000, incomeAfterDeductions: 880_000 }) }, "three-quarters"],
    ["半額免除", { insured: personal({ income: 2_000_000, incomeAfterDeductions: 1_280_000 }) }, "half"],
    ["4分の1免除", { insured: personal({ income: 2_000_000, incomeAfterDeductions: 1_680_000 }) }, "quarter"],
  ])("says the kind to be expected, by the income of all who are examined: %s", async (label, income, outcome) => {
    const office = open();
    await putIncome(office, await putOnFile(office, 0, [], { birthDate: "1970-04-01" }), incomeOf(income));
    const { rows, body } = await put(office);
    expect([rows[0]?.見込み区分, body.counts]).toEqual([label, { [outcome]: 1 }]);
  });

  it("of a head of household over the limit leaves 納付猶予 to whoever is under 50, and the next kind after that", async () => {
    const office = open();
    const head = { ...personal({ income: 5_000_000, incomeAfterDeductions: 1_600_000 }), dependants: undefined };
    await putIncome(office, await putOnFile(office, 0, [], { birthDate: "1976-12-10" }), incomeOf({ head }));
    const { rows } = await put(office);
    expect(rows[0]).toMatchObject({
      見込み区分: "納付猶予→4分の1免除",
      対象月: "2026-07〜2026-11→2026-12〜2027-06",
    });
  });

  it.each<[string, string, readonly LedgerEvent[], object, Parameters<typeof incomeOf>[0]]>([
    ["whose income is over every limit", "over-thresholds", [], {}, { insured: rich.insured }],
    ["whose spouse earns too much", "over-thresholds", [], {}, { spouse: rich.insured }],
    ["whose income is not known", "income-unknown", [], {}, { insured: unknownIncome }],
    [
      "whose head of household's income is not known",
      "income-unknown",
      [],
      {},
      { head: { ...unknownIncome, dependants: undefined } },
    ],
    ["who is exempted already", "nothing-to-apply-for", [exempted("full", "2026-07", "2027-06")], {}, {}],
    [
      "who has applied",
      "nothing-to-apply-for",
      [
        {
          kind: "exemption-applied",
          on: plainDate("2026-10-01"),
          from: plainMonth("2026-07"),
          until: plainMonth("2027-06"),
          wish: [],
        },
      ],
      {},
      {},
    ],
    [
      "who is 第2号",
      "nothing-to-apply-for",
      [{ kind: "category-changed", on: plainDate("2026-04-01"), category: "2", cause: "joined-employees-pension" }],
      {},
      {},
    ],
    ["under 支援措置", "address-protected", [{ kind: "address-protected", protected: true }], {}, {}],
    ["whose address is not on file", "no-address", [], { address: undefined }, {}],
  ])("leaves out somebody %s, and counts them with the reason", async (_, outcome, events, over, income) => {
    const office = open();
    await putIncome(office, await putOnFile(office, 0, events, over), incomeOf(income));
    const { body, file } = await put(office);
    expect(body).toMatchObject({ state: "empty", lines: 0, examined: 1, counts: { [outcome]: 1 } });
    expect(body.countLabels[outcome]).toMatch(/[ぁ-ん]/);
    expect(file.toString()).toBe("");
  });

  it("lists the months that are left, where some are exempted or the qualification begins later", async () => {
    const office = open();
    await putIncome(office, await putOnFile(office, 0, [exempted("full", "2026-09", "2026-12")]), poor);
    const { rows } = await put(office);
    expect(rows.map(({ 対象月 }) => 対象月)).toEqual(["2026-07〜2026-08→2027-01〜2027-06"]);
  });

  it("of the year before reaches back as far as an application may, and no further", async () => {
    const office = open();
    await putIncome(office, await putOnFile(office, 0), poor, 2023);
    expect((await put(office, { year: 2024 })).rows[0]?.対象月).toBe("2024-10〜2025-06");
    for (const year of [2023, 2027])
      expect(await put(office, { year })).toMatchObject({
        status: 400,
        body: { errors: [{ code: "year-out-of-reach", pointer: "/year" }] },
      });
  });

  it("of everyone reads all parts of the year of income, page by page, each once", async () => {
    const office = open();
    for (let nth = 0; nth < 40; nth += 1) await putIncome(office, await putOnFile(office, nth), nth % 2 ? poor : rich);
    const { body, rows } = await put(office);
    expect(body).toMatchObject({ examined: 40, lines: 20, counts: { full: 20, "over-thresholds": 20 } });
    const expected = Array.from({ length: 20 }, (_, at) => numberOf(at * 2 + 1));
    expect(rows.map(({ 基礎年金番号 }) => 基礎年金番号).sort()).toEqual(expected.sort());
  });

  it("opens nobody's ledger whose income is over every limit", async () => {
    const office = open();
    await putIncome(office, await putOnFile(office, 0), rich);
    for (const row of office.database.dump("people").filter(({ sk }) => sk === "SNAPSHOT"))
      await office.database.transact([{ kind: "put", table: "people", item: { ...row, sealed: Buffer.from("?") } }]);
    expect((await put(office)).body.counts).toEqual({ "over-thresholds": 1 });
  });
});

describe("免除勧奨の対象者, among those whom 日本年金機構 told to be unpaid", () => {
  const line = (nth: number, unpaid = months("2026-08", "2026-09"), exemptionYear = 2026) => ({
    basicPensionNumber: numberOf(nth),
    exemptionYear,
    months: unpaid,
  });

  it("lists their unpaid months and nobody else", async () => {
    const office = open();
    for (const nth of [0, 1, 2]) await putIncome(office, await putOnFile(office, nth), nth === 2 ? rich : poor);
    const contentBase64 = unpaidList([line(0), line(2), line(0), line(7), line(1, months("2025-08"), 2025)]);
    const { body, rows } = await put(office, { contentBase64 });
    expect(rows).toMatchObject([
      { 基礎年金番号: numberOf(0), 対象月: "2026-08〜2026-09", 納付の確認: "未納(日本年金機構の一覧による)" },
    ]);
    expect(body).toMatchObject({
      total: 5,
      examined: 5,
      counts: { full: 1, "over-thresholds": 1, "repeated-line": 1, "not-on-file": 1, "other-year": 1 },
    });
  });

  it("counts whoever's 税情報 has not come, has paid, or cannot be told apart, and lines that cannot be read", async () => {
    const office = open();
    await putOnFile(office, 0);
    await putIncome(office, await putOnFile(office, 1), poor);
    await putIncome(office, await putOnFile(office, 2), poor);
    await putIncome(office, await putOnFile(office, 3, [], { basicPensionNumber: numberOf(2) }), poor);
    const file = Buffer.from(unpaidList([line(0), line(1, months()), line(2), line(4)]), "base64");
    file.write("2", 72 * 4 + 27);
    const { body } = await put(office, { contentBase64: file.toString("base64") });
    expect(body.counts).toEqual({
      "income-unknown": 1,
      "nothing-to-apply-for": 1,
      "several-people": 1,
      "unreadable-line": 1,
    });
  });

  it("is another output than the one of everyone", async () => {
    const office = open();
    await putIncome(office, await putOnFile(office, 0), poor);
    const all = await put(office);
    const some = await put(office, { contentBase64: unpaidList([line(0)]) });
    expect(all.body.outputId).toBe("encouragement-2026.001");
    expect(some.body.outputId).toMatch(/^encouragement-2026-[\w-]{27}\.001$/);
  });
});
