import { describe, expect, it } from "vitest";
import { putIncome } from "../../support/incomes-on-file.ts";
import { acquisitionOf, applicant } from "../../support/people.ts";
import { earning, incomesOf } from "../flows/income-examples.ts";
import { openCounter } from "../support/counter.ts";

const person = applicant();
const path = "/v1/assessments/exemption";
const born = { birthDate: "1990-05-10", periods: "throughout" };

const asked = (over: object = {}) => ({
  cycle: "exemption",
  person: born,
  spouse: false,
  headOfHousehold: "self",
  years: [2026],
  ...over,
});

const typed = (income: number | null, over: object = {}) => [{ year: 2025, applicant: { income, ...over } }];

const assess = async (over: object = {}, more: object = {}) => {
  const answer = await openCounter().ask("POST", path, { body: asked(over), ...more });
  expect([answer.status, answer.body.errors]).toEqual([200, undefined]);
  return answer.body;
};
const form = async (over: object = {}) => (await assess(over)).forms[0];

describe("見込みの判定 (POST /v1/assessments/exemption)", () => {
  it("参考(見込み)であることを答え、確定とは言わない", async () => {
    expect(await assess()).toMatchObject({
      standing: "provisional",
      standingLabel: "参考(見込み)",
      filedOn: "2026-11-23",
    });
  });

  it("年度を省くと、その日に申請できる年度を申請書1枚ごとに判定する", async () => {
    const { forms } = await assess({ years: undefined });
    expect(
      forms.map(({ yearLabel, incomeYear }: { yearLabel: string; incomeYear: number }) => [yearLabel, incomeYear]),
    ).toEqual([
      ["R6免除年度(2024年10月から2025年6月まで)", 2023],
      ["R7免除年度(2025年7月から2026年6月まで)", 2024],
      ["R8免除年度(2026年7月から2027年6月まで)", 2025],
    ]);
    const july = await assess({ years: undefined, filedOn: "2026-07-15" });
    expect(july.forms.map(({ from, until }: { from: string; until: string }) => `${from} ${until}`)).toEqual([
      "2024-06 2024-06",
      "2024-07 2025-06",
      "2025-07 2026-06",
      "2026-07 2027-06",
    ]);
  });

  it("窓口で聞いた所得で、控除の内訳から控除後の所得を出して判定する", async () => {
    const found = await form({
      incomes: typed(1_500_000, {
        deductions: { socialInsurance: 200_000, medical: 50_000 },
        circumstances: ["working-student"],
        dependants: { general: 1 },
      }),
    });
    // 控除後 150万−25万−勤労学生27万=98万 ≦ 4分の3 88万+38万
    expect(found).toMatchObject({
      outcome: "accept",
      spans: [{ outcome: "three-quarters", outcomeLabel: "4分の3免除" }],
    });
    expect(found.spans[0].findings.at(-1)).toMatchObject({ income: 980_000, limit: 1_260_000, margin: 280_000 });
    expect(found.spans[0].nextBetter).toMatchObject({ kind: "deferment" });
  });

  it("控除の内訳の代わりに、控除後の額を聞いて判定できる", async () => {
    const found = await form({ incomes: typed(1_500_000, { afterDeductions: 880_000 }) });
    expect(found.spans[0]).toMatchObject({ outcome: "three-quarters" });
    expect(found.spans[0].findings.at(-1)).toMatchObject({ income: 880_000, margin: 0 });
  });

  it("月ごとに保険料と免除の後に納める額を言い、まだ決まっていない額は言わない", async () => {
    const half = await form({ wish: ["half"], incomes: typed(0) });
    expect(half.months[0]).toEqual({
      month: "2026-07",
      outcome: "half",
      outcomeLabel: "半額免除",
      premium: 17_920,
      toPay: 8_960,
    });
    expect(half.months.at(-1)).toMatchObject({ month: "2027-06", premium: 18_290, toPay: 9_150 });
    expect((await form({ incomes: typed(0) })).months[0]).toMatchObject({ outcome: "full", toPay: 0 });
    expect((await form({ incomes: typed(9_000_000) })).months[0]).toMatchObject({ outcome: "refused", toPay: 17_920 });
    expect((await form()).months[0]).toMatchObject({ outcome: "held", toPay: null });
    const paid = await form({ incomes: typed(0), paidMonths: ["2026-07"] });
    expect(paid.months[0]).toMatchObject({
      outcome: "left-out",
      outcomeLabel: "保険料を納めた(前納を含む)月です",
      premium: 17_920,
      toPay: null,
    });
    const unfixed = await openCounterIn("2028-07-20").ask("POST", path, {
      body: asked({ years: [2028], incomes: [{ year: 2027, applicant: { income: 0 } }], wish: ["half"] }),
    });
    expect(unfixed.body.forms[0].months[0]).toMatchObject({ outcome: "half", premium: null, toPay: null });
  });

  it("足りないことと要る書類を言う", async () => {
    const found = await form({ grounds: [{ whose: "applicant", reason: "unemployment" }] });
    expect(found.outcome).toBe("incomplete");
    expect(found.reasons).toContainEqual(
      expect.objectContaining({ code: "hardship-unproven", pointer: "/leftWorkOn/applicant" }),
    );
    expect(found.documents).toEqual([
      { anyOf: expect.arrayContaining([{ code: "separation-certificate", label: "雇用保険被保険者離職票" }]) },
    ]);
  });

  it("分からない所得は0円とみなさず、届け出れば補正待ちになると言う", async () => {
    expect(await form({ incomes: typed(null) })).toMatchObject({
      outcome: "incomplete",
      spans: [{ outcome: "held" }],
    });
    expect(await form({ spouse: true, incomes: typed(0) })).toMatchObject({
      reasons: expect.arrayContaining([expect.objectContaining({ code: "income-not-received" })]),
    });
  });

  it("学生納付特例も、4月からの年度で本人の所得だけを見る", async () => {
    const answer = await openCounter().ask("POST", path, {
      body: {
        cycle: "student",
        person: born,
        enrolment: { from: "2024-04", until: "2028-03" },
        schoolKind: "university",
        years: [2026],
        incomes: typed(1_280_000),
      },
    });
    expect(answer.body.forms[0]).toMatchObject({
      yearLabel: "R8学特年度(2026年4月から2027年3月まで)",
      outcome: "accept",
      spans: [{ outcome: "student-deferment", from: "2026-04", until: "2027-03" }],
      documents: [{ anyOf: [{ code: "student-card" }, { code: "enrolment-certificate" }] }],
    });
  });

  it("種別の期間を聞いて判定できる: 第1号でない月は除く", async () => {
    const found = await form({
      person: {
        birthDate: "1990-05-10",
        periods: [
          { category: "2", from: "2015-04-01", until: "2026-10-01" },
          { category: "1", from: "2026-10-01", until: null },
        ],
      },
      incomes: typed(0),
    });
    expect(found.spans).toMatchObject([{ from: "2026-10", until: "2027-06", outcome: "full" }]);
  });

  it("届け出られない年度は、受け付けられないわけを言う", async () => {
    expect(await form({ years: [2020] })).toMatchObject({
      outcome: "refuse",
      reasons: [{ code: "month-too-old", pointer: "/from" }],
      spans: [],
      months: [],
    });
  });

  it("ファイルにいる人は、目的を示したときだけ、記録と所得情報で判定し、見た項目がアクセス記録に残る", async () => {
    const counter = openCounter();
    await counter.file("acquisition", acquisitionOf(person, { eventOn: "2026-06-01" }));
    await putIncome(counter, person.atenaNumber, 2025, incomesOf(earning(0)));
    const body = asked({ person: undefined, atenaNumber: person.atenaNumber });
    expect(await counter.ask("POST", path, { body })).toMatchObject({
      status: 400,
      body: { errors: [{ code: "purpose-missing" }] },
    });
    const answer = await counter.ask("POST", path, { body, purpose: "counter-inquiry" });
    expect(answer.body.forms[0]).toMatchObject({ outcome: "accept", spans: [{ outcome: "full" }] });
    expect(counter.trail().at(-1)).toMatchObject({
      action: "assessExemption",
      purpose: "counter-inquiry",
      items: expect.arrayContaining(["income.insuredIncome", "insured.exemptionType"]),
    });
    expect(counter.trail().at(-1).subjects).toHaveLength(1);
  });

  it.each(["999999999999999", "000000000000000"])("いない人 %s は見つからないと答える", async (atenaNumber) => {
    const body = asked({ person: undefined, atenaNumber });
    expect(await openCounter().ask("POST", path, { body, purpose: "filing" })).toMatchObject({ status: 404 });
  });

  it("アクセス記録のほかは何も残らない", async () => {
    const counter = openCounter();
    await counter.file("acquisition", acquisitionOf(person, { eventOn: "2026-06-01" }));
    await putIncome(counter, person.atenaNumber, 2025, incomesOf(earning(0)));
    const before = counter.stored();
    const trail = counter.trail().length;
    for (const body of [
      asked({ incomes: typed(612_345) }),
      asked({ person: undefined, atenaNumber: person.atenaNumber, years: undefined }),
    ])
      expect((await counter.ask("POST", path, { body, purpose: "filing" })).status).toBe(200);
    expect(counter.stored()).toEqual(before);
    expect(counter.trail()).toHaveLength(trail + 2);
    expect(JSON.stringify([counter.trail(), counter.log.lines])).not.toMatch(/612,?345/);
  });

  it.each([
    ["だれのことか分からない", { person: undefined }, "/person"],
    ["二人を指す", { atenaNumber: "000000000000019" }, "/person"],
    ["先の日の受付", { filedOn: "2026-11-24" }, "/filedOn"],
    ["期間が片方だけ", { years: undefined, from: "2026-07" }, "/until"],
    ["期間と年度の両方", { from: "2026-07", until: "2026-08" }, "/years"],
    ["同じ年度を二度", { years: [2026, 2026] }, "/years"],
    ["同じ年の所得を二度", { incomes: [...typed(0), ...typed(1)] }, "/incomes"],
    [
      "内訳と控除後の両方",
      { incomes: typed(10, { deductions: {}, afterDeductions: 5 }) },
      "/incomes/0/applicant/afterDeductions",
    ],
    ["控除後が控除前より多い", { incomes: typed(10, { afterDeductions: 11 }) }, "/incomes/0/applicant/afterDeductions"],
    ["配偶者がいるかどうかを聞いていない", { spouse: undefined }, "/spouse"],
    [
      "終わりが始まりより前の期間",
      { person: { ...born, periods: [{ category: "1", from: "2020-04-01", until: "2020-04-01" }] } },
      "/person/periods",
    ],
  ])("%s は断る", async (_, over, pointer) => {
    const answer = await openCounter().ask("POST", path, { body: asked(over) });
    expect(answer).toMatchObject({ status: 400, body: { code: "invalid-content" } });
    expect(answer.body.errors[0].pointer).toContain(pointer);
    expect(answer.body.errors[0].detail).toMatch(/[ぁ-んァ-ヶ一-龠]/);
  });
});

const openCounterIn = (day: string) => {
  const counter = openCounter();
  counter.time.now = `${day}T01:00:00.000Z` as typeof counter.time.now;
  return counter;
};
