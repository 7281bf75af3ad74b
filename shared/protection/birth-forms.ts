/** First days of the eras by their letter, their word and the code that fixed-width files use (明治 1 to 令和 9 by twos, or 1 to 5). */
const eras = [
  { names: ["明治", "M"], codes: ["1"], before: 1867 },
  { names: ["大正", "T"], codes: ["3", "2"], before: 1911 },
  { names: ["昭和", "S"], codes: ["5", "3"], before: 1925 },
  { names: ["平成", "H"], codes: ["7", "4"], before: 1988 },
  { names: ["令和", "R"], codes: ["9", "5"], before: 2018 },
] as const;

const two = (digits: string) => digits.padStart(2, "0");
const ofEra = (word: string): number | undefined =>
  eras.find(({ names }) => names.some((name) => name === word.toUpperCase()))?.before;

const western = /(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})/g;
const japanese = /(明治|大正|昭和|平成|令和|[MTSHRmtshr])\s*(\d{1,2}|元)\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})/g;
const eraDigits = /([MTSHRmtshr])(\d{6})(?!\d)/g;
const runs = /\d{7,}/g;

/** Every day that a text may say, as `YYYYMMDD`, in the forms of our screens, files and media: more than it means, never less. */
export const daysSaidIn = (text: string): Set<string> => {
  const days = new Set<string>();
  for (const [, year = "", month = "", day = ""] of text.matchAll(western)) days.add(`${year}${two(month)}${two(day)}`);
  for (const [, era = "", year = "", month = "", day = ""] of text.matchAll(japanese))
    days.add(`${(ofEra(era) ?? 0) + (year === "元" ? 1 : Number(year))}${two(month)}${two(day)}`);
  for (const [, era = "", digits = ""] of text.matchAll(eraDigits))
    days.add(`${(ofEra(era) ?? 0) + Number(digits.slice(0, 2))}${digits.slice(2)}`);
  for (const [run] of text.matchAll(runs))
    for (let at = 0; at + 7 <= run.length; at += 1) {
      const seven = run.slice(at, at + 7);
      if (at + 8 <= run.length) days.add(run.slice(at, at + 8));
      for (const { codes, before } of eras)
        if (codes.some((code) => code === seven[0])) days.add(`${before + Number(seven.slice(1, 3))}${seven.slice(3)}`);
    }
  return days;
};
