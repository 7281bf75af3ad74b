import { describe, expect, it } from "vitest";
import { type BenefitKind, benefitKinds } from "../../../shared/contracts/benefit-assessments.ts";
import { putIncome } from "../../support/incomes-on-file.ts";
import { acquisitionOf, applicant } from "../../support/people.ts";
import { earning, incomesOf } from "../flows/income-examples.ts";
import { openCounter } from "../support/counter.ts";

const applying = applicant();
const person = { birthDate: "1970-05-10" };
const { atenaNumber } = applying;

/** One request of each kind about somebody who is not on file. */
const bodies = {
  "old-age-pension": { person, months: { paid: 480 } },
  "disability-pension": { person, grade: 1, children: 1 },
  "survivor-pension": { person, to: "spouse", children: 2 },
  "widow-pension": {
    person,
    months: { paid: 120 },
    diedOn: "2026-10-01",
    wifeBirthDate: "1970-01-02",
    marriageMonths: 120,
    husbandReceived: false,
  },
  "death-lump-sum": {
    person,
    months: { paid: 36 },
    diedOn: "2026-10-01",
    deceasedReceived: false,
    survivorPension: false,
  },
  "disability-income-limit": { person, incomes: [{ year: 2025, afterDeductions: 3_858_001 }] },
  "special-disability-benefit": {
    person,
    grade: 1,
    ground: "student",
    firstVisitOn: "1990-05-01",
    income: { afterDeductions: 0 },
  },
} as const satisfies Record<BenefitKind, object>;

const answers = {
  "old-age-pension": { annualYen: 847_300 },
  "disability-pension": { annualYen: 1_302_925, suspension: null },
  "survivor-pension": { annualYen: 1_334_900 },
  "widow-pension": { annualYen: 158_869 },
  "death-lump-sum": { yen: 120_000 },
  "disability-income-limit": { periods: [{ suspension: "half", from: "2026-10", until: "2027-09" }] },
  "special-disability-benefit": { monthlyYen: 58_650 },
} as const satisfies Record<BenefitKind, object>;

const kinds = Object.keys(benefitKinds) as BenefitKind[];
const ask = (kind: string, body: object, more: object = {}, counter = openCounter()) =>
  counter.ask("POST", `/v1/assessments/${kind}`, { body, ...more });

const onFile = async () => {
  const counter = openCounter();
  await counter.file("acquisition", acquisitionOf(applying, { eventOn: "2026-06-01" }));
  return counter;
};
const codes = (lines: readonly { code: string }[]) => lines.map(({ code }) => code);

