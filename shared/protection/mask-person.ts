import type { Role } from "../domain/roles.ts";
import { maskedIndividualNumber } from "./mask.ts";

/** Who looks at a person's record, and the purpose they stated. */
export interface Viewer {
  readonly roles: readonly Role[];
  readonly purpose: string | undefined;
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

const mayFind: readonly Role[] = ["examiner", "manager"];

const seesWhereabouts = ({ roles, purpose }: Viewer): boolean =>
  purpose === "protected-address" && roles.some((role) => mayFind.includes(role));

/**
 * The same facts, and what lies within them, with every 個人番号 masked (it is shown to nobody), and under 支援措置 the
 * whereabouts, unless an examiner or manager stated that they need them.
 */
export const maskPerson = <Facts extends object>(facts: Facts, addressProtected: boolean, viewer: Viewer): Facts => {
  const hides = addressProtected && !seesWhereabouts(viewer);
  const masked = (name: string, value: unknown): unknown => {
    if (!value) return value;
    if (numbers.has(name)) return maskedIndividualNumber;
    if (hides && whereabouts.has(name)) return maskedAddress;
    return typeof value === "object" && !Array.isArray(value) ? within(value) : value;
  };
  const within = (held: object) =>
    Object.fromEntries(Object.entries(held).map(([name, value]) => [name, masked(name, value)]));
  return within(facts) as Facts;
};
