/**
 * 縮退表: characters outside JIS X 0208 and what a ward may decide to write for them. By version, so that what was written
 * can be explained later; off unless the ward asks for a version, and every use is in the result of the composition. The
 * pairs are the ordinary ones of 異体字 and the half-width space; no public table says what 日本年金機構 expects.
 */
const replacementTables = {
  "standin-1": {
    髙: "高",
    﨑: "崎",
    𠮷: "吉",
    濵: "浜",
    德: "徳",
    栁: "柳",
    瀨: "瀬",
    " ": "\u3000",
  },
} as const satisfies Record<string, Readonly<Record<string, string>>>;

export type ReplacementVersion = keyof typeof replacementTables;

export interface Replacement {
  readonly from: string;
  readonly to: string;
}

/** `text` with every character that `keep` refuses and the table knows replaced; what the table does not know stays. */
export const replace = (
  version: ReplacementVersion,
  text: string,
  keep: (character: string) => boolean,
): { readonly text: string; readonly replaced: readonly Replacement[] } => {
  const table: Readonly<Record<string, string>> = replacementTables[version];
  const replaced: Replacement[] = [];
  const written = Array.from(text, (from) => {
    const to = keep(from) || !Object.hasOwn(table, from) ? undefined : table[from];
    if (to === undefined) return from;
    replaced.push({ from, to });
    return to;
  });
  return { text: written.join(""), replaced };
};
