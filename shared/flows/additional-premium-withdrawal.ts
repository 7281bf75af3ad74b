import { conclude } from "../domain/decision.ts";
import { plainMonthSchema } from "../domain/values.ts";
import { additionalPremiumEndsFrom } from "../law/additional-premium.ts";
import { addMonths, type PlainMonth } from "../law/calendar.ts";
import { endMonth, notPaying, openAdditionalPremium } from "./additional-premium-rules.ts";
import {
  check,
  daysInOrder,
  documentsAttached,
  filerAllowed,
  onFile,
  onTheDayOfApplication,
  sameAsOnFile,
} from "./checks.ts";
import { defineFlow } from "./define.ts";
import { insuredOnly } from "./filers.ts";

/** Months from `from` to `through`, as paid. */
const monthsThrough = (from: PlainMonth, through: PlainMonth | undefined): ReadonlySet<PlainMonth> => {
  const paid = new Set<PlainMonth>();
  for (let month = from; through !== undefined && month <= through; month = addMonths(month, 1)) paid.add(month);
  return paid;
};

/** A16. From the month before the 申出, passing over months already paid (法87条の2第3項). */
export const additionalPremiumWithdrawal = defineFlow({
  form: "A16",
  family: "additional-premium",
  title: "付加保険料納付辞退申出書",
  basis: ["国民年金法87条の2第3項"],
  filers: insuredOnly,
  deadlineDays: null,
  details: {},
  /** 納付・前納が済んでいる最後の月. */
  atCounter: { paidThrough: plainMonthSchema.optional() },
  documents: () => [],
  retention: "qualification-filing",
  report: "additional-premium",
  decide: (input) => {
    const open = openAdditionalPremium(input);
    return conclude(
      [
        ...check(input, daysInOrder, onTheDayOfApplication, filerAllowed, onFile, sameAsOnFile, documentsAttached),
        ...(open ? [] : [notPaying]),
      ],
      () => {
        const paid = open ? monthsThrough(open.from, input.filing.atCounter?.paidThrough) : new Set<PlainMonth>();
        return [
          {
            kind: "additional-premium-ended",
            month: endMonth(open, additionalPremiumEndsFrom(input.filing.eventOn, paid)),
            cause: "withdrew",
          },
        ];
      },
    );
  },
});
