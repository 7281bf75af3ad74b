import { createHmac, type KeyObject } from "node:crypto";
import type { AtenaNumber, PersonId } from "../domain/ids.ts";

/** What people are found by. Each kind has its own values even for equal text. */
export const indexKinds = [
  "basic-pension-number",
  "individual-number",
  "birth-date",
  "name-kana",
  /** 資格満了日 of 任意加入: who has to be looked at on a day, without looking at everyone. */
  "expiry-date",
  /** 免除年度 in which somebody had 全額免除 or 納付猶予: whom 継続審査 has to look at. */
  "exempted-in",
  /** 次回診断書提出年月 of somebody's right. */
  "certificate-due",
  /** The kind of a right that income may suspend. */
  "income-limited",
] as const;
export type IndexKind = (typeof indexKinds)[number];

type Label =
  | IndexKind
  | "atena"
  | "audit-subject"
  | "audit-surname"
  | "audit-term"
  | "resolution"
  | "request"
  | "caller";

/** Deterministic pseudonyms under a key that never leaves KMS unwrapped: equal text of one label gives an equal value. */
export interface BlindIndex {
  of(kind: IndexKind, value: string): string;
  person(atenaNumber: AtenaNumber): PersonId;
  /** The person as the access trail names them. Differs from {@link person}, so that trail and stores do not join by themselves. */
  auditSubject(person: PersonId): string;
  /** Under what the way back from a pseudonym of the trail is filed: the stores do not hold the pseudonym itself. */
  resolution(auditSubject: string): string;
  /** A surname (カナ) as the report compares that of an officer with those they looked at. */
  auditSurname(kana: string): string;
  /** A term of a search as the trail keeps it: who looks for the same finds it again, and nobody reads it. */
  auditTerm(kind: IndexKind, value: string): string;
  /** Fingerprint of a request, to tell a repeated one from another under the same Idempotency-Key. */
  request(body: string): string;
  /** One caller's Idempotency-Key. */
  caller(officer: string, key: string): string;
}

/** カナ as it is compared: NFKC, hiragana raised to katakana, no blanks or middle dots. Loses information; for look-up only. */
export const foldKana = (kana: string): string =>
  kana
    .normalize("NFKC")
    .replace(/[ぁ-ゖ]/g, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0x60))
    .replace(/[\s・]/gu, "");

export const blindIndex = (key: KeyObject): BlindIndex => {
  const mac = (label: Label, value: string) =>
    createHmac("sha256", key).update(`${label}\0${value}`).digest().subarray(0, 20).toString("base64url");
  const folded = (kind: IndexKind, value: string) => (kind === "name-kana" ? foldKana(value) : value);
  return {
    of: (kind, value) => mac(kind, folded(kind, value)),
    person: (atenaNumber) => mac("atena", atenaNumber) as PersonId,
    auditSubject: (person) => mac("audit-subject", person),
    resolution: (subject) => mac("resolution", subject),
    auditSurname: (kana) => mac("audit-surname", foldKana(kana)),
    auditTerm: (kind, value) => mac("audit-term", JSON.stringify([kind, folded(kind, value)])),
    request: (body) => mac("request", body),
    caller: (officer, idempotencyKey) => mac("caller", JSON.stringify([officer, idempotencyKey])),
  };
};
