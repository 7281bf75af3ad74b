import * as z from "zod";
import { correctionStates } from "../domain/correction-states.ts";
import { type CorrectionId, correctionIdPattern } from "../domain/ids.ts";
import { incomeYearSchema } from "../domain/income-record.ts";
import { type IncomeFieldName, incomeFields } from "../domain/income-row.ts";
import { keysOf } from "../domain/keys-of.ts";
import { atenaNumberSchema, remarkSchema } from "../domain/values.ts";

/** The columns of a file of 所得情報, in the order in which its header must name them. */
export const incomeColumns = keysOf<IncomeFieldName>(incomeFields);

/** At most this many in one request. */
const mostIncomes = 200;

/** `takeIncomes`. Each row is judged by itself, so that one bad row keeps none of the others out. */
export const incomesRequest = z.strictObject({
  incomes: z
    .array(z.unknown())
    .min(1, "所得情報を1件以上送ってください")
    .max(mostIncomes, `一度に送れる所得情報は${mostIncomes}件までです`),
});

/** What became of a row. */
export const incomeStates = {
  recorded: "記録した",
  corrected: "前の内容に替えて記録した",
  quarantined: "受け取らなかった",
} as const satisfies Record<string, string>;
export type IncomeState = keyof typeof incomeStates;

/** Why a row is not taken. Nothing of it is kept but where it stood and this. */
export const incomeQuarantine = {
  "malformed-row": "項目が約束と違い、読めません",
  duplicate: "同じ人・同じ年の、内容の違う行が前にあります",
  "unknown-person": "国民年金ファイルに記録のない宛名番号です",
  future: "所得の年がまだ終わっていません",
  "beyond-assessment": "評価書の記録項目にない項目(世帯主の配偶・扶養数)が入っています",
} as const satisfies Record<string, string>;
export type IncomeQuarantine = keyof typeof incomeQuarantine;

const yearText = z
  .string("年を指定してください")
  .regex(/^\d{4}$/, "年を西暦4桁で指定してください")
  .transform(Number)
  .pipe(incomeYearSchema);

/** `showIncome`. */
export const incomeQuery = z.strictObject({ year: yearText });

/** `referIncome`: one person and one year, asked of the ward's tax system. */
export const referenceRequest = z.strictObject({ atenaNumber: atenaNumberSchema, year: incomeYearSchema });

/** `listIncomeCorrections`. */
export const correctionsQuery = z.strictObject({
  state: z.enum(keysOf(correctionStates), "状態を確かめてください"),
  after: z
    .string()
    .regex(correctionIdPattern, "更正番号の形が違います")
    .transform((value) => value as CorrectionId)
    .optional(),
  limit: z
    .string()
    .regex(/^\d{1,3}$/, "1から100の数で指定してください")
    .transform(Number)
    .pipe(z.int().min(1).max(100))
    .default(50),
});

/** `decideIncomeCorrection`: what a clerk makes of it. Nothing changes in the ledger by this alone. */
export const correctionDecisionRequest = z.strictObject({
  decision: z.enum(["keep", "refile"], "keep(そのまま)かrefile(補正・再申請)を選んでください"),
  note: remarkSchema.min(1, "見直した結果を入力してください"),
});
