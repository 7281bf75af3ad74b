import * as z from "zod";

/** Kind, year or a fingerprint of the list or both, and a running number. */
export const incomeOutputIdPattern =
  /^(request-answer-[\w-]{27}|continuation-\d{4}|encouragement-\d{4}(-[\w-]{27})?)\.\d{3}$/;

const contentBase64 = z.base64("Base64で送ってください");
const year = z
  .int("西暦の年を指定してください")
  .min(2006, "2006年度以後を指定してください")
  .max(2199, "2199年度までを指定してください")
  .describe("免除年度(7月から翌年6月まで)の始まる年");
const again = z
  .boolean()
  .default(false)
  .describe("出力済み(または対象なし)のものを、もう一度はじめから作るときだけtrue");

/** `runIncomeOutput`: starts an output, or goes on with it. The same content is the same output. */
export const incomeOutputRequest = z.discriminatedUnion(
  "kind",
  [
    z.strictObject({
      kind: z.literal("request-answer"),
      contentBase64: contentBase64.describe("所得情報提供依頼のファイル"),
      again,
    }),
    z.strictObject({ kind: z.literal("continuation"), year, again }),
    z.strictObject({
      kind: z.literal("encouragement"),
      year,
      contentBase64: contentBase64.describe("未納者一覧のファイル。なければ納付は未確認とする").optional(),
      again,
    }),
  ],
  "出力の種類を確かめてください",
);
export type IncomeOutputRequest = z.infer<typeof incomeOutputRequest>;
