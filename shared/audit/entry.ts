import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import * as z from "zod";
import { keysOf } from "../domain/keys-of.ts";
import { instantSchema } from "../domain/values.ts";
import { entryKinds } from "./entry-kinds.ts";

/**
 * One line of the access trail: who, when, from which terminal and counter, what, of whom (a pseudonym), which items,
 * why, and how it ended. It holds no personal data: every field is a code, an id or a time. 評価書 III-3 リスク2⑥.
 */
export const auditEntry = z.strictObject({
  /** Form of the entry; changes only with a new number. */
  form: z.literal(2),
  kind: z.enum(keysOf(entryKinds)),
  id: z.string().regex(/^[0-9A-HJKMNP-TV-Z]{16}$/),
  at: instantSchema,
  correlationId: z.string().max(64),
  officer: z.string().max(64),
  roles: z.array(z.string().max(20)),
  department: z.string().max(64),
  counter: z.string().max(20),
  terminal: z.string().max(64),
  /** The session of the token, as the identity provider numbers it; null for systems and for what runs by the clock. */
  session: z.string().max(64).nullable(),
  /** An operation of the API, or `transmittal:<step>` for the workflow. */
  action: z.string().max(60),
  /** Pseudonyms, as BlindIndex.auditSubject makes them. */
  subjects: z.array(z.string().regex(/^[\w-]{27}$/)),
  /** 受付番号, 進達番号 or 取込番号 the action was about. */
  object: z.string().max(64).nullable(),
  /** Items of 別添1 that were read or written. */
  items: z.array(z.string().max(60)),
  /** What was searched for, as BlindIndex.auditTerm makes it: the same term can be found again, and not read. */
  terms: z.array(z.strictObject({ by: z.string().max(40), value: z.string().regex(/^[\w-]{27}$/) })),
  purpose: z.string().max(40).nullable(),
  result: z.enum(["done", "refused"]),
  /** Codes of the reasons, for a refusal or a notice. */
  codes: z.array(z.string().max(60)),
});
export type AuditEntry = z.infer<typeof auditEntry>;

/** RFC 8785: the one text that an entry has, whatever wrote it. Digests are taken over its UTF-8 bytes. */
export const canonicalForm = (entry: AuditEntry): string => {
  const text = canonicalize(auditEntry.parse(entry));
  if (text === undefined) throw new Error("an audit entry without a canonical form");
  return text;
};

/** SHA-256 of the canonical form, hexadecimal. */
export const entryDigest = (canonical: string): string => createHash("sha256").update(canonical, "utf8").digest("hex");
