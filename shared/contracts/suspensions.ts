import * as z from "zod";
import { documentNumberSchema } from "../domain/document-number.ts";
import { keysOf } from "../domain/keys-of.ts";
import { suspensionScopes } from "../domain/suspensions.ts";
import { atenaNumberSchema, plainDateSchema } from "../domain/values.ts";

/** 請求 of the register, `S20261126-7K3M9Q`. */
export const requestIdSchema = z
  .string()
  .regex(/^S\d{8}-[0-9A-HJKMNP-TV-Z]{6}$/, { error: "請求の番号を入力してください" });

export const suspensionScopeSchema = z.enum(keysOf(suspensionScopes), "用意された区分から選んでください");

/** `placeSuspension`. */
export const suspensionRequest = z.strictObject({
  requestId: requestIdSchema,
  atenaNumber: atenaNumberSchema,
  scopes: z
    .array(suspensionScopeSchema)
    .min(1)
    .max(2)
    .refine((scopes) => new Set(scopes).size === scopes.length, { error: "同じ区分が二つあります" }),
  /** The last day that it holds; null until it is lifted. */
  until: plainDateSchema.nullable(),
  documentNumber: documentNumberSchema,
});

/** `liftSuspension`. */
export const liftingRequest = z.strictObject({ documentNumber: documentNumberSchema });

export const suspensionIdPattern = /^B\d{8}-[0-9A-HJKMNP-TV-Z]{6}$/;
