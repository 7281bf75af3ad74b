import { maskedIndividualNumber } from "./mask.ts";

const numbers = new Set(["individualNumber", "spouseIndividualNumber"]);

/** The same facts with every 個人番号 masked: it is shown to nobody who has not stated a purpose that needs it. */
export const maskPerson = <Facts extends object>(facts: Facts): Facts =>
  Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [name, numbers.has(name) && value ? maskedIndividualNumber : value]),
  ) as Facts;
