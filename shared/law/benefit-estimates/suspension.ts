import type { PlainMonth } from "../calendar.ts";
import { lastRowAt } from "../dated.ts";
import {
  disabilityIncomeLines,
  type SuspensionDecision,
  suspensionAdditions,
  suspensionFor,
  suspensionIncomeYear,
  suspensionMonths,
} from "../disability-income-limit.ts";
import type { Dependants } from "../exemption-thresholds.ts";
import { spanWords } from "../month-words.ts";
import { yen } from "../rounding.ts";
import { type EstimateLine, present } from "./estimate.ts";

/** The income that decides a year of suspension, yen after the deductions of 令6条の2; null where it is not known: never 0. */
export interface SuspensionIncome {
  readonly income: number | null;
  readonly dependants: Dependants;
}

/** The law that stops the benefit: 20歳前傷病の障害基礎年金, or 特別障害給付金. */
export const suspensionLaws = {
  disability: "国民年金法36条の3・施行令5条の4",
  special: "特別障害給付金法9条・同法施行令",
} as const;
export type SuspensionLaw = keyof typeof suspensionLaws;

/** One October–September year, and how the income of its year decides it. */
export interface SuspensionPeriod {
  readonly incomeYear: number;
  readonly from: PlainMonth;
  readonly until: PlainMonth;
  /** Null where the income is not known. */
  readonly suspension: SuspensionDecision["suspension"] | null;
  /** Above which half, and all, of the benefit stops, yen with the additions for dependants. */
  readonly halfLine: number;
  readonly allLine: number;
  /** How much more income the next line allows, yen; null beyond the last, and where the income is not known. */
  readonly margin: number | null;
}

export interface SuspensionEstimate extends SuspensionPeriod {
  readonly lines: readonly EstimateLine[];
}

const additionNames = {
  general: "扶養親族等",
  elderly: "老人扶養親族等",
  specific: "特定扶養親族等",
} as const satisfies Record<keyof Dependants, string>;

const additionWords = (dependants: Dependants): string =>
  (["general", "elderly", "specific"] as const)
    .filter((kind) => dependants[kind] > 0)
    .map((kind) => `+${additionNames[kind]}${dependants[kind]}人×${yen(suspensionAdditions[kind])}`)
    .join("");

const limitLines = (
  { half, all }: { readonly half: number; readonly all: number },
  { halfLine, allLine }: SuspensionDecision,
  dependants: Dependants,
  article: string,
): EstimateLine[] => {
  const added = additionWords(dependants);
  const sum = added === "" ? "" : `${added}=`;
  return [
    {
      code: "half-line",
      message: `2分の1が停止する線は${yen(half)}${sum}${sum === "" ? "" : yen(halfLine)}です(超えると停止)。`,
      article,
      yen: halfLine,
    },
    {
      code: "all-line",
      message: `全額が停止する線は${yen(all)}${sum}${sum === "" ? "" : yen(allLine)}です(超えると停止)。`,
      article,
      yen: allLine,
      // Whether the line for all takes the additions of the line for half: 令5条の4第2項 to be read (docs/law.md).
      ...(added !== "" && { confidence: "low" }),
    },
  ];
};

const marginOf = ({ suspension, halfLine, allLine }: SuspensionDecision, income: number): number | null =>
  ({ none: halfLine - income, half: allLine - income, all: null })[suspension];

/**
 * The suspension of the October–September year that holds `month`, by the income of its year. Where its lines are not fixed
 * yet, by the last known ones, and a line says so. @throws RangeError before October 2018.
 */
export const estimateSuspension = (
  month: PlainMonth,
  { income, dependants }: SuspensionIncome,
  law: SuspensionLaw,
): SuspensionEstimate => {
  const incomeYear = suspensionIncomeYear(month);
  const span = suspensionMonths(incomeYear) ?? { from: month, until: month };
  const { row, fixed } = lastRowAt(disabilityIncomeLines, month);
  const decided = suspensionFor(fixed ? month : row.from, income ?? 0, dependants);
  const article = `${suspensionLaws[law]}・${row.article}`;
  const unknown = income === null;
  const lines = present<EstimateLine>([
    !fixed && {
      code: "lines-not-fixed",
      message: `${spanWords(span)}の線はまだ決まっていないため、最後に決まった線で見込みます。`,
      article: row.article,
    },
    {
      code: "income-year",
      message: `${spanWords(span)}の支給は、${incomeYear}年の所得(雑損・医療費・社会保険料等の控除後、本人の障害者控除は引かない)によります。`,
      article: suspensionLaws[law],
    },
    ...limitLines(row.value, decided, dependants, article),
    unknown
      ? {
          code: "suspension-unknown",
          message: `${incomeYear}年の所得が分からないため決められません(0円とはみなしません)。`,
          article: suspensionLaws[law],
        }
      : { ...decided.reason, article },
  ]);
  return {
    incomeYear,
    ...span,
    suspension: unknown ? null : decided.suspension,
    halfLine: decided.halfLine,
    allLine: decided.allLine,
    margin: unknown ? null : marginOf(decided, income),
    lines,
  };
};

/** The period without the lines, for whoever tells them among others. */
export const periodOf = ({ lines: _, ...period }: SuspensionEstimate): SuspensionPeriod => period;

/** What a suspension, or not knowing of one, has to say against payment. */
export const suspensionAgainst = ({ suspension, incomeYear, from, until }: SuspensionPeriod, law: SuspensionLaw) => {
  const article = suspensionLaws[law];
  const span = spanWords({ from, until });
  if (suspension === null)
    return [{ code: "income-unknown", message: `${incomeYear}年の所得が分かりません(${span}の支給)。`, article }];
  if (suspension === "none") return [];
  const part = suspension === "all" ? "全額" : "2分の1";
  return [{ code: `stopped-${suspension}`, message: `${span}は、所得のため${part}が支給停止です。`, article }];
};
