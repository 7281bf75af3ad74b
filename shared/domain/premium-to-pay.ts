import type { PlainMonth } from "../law/calendar.ts";
import { additionalPremium, type PartialExemption, partPaymentOf, premiumOf } from "../law/premium.ts";
import type { Category } from "../law/qualification.ts";
import type { Relief } from "../law/relief-priority.ts";
import type { RecordedMonth } from "./months.ts";
import type { Standing } from "./standing.ts";

/** Who pays 国民年金 for a month: 第2号 and 第3号 pay nothing of their own. */
const pays = {
  "1": true,
  "2": false,
  "3": false,
  voluntary: true,
  "special-voluntary": true,
} as const satisfies Record<Category, boolean>;

/** What a relief leaves to pay; null: nothing. */
const left = {
  maternity: null,
  childcare: null,
  statutory: null,
  full: null,
  deferment: null,
  "student-deferment": null,
  "three-quarters": "three-quarters",
  half: "half",
  quarter: "quarter",
} as const satisfies Record<Relief, PartialExemption | null>;

/** What `relief` leaves to pay of the premium of `month`, 円; null while that is not fixed (法87条3項). */
export const premiumLeft = (relief: Relief | null, month: PlainMonth): number | null => {
  const whole = premiumOf(month) ?? null;
  if (relief === null) return whole;
  const part = left[relief];
  return part === null ? 0 : whole === null ? null : partPaymentOf(part, whole);
};

/** What falls due for a month, 円. */
export interface PremiumToPay {
  /** 保険料; null while the amount of the year is not fixed (法87条3項). */
  readonly premium: number | null;
  /** 付加保険料; 0 where none is paid. */
  readonly additionalPremium: number;
  /** 参考 while the qualification or the relief is. */
  readonly standing: Standing;
}

/** What is to be paid for `month`, or null where it is no month in which the person pays 国民年金. */
export const premiumToPay = ({
  month,
  category,
  period,
  relief,
  additionalPremium: withAdditional,
}: RecordedMonth): PremiumToPay | null => {
  if (category === null || !pays[category]) return null;
  return {
    premium: premiumLeft(relief?.relief ?? null, month),
    additionalPremium: withAdditional ? additionalPremium : 0,
    standing:
      period?.fromStanding === "provisional" || relief?.standing === "provisional" ? "provisional" : "confirmed",
  };
};
