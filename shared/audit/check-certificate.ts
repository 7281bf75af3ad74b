import type { KeyObject } from "node:crypto";
import { dayAt } from "../law/calendar.ts";
import { certificateName, type ErasureCertificate, readCertificate } from "./certificate.ts";
import { fingerprintOf, isSignature } from "./signature.ts";
import { digestName } from "./trail-names.ts";

/** A certificate as it lies in the bucket, with its signature; undefined where there is none. */
export interface KeptCertificate {
  readonly name: string;
  readonly bytes: Uint8Array | undefined;
  readonly signature: string | undefined;
}

/** What is wrong with a certificate: a stable code, and what an auditor reads. */
export interface CertificateFault {
  readonly code: string;
  readonly detail: string;
}

const fault = (found: boolean, code: string, detail: string): readonly CertificateFault[] =>
  found ? [{ code, detail }] : [];

const twice = (values: readonly string[]): boolean => new Set(values).size < values.length;

/** What a true certificate cannot say, whoever signed it. Approval by two is asked of 保存期間の満了; the others rest on a paper. */
const contradictions = (certificate: ErasureCertificate): readonly CertificateFault[] => {
  const { kind, approvals, from, until, erased, left, checks, goneFrom, trail } = certificate;
  const byTwo = kind === "retention";
  return [
    ...fault(from > until, "days-reversed", "消し始めた時が消し終えた時より後になっている"),
    ...fault(
      byTwo && new Set(approvals.map(({ by }) => by)).size < 2,
      "approvals-missing",
      "別々の二人の承認が書かれていない",
    ),
    ...fault(
      approvals.some(({ at }) => at > from),
      "approved-afterwards",
      "消し始めた後の承認がある",
    ),
    ...fault(
      twice(erased.map((row) => row.class)) || twice(left.map((row) => `${row.class} ${row.reason}`)),
      "class-twice",
      "同じ区分が二度書かれている",
    ),
    ...fault(
      erased.some(({ earliestClock, latestClock }) => (earliestClock ?? "") > (latestClock ?? "")),
      "clocks-reversed",
      "起算日の始めと終わりが逆になっている",
    ),
    ...fault(byTwo && checks.length === 0, "not-read-back", "読み返した記録がない"),
    ...fault(
      Object.values(goneFrom).some((day) => day < dayAt(until)),
      "backups-too-early",
      "控えから消える日が、消した日より前になっている",
    ),
    ...fault(
      trail !== undefined && !erased.some((row) => row.class === "audit-record"),
      "trail-without-months",
      "アクセス記録の始めを消したとあるのに、消した月がない",
    ),
    ...fault(
      trail !== undefined && digestName(trail.until) !== trail.name,
      "trail-elsewhere",
      "消した最後の時間と、ダイジェストの名前が違う",
    ),
  ];
};

/**
 * Whether a certificate is one that the holder of the private key signed and that contradicts itself nowhere. Needs nothing but the
 * public key. 評価書 III-7 その他のリスク2 ③.
 */
export const checkCertificate = (
  { name, bytes, signature }: KeptCertificate,
  publicKey: KeyObject,
): { readonly certificate: ErasureCertificate | undefined; readonly faults: readonly CertificateFault[] } => {
  if (bytes === undefined)
    return { certificate: undefined, faults: fault(true, "certificate-missing", "署名だけがあり、証明がない") };
  const certificate = readCertificate(bytes);
  if (certificate === undefined)
    return { certificate, faults: fault(true, "not-a-certificate", "消去証明の形でないか、書き換えられている") };
  return {
    certificate,
    faults: [
      ...fault(name !== certificateName(certificate.certificateId), "other-name", "置き場の名前が証明の番号と違う"),
      ...fault(
        certificate.publicKeyFingerprint !== fingerprintOf(publicKey),
        "other-key",
        "証明に書かれた公開鍵の指紋が、この公開鍵と違う",
      ),
      ...(signature === undefined
        ? fault(true, "signature-missing", "署名がない")
        : fault(!isSignature(publicKey, bytes, signature), "bad-signature", "署名が証明と合わない")),
      ...contradictions(certificate),
    ],
  };
};