describe("給付の見込み (POST /v1/assessments/{kind})", () => {
  it.each(kinds)("%s: 参考(見込み)として、額を理由と条文とともに答える", async (kind) => {
    const { status, body } = await ask(kind, bodies[kind]);
    expect([status, body.errors]).toEqual([200, undefined]);
    expect(body).toMatchObject({
      standing: "provisional",
      standingLabel: "参考(見込み)",
      kind,
      kindLabel: benefitKinds[kind],
      ...answers[kind],
    });
    expect(body.lines.length).toBeGreaterThan(0);
    for (const line of [...body.lines, ...body.against]) expect(line.article).toMatch(/法|令/);
  });

  it.each(["unknown", "old-age", "constructor"])(
    "知らない種類 %s は見つからないと答え、免除の判定は別のままである",
    async (kind) => {
      expect(await ask(kind, bodies["old-age-pension"])).toMatchObject({ status: 404, body: { code: "not-found" } });
      expect((await ask("exemption", bodies["old-age-pension"])).body).toMatchObject({ code: "invalid-content" });
    },
  );

  it("月を省くと今月の年度の額で、決まっていない年度はそう言う", async () => {
    const later = await ask("old-age-pension", { ...bodies["old-age-pension"], month: "2027-04" });
    expect(codes(later.body.lines)).toContain("year-not-fixed");
    expect(codes((await ask("old-age-pension", bodies["old-age-pension"])).body.lines)).not.toContain("year-not-fixed");
  });

  it("ファイルにいる人は、目的を示したときだけ、記録の月から数え、納付の見なしを言う", async () => {
    const counter = await onFile();
    const body = { atenaNumber, months: "from-file" };
    expect(await ask("old-age-pension", body, {}, counter)).toMatchObject({
      status: 400,
      body: { errors: [{ code: "purpose-missing" }] },
    });
    const told = await ask("old-age-pension", body, { purpose: "counter-inquiry" }, counter);
    expect(told.body).toMatchObject({ annualYen: 0, against: [{ message: "受給資格期間が115月足りません。" }] });
    expect(codes(told.body.lines).slice(0, 2)).toEqual(["months-from-file", "months-unrecorded"]);
    expect(told.body.lines[0].message).toContain("2026年10月まで");
    const entry = counter.trail().at(-1);
    expect(entry).toMatchObject({ action: "assessBenefit", purpose: "counter-inquiry", result: "done" });
    expect(entry.subjects).toHaveLength(1);
    expect(entry.items).toContain("insured.exemptionType");
    expect(entry.items).not.toContain("income.insuredIncome");
  });

  it("死亡した人の月は、死亡の月の前月までを数える", async () => {
    const counter = await onFile();
    const told = await ask(
      "death-lump-sum",
      { ...bodies["death-lump-sum"], person: undefined, atenaNumber, months: "from-file" },
      { purpose: "counter-inquiry" },
      counter,
    );
    expect(told.body).toMatchObject({ yen: 0, against: [{ message: "納めた月が36月に32月足りません。" }] });
    const widow = await ask(
      "widow-pension",
      { ...bodies["widow-pension"], person: undefined, atenaNumber, months: "from-file" },
      { purpose: "counter-inquiry" },
      counter,
    );
    expect(widow.body.lines.find(({ code }: { code: string }) => code === "husband-months").message).toContain(
      "は4月です",
    );
  });

  it("20歳前傷病は、支給の月を決める年の所得情報で決め、本人の障害者控除を戻す", async () => {
    const counter = await onFile();
    // 控除後が3,858,000円でも、特別障害者の控除40万円を戻せば線を超える。
    await putIncome(
      counter,
      atenaNumber,
      2025,
      incomesOf(earning(5_000_000, { incomeAfterDeductions: 3_858_000, circumstance: "specially-disabled" })),
    );
    const purpose = "counter-inquiry";
    const asked = { atenaNumber, grade: 2, beforeTwenty: true };
    const told = await ask("disability-pension", asked, { purpose }, counter);
    expect(told.body).toMatchObject({ annualYen: 423_650, suspension: { incomeYear: 2025, suspension: "half" } });
    expect(counter.trail().at(-1).items).toContain("income.insuredIncome");
    const before = await ask("disability-pension", { ...asked, month: "2026-09" }, { purpose }, counter);
    expect(before.body).toMatchObject({ annualYen: null, against: [{ code: "income-unknown" }] });
    const typed = { ...asked, income: { afterDeductions: 0 } };
    expect((await ask("disability-pension", typed, { purpose }, counter)).body).toMatchObject({ annualYen: 847_300 });
    expect(counter.trail().at(-1).items).not.toContain("income.insuredIncome");
  });

  it("支給停止は、年を省くと今の支給を決める年と、所得情報があれば次の年を答える", async () => {
    const counter = await onFile();
    const purpose = "counter-inquiry";
    const periods = async (more: object = {}) =>
      (await ask("disability-income-limit", { atenaNumber, ...more }, { purpose }, counter)).body.periods.map(
        ({ incomeYear, suspension }: { incomeYear: number; suspension: string | null }) => [incomeYear, suspension],
      );
    expect(await periods()).toEqual([[2025, null]]);
    await putIncome(counter, atenaNumber, 2025, incomesOf(earning(0)));
    await putIncome(counter, atenaNumber, 2026, incomesOf(earning(9_000_000)));
    expect(await periods()).toEqual([
      [2025, "none"],
      [2026, "all"],
    ]);
    expect(await periods({ years: [2025, 2024], incomes: [{ year: 2025, afterDeductions: 4_000_000 }] })).toEqual([
      [2024, null],
      [2025, "half"],
    ]);
  });

  it.each(["999999999999999", "000000000000000"])("いない人 %s は見つからないと答える", async (unknown) => {
    const body = { atenaNumber: unknown, months: "from-file" };
    expect(await ask("old-age-pension", body, { purpose: "filing" })).toMatchObject({ status: 404 });
  });

  it("アクセス記録のほかは何も残らず、聞いた額はどこにも残らない", async () => {
    const counter = await onFile();
    const before = counter.stored();
    const trail = counter.trail().length;
    for (const kind of kinds) expect((await ask(kind, bodies[kind], {}, counter)).status).toBe(200);
    const income = { year: 2025, afterDeductions: 612_345 };
    await ask("disability-income-limit", { person, incomes: [income] }, {}, counter);
    expect(counter.stored()).toEqual(before);
    const entries = counter.trail().slice(trail);
    expect(entries.map(({ object, subjects, purpose }) => [object, subjects, purpose])).toEqual(
      [...kinds, "disability-income-limit"].map((kind) => [kind, [], "assessment"]),
    );
    expect(JSON.stringify([counter.trail(), counter.log.lines])).not.toMatch(/612,?345|1970-05-10/);
  });

  const faulty: readonly [string, BenefitKind, object, string, string?][] = [
    ["だれのことか分からない", "old-age-pension", { person: undefined }, "/person"],
    ["二人を指す", "survivor-pension", { atenaNumber: "000000000000019" }, "/person"],
    ["ファイルにいない人の記録を数える", "old-age-pension", { months: "from-file" }, "/months"],
    ["月数を聞いていない", "old-age-pension", { months: undefined }, "/months"],
    ["負の月数", "old-age-pension", { months: { paid: -1 } }, "/months/paid", "out-of-range"],
    ["端数の月数", "widow-pension", { months: { half: 1.5 } }, "/months/half"],
    ["文字の月数", "old-age-pension", { months: { paid: "480" } }, "/months/paid", "wrong-type"],
    ["月数でも記録でもない", "old-age-pension", { months: "all" }, "/months"],
    ["知らない種類の月", "death-lump-sum", { months: { paid: 1, stamps: 3 } }, "/months", "unknown-item"],
    ["一生より多い月数", "old-age-pension", { months: { paid: 480, unpaid: 121 } }, "/months"],
    [
      "納めた月より多い付加",
      "old-age-pension",
      { months: { paid: 10, half: 9, additional: 11 } },
      "/months/additional",
    ],
    ["59歳の繰上げ", "old-age-pension", { takenAt: { years: 59 } }, "/takenAt/years"],
    ["76歳の繰下げ", "old-age-pension", { takenAt: { years: 76 } }, "/takenAt/years"],
    ["額のない年度", "survivor-pension", { month: "2022-03" }, "/month"],
    ["3級", "disability-pension", { grade: 3 }, "/grade"],
    ["20歳前傷病でないのに所得", "disability-pension", { income: { afterDeductions: 0 } }, "/income"],
    ["だれが受けるか分からない", "survivor-pension", { to: "parents" }, "/to"],
    ["先の日の死亡", "widow-pension", { diedOn: "2026-11-24" }, "/diedOn", "not-yet"],
    ["夫の受給を聞いていない", "widow-pension", { husbandReceived: undefined }, "/husbandReceived"],
    ["死亡より前の請求", "death-lump-sum", { claimedOn: "2026-09-30" }, "/claimedOn"],
    ["遺族基礎年金を聞いていない", "death-lump-sum", { survivorPension: undefined }, "/survivorPension"],
    ["所得を聞いていない", "disability-income-limit", { incomes: [] }, "/incomes"],
    ["同じ年を二度", "disability-income-limit", { years: [2025, 2025] }, "/years"],
    [
      "同じ年の所得を二度",
      "disability-income-limit",
      { incomes: [...bodies["disability-income-limit"].incomes, ...bodies["disability-income-limit"].incomes] },
      "/incomes",
    ],
    ["線のない年", "disability-income-limit", { years: [2016] }, "/years/0"],
    [
      "負の所得",
      "disability-income-limit",
      { incomes: [{ year: 2025, afterDeductions: -1 }] },
      "/incomes/0/afterDeductions",
    ],
    ["先の日の初診", "special-disability-benefit", { firstVisitOn: "2026-11-24" }, "/firstVisitOn", "not-yet"],
    ["任意加入しなかったわけがない", "special-disability-benefit", { ground: undefined }, "/ground"],
  ];
  it.each(faulty)("%s入力は、箇所とわけを言って断る", async (_, kind, over, pointer, code) => {
    const { status, body } = await ask(kind, { ...bodies[kind], ...over });
    expect([status, body.code, body.errors?.map((fault: { pointer: string }) => fault.pointer)]).toEqual([
      400,
      "invalid-content",
      [pointer],
    ]);
    expect(body.errors[0].detail).toMatch(/[ぁ-んァ-ヶ一-龠]/);
    if (code !== undefined) expect(body.errors[0].code).toBe(code);
  });
});
