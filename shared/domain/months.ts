import { addMonths, monthOf, type PlainMonth } from "../law/calendar.ts";
import { isOpenTo } from "../law/procedures.ts";
import { type Category, insuredMonths } from "../law/qualification.ts";
import { countsAsPaid } from "../law/relief-priority.ts";
import type { Person, QualificationPeriod } from "./ledger.ts";
import { type ReliefInMonth, reliefIn } from "./recorded-reliefs.ts";

/** One month of a person's record: what it counts as, and the period that makes it so. Months not insured carry no period. */
export interface RecordedMonth {
  readonly month: PlainMonth;
  readonly category: Category | null;
  readonly period: QualificationPeriod | null;
  readonly additionalPremium: boolean;
  /** 免除・猶予・学特・産前産後・育児: only 第1号 has any. */
  readonly relief: ReliefInMonth | null;
}

/** What of a person the months are read from. */
type Recorded = Pick<Person, "periods" | "additionalPremiums" | "reliefs">;

/** The last period of that category that reaches into the month: 法11条の2 takes the last category of a month. */
const periodOf = (person: Recorded, month: PlainMonth, category: Category): QualificationPeriod | null =>
  person.periods.findLast(
    (period) =>
      period.category === category &&
      monthOf(period.from) <= month &&
      (period.until === null || monthOf(period.until) >= month),
  ) ?? null;

/** 被保険者期間 month by month from `from` to `until`, both inclusive (法11条・11条の2). */
export const recordedMonths = (person: Recorded, from: PlainMonth, until: PlainMonth): RecordedMonth[] => {
  const insured = insuredMonths(person.periods, until, from);
  const months: RecordedMonth[] = [];
  for (let month = from; month <= until; month = addMonths(month, 1)) {
    const category = insured.get(month) ?? null;
    const relief = category === "1" ? reliefIn(person.reliefs, month) : null;
    months.push({
      month,
      category,
      period: category && periodOf(person, month, category),
      additionalPremium:
        category !== null &&
        isOpenTo("additional-premium", category) &&
        (relief === null || countsAsPaid(relief.relief)) &&
        person.additionalPremiums.some(
          (period) => period.from <= month && (period.until === null || month < period.until),
        ),
      relief,
    });
  }
  return months;
};
