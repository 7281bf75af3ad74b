import { conclude } from "../domain/decision.ts";
import { monthOf } from "../law/calendar.ts";
import { notPaying, openAdditionalPremium } from "./additional-premium-rules.ts";
import { check, daysInOrder, documentsAttached, filerAllowed, lateness, onFile, sameAsOnFile } from "./checks.ts";
import { defineFlow } from "./define.ts";
import { anyone } from "./filers.ts";

/** A17 非該当: no longer in 農業者年金. That the month of the fact is the first no longer due is a reading (docs/law.md). */
export const farmerPremiumEnd = defineFlow({
  form: "A17-2",
  family: "additional-premium",
  title: "付加保険料非該当届(農業者年金)",
  basis: ["独立行政法人農業者年金基金法17条"],
  filers: anyone,
  deadlineDays: 14,
  details: {},
  atCounter: {},
  documents: () => [],
  retention: "qualification-filing",
  report: "additional-premium",
  decide: (input) => {
    const open = openAdditionalPremium(input);
    const month = monthOf(input.filing.eventOn);
    return conclude(
      [
        ...check(input, daysInOrder, filerAllowed, onFile, sameAsOnFile, documentsAttached, lateness),
        ...(open?.type === "farmer" && open.from <= month ? [] : [notPaying]),
      ],
      () => [{ kind: "additional-premium-ended", month, cause: "left-farmers-pension" }],
    );
  },
});
