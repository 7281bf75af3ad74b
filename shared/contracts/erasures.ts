import * as z from "zod";
import { holdReasons } from "../domain/erasures.ts";
import { keysOf } from "../domain/keys-of.ts";
import { retentionClassSchema } from "../domain/retention.ts";
import { atenaNumberSchema, plainDateSchema } from "../domain/values.ts";

/** `E20261126-7K3M9Q`: the day it was begun and six letters drawn at random. */
export const erasureIdPattern = /^E\d{8}-[0-9A-HJKMNP-TV-Z]{6}$/;
/** `H20261126-7K3M9Q`. */
export const holdIdPattern = /^H\d{8}-[0-9A-HJKMNP-TV-Z]{6}$/;
/** `X20261126-7K3M9Q`. */
export const certificateIdPattern = /^X\d{8}-[0-9A-HJKMNP-TV-Z]{6}$/;
/** Whatever the read-back calls what it came upon. */
export const findingIdPattern = /^[\w.~-]{1,80}$/;

/** Items on a page. */
export const itemsLimit = 50;

/** 決裁の文書番号. It stands in certificates and is kept for years: no number of anybody may hide in it. */
const documentNumber = z
  .string()
  .min(1, "決裁の文書番号を入力してください")
  .max(60, "60文字以内で入力してください")
  .refine((text) => text.isWellFormed() && !/\p{Cc}/u.test(text), "文字として正しくない並びがあります")
  .refine(
    (text) => !/\d{10,}/.test(text.normalize("NFKC").replaceAll(/[\s-]/g, "")),
    "個人を特定する番号を書かないでください",
  );

/** `decideErasure`. */
export const erasureDecisionRequest = z.strictObject({
  decision: z.enum(["approve", "refuse"], "approve(承認)かrefuse(差し戻し)を選んでください"),
  documentNumber,
});

/** `settleFinding`. */
export const findingDecisionRequest = z.strictObject({
  decision: z.enum(["remove", "keep"], "remove(消す)かkeep(残す)を選んでください"),
  documentNumber,
});

/** `listErasureItems`. The cursor is what the page before it gave. */
export const itemsQuery = z.strictObject({
  after: z
    .string()
    .regex(/^[\w-]{1,700}$/, "続きの位置の形が違います")
    .optional()
    .describe("前のページのnext"),
});

/** `placeHold`: on one person or on a whole class. The number travels in the body, never in a URL. */
export const holdRequest = z
  .strictObject({
    atenaNumber: atenaNumberSchema.optional(),
    class: retentionClassSchema.optional().describe("保存区分"),
    reason: z.enum(keysOf(holdReasons), "保留の理由を選んでください"),
    until: plainDateSchema.nullable().describe("この日まで保留する。解くまでのときはnull"),
    documentNumber,
  })
  .refine((asked) => (asked.atenaNumber === undefined) !== (asked.class === undefined), {
    message: "宛名番号(atenaNumber)か保存区分(class)の、どちらか一つを指定してください",
  });

/** What a turn of the machine is called with, and what it answers: whether another is wanted. */
export const erasureTurnInput = z.strictObject({ erasureId: z.string().regex(erasureIdPattern).optional() });
export type ErasureTurnInput = z.infer<typeof erasureTurnInput>;
export interface ErasureTurnOutput {
  readonly erasureId: string | null;
  readonly next: "again" | "rest";
}
