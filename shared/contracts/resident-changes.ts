import * as z from "zod";
import { counters, documents, identityDocuments } from "../domain/filing.ts";
import { keysOf } from "../domain/keys-of.ts";
import { type ChangeFieldName, changeFields } from "../domain/resident-change-row.ts";
import { basicPensionNumberSchema, remarkSchema } from "../domain/values.ts";

/** The columns of a file of 異動, in the order in which its header must name them. */
export const changeColumns = keysOf<ChangeFieldName>(changeFields);

/** At most this many 異動 in one request. */
export const mostChanges = 200;

/** `takeChanges`. Each row is judged by itself, so that one bad row keeps none of the others out. */
export const changesRequest = z.strictObject({
  changes: z
    .array(z.unknown())
    .min(1, "異動を1件以上送ってください")
    .max(mostChanges, `一度に送れる異動は${mostChanges}件までです`),
});

/** 異動の状態. */
export const changeStates = {
  recorded: "記録した",
  proposed: "届出の案がある(確認待ち)",
  quarantined: "保留",
  confirmed: "届出として受け付けた",
  dismissed: "取り上げなかった",
} as const satisfies Record<string, string>;
export type ChangeState = keyof typeof changeStates;

/** A change as the paths name it: its 異動番号, with a mark behind it for a second content of the same number. */
export const changeNamePattern = /^[\w~-]{1,64}$/;

/** `listChanges`. */
export const changesQuery = z.strictObject({
  state: z.enum(keysOf(changeStates), "状態を確かめてください"),
  after: z.string().regex(changeNamePattern, "異動番号の形が違います").optional(),
  limit: z
    .string()
    .regex(/^\d{1,3}$/, "1から100の数で指定してください")
    .transform(Number)
    .pipe(z.int().min(1).max(100))
    .default(50),
});

/** What a clerk adds to a proposed 届出: nothing of it comes from 住民記録. */
const additions = z.strictObject({
  counter: z.enum(keysOf(counters), "用意された区分から選んでください").optional(),
  identityDocument: z.enum(keysOf(identityDocuments), "用意された区分から選んでください").optional(),
  documents: z
    .array(z.enum(keysOf(documents), "用意された区分から選んでください"))
    .max(20)
    .optional(),
  basicPensionNumber: basicPensionNumberSchema.optional(),
});
export type FilingAdditions = z.infer<typeof additions>;

/** `decideChange`. */
export const changeDecisionRequest = z.discriminatedUnion(
  "decision",
  [
    z.strictObject({ decision: z.literal("confirm"), note: remarkSchema.default(""), filing: additions.optional() }),
    z.strictObject({ decision: z.literal("dismiss"), note: remarkSchema.min(1, "取り上げない理由を入力してください") }),
  ],
  "confirm(確認)かdismiss(取り上げない)を選んでください",
);
