import * as z from "zod";
import type { Parent } from "../law/childcare-exemption.ts";
import type { Relief } from "../law/relief-priority.ts";
import { keysOf } from "./keys-of.ts";

/** 免除種別 (別添1 の「免除種別」). 産前産後 and 育児 have items of their own. */
export const exemptionTypes = {
  statutory: "法定免除",
  full: "全額免除",
  deferment: "納付猶予",
  "student-deferment": "学生納付特例",
  "three-quarters": "4分の3免除",
  half: "半額免除",
  quarter: "4分の1免除",
} as const satisfies Record<Exclude<Relief, "maternity" | "childcare">, string>;
export type ExemptionType = keyof typeof exemptionTypes;

export const reliefLabels = {
  maternity: "産前産後免除",
  childcare: "育児期間免除",
  ...exemptionTypes,
} as const satisfies Record<Relief, string>;

/** 免除理由. What opens an exemption besides the income alone; 別添1 has no item for each, so they are values of 免除理由. */
export const exemptionReasons = {
  income: "所得が基準以下",
  unemployment: "失業・倒産・事業の廃止・休業",
  disaster: "災害",
  aid: "生活扶助以外の扶助",
  "foreigner-protection": "外国人の生活保護",
  "special-disability-benefit": "特別障害給付金の受給",
  "domestic-violence": "配偶者からの暴力",
  "disability-pension": "障害年金1級・2級の受給権",
  "livelihood-aid": "生活扶助(ハンセン病援護を含む)",
  facility: "国立療養所等への入所",
} as const satisfies Record<string, string>;
export type ExemptionReason = keyof typeof exemptionReasons;

/** Why an exemption came to its end before its time. */
export const exemptionEnds = {
  "disability-pension-ended": "障害年金の受給権を失った、または3級以下で3年を過ぎた",
  "livelihood-aid-ended": "生活扶助の廃止",
  "left-facility": "国立療養所等からの退所",
  "no-longer-student": "学生でなくなった",
  cancelled: "取消しの申請",
} as const satisfies Record<string, string>;

/** The 免除理由 that came to its end, of 法定免除; null where the exemption ends whatever it was granted for. */
export const endedReasons = {
  "disability-pension-ended": "disability-pension",
  "livelihood-aid-ended": "livelihood-aid",
  "left-facility": "facility",
  "no-longer-student": null,
  cancelled: null,
} as const satisfies Record<keyof typeof exemptionEnds, ExemptionReason | null>;

/** 産前産後免除種別. */
export const maternityTypes = { single: "単胎", multiple: "多胎" } as const satisfies Record<string, string>;

/** Who raises the child. */
export const parents = { mother: "実母", father: "実父", adoptive: "養父母" } as const satisfies Record<Parent, string>;

/** Why 育児期間免除 ended before its time. */
export const childcareEnds = {
  "relation-ended": "親子関係の終了",
  "living-apart": "子との別居",
  "child-died": "子の死亡",
} as const satisfies Record<string, string>;
export type ChildcareEnd = keyof typeof childcareEnds;

const oneOf = <Key extends string>(table: Record<Key, unknown>) =>
  z.enum(keysOf(table), "用意された区分から選んでください");

export const exemptionTypeSchema = oneOf(exemptionTypes);
export const exemptionReasonSchema = oneOf(exemptionReasons);
export const exemptionEndSchema = oneOf(exemptionEnds);
export const maternityTypeSchema = oneOf(maternityTypes);
export const parentSchema = oneOf(parents);
export const childcareEndSchema = oneOf(childcareEnds);
