import * as z from "zod";

const note = z
  .string()
  .min(1, "理由を入力してください")
  .max(500, "500文字以内で入力してください")
  .refine((text) => text.isWellFormed(), "文字として正しくない並びがあります");

/** What a caller sends to take a step with a filing. */
export const actionRequest = z.discriminatedUnion(
  "action",
  [
    z.strictObject({ action: z.literal("accept") }),
    z.strictObject({ action: z.literal("return-for-correction"), note }),
    z.strictObject({ action: z.literal("correct"), filing: z.unknown() }),
    z.strictObject({ action: z.literal("examine") }),
    z.strictObject({ action: z.literal("withdraw"), note }),
    z.strictObject({ action: z.literal("close") }),
  ],
  "処理の名前を確かめてください",
);

export type ActionRequest = z.infer<typeof actionRequest>;
