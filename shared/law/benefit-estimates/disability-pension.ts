import { disabilityBase, disabilityPension } from "../benefit-amounts.ts";
import type { PlainDate, PlainMonth } from "../calendar.ts";
import { roundToYen, yen } from "../rounding.ts";
import { childLines, whoIsChild } from "./child-additions.ts";
import { type Estimate, type EstimateLine, present } from "./estimate.ts";
import { fullAmountAt } from "./full-amount.ts";
import {
  estimateSuspension,
  periodOf,
  type SuspensionIncome,
  type SuspensionPeriod,
  suspensionAgainst,
} from "./suspension.ts";

export interface DisabilityFacts {
  readonly birthDate: PlainDate;
  /** The month that is paid: its 年度 sets the amounts, its October–September year the income. */
  readonly month: PlainMonth;
  readonly grade: 1 | 2;
  readonly children: number;
  /** 20歳前傷病: the income that may stop it; null where it is another. */
  readonly beforeTwenty: SuspensionIncome | null;
}

export interface DisabilityEstimate extends Estimate {
  /** Yen a year; null where the income that may stop it is not known. */
  readonly annualYen: number | null;
  /** Of 20歳前傷病, how the income decides. */
  readonly suspension: SuspensionPeriod | null;
}

const baseLine = (grade: 1 | 2, full: number, base: number): EstimateLine => ({
  code: `grade-${grade}`,
  message: grade === 1 ? `1級は満額の1.25倍の${yen(base)}です。` : `2級は満額と同じ${yen(base)}です。`,
  article: grade === 1 ? "国民年金法33条2項" : "国民年金法33条1項",
  yen: grade === 1 ? base : full,
});

const stopped = { code: "stopped-part", article: "国民年金法36条の3・17条1項", confidence: "medium" } as const;

/** What a suspension takes: half of the base and no part of the children, or all of it. */
const stoppedLine = ({ suspension }: SuspensionPeriod, base: number, children: number): EstimateLine | false => {
  if (suspension === "half")
    return {
      ...stopped,
      message: `2分の1停止では、本体の半額${yen(roundToYen(base, 1, 2))}が残ります${children > 0 ? "。子の加算は減りません" : ""}。`,
      yen: roundToYen(base, 1, 2),
    };
  return suspension === "all" && { ...stopped, message: "全額停止では、子の加算も支給されません。", yen: 0 };
};

/** 障害基礎年金 by grade, children and, of 20歳前傷病, income (法33条・33条の2・36条の3). */
export const estimateDisabilityPension = (facts: DisabilityFacts): DisabilityEstimate => {
  const { birthDate, month, grade, children, beforeTwenty } = facts;
  const { amounts, full, lines: fullLines } = fullAmountAt(month, birthDate);
  const base = disabilityBase(grade, full);
  const decision = beforeTwenty && estimateSuspension(month, beforeTwenty, "disability");
  const suspension = decision && periodOf(decision);
  const decided = suspension === null ? "none" : suspension.suspension;
  const lines = present<EstimateLine>([
    ...fullLines,
    baseLine(grade, full, base),
    ...childLines(
      amounts,
      { first: Math.min(children, 2), further: Math.max(0, children - 2) },
      { ordinal: "2人目まで", article: "国民年金法33条の2第1項" },
    ),
    children > 0 && whoIsChild,
    ...(decision?.lines ?? []),
    suspension && stoppedLine(suspension, base, children),
    {
      code: "requirements-not-examined",
      message: "初診日、障害の程度、保険料の納付要件、ほかの年金との選択は見ていません。",
      article: "国民年金法20条・30条・30条の4",
    },
  ]);
  return {
    annualYen:
      decided === null ? null : disabilityPension(amounts, { grade, children, suspension: decided, birthDate }),
    suspension,
    lines,
    against: suspension === null ? [] : suspensionAgainst(suspension, "disability"),
  };
};
