const separators = "[ \\u3000\\-‐‑‒–—−ー・]?";

/** Twelve digits or more, also with the blanks or hyphens that people put between groups of four. */
const runOfTwelve = new RegExp(`\\d(?:${separators}\\d){11,}`, "g");

/** Full-width digits are digits. */
const folded = (text: string) =>
  text.replace(/[\uff10-\uff19]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));

/** Whether a text holds what may be a 個人番号. */
export const holdsNumber = (text: string): boolean => folded(text).match(runOfTwelve) !== null;

/** The text with every such run replaced by asterisks. */
export const withoutNumbers = (text: string): string => folded(text).replace(runOfTwelve, "*".repeat(12));
