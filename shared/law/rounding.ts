/**
 * `amount × numerator ÷ denominator` to the yen: under 50 sen is dropped, 50 sen and over is raised (法17条1項). Integer
 * arithmetic throughout.
 */
export const roundToYen = (amount: number, numerator: number, denominator: number): number =>
  Math.floor((2 * amount * numerator + denominator) / (2 * denominator));

/** To ten yen: under 5 yen is dropped, 5 yen and over becomes 10 (法87条3項後段, 90条の2第6項). */
export const roundToTenYen = (amount: number, numerator: number, denominator: number): number =>
  10 * Math.floor((amount * numerator + 5 * denominator) / (10 * denominator));

/** `670,000円`. Grouped by arithmetic: a reason is written for every person at every step, and Intl takes 20 times as long. */
export const yen = (amount: number): string => {
  if (amount < 0) return `-${yen(-amount)}`;
  if (amount < 1_000) return `${amount}円`;
  let rest = amount;
  let text = "円";
  while (rest >= 1_000) {
    const group = rest % 1_000;
    text = `,${group < 10 ? "00" : group < 100 ? "0" : ""}${group}${text}`;
    rest = Math.floor(rest / 1_000);
  }
  return `${rest}${text}`;
};
