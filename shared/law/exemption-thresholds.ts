import { type PlainMonth, plainMonth } from "./calendar.ts";
import { type DatedTable, requiredRowAt } from "./dated.ts";
import { yen } from "./rounding.ts";

/** 扶養親族等 by the kind that sets the addition. Children under 16 are `general` (confidence high, not confirmed). */
export interface Dependants {
  readonly general: number;
  /** 70歳以上の同一生計配偶者・老人扶養親族. */
  readonly elderly: number;
  /** 特定扶養親族, and 控除対象扶養親族 under 19. */
  readonly specific: number;
}

/** The tests of income. `special-circumstances` is the flat amount for 障害者・寡婦・ひとり親. */
export type IncomeTest = "full" | "three-quarters" | "half" | "quarter" | "student" | "special-circumstances";

interface Threshold {
  readonly base: number;
  readonly perDependant: Dependants;
  /** 全額: the person counts as one head more, (扶養親族等の数+1)×35万円+32万円; yen. */
  readonly perSelf: number;
}

const flat: Dependants = { general: 0, elderly: 0, specific: 0 };
/** 全額: every dependant counts alike, and the person too. */
const byHead: Dependants = { general: 350_000, elderly: 350_000, specific: 350_000 };
/** 令6条の8の2: 一般38万・老人48万・特定63万. */
const byKind: Dependants = { general: 380_000, elderly: 480_000, specific: 630_000 };

/** When the four-step scheme began; that the old amounts ran from then is own knowledge, confidence medium, and no filing of today reaches them. */
const scheme = plainMonth("2006-07");
const reform = plainMonth("2021-07");

/** Whether the amounts of `month` are known at all. */
export const isAssessed = (month: PlainMonth): boolean => month >= scheme;

const table = (base: { old: number; now: number }, perDependant: Dependants, article: string, from = reform) => {
  const perSelf = perDependant === byHead ? byHead.general : 0;
  return {
    rows: [
      { from: scheme, value: { base: base.old, perDependant, perSelf }, article: `${article} (令和2年政令改正前)` },
      { from, value: { base: base.now, perDependant, perSelf }, article },
    ],
  } as const satisfies DatedTable<Threshold>;
};

const incomeThresholds = {
  full: table({ old: 220_000, now: 320_000 }, byHead, "国民年金法90条1項1号・施行令6条の7"),
  "three-quarters": table({ old: 780_000, now: 880_000 }, byKind, "国民年金法90条の2第1項1号・施行令6条の8の2"),
  half: table({ old: 1_180_000, now: 1_280_000 }, byKind, "国民年金法90条の2第2項1号・施行令6条の9"),
  quarter: table({ old: 1_580_000, now: 1_680_000 }, byKind, "国民年金法90条の2第3項1号・施行令6条の9の2"),
  student: table(
    { old: 1_180_000, now: 1_280_000 },
    byKind,
    "国民年金法90条の3第1項1号・施行令6条の9",
    plainMonth("2021-04"),
  ),
  "special-circumstances": table({ old: 1_250_000, now: 1_350_000 }, flat, "国民年金法90条1項3号・施行令6条の8"),
} as const satisfies Record<IncomeTest, DatedTable<Threshold>>;

/** How the amount comes about, for whoever has to explain it: which dependants counted how. */
export const thresholdWords = (test: IncomeTest, month: PlainMonth, dependants: Dependants): string => {
  const { base, perDependant, perSelf } = requiredRowAt<Threshold>(incomeThresholds[test], month).value;
  const { general, elderly, specific } = dependants;
  if (perSelf > 0) return `(扶養親族等${general + elderly + specific}人+1)×${yen(perSelf)}+${yen(base)}`;
  if (perDependant === flat) return `定額${yen(base)}(扶養の加算なし)`;
  const added = [
    ["扶養親族等", general, perDependant.general],
    ["老人扶養親族等", elderly, perDependant.elderly],
    ["特定扶養親族等", specific, perDependant.specific],
  ] as const;
  const sums = added.flatMap(([name, count, each]) => (count === 0 ? [] : [`${name}${count}人×${yen(each)}`]));
  return sums.length === 0 ? "扶養親族等なし" : [yen(base), ...sums].join("+");
};

/** The amount up to and including which an income passes, yen. @throws RangeError before July 2006. */
export const thresholdAt = (
  test: IncomeTest,
  month: PlainMonth,
  dependants: Dependants,
): { readonly yen: number; readonly article: string } => {
  const { value, article } = requiredRowAt<Threshold>(incomeThresholds[test], month);
  const { base, perDependant, perSelf } = value;
  const added =
    perSelf +
    dependants.general * perDependant.general +
    dependants.elderly * perDependant.elderly +
    dependants.specific * perDependant.specific;
  return { yen: base + added, article };
};
