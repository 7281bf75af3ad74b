import canonicalize from "canonicalize";
import * as z from "zod";
import { retentionClassSchema } from "../domain/retention.ts";
import { instantSchema, plainDateSchema } from "../domain/values.ts";
import { hourSchema } from "./hours.ts";

const sha256Hex = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.int().nonnegative();
const code = z.string().regex(/^[a-z0-9-]{1,60}$/);

/** What kinds of erasure there are. */
export const certificateKinds = {
  retention: "保存期間の満了による消去",
  extract: "移行元の抽出データの消去",
  contract: "契約終了による消去",
} as const satisfies Record<string, string>;

/**
 * 消去証明: what was erased, how many, when, by whom approved, which checks were made after it, and from which day on no
 * backup holds it. Free of personal data. 評価書 III-7 その他のリスク2 ③ (消去の記録), 委託時の対策 (消去報告書).
 */
export const erasureCertificate = z.strictObject({
  form: z.literal(1),
  /** `X20261126-7K3M9Q`. */
  certificateId: z.string().regex(/^X\d{8}-[0-9A-HJKMNP-TV-Z]{6}$/),
  kind: z.enum(["retention", "extract", "contract"]),
  wardCode: z.string(),
  wardName: z.string(),
  /** The erasure, the file of the extract by its SHA-256, or the contract's document number. */
  of: z.string().max(80),
  approvals: z.array(z.strictObject({ by: z.string(), at: instantSchema, documentNumber: z.string() })),
  /** When the first and the last of it was erased. */
  from: instantSchema,
  until: instantSchema,
  /** What is gone, by class: records, and the days of its clocks. */
  erased: z.array(
    z.strictObject({
      class: retentionClassSchema,
      records: count,
      earliestClock: plainDateSchema.nullable(),
      latestClock: plainDateSchema.nullable(),
      /** The ward's rule that the years come from. */
      source: z.string(),
    }),
  ),
  /** What was due and stays, by class and reason. */
  left: z.array(z.strictObject({ class: retentionClassSchema, reason: code, records: count })),
  /** What was looked through after the erasure: how much, and how many copies turned up that are still there. */
  checks: z.array(z.strictObject({ check: code, examined: count, found: count })),
  /** From these days on nothing of it is in: the tables' point-in-time recovery, the backups of keys, and all backups. */
  goneFrom: z.strictObject({ pointInTime: plainDateSchema, keyBackups: plainDateSchema, backups: plainDateSchema }),
  /** What stays by rule, as codes; those of leaving are explained in docs/leaving.md. */
  stays: z.array(code),
  /**
   * Of months of the trail: the digest of the last hour that went, as the oldest one kept names it. It stands for the beginning
   * that `npm run audit:verify` cannot see any more.
   */
  trail: z
    .strictObject({ until: hourSchema, name: z.string().max(200), sha256: sha256Hex, signature: z.string().max(200) })
    .optional(),
  publicKeyFingerprint: sha256Hex,
  algorithm: z.literal("ECDSA-P256-SHA256"),
});
export type ErasureCertificate = z.infer<typeof erasureCertificate>;

/** RFC 8785: the one text that a certificate has. The signature is over these bytes. */
export const certificateBytes = (certificate: ErasureCertificate): Buffer => {
  const text = canonicalize(erasureCertificate.parse(certificate));
  if (text === undefined) throw new Error("a certificate without a canonical form");
  return Buffer.from(text, "utf8");
};

/** The certificate that bytes hold; undefined when they are not exactly the canonical form of one. */
export const readCertificate = (bytes: Uint8Array): ErasureCertificate | undefined => {
  try {
    const parsed = erasureCertificate.safeParse(JSON.parse(Buffer.from(bytes).toString("utf8")));
    return parsed.success && certificateBytes(parsed.data).equals(bytes) ? parsed.data : undefined;
  } catch {
    return undefined;
  }
};

export const certificateName = (certificateId: string): string => `certificates/${certificateId}.json`;
export const certificateSignatureName = (certificateId: string): string => `${certificateName(certificateId)}.sig`;
