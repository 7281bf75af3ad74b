import { survivorPension } from "../benefit-amounts.ts";
import type { PlainDate, PlainMonth } from "../calendar.ts";
import { roundToYen, yen } from "../rounding.ts";
import { childLines, whoIsChild } from "./child-additions.ts";
import { type Estimate, type EstimateLine, present } from "./estimate.ts";
import { fullAmountAt } from "./full-amount.ts";

export interface SurvivorFacts {
  /** Of the spouse, or of the eldest child: it sets which 満額 applies. */
  readonly birthDate: PlainDate;
  readonly month: PlainMonth;
  readonly to: "spouse" | "children";
  readonly children: number;
}

export interface SurvivorEstimate extends Estimate {
  /** Yen a year, of the children all of them together; 0 without a child. */
  readonly annualYen: number;
}

const additions = {
  spouse: (children: number) => ({ first: Math.min(children, 2), further: Math.max(0, children - 2) }),
  children: (children: number) => ({ first: children > 1 ? 1 : 0, further: Math.max(0, children - 2) }),
} as const satisfies Record<SurvivorFacts["to"], unknown>;

const articles = {
  spouse: { ordinal: "2人目まで", article: "国民年金法39条1項" },
  children: { ordinal: "2人目、1人目にはない", article: "国民年金法39条の2第1項" },
} as const satisfies Record<SurvivorFacts["to"], unknown>;

/** 遺族基礎年金 to a spouse with children, or to the children (法37条の2〜39条の2). */
export const estimateSurvivorPension = ({ birthDate, month, to, children }: SurvivorFacts): SurvivorEstimate => {
  const { amounts, lines: fullLines } = fullAmountAt(month, birthDate);
  const annualYen = survivorPension(amounts, to, children, birthDate);
  const lines = present<EstimateLine>([
    ...fullLines,
    ...childLines(amounts, additions[to](children), articles[to]),
    to === "children" &&
      children > 1 && {
        code: "each-child",
        message: `子${children}人で分け、1人あたり${yen(roundToYen(annualYen, 1, children))}です。`,
        article: "国民年金法39条の2第1項・17条1項",
        yen: roundToYen(annualYen, 1, children),
      },
    whoIsChild,
    {
      code: "requirements-not-examined",
      message: "死亡した人の要件(被保険者であったことなど)、保険料の納付要件、生計の維持は見ていません。",
      article: "国民年金法37条・37条の2",
    },
  ]);
  return {
    annualYen,
    lines,
    against:
      children < 1
        ? [
            {
              code: "no-child",
              message: "子のない配偶者には支給されません(寡婦年金・死亡一時金を確かめてください)。",
              article: "国民年金法37条の2第1項",
            },
          ]
        : [],
  };
};
