import * as z from "zod";
import { departments, linkedSystems } from "./departments.ts";
import {
  type OfficerId,
  officerIdPattern,
  type RightId,
  type RightRequestId,
  rightIdPattern,
  rightRequestIdPattern,
} from "./ids.ts";
import { keysOf } from "./keys-of.ts";
import { roles } from "./roles.ts";
import { instantSchema, plainDateSchema } from "./values.ts";

export const officerIdSchema = z
  .string()
  .regex(officerIdPattern, "職員IDは英数字と . _ @ - の64文字以内です")
  .transform((value) => value as OfficerId);

const rightIdSchema = z
  .string()
  .regex(rightIdPattern)
  .transform((value) => value as RightId);
const requestIdSchema = z
  .string()
  .regex(rightRequestIdPattern)
  .transform((value) => value as RightRequestId);

/** Why a right ends before its last day. */
export const endCauses = {
  transfer: "異動",
  leaving: "退職",
  "no-longer-needed": "担当でなくなった",
  withdrawn: "取消し",
} as const satisfies Record<string, string>;
export type EndCause = keyof typeof endCauses;

/** Why somebody leaves their department, and with it every right. */
export const leavingCauses = ["transfer", "leaving"] as const satisfies readonly EndCause[];

/** What a right is to: a duty in a department, from one day to another (JST, both inclusive). */
export const grantSchema = z.strictObject({
  duty: z.enum(keysOf(roles)),
  department: z.enum(keysOf(departments)),
  /** Which system, where the duty is that of a 連携システム. */
  system: z.enum(keysOf(linkedSystems)).nullable(),
  from: plainDateSchema,
  until: plainDateSchema,
  /** Why it is needed for a while only (臨時の権限); null for a lasting one. */
  temporary: z.string().nullable(),
});
export type Grant = z.infer<typeof grantSchema>;

/** What can happen to the rights of one officer. 評価書 III-3 リスク2 ①〜④: 付与・変更・廃止は所属長の決定による. */
export const rightEvent = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("requested"), requestId: requestIdSchema, grant: grantSchema }),
  z.strictObject({ kind: z.literal("approved"), requestId: requestIdSchema, rightId: rightIdSchema }),
  z.strictObject({ kind: z.literal("refused"), requestId: requestIdSchema, reason: z.string() }),
  z.strictObject({ kind: z.literal("confirmed"), rightId: rightIdSchema }),
  z.strictObject({ kind: z.literal("ended"), rightId: rightIdSchema, cause: z.enum(keysOf(endCauses)) }),
  /** All rights at once, and whatever was still asked for. */
  z.strictObject({ kind: z.literal("left"), cause: z.enum(leavingCauses) }),
  /** Pseudonyms by which the report sees views of the officer's own record and of namesakes; nothing that can be read. */
  z.strictObject({ kind: z.literal("identified"), subject: z.string().nullable(), surname: z.string().nullable() }),
]);
export type RightEvent = z.infer<typeof rightEvent>;

/** One entry of an officer's ledger; never changed or removed. */
export const rightEntry = z.strictObject({
  id: z.string().regex(/^\d{6}$/),
  at: instantSchema,
  by: officerIdSchema,
  event: rightEvent,
});
export type RightEntry = z.infer<typeof rightEntry>;
