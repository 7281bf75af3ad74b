/** Ids that cannot be mistaken for one another. Each is made where its kind is parsed or drawn. */
type Id<Kind extends string> = string & { readonly __id: Kind };

/** 宛名番号: fifteen digits, the ward's key for a person. Not an 個人番号. */
export type AtenaNumber = Id<"atena">;
/** Pseudonym of a person in keys of the stores: HMAC of the 宛名番号. */
export type PersonId = Id<"person">;
/** 受付番号 of a 届出, `20261123-7K3M9Q`: the day it came in and six letters drawn at random. */
export type FilingId = Id<"filing">;
/** One recording in a person's ledger; sorts by time of recording. */
export type EntryId = Id<"entry">;
/** One 進達 run, `T20261123-7K3M9Q`. */
export type RunId = Id<"run">;
/** One import of a 処理結果一覧: SHA-256 of the file, hexadecimal. */
export type ImportId = Id<"import">;
/** One 更正 that opened something again, `C20261123-7K3M9Q`. */
export type CorrectionId = Id<"correction">;
/** 職員ID, one per person, from the token's `sub`. */
export type OfficerId = Id<"officer">;
/** One right of an officer, `R20261123-7K3M9Q`. */
export type RightId = Id<"right">;
/** What a right was asked for under, `Q20261123-7K3M9Q`. */
export type RightRequestId = Id<"right-request">;

/** Digits and capitals without I, L, O, U, which are misread on paper (Crockford). */
const letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** `length` letters from `bytes` (one byte each); bytes come from a port so that ids can be foreseen in tests. */
export const lettersFrom = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => letters[byte % letters.length]).join("");

export const filingIdPattern = /^\d{8}-[0-9A-HJKMNP-TV-Z]{6}$/;
export const runIdPattern = /^T\d{8}-[0-9A-HJKMNP-TV-Z]{6}$/;
export const correctionIdPattern = /^C\d{8}-[0-9A-HJKMNP-TV-Z]{6}$/;
export const atenaNumberPattern = /^\d{15}$/;
export const importIdPattern = /^[0-9a-f]{64}$/;
export const officerIdPattern = /^[\w.@-]{1,64}$/;
export const rightIdPattern = /^R\d{8}-[0-9A-HJKMNP-TV-Z]{6}$/;
/** 請求等の番号, `S20261126-7K3M9Q`: the day it was received. */
export const requestIdPattern = /^S\d{8}-[0-9A-HJKMNP-TV-Z]{6}$/;
export const rightRequestIdPattern = /^Q\d{8}-[0-9A-HJKMNP-TV-Z]{6}$/;
