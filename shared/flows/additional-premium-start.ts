import * as z from "zod";
import { conclude } from "../domain/decision.ts";
import { additionalPremiumFrom } from "../law/additional-premium.ts";
import { mayBegin, startMonth } from "./additional-premium-rules.ts";
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

/** A15. From the month of the 申出 (法87条の2第1項). None in a month of 免除 or 猶予. */
export const additionalPremiumStart = defineFlow({
  form: "A15",
  family: "additional-premium",
  title: "付加保険料納付申出書",
  basis: ["国民年金法87条の2第1項"],
  filers: insuredOnly,
  deadlineDays: null,
  details: {},
  atCounter: { fundMember: z.boolean().optional() },
  documents: () => [],
  retention: "qualification-filing",
  report: "additional-premium",
  decide: (input) =>
    conclude(
      [
        ...check(input, daysInOrder, onTheDayOfApplication, filerAllowed, onFile, sameAsOnFile, documentsAttached),
        ...mayBegin(input, input.filing.atCounter?.fundMember ?? false),
      ],
      () => [
        {
          kind: "additional-premium-started",
          month: startMonth(input, additionalPremiumFrom(input.filing.eventOn)),
          type: "applied",
        },
      ],
    ),
});
