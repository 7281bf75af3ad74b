import { conclude } from "../domain/decision.ts";
import { additionalPremiumEndsFrom, deemedWithdrawalOn } from "../law/additional-premium.ts";
import { endMonth, notPaying, openAdditionalPremium } from "./additional-premium-rules.ts";
import { check, daysInOrder, documentsAttached, filerAllowed, onFile, sameAsOnFile } from "./checks.ts";
import { defineFlow } from "./define.ts";
import { wardOnly } from "./filers.ts";

/** A18. 国民年金基金の加入員となった日に辞退の申出があったとみなす (法87条の2第4項); nobody files it. */
export const fundJoined = defineFlow({
  form: "A18",
  family: "additional-premium",
  title: "国民年金基金加入による付加保険料の終了(届出不要)",
  basis: ["国民年金法87条の2第4項"],
  filers: wardOnly,
  deadlineDays: null,
  details: {},
  atCounter: {},
  documents: () => [],
  retention: "qualification-filing",
  report: null,
  decide: (input) => {
    const open = openAdditionalPremium(input);
    return conclude(
      [
        ...check(input, daysInOrder, filerAllowed, onFile, sameAsOnFile, documentsAttached),
        ...(open ? [] : [notPaying]),
      ],
      () => [
        {
          kind: "additional-premium-ended",
          month: endMonth(open, additionalPremiumEndsFrom(deemedWithdrawalOn(input.filing.eventOn), new Set())),
          cause: "joined-fund",
        },
      ],
    );
  },
});
