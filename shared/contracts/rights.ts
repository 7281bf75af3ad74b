import * as z from "zod";
import { departments, linkedSystems } from "../domain/departments.ts";
import { keysOf } from "../domain/keys-of.ts";
import { endCauses, leavingCauses, officerIdSchema } from "../domain/right-events.ts";
import { roles } from "../domain/roles.ts";
import { atenaNumberSchema, kanaSchema, plainDateSchema } from "../domain/values.ts";

/** Departments whose 所属長 can be named by configuration. */
const withHeads = ["pension", "district-office", "information-policy"] as const;

export const firstHeadsSchema = z.array(z.strictObject({ officer: officerIdSchema, department: z.enum(withHeads) }));
/** As it is written in the parameters of an environment. */
export type FirstHeads = readonly Readonly<z.input<typeof firstHeadsSchema>[number]>[];

/** The ledger of rights is no place for anybody's number: as long a run of digits as any of them is refused. */
const reason = z
  .string()
  .min(1, "理由を入力してください")
  .max(100, "100文字以内で入力してください")
  .refine((text) => text.isWellFormed() && !/\p{Cc}/u.test(text), "文字として正しくない並びがあります")
  .refine(
    (text) => !/\d{10}/.test(text.normalize("NFKC").replace(/[\s\-‐–—−]/g, "")),
    "理由に番号を書かないでください",
  );

const department = z.enum(keysOf(departments), "所属を選んでください");

/** `requestRight`: days are JST, both inclusive. `temporary` is the reason of a right for a while; left out for a lasting one. */
export const rightRequest = z.strictObject({
  // The id becomes a key of the stores: a number of somebody typed into the wrong field must not.
  officer: officerIdSchema
    .refine((id) => !/^\d{10,}$/.test(id), "職員IDを入力してください(番号は入れられません)")
    .describe("権限を受ける職員ID(連携システムはクライアントID)"),
  duty: z.enum(keysOf(roles), "職務を選んでください"),
  department,
  system: z.enum(keysOf(linkedSystems), "連携システムを選んでください").nullable().default(null),
  from: plainDateSchema.describe("始めの日。今日から3か月先まで"),
  until: plainDateSchema.describe("終わりの日。3年度目の末日まで、臨時は3か月まで"),
  temporary: reason.nullable().default(null).describe("臨時の権限の理由。恒常の権限では省く"),
});

/** `decideRight`. */
export const rightDecision = z.discriminatedUnion(
  "decision",
  [z.strictObject({ decision: z.literal("approve") }), z.strictObject({ decision: z.literal("refuse"), reason })],
  "approve(承認)かrefuse(却下)を選んでください",
);

/** `confirmRight`: nothing but the wish. */
export const rightConfirmation = z.strictObject({});

/** `endRight`. */
export const rightEnding = z.strictObject({ cause: z.enum(keysOf(endCauses), "終わる理由を選んでください") });

/** `endOfficer`. */
export const officerEnding = z.strictObject({ cause: z.enum(leavingCauses, "異動か退職を選んでください") });

/** `identifyOfficer`: what of it is kept is a pseudonym. */
export const officerIdentity = z
  .strictObject({ atenaNumber: atenaNumberSchema.optional(), surnameKana: kanaSchema.optional() })
  .refine((told) => Object.values(told).some((value) => value !== undefined), {
    message: "宛名番号か姓のカナを入力してください",
  });

/** `listRights`: all departments that the caller may see unless one is named. */
export const rightsQuery = z.strictObject({
  department: department.optional(),
  review: z.literal("due", "due(点検の済んでいないもの)だけ指定できます").optional(),
});
