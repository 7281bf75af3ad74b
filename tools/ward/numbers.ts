import { checkDigitOf } from "../../shared/law/individual-number.ts";

/** The `index`th of `size` numbers in an order that looks random: `step` has no factor in common with a power of ten, so none repeats. */
const scattered = (index: number, seed: number, size: number, step: number): string => {
  if (index >= size) throw new RangeError("the ward is larger than its numbers");
  return String((index * step + (seed % size)) % size).padStart(String(size).length - 1, "0");
};

const tenMillion = 10_000_000;

export const individualNumberOf = (index: number, seed: number): string => {
  const first11 = `9999${scattered(index, seed, tenMillion, 6_180_339)}`;
  return `${first11}${checkDigitOf(first11)}`;
};

export const basicPensionNumberOf = (index: number, seed: number): string =>
  `990${scattered(index, seed + 7, tenMillion, 7_071_067)}`;

export const atenaNumberOf = (index: number, seed: number): string =>
  `00000001${scattered(index, seed + 13, tenMillion, 3_141_593)}`;

export const householdNumberOf = (index: number, seed: number): string =>
  `00000002${scattered(index, seed + 29, tenMillion, 2_718_281)}`;
