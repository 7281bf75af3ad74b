/** Weights of the first eleven digits from the left: Qn of 行政手続における特定の個人を識別するための番号の利用等に関する法律施行令8条・平成26年総務省令85号5条. */
const weights = [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2] as const;

/**
 * The check digit of the first eleven digits of an 個人番号: remainder r of Σ Pn×Qn by 11; 0 where r ≤ 1, else 11 − r
 * (平成26年総務省令85号5条).
 * @throws RangeError when `first11` is not eleven digits; the message never repeats them.
 */
export const checkDigitOf = (first11: string): number => {
  if (!/^[0-9]{11}$/.test(first11)) throw new RangeError("not eleven digits");
  const remainder = weights.reduce((sum, weight, at) => sum + weight * Number(first11[at]), 0) % 11;
  return remainder <= 1 ? 0 : 11 - remainder;
};

/** Twelve ASCII digits whose last is the check digit. Twelve zeros pass: see {@link isIndividualNumber}. */
export const hasValidCheckDigit = (text: string): boolean =>
  /^[0-9]{12}$/.test(text) && checkDigitOf(text.slice(0, 11)) === Number(text[11]);

/** An 個人番号 as this system accepts it: the check digit holds and it is not twelve zeros (which satisfies the formula but names nobody). */
export const isIndividualNumber = (text: string): boolean => hasValidCheckDigit(text) && text !== "000000000000";
