import * as z from "zod";
import { counters } from "../domain/filing.ts";
import { filingStatuses } from "../domain/filing-status.ts";
import { keysOf } from "../domain/keys-of.ts";
import {
  basicPensionNumberSchema,
  filingIdSchema,
  individualNumberSchema,
  instantSchema,
  nameSchema,
  plainDateSchema,
  plainMonthSchema,
  remarkSchema,
} from "../domain/values.ts";
import { flowIds } from "../flows/catalogue.ts";
import { addDays } from "../law/calendar.ts";

/**
 * What a caller sends, for every operation but the taking in of a 届出, whose schema is its flow's own `request`.
 * Messages never repeat the value.
 */
const note = remarkSchema.min(1, "理由を入力してください");

/** `actOnFiling`: a step with a 届出. */
export const actionRequest = z.discriminatedUnion(
  "action",
  [
    z.strictObject({ action: z.literal("accept") }),
    z.strictObject({ action: z.literal("return-for-correction"), note }),
    /** Parsed by the flow of the filing. */
    z.strictObject({
      action: z.literal("correct"),
      filing: z.unknown().describe("補正した届出の全体。受け付けたときと同じ形"),
    }),
    z.strictObject({ action: z.literal("examine") }),
    z.strictObject({ action: z.literal("withdraw"), note }),
    z.strictObject({ action: z.literal("close") }),
  ],
  "処理の名前を確かめてください",
);
export type ActionRequest = z.infer<typeof actionRequest>;

/** The register can be read a year and a day at a time. */
const mostDays = 366;

/** `listFilings`: which part of 受付処理簿. */
export const registerQuery = z
  .strictObject({
    from: plainDateSchema.optional(),
    to: plainDateSchema.optional(),
    flow: z.enum(flowIds).optional(),
    status: z.enum(keysOf(filingStatuses)).optional(),
    counter: z.enum(keysOf(counters)).optional(),
    limit: z
      .string()
      .regex(/^\d{1,3}$/, "1から200の数で指定してください")
      .transform(Number)
      .pipe(z.int().min(1).max(200))
      .default(50),
    after: filingIdSchema.optional(),
  })
  .refine(({ from, to }) => !from || !to || from <= to, { message: "始めの日が終わりの日より後です", path: ["from"] })
  .refine(({ from, to }) => !from || !to || addDays(from, mostDays) >= to, {
    message: "一度に見られるのは1年分までです",
    path: ["from"],
  });

/** Header `Kokunen-Purpose`: why a person's record is looked at, kept in the access trail. 評価書 III-3 その他のリスク1. */
export const purposes = {
  "counter-inquiry": "窓口・電話での照会",
  filing: "届出の受付・審査",
  "jps-inquiry": "日本年金機構からの照会",
  correction: "記録の訂正",
  "protected-address": "支援措置を受ける人の住所の確認",
  "individual-number": "個人番号の確認・照合",
  medical: "傷病名など要配慮の項目の確認",
} as const satisfies Record<string, string>;

/** `searchPeople`. */
export const searchRequest = z
  .strictObject({
    basicPensionNumber: basicPensionNumberSchema.optional(),
    individualNumber: individualNumberSchema.optional(),
    nameKana: nameSchema.optional(),
    birthDate: plainDateSchema.optional(),
  })
  .refine((terms) => Object.values(terms).some((term) => term !== undefined), {
    message: "基礎年金番号・個人番号・氏名かな・生年月日のどれかを入力してください",
  });
export type SearchTerms = z.infer<typeof searchRequest>;

/** `showLedger`: the periods on `asOf`, as they were known on `knownOn`. */
export const ledgerQuery = z.strictObject({ asOf: plainDateSchema.optional(), knownOn: plainDateSchema.optional() });

/** `showMonths`: without `from` the last twelve months. */
export const monthsQuery = z
  .strictObject({ from: plainMonthSchema.optional(), until: plainMonthSchema.optional() })
  .refine(({ from, until }) => !from || !until || from <= until, {
    message: "始めの月が終わりの月より後です",
    path: ["from"],
  });

/** `startRun`: only what was 審査済 by `cutoff`. */
export const startRunRequest = z.strictObject({ cutoff: instantSchema.optional() });

/** `decideRun`. */
export const decisionRequest = z.discriminatedUnion(
  "decision",
  [
    z.strictObject({ decision: z.literal("approve"), reason: remarkSchema.default("") }),
    z.strictObject({ decision: z.literal("refuse"), reason: remarkSchema.min(1, "差し戻す理由を入力してください") }),
  ],
  "approve(承認)かrefuse(差し戻し)を選んでください",
);

/** `importResults`: the file as it came from 日本年金機構. */
export const importRequest = z.strictObject({ contentBase64: z.base64("Base64で送ってください") });
