import * as z from "zod";
import { nonDisclosureReasons } from "../domain/disclosure.ts";
import { type ExtractCondition, fitsItem } from "../domain/extract-conditions.ts";
import { extractItems } from "../domain/extract-items.ts";
import { formSensitiveItems } from "../domain/form-items.ts";
import { keysOf } from "../domain/keys-of.ts";
import { outputPurposes } from "../domain/output-purposes.ts";
import { isRecordItem, type RecordItemId } from "../domain/record-items.ts";
import { filingIdSchema, plainDateSchema, requestIdSchema } from "../domain/values.ts";
import { addDays, type PlainDate } from "../law/calendar.ts";
import { listTitles } from "./lists.ts";

/** `O20261126-7K3M9Q`: the day it was asked for and six letters drawn at random. */
export const outputIdPattern = /^O\d{8}-[0-9A-HJKMNP-TV-Z]{6}$/;

/** Rows of a list that a screen shows; more go out as an output. */
export const listLimit = 50;

const mostDays = 366;
/** Days of the trail that an export without an officer and without a subject may span. */
const mostDaysOfAll = 31;
const mostFilings = 500;

const within =
  (days: number) =>
  ({ from, to }: { readonly from: PlainDate; readonly to: PlainDate }) =>
    from <= to && addDays(from, days) >= to;
const period = { from: plainDateSchema, to: plainDateSchema };

const listSpec = z
  .strictObject({ name: z.enum(keysOf(listTitles), "一覧表の名前を確かめてください"), ...period })
  .refine(within(mostDays), {
    message: "期間は1年分まで、始めの日から終わりの日までで指定してください",
    path: ["from"],
  });

const itemId = z.enum(keysOf(extractItems), "出力できる項目の一覧から選んでください");
const value = z.string().max(40);

const condition = z
  .discriminatedUnion(
    "op",
    [
      z.strictObject({ item: itemId, op: z.literal(["equals", "before", "after"]), value }),
      z.strictObject({ item: itemId, op: z.literal("between"), value: z.tuple([value, value]) }),
      z.strictObject({ item: itemId, op: z.literal("one-of"), value: z.array(value).min(1).max(50) }),
      z.strictObject({ item: itemId, op: z.literal(["present", "absent"]) }),
    ],
    "条件の種類を確かめてください",
  )
  .refine((asked) => fitsItem(asked as ExtractCondition), {
    message: "この項目はその条件では比べられません(日付・年月・区分に合う値を指定してください)",
  });

const extractSpec = z.strictObject({
  columns: z
    .array(itemId)
    .min(1, "項目を一つ以上選んでください")
    .max(40)
    .refine((columns) => new Set(columns).size === columns.length, "同じ項目が二度あります"),
  conditions: z.array(condition).max(10),
  asOf: plainDateSchema.describe("資格・免除の状態を見る日"),
});

/** 個人番号 and 要配慮 items to be printed; left out, they stay blank. */
const withItems = z
  .array(z.enum(keysOf(formSensitiveItems), "帳票に載る項目から選んでください"))
  .max(20)
  .default([]);

const formsSpec = z
  .strictObject({
    filingIds: z
      .array(filingIdSchema)
      .min(1, "受付番号を一つ以上指定してください")
      .max(mostFilings, `一度に${mostFilings}件までです`)
      .refine((ids) => new Set(ids).size === ids.length, "同じ受付番号が二度あります")
      .optional(),
    filedOn: plainDateSchema.describe("受付日。申請までに受け付けた届出").optional(),
    with: withItems,
  })
  .refine(({ filingIds, filedOn }) => (filingIds === undefined) !== (filedOn === undefined), {
    message: "受付番号(filingIds)か受付日(filedOn)の、どちらか一つを指定してください",
  });

const trailSpec = z
  .strictObject({
    officer: z
      .string()
      .regex(/^[\w.@:-]{1,64}$/, "職員IDの形が違います")
      .optional(),
    subject: z
      .string()
      .regex(/^[\w-]{27}$/, "仮名の形が違います")
      .optional(),
    ...period,
  })
  .refine((asked) => within(asked.officer || asked.subject ? mostDays : mostDaysOfAll - 1)(asked), {
    message: "期間は31日まで(職員または人を指定するときは1年まで)です",
    path: ["from"],
  });

