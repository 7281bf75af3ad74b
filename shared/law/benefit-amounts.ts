import { type PlainDate, type PlainMonth, plainDate, plainMonth } from "./calendar.ts";
import { type DatedTable, rowAt } from "./dated.ts";
import type { Suspension } from "./disability-income-limit.ts";
import { roundToYen } from "./rounding.ts";

/** Yearly amounts of a 年度, yen. */
export interface BasicAmounts {
  /** 老齢基礎年金の満額 for 新規裁定者, also 障害基礎2級 and 遺族基礎. */
  readonly full: number;
  /** The same for 既裁定者: born on or before 1 April 1956. */
  readonly fullForElder: number;
  /** 子の加算 of the first and second child, each. */
  readonly firstChildren: number;
  /** 子の加算 of the third child on, each. */
  readonly furtherChild: number;
}

const article = "国民年金法27条・27条の2〜27条の5・33条・33条の2・38条・39条";

/** R4: own knowledge, confidence high; the rest from published notices. */
export const basicAmounts: DatedTable<BasicAmounts> = {
  rows: [
    {
      from: plainMonth("2022-04"),
      value: { full: 777_800, fullForElder: 777_800, firstChildren: 223_800, furtherChild: 74_600 },
      article,
    },
    {
      from: plainMonth("2023-04"),
      value: { full: 795_000, fullForElder: 792_600, firstChildren: 228_700, furtherChild: 76_200 },
      article,
    },
    {
      from: plainMonth("2024-04"),
      value: { full: 816_000, fullForElder: 813_700, firstChildren: 234_800, furtherChild: 78_300 },
      article,
    },
    {
      from: plainMonth("2025-04"),
      value: { full: 831_700, fullForElder: 829_300, firstChildren: 239_300, furtherChild: 79_800 },
      article,
    },
    {
      from: plainMonth("2026-04"),
      value: { full: 847_300, fullForElder: 844_900, firstChildren: 243_800, furtherChild: 81_300 },
      article,
    },
  ],
  knownUntil: plainMonth("2027-03"),
};

const elderBornUntil = plainDate("1956-04-01");

/** The amounts in force for `month`; undefined where none has been fixed. */
export const basicAmountsAt = (month: PlainMonth): BasicAmounts | undefined => rowAt(basicAmounts, month)?.value;

/** The 満額 that applies to a person by birthday (法27条の3); without one, that of 新規裁定者. */
export const fullAmountFor = (amounts: BasicAmounts, birthDate?: PlainDate): number =>
  birthDate !== undefined && birthDate <= elderBornUntil ? amounts.fullForElder : amounts.full;

/** The 子の加算 of `children` children, yen a year (法33条の2第1項・39条1項). */
export const childAdditions = (amounts: BasicAmounts, children: number): number =>
  Math.min(children, 2) * amounts.firstChildren + Math.max(0, children - 2) * amounts.furtherChild;

/** 障害基礎年金 without the children, yen a year: grade 2 the 満額, grade 1 a quarter more (法33条). */
export const disabilityBase = (grade: 1 | 2, full: number): number => (grade === 1 ? roundToYen(full, 5, 4) : full);

/**
 * 障害基礎年金 a year, yen. Of 20歳前傷病, `suspension` by income stops half of the base and leaves the children, or stops all
 * (法36条の3; that the half leaves the children, and its rounding by 法17条, are confidence medium).
 */
export const disabilityPension = (
  amounts: BasicAmounts,
  facts: {
    readonly grade: 1 | 2;
    readonly children: number;
    readonly suspension: Suspension;
    readonly birthDate?: PlainDate;
  },
): number => {
  const base = disabilityBase(facts.grade, fullAmountFor(amounts, facts.birthDate));
  const children = childAdditions(amounts, facts.children);
  return { none: base + children, half: roundToYen(base, 1, 2) + children, all: 0 }[facts.suspension];
};

/** The additions to the children's own pension: nothing for the first, for the second as for a first child (法39条の2第1項). */
export const additionsAmongChildren = (amounts: BasicAmounts, children: number): number =>
  Math.max(0, childAdditions(amounts, children) - amounts.firstChildren);

/** 遺族基礎年金 a year, yen, to a spouse with children, or to the children together (法38条・39条・39条の2). */
export const survivorPension = (
  amounts: BasicAmounts,
  to: "spouse" | "children",
  children: number,
  birthDate?: PlainDate,
): number => {
  if (children < 1) return 0;
  const additions = to === "spouse" ? childAdditions(amounts, children) : additionsAmongChildren(amounts, children);
  return fullAmountFor(amounts, birthDate) + additions;
};

/** 年金生活者支援給付金 a month, yen. `standard` = 老齢の基準額, 障害2級, 遺族 (年金生活者支援給付金の支給に関する法律4条・16条・21条). */
export const supportBenefits: DatedTable<{ readonly standard: number; readonly disabilityFirstGrade: number }> = {
  rows: [
    {
      from: plainMonth("2026-04"),
      value: { standard: 5_620, disabilityFirstGrade: 7_025 },
      article: "年金生活者支援給付金の支給に関する法律4条・16条・21条",
    },
  ],
  knownUntil: plainMonth("2027-03"),
};
