import * as z from "zod";
import type { Category } from "../law/qualification.ts";
import { keysOf } from "./keys-of.ts";

/** 種別. */
export const categories = {
  "1": "第1号被保険者",
  "2": "第2号被保険者",
  "3": "第3号被保険者",
  voluntary: "任意加入被保険者",
  "special-voluntary": "特例任意加入被保険者",
} as const satisfies Record<Category, string>;

/** 資格取得・種別変更の事由. */
export const acquisitionCauses = {
  "turned-20": "20歳到達",
  "new-law": "昭和61年4月の新法施行",
  "moved-into-japan": "国外からの転入",
  "exclusion-ended": "適用除外に該当しなくなった",
  "left-employees-pension": "厚生年金の資格喪失(退職など)",
  "joined-employees-pension": "厚生年金の資格取得",
  "became-dependent-spouse": "第2号被保険者の被扶養配偶者になった",
  "spouse-left-employment": "配偶者の退職",
  "spouse-turned-65": "配偶者の65歳到達",
  divorced: "離婚",
  "income-increased": "収入の増加",
  "spouse-died": "配偶者の死亡",
  "applied-domestic-60": "任意加入の申出(国内・60歳以上65歳未満)",
  "applied-domestic-20": "任意加入の申出(国内・老齢給付を受けられる60歳未満)",
  "applied-abroad": "任意加入の申出(在外の日本人)",
  "applied-special": "特例任意加入の申出",
} as const satisfies Record<string, string>;
export type AcquisitionCause = keyof typeof acquisitionCauses;

/** 資格喪失の原因. */
export const lossCauses = {
  "moved-abroad": "国外への転出",
  "old-age-benefit": "老齢給付の受給権を得た",
  excluded: "適用除外に該当した",
  death: "死亡",
  "age-60": "60歳到達",
  "age-65": "65歳到達",
  "age-70": "70歳到達",
  "left-employees-pension": "厚生年金の資格喪失(60歳以後)",
  withdrew: "任意加入の喪失の申出",
  "nationality-lost": "日本国籍の喪失",
  "full-months": "納付した月数が480月に達した",
} as const satisfies Record<string, string>;

/** 付加保険料の終わりの事由. */
export const additionalPremiumEnds = {
  withdrew: "辞退の申出",
  "joined-fund": "国民年金基金への加入(辞退の申出とみなす)",
  "left-farmers-pension": "農業者年金の被保険者でなくなった",
} as const satisfies Record<string, string>;

/** 付加種別. */
export const additionalPremiumTypes = { applied: "申出", farmer: "農業者年金の被保険者" } as const satisfies Record<
  string,
  string
>;

/** Why an earlier entry no longer counts. */
export const voidReasons = {
  withdrawn: "取下げ",
  "under-correction": "補正",
  returned: "返戻",
  rejected: "却下",
  amended: "訂正",
  decided: "日本年金機構の決定による置換え",
} as const satisfies Record<string, string>;

const oneOf = <Key extends string>(table: Record<Key, unknown>) =>
  z.enum(keysOf(table), "用意された区分から選んでください");

export const categorySchema = oneOf(categories);
export const acquisitionCauseSchema = oneOf(acquisitionCauses);
export const lossCauseSchema = oneOf(lossCauses);
export const additionalPremiumEndSchema = oneOf(additionalPremiumEnds);
export const additionalPremiumTypeSchema = oneOf(additionalPremiumTypes);
export const voidReasonSchema = oneOf(voidReasons);
