import { noMonths, type OldAgeMonths } from "../../shared/law/old-age-pension.ts";
import type { Input } from "./input.ts";

/** How the vectors name months of each kind. Months whose rest was not paid count as nothing (法27条, 90条の2). */
const monthKeys: Readonly<Record<string, keyof OldAgeMonths | null>> = {
  paid: "paid",
  sanzen: "paid",
  ikuji: "paid",
  type2: "paid",
  type3: "paid",
  q14: "quarter",
  half: "half",
  q34: "threeQuarters",
  full: "full",
  exempt: "full",
  hotei: "full",
  q14Old: "quarterBefore",
  halfOld: "halfBefore",
  q34Old: "threeQuartersBefore",
  fullOld: "fullBefore",
  hoteiOld: "fullBefore",
  yuyo: "deferred",
  gakutoku: "deferred",
  student: "deferred",
  kara: "complementary",
  gassan: "complementary",
  unpaid: null,
  q14ButUnpaid: null,
  halfButUnpaid: null,
  q34ButUnpaid: null,
};

const ofHusband = (key: string): string => `husband${key.slice(0, 1).toUpperCase()}${key.slice(1)}`;

/** Months of each kind, under the plain keys or those of the husband; undefined where none is named. */
export const pensionMonthsOf = (input: Input, whose: "own" | "husband" = "own"): OldAgeMonths | undefined => {
  const months: Record<keyof OldAgeMonths, number> = { ...noMonths };
  let named = false;
  for (const [plain, kind] of Object.entries(monthKeys)) {
    const key = whose === "own" ? plain : ofHusband(plain);
    const count = input.number(key);
    if (count === undefined) continue;
    named = true;
    if (kind !== null) months[kind] += count;
  }
  return named ? months : undefined;
};

/** Months early (negative) or late at which the pension is taken, by any of the ways to say so; 0 where nothing says so. */
export const takenAtOf = (input: Input): number => {
  const early = input.number("kuriage", "kuriageMonths", "earlyMonths");
  const late = input.number("kurisage", "kurisageMonths", "lateMonths");
  const age = input.number("claimAge", "startAge");
  return late ?? (early === undefined ? ((age ?? 65) - 65) * 12 : -early);
};
