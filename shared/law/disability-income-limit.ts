import { type PlainMonth, plainMonth } from "./calendar.ts";
import { type DatedTable, requiredRowAt } from "./dated.ts";
import type { Dependants } from "./exemption-thresholds.ts";
import { type ClosedSpan, spanOf } from "./month-span.ts";
import type { Reason } from "./reason.ts";
import { yen } from "./rounding.ts";

/** How much of the benefit is stopped for income. */
export type Suspension = "none" | "half" | "all";

/** Lines above which half and all of the benefit stop, yen, without dependants. */
export const disabilityIncomeLines: DatedTable<{ readonly half: number; readonly all: number }> = {
  rows: [
    {
      from: plainMonth("2018-10"),
      value: { half: 3_604_000, all: 4_621_000 },
      article: "施行令5条の4 (confidence medium)",
    },
    { from: plainMonth("2021-10"), value: { half: 3_704_000, all: 4_721_000 }, article: "施行令5条の4" },
    {
      from: plainMonth("2025-10"),
      value: { half: 3_761_000, all: 4_794_000 },
      article: "令和7年政令253号・障発0704第1号",
    },
    {
      from: plainMonth("2026-10"),
      value: { half: 3_858_000, all: 4_918_000 },
      article: "障発0715第2号・年発0715第1号",
    },
  ],
  knownUntil: plainMonth("2027-09"),
};

/** 令5条の4第1項: 一般38万・70歳以上の同一生計配偶者と老人48万・特定63万. */
export const suspensionAdditions = {
  general: 380_000,
  elderly: 480_000,
  specific: 630_000,
} as const satisfies Dependants;

/** The calendar year whose income decides `month`: that before the October in which the running year of suspension began. */
export const suspensionIncomeYear = (month: PlainMonth): number =>
  Number(month.slice(0, 4)) - (month.slice(5) >= "10" ? 1 : 2);

/** The months an income of `year` decides: October of the next year to the September after. */
export const suspensionMonths = (year: number): ClosedSpan | null =>
  spanOf(plainMonth(`${year + 1}-10`), plainMonth(`${year + 2}-09`));

export interface SuspensionDecision {
  readonly suspension: Suspension;
  readonly halfLine: number;
  readonly allLine: number;
  readonly reason: Reason;
}

/**
 * Whether 20歳前傷病の障害基礎年金 (法36条の3) or 特別障害給付金 (同法9条) stops in `month` for the income of its year (after 雑損・
 * 医療費・社会保険料等; the person's own 障害者控除 is not deducted), yen. Over a line stops; equal does not.
 * That the line for all takes the same additions as the line for half is confidence low (令5条の4第2項 to be read).
 * @throws RangeError for a month outside the table.
 */
export const suspensionFor = (month: PlainMonth, income: number, dependants: Dependants): SuspensionDecision => {
  const { value, article } = requiredRowAt(disabilityIncomeLines, month);
  const added =
    dependants.general * suspensionAdditions.general +
    dependants.elderly * suspensionAdditions.elderly +
    dependants.specific * suspensionAdditions.specific;
  const halfLine = value.half + added;
  const allLine = value.all + added;
  const suspension = income > allLine ? "all" : income > halfLine ? "half" : "none";
  const message = {
    none: `所得${yen(income)}は基準額${yen(halfLine)}以下のため、支給停止はありません。`,
    half: `所得${yen(income)}は${yen(halfLine)}を超え${yen(allLine)}以下のため、2分の1が支給停止です。`,
    all: `所得${yen(income)}は${yen(allLine)}を超えるため、全額が支給停止です。`,
  }[suspension];
  return { suspension, halfLine, allLine, reason: { code: `suspension-${suspension}`, message, article } };
};
