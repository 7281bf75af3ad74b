import * as z from "zod";
import { documentNumberSchema } from "../domain/document-number.ts";
import { keysOf } from "../domain/keys-of.ts";
import { suspensionScopes } from "../domain/suspensions.ts";
import { atenaNumberSchema, plainDateSchema, requestIdSchema } from "../domain/values.ts";

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
