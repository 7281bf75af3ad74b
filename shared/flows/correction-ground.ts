import { administrative } from "../domain/record-items.ts";
import { requestIdSchema } from "../domain/values.ts";

/** What a 届出 that corrects says of the 訂正請求 that it is made on (個人情報保護法90条・92条); left out where the ward corrects of itself. */
export const correctionGround = {
  requestId: administrative(requestIdSchema, "もとになる訂正請求の番号: 請求と届出をたがいにたどる").optional(),
};
