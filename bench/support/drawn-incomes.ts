import type { IncomeRecord, PersonalIncome } from "../../shared/domain/income-record.ts";
import type { Random } from "../../tools/ward/random.ts";

/** Yen around `middle`, as incomes lie: a third of it and three times as much are as likely. */
const around = (random: Random, middle: number): number =>
  Math.min(99_999_999, Math.round(middle * 3 ** (random.next() + random.next() - 1)));

const personal = (random: Random, middle: number): PersonalIncome => {
  const income = random.chance(0.04) ? null : random.chance(0.12) ? 0 : around(random, middle);
  return {
    income,
    incomeAfterDeductions: income === null ? null : Math.round(income * 0.8),
    circumstance: random.chance(0.06) ? "disabled" : "none",
    dependants: random.int(3),
    elderlyDependants: 0,
    specificDependants: random.chance(0.1) ? 1 : 0,
  };
};

/** What those of a category earn, yen: 第1号 least, 第3号 next to nothing beside a spouse who earns. */
const middles = { "1": 1_500_000, "2": 3_500_000, "3": 400_000, none: 1_500_000 } as const;

/** 所得情報 as it might be of somebody of a category: an assumption of the bench, taken from no statistics. */
export const drawnIncome = (random: Random, category: keyof typeof middles): IncomeRecord => {
  const { dependants: _, ...head } = personal(random, 3_000_000);
  return {
    exists: "present",
    insured: personal(random, middles[category]),
    spouse: category === "3" || random.chance(0.4) ? personal(random, 4_000_000) : null,
    head: random.chance(0.5) ? null : head,
    continuationReview: false,
    unidentifiedReason: null,
    reference: { exemption: "full", deferment: "within", student: "within" },
  };
};
