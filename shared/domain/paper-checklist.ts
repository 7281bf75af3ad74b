import { type DocumentCode, type DocumentNeed, documents } from "./filing.ts";

/** One paper that a filing needs, or several of which any one will do. */
export interface ChecklistLine {
  readonly anyOf: readonly { readonly code: DocumentCode; readonly label: string }[];
  readonly attached: boolean;
}

/** Any of which will do, with what a person reads for each. */
export const anyOf = (need: DocumentNeed): ChecklistLine["anyOf"] =>
  [need].flat().map((code) => ({ code, label: documents[code] }));

/** The papers of a filing, one by one, and whether each has come. */
export const paperChecklist = (
  needs: readonly DocumentNeed[],
  attached: readonly DocumentCode[],
): readonly ChecklistLine[] =>
  needs.map((need) => ({ anyOf: anyOf(need), attached: [need].flat().some((code) => attached.includes(code)) }));
