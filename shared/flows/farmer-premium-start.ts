import { conclude } from "../domain/decision.ts";
import { monthOf } from "../law/calendar.ts";
import { mayBegin, startMonth } from "./additional-premium-rules.ts";
import { check, daysInOrder, documentsAttached, filerAllowed, lateness, onFile, sameAsOnFile } from "./checks.ts";
import { defineFlow } from "./define.ts";
import { anyone } from "./filers.ts";

/** A17 該当: 農業者年金の被保険者は付加保険料を納める義務がある. The deadline is own knowledge, confidence medium. */
export const farmerPremiumStart = defineFlow({
  form: "A17-1",
  family: "additional-premium",
  title: "付加保険料該当届(農業者年金)",
  basis: ["独立行政法人農業者年金基金法17条"],
  filers: anyone,
  deadlineDays: 14,
  details: {},
  atCounter: {},
  documents: () => ["farmers-pension-proof"],
  retention: "qualification-filing",
  report: "additional-premium",
  decide: (input) =>
    conclude(
      [
        ...check(input, daysInOrder, filerAllowed, onFile, sameAsOnFile, documentsAttached, lateness),
        ...mayBegin(input, false),
      ],
      () => [
        { kind: "additional-premium-started", month: startMonth(input, monthOf(input.filing.eventOn)), type: "farmer" },
      ],
    ),
});
