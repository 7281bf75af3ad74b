import { describe, expect, it } from "vitest";
import { evaluateVectors } from "../../tools/vectors/evaluate.ts";

type Shape = readonly [what: string, input: object, expected: object];

const evaluate = (topic: string, input: object, expected: object) =>
  evaluateVectors({ _meta: { generated: "2026-11-23" }, vectors: [{ id: "X", topic, input, expected }] })[0];

const amounts: readonly Shape[] = [
  ["R7の保険料", { fy: "R7" }, { full: 17_510, pay_q34: 4_380, pay_half: 8_760, pay_q14: 13_130, fuka: 400 }],
  ["R9の保険料", { fy: "R9" }, { full: 18_290, pay_q34: 4_570, pay_half: 9_150, pay_q14: 13_720 }],
  ["480月を超える免除", { paid: 400, q14: 100 }, { annualYen: 842_887 }],
  ["480月を超える旧い免除", { paid: 400, halfOld: 100 }, { annualYen: 847_300 - Math.round((847_300 * 20) / 480) }],
  ["学特は額に入らない", { paid: 360, gakutoku: 120 }, { annualYen: 635_475, qualifyingMonths: 480, eligible: true }],
  ["119月では受けられない", { paid: 100, yuyo: 19 }, { eligible: false }],
  ["付加だけ", { fuka: 120 }, { annualYen: 24_000, fukaAnnualYen: 24_000 }],
  ["満額と付加", { paid: 480, fuka: 120 }, { annualYen: 871_300, fukaAnnualYen: 24_000 }],
  ["繰上げ60月", { paid: 480, kuriage: 60 }, { annualYen: 643_948 }],
  ["繰上げ、昭和37年4月1日生まれ", { paid: 480, claimAge: 60, birthDate: "1962-04-01" }, { annualYen: 593_110 }],
  ["繰下げ75歳", { paid: 480, claimAge: 75 }, { annualYen: 1_559_032 }],
  ["繰下げ12月", { paid: 480, kurisageMonths: 12 }, { annualYen: 918_473 }],
  ["既裁定者", { paid: 480, birthDate: "1956-04-01" }, { annualYen: 844_900 }],
  ["障害1級と子3人", { grade: 1, children: 3 }, { annualYen: 1_628_025 }],
  ["障害を級の名で", { grade: "2級", children: 1, fy: "R7" }, { annualYen: 1_071_000 }],
  ["障害の2分の1停止", { grade: 1, suspend: "2分の1停止" }, { annualYen: 529_563 }],
  ["遺族基礎、配偶者と子1人・2人・3人", { children: [1, 2, 3] }, { annualYen: [1_091_100, 1_334_900, 1_416_200] }],
  ["遺族基礎、子だけ3人", { children: 3, recipient: "子" }, { annualYen: 1_172_400 }],
  ["遺族基礎、配偶者なし", { children: 2, spouse: false, fy: "R7" }, { annualYen: 831_700 + 239_300 }],
  ["死亡一時金180月", { paid: 180 }, { yen: 145_000 }],
  ["死亡一時金、旧い一部免除", { paid: 20, q34Old: 64, q14: 0 }, { yen: 120_000 }],
  ["死亡一時金、産前産後", { paid: 32, sanzen: 4 }, { yen: 120_000 }],
  ["死亡一時金と付加35月", { paid: 120, fuka: 35 }, { yen: 120_000 }],
  ["寡婦年金、納付と免除", { husbandPaid: 120, husbandFull: 60 }, { annualYen: 198_586, eligible: true }],
  ["寡婦年金、半額免除だけ", { husbandHalf: 120 }, { annualYen: 119_152, eligible: true }],
  ["寡婦年金、119月", { husbandPaid: 100, husbandGakutoku: 19 }, { annualYen: 0, eligible: false }],
  ["寡婦年金、妻65歳", { wifeAge: 65 }, { eligible: false }],
  ["寡婦年金、夫の受給", { husbandReceived: true }, { eligible: false }],
];

const limits: readonly Shape[] = [
  [
    "1円超えれば2分の1",
    { period: "2026-10", income: 3_858_001 },
    { suspend: "1/2", halfLine: 3_858_000, fullLine: 4_918_000 },
  ],
  ["全額", { period: "2026-10", income: 4_918_001 }, { suspend: "全額" }],
  [
    "一般の扶養1人",
    { period: "2026-10", income: 4_238_000, dependents: { general: 1 } },
    { suspend: "なし", halfLine: 4_238_000 },
  ],
  ["扶養を数で", { period: "2026-10", income: 4_238_001, dependents: 1 }, { suspend: "1/2" }],
  [
    "扶養の三つの種類",
    { period: "2026-10", income: 5_348_001, dependents: { general: 1, elderly: 1, specific: 1 } },
    { suspend: "1/2", halfLine: 5_348_000 },
  ],
  [
    "控除は引き、本人の障害者控除は引かない",
    { period: "2026-10", income: 4_058_001, deductions: 200_000, disabled: true },
    { suspend: "1/2" },
  ],
  [
    "R3.10からR7.9の線",
    { period: "2025-09", income: 3_704_001 },
    { suspend: "1/2", halfLine: 3_704_000, fullLine: 4_721_000 },
  ],
  [
    "二年の所得",
    { income2024: 4_794_001, income2025: 4_794_001 },
    { "2025-10": "全額", "2026-09": "全額", "2026-10": "1/2", "2027-09": "1/2" },
  ],
  ["所得の年の期間", { incomeYear: 2025 }, { from: "2026-10", until: "2027-09" }],
  ["期間の所得の年", { period: "2026-09" }, { incomeYear: 2024 }],
  ["全額停止では子の加算もない", { grade: 2, children: 1, suspend: "全額" }, { annualYen: 0 }],
  ["R7の給付金", { fy: "R7" }, { g1: 56_850, g2: 45_480 }],
  ["停止と差引", { fy: "R8", grade: "1級", suspend: "1/2", otherPensionMonthly: 10_000 }, { monthlyYen: 19_325 }],
  ["差引が上回る", { fy: "R8", grade: 2, otherPensionMonthly: 46_920 }, { monthlyYen: 0 }],
  ["年をまたぐ請求", { claim: "2026-12-01" }, { firstMonth: "2027-01" }],
];

describe("vectors of the same shapes", () => {
  it.each(amounts)("保険料・給付額: %s", (_, input, expected) => {
    expect(evaluate("保険料・給付額", input, expected)).toMatchObject({ ok: true, actual: expected });
  });

  it.each(limits)("所得制限: %s", (_, input, expected) => {
    expect(evaluate("20歳前障害・特別障害給付金の所得制限", input, expected)).toMatchObject({
      ok: true,
      actual: expected,
    });
  });

  it.each([{ grade: 3 }, { grade: "3級" }, { children: 1, recipient: "親" }, { grade: 2, suspend: "少し" }])(
    "an unknown word fails by its name: %j",
    (input) => {
      expect(evaluate("保険料・給付額", input, { annualYen: 1 })).toMatchObject({
        ok: false,
        actual: { error: expect.stringMatching(/unreadable input: .* is not known/) },
      });
    },
  );
});
