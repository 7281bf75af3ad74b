import * as z from "zod";
import { documentNumberSchema } from "../domain/document-number.ts";
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

/** `decideErasure`. */
export const erasureDecisionRequest = z.strictObject({
  decision: z.enum(["approve", "refuse"], "approve(承認)かrefuse(差し戻し)を選んでください"),
  documentNumber: documentNumberSchema,
});

/** `settleFinding`. */
export const findingDecisionRequest = z.strictObject({
  decision: z.enum(["remove", "keep"], "remove(消す)かkeep(残す)を選んでください"),
  documentNumber: documentNumberSchema,
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
    documentNumber: documentNumberSchema,
  })
  .refine((asked) => (asked.atenaNumber === undefined) !== (asked.class === undefined), {
    message: "宛名番号(atenaNumber)か保存区分(class)の、どちらか一つを指定してください",
  });

/** What a turn of the machine is called with: the erasure to go on with, or nothing for the one that is open or a new one. */
export const erasureTurnInput = z.strictObject({ erasureId: z.string().regex(erasureIdPattern).optional() });
