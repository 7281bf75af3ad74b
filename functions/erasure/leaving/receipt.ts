import type { KeyObject } from "node:crypto";
import { CompactSign, compactVerify } from "jose";
import * as z from "zod";
import { officerIdSchema } from "../../../shared/domain/right-events.ts";
import { instantSchema } from "../../../shared/domain/values.ts";

const algorithms = ["ES256", "PS256"];

/** 受領書: the ward says that it opened the whole return of that manifest. Signed with a key that the operator does not have. */
export const receiptSchema = z.strictObject({
  form: z.literal(1),
  environment: z.string(),
  manifestSha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** 決裁の文書番号. */
  documentNumber: z.string().regex(/^[\p{L}\p{N}\-()()第号 ]{1,60}$/u),
  by: officerIdSchema,
  at: instantSchema,
  files: z.int().nonnegative(),
  records: z.int().nonnegative(),
});
export type Receipt = z.infer<typeof receiptSchema>;

/** RFC 7515, compact: ES256 with a key on P-256, PS256 with one of RSA. */
export const signReceipt = (receipt: Receipt, key: KeyObject): Promise<string> =>
  new CompactSign(Buffer.from(JSON.stringify(receiptSchema.parse(receipt))))
    .setProtectedHeader({ alg: key.asymmetricKeyType === "rsa" ? "PS256" : "ES256", typ: "kokunen-receipt+jws" })
    .sign(key);

/** Undefined for what the ward's key did not sign. */
export const readReceipt = async (text: string, wardKey: KeyObject): Promise<Receipt | undefined> => {
  try {
    const { payload } = await compactVerify(text.trim(), wardKey, { algorithms });
    return receiptSchema.parse(JSON.parse(Buffer.from(payload).toString("utf8")));
  } catch {
    return undefined;
  }
};
