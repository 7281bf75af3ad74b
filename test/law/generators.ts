import fc from "fast-check";
import { addDays, monthOf, type PlainDate, type PlainMonth, plainDate } from "../../shared/law/calendar.ts";
import type { Circumstance, ExaminedPerson } from "../../shared/law/examined-person.ts";

/** Days from 1950 to 2059. */
export const days: fc.Arbitrary<PlainDate> = fc
  .integer({ min: 0, max: 40_000 })
  .map((at) => addDays(plainDate("1950-01-01"), at));

/** Months from January 2007 to December 2035, within every table of thresholds. */
export const months: fc.Arbitrary<PlainMonth> = fc
  .integer({ min: 0, max: 10_500 })
  .map((at) => monthOf(addDays(plainDate("2007-01-01"), at)));

const dependants = fc.record({
  general: fc.nat({ max: 4 }),
  elderly: fc.nat({ max: 2 }),
  specific: fc.nat({ max: 3 }),
});

const circumstances = fc
  .subarray<Circumstance>(["disabled", "specially-disabled", "widow", "single-parent", "working-student"])
  .map((each) => new Set(each));

/** A person with a known income and no ground but income. */
export const people: fc.Arbitrary<ExaminedPerson & { readonly income: number }> = fc.record({
  income: fc.oneof(fc.nat({ max: 4_000_000 }), fc.constantFrom(0, 670_000, 880_000, 1_280_000, 1_350_000, 1_680_000)),
  deductions: fc.nat({ max: 600_000 }),
  dependants,
  circumstances,
  grounds: fc.constant(new Set<never>()),
});