/** What the officer leaves out besides what is always left out: a record of the package, or one field of it. */
const withheld = z.strictObject({
  record: z.string().regex(/^[a-z-]+:[\w:.#/~-]{1,120}$/, "記録の名前の形が違います"),
  field: z
    .string()
    .regex(/^[\w.[\]-]{1,120}$/, "項目の名前の形が違います")
    .optional()
    .describe("この項目とその下だけを伏せる。なければ記録の全体"),
  reason: z.enum(keysOf(nonDisclosureReasons), "不開示の理由の符号を確かめてください"),
});

const disclosureSpec = z.strictObject({
  requestId: requestIdSchema.describe("開示請求の番号"),
  withheld: z
    .array(withheld)
    .max(200, "200件までです")
    .default([])
    .refine(
      (all) => new Set(all.map(({ record, field }) => `${record} ${field}`)).size === all.length,
      "同じ記録の同じ項目が二度あります",
    ),
});

/** Words that stand in the trail of an output for years: no number of anybody may hide in them. */
const words = (most: number) =>
  z
    .string()
    .max(most, `${most}文字以内で入力してください`)
    .refine((text) => text.isWellFormed(), "文字として正しくない並びがあります")
    .refine(
      (text) => !/\d{10,}/.test(text.normalize("NFKC").replaceAll(/[\s-]/g, "")),
      "個人を特定する番号を書かないでください",
    );

const asked = {
  purpose: z.enum(keysOf(outputPurposes), "出力の目的を選んでください"),
  reason: words(500).min(1, "出力が要る理由を入力してください"),
  instructionNumber: words(40).optional().describe("作業指示・依頼文書の番号"),
};

/** What is put out, kind by kind. Nothing of it names anybody: conditions go by dates and codes alone. */
export const outputSpecs = {
  list: listSpec,
  extract: extractSpec,
  forms: formsSpec,
  trail: trailSpec,
  disclosure: disclosureSpec,
} as const;

const kinds = [
  z.strictObject({ kind: z.literal("list"), spec: listSpec, ...asked }),
  z.strictObject({ kind: z.literal("extract"), spec: extractSpec, ...asked }),
  z.strictObject({ kind: z.literal("forms"), spec: formsSpec, ...asked }),
  z.strictObject({ kind: z.literal("trail"), spec: trailSpec, ...asked }),
  z.strictObject({ kind: z.literal("disclosure"), spec: disclosureSpec, ...asked }),
] as const;

/** `requestOutput`. */
export const outputRequest = z.discriminatedUnion("kind", kinds, "出力の種類を確かめてください");
export type OutputRequest = z.infer<typeof outputRequest>;
/** A kind with its own spec. */
export type Asked = OutputRequest extends infer Each
  ? Each extends { kind: infer Kind; spec: infer Spec }
    ? { readonly kind: Kind; readonly spec: Spec }
    : never
  : never;

const recordItem = z
  .string()
  .refine(isRecordItem, "記録項目の名前ではありません")
  .transform((id) => id as RecordItemId);

/** `decideOutput`: an approval names each 個人番号 and 要配慮 item that goes out by it. */
export const outputDecision = z.discriminatedUnion(
  "decision",
  [
    z.strictObject({
      decision: z.literal("approve"),
      reason: words(500).default(""),
      names: z.array(recordItem).max(40).default([]).describe("この承認で出してよい個人番号・要配慮の項目"),
    }),
    z.strictObject({ decision: z.literal("refuse"), reason: words(500).min(1, "承認しない理由を入力してください") }),
  ],
  "approve(承認)かrefuse(不承認)を選んでください",
);

/** `produceOutput`: goes on with what was approved, or takes back what nobody has decided on yet. */
export const productionRequest = z.strictObject({ withdraw: z.boolean().default(false) });
