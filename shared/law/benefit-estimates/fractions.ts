const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));

/** 24ths in lowest terms: `7/8`, `1`, `0`. */
export const fractionWords = (parts: number): string => {
  const by = gcd(parts, 24);
  return 24 / by === 1 ? `${parts / by}` : `${parts / by}/${24 / by}`;
};

/** 24ths of a month: `27月`, `31と1/2月`, `5/6月`. */
export const partMonthsWords = (parts: number): string => {
  const [whole, rest] = [Math.floor(parts / 24), parts % 24];
  if (rest === 0) return `${whole}月`;
  return whole === 0 ? `${fractionWords(rest)}月` : `${whole}と${fractionWords(rest)}月`;
};
