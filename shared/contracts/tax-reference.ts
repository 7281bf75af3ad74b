import * as z from "zod";

/**
 * Where and how the ward's tax system is asked for one person. Its interface (庁内データ連携) is lent and not public: paths
 * and fields are a stand-in, `standin-1` (docs/income-feed.md).
 */
export const taxReferenceSchema = z.strictObject({
  url: z.url({ protocol: /^https$/ }),
  /** OAuth 2.0 token endpoint. */
  tokenUrl: z.url({ protocol: /^https$/ }),
  clientId: z.string().min(1).max(200),
  /** `aud` of the client assertion. */
  audience: z.string().min(1).max(500),
  scope: z.string().max(500),
  /** KMS key (HMAC_256) that holds the client's secret as imported material: no secret lies in an environment. */
  hmacKeyArn: z.string().startsWith("arn:aws:kms:"),
});
export type TaxReferenceParameter = z.infer<typeof taxReferenceSchema>;

/** What is sent, in the body: a number never stands in an address. */
export interface TaxQuestion {
  readonly form: "standin-1";
  readonly atenaNumber: string;
  readonly incomeYear: number;
}

/** What comes back; `income` is a row like those of the feed, or null where the tax system knows nobody. */
export const taxAnswer = z.strictObject({ form: z.literal("standin-1"), income: z.unknown() });

/** RFC 6749 §5.1; what else it holds is of no use here. */
export const tokenAnswer = z.object({
  access_token: z.string().min(1).max(8192),
  token_type: z.string().regex(/^bearer$/i),
  expires_in: z.int().positive().max(86_400),
});
