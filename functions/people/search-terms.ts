import type { AuditEntry } from "../../shared/audit/entry.ts";
import type { SearchTerms } from "../../shared/contracts/requests.ts";
import type { BlindIndex, IndexKind } from "../../shared/protection/blind-index.ts";

/** The narrowest term leads; the others are compared on the opened record. */
export const ways = [
  ["individual-number", "individualNumber"],
  ["basic-pension-number", "basicPensionNumber"],
  ["name-kana", "nameKana"],
  ["birth-date", "birthDate"],
] as const satisfies readonly (readonly [IndexKind, keyof SearchTerms])[];

/** The terms of a search as the trail keeps them. */
export const termsOf = (terms: SearchTerms, index: BlindIndex): AuditEntry["terms"] =>
  ways.flatMap(([by, term]) => (terms[term] === undefined ? [] : [{ by, value: index.auditTerm(by, terms[term]) }]));
