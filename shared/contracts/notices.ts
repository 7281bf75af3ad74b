import * as z from "zod";
import { documentNumberSchema } from "../domain/document-number.ts";
import { requestIdSchema } from "../domain/values.ts";

/** The number of the 届出 that corrected and the list of who is told. */
export const noticeIdPattern = /^\d{8}-[0-9A-HJKMNP-TV-Z]{6}-transfer[12]$/;

/** `prepareNotices`: the 訂正請求 that the correction was made on, where it was made on one. */
export const noticesRequest = z.strictObject({ requestId: requestIdSchema.optional() });

/** `settleNotice`: how the receiver came to know. */
export const noticeDelivery = z.discriminatedUnion(
  "by",
  [
    /** An answer to its system said so, and the receiver has confirmed it. */
    z.strictObject({ by: z.literal("api-pull") }),
    z.strictObject({ by: z.literal("document"), documentNumber: documentNumberSchema }),
  ],
  "知らせた方法を選んでください",
);
