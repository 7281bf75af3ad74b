import { medicalNames } from "../domain/recipient-facts.ts";
import { maskedIndividualNumber } from "./mask.ts";

/** What whoever looks at a person's record may see of it, for the purpose they stated. */
export interface Viewer {
  /** 個人番号 of the person themselves. */
  readonly seesIndividualNumber: boolean;
  /** 傷病名 and the other 要配慮 items of a recipient. */
  readonly seesMedical: boolean;
  /** Whereabouts under 支援措置. */
  readonly seesWhereabouts: boolean;
}

const numbers = new Set(["individualNumber", "spouseIndividualNumber"]);

/** Whatever says where someone lives or how to reach them, under every name that a record or a 届出 has for it. */
const whereabouts = new Set([
  "postalCode",
  "address",
  "addressSupplement",
  "phoneNumber",
  "newPostalCode",
  "newAddress",
  "newAddressSupplement",
  "newPhoneNumber",
  "schoolName",
  "schoolAddress",
]);

/** How an address under 支援措置 is shown. */
export const maskedAddress = "(支援措置により表示しません)";

/** How 要配慮 of a recipient is shown to whoever does not need it. */
export const maskedMedical = "(要配慮のため表示しません)";

/**
 * The same facts, and what lies within them, with every 個人番号 masked, 要配慮 of a recipient, and under 支援措置 the
 * whereabouts, unless the viewer may see them. A 個人番号 of somebody else (a spouse, within) is shown to nobody. 評価書 III-3 リスク1.
 */
export const maskPerson = <Facts extends object>(facts: Facts, addressProtected: boolean, viewer: Viewer): Facts => {
  const hides = addressProtected && !viewer.seesWhereabouts;
  const masked = (name: string, value: unknown): unknown => {
    if (medicalNames.has(name) && !viewer.seesMedical) return value === undefined ? value : maskedMedical;
    if (!value) return value;
    if (numbers.has(name)) return maskedIndividualNumber;
    if (hides && whereabouts.has(name)) return maskedAddress;
    return typeof value === "object" && !Array.isArray(value) ? within(value) : value;
  };
  const within = (held: object) =>
    Object.fromEntries(Object.entries(held).map(([name, value]) => [name, masked(name, value)]));
  const shown = within(facts);
  const own = (facts as { individualNumber?: unknown }).individualNumber;
  return (viewer.seesIndividualNumber && own ? { ...shown, individualNumber: own } : shown) as Facts;
};
