import * as z from "zod";
import { keysOf } from "./keys-of.ts";

/** 受給年金種別: the rights that 受給年金受給者情報 keeps. */
export const pensionKinds = {
  "old-age": "老齢基礎年金",
  disability: "障害基礎年金",
  "disability-before-20": "障害基礎年金(20歳前傷病)",
  survivor: "遺族基礎年金",
  widow: "寡婦年金",
  "death-lump-sum": "死亡一時金",
  "old-age-welfare": "老齢福祉年金",
} as const satisfies Record<string, string>;
export type PensionKind = keyof typeof pensionKinds;

/** Every right that a recipient can have; 特別障害給付金 has a register of its own. */
export const benefitKinds = {
  ...pensionKinds,
  "special-disability": "特別障害給付金",
} as const satisfies Record<string, string>;
export type BenefitKind = keyof typeof benefitKinds;

/** Rights that the income of the recipient may suspend, looked at anew each October (法36条の3ほか). */
export const incomeLimitedKinds = [
  "disability-before-20",
  "special-disability",
  "old-age-welfare",
] as const satisfies readonly BenefitKind[];
export const isIncomeLimited = (kind: BenefitKind): boolean =>
  (incomeLimitedKinds as readonly BenefitKind[]).includes(kind);

/** 受給年金制度. */
export const schemes = { national: "国民年金", employees: "厚生年金", mutual: "共済" } as const satisfies Record<
  string,
  string
>;

/** 支給停止区分. `none`: the suspension that was recorded before is over. */
export const suspensionTypes = {
  none: "支給停止なし",
  "income-half": "所得による2分の1停止",
  "income-all": "所得による全額停止",
  "other-pension": "ほかの年金の選択",
  "workers-compensation": "労働基準法の障害補償",
  "moved-abroad": "国内に住所がない",
  detained: "刑事施設等への拘禁",
  "below-grade": "障害等級に該当しない",
  "certificate-overdue": "届出がないことによる差止め",
} as const satisfies Record<string, string>;
export type SuspensionType = keyof typeof suspensionTypes;

/** 失権区分. */
export const forfeitures = {
  death: "死亡",
  "below-grade-at-65": "3級に該当しないまま65歳(かつ3年)",
  remarriage: "婚姻",
  adoption: "直系血族・直系姻族以外の養子",
  "no-child": "加算の対象となる子がいなくなった",
  "child-grown": "子が18歳に達する日以後の最初の3月31日(障害のある子は20歳)",
  "age-65": "65歳到達(寡婦年金)",
  "early-old-age": "老齢基礎年金の繰上げ(寡婦年金)",
  "paid-once": "一時金の支給",
} as const satisfies Record<string, string>;

/** 事後請求の別: by which way 障害基礎年金 is claimed. */
export const disabilityClaims = {
  "at-certification": "障害認定日による請求",
  "worsened-later": "事後重症による請求",
  "first-second-grade": "初めて2級による請求",
} as const satisfies Record<string, string>;

/** 診断書コード: the printed forms of the medical certificate (様式第120号). */
export const certificateForms = {
  "120-1": "眼の障害",
  "120-2": "聴覚・鼻腔機能・平衡感覚・そしゃく・嚥下・言語機能の障害",
  "120-3": "肢体の障害",
  "120-4": "精神の障害",
  "120-5": "呼吸器疾患の障害",
  "120-6-1": "循環器疾患の障害",
  "120-6-2": "腎疾患・肝疾患・糖尿病の障害",
  "120-7": "血液・造血器・その他の障害",
} as const satisfies Record<string, string>;

/** 障害認定: for a term, after which a certificate is due, or for good. */
export const determinations = { term: "有期認定", permanent: "永久認定" } as const satisfies Record<string, string>;

/** 受給選択区分 (併給調整). */
export const choices = { chosen: "この年金を選択", "not-chosen": "ほかの年金を選択" } as const satisfies Record<
  string,
  string
>;

/** 他年金受給区分. */
export const otherPensions = {
  none: "受けていない",
  "old-age": "老齢給付",
  disability: "障害給付",
  survivor: "遺族給付",
  "workers-compensation": "労働者災害補償",
} as const satisfies Record<string, string>;

/** What befell a right, one line of its history each. */
export const recipientChanges = {
  claimed: "請求",
  awarded: "裁定(支給の決定)",
  "revision-claimed": "額改定の請求",
  revised: "額の改定",
  /** 厚生労働大臣の診査: the grade stays, and with it the amount. */
  examined: "障害の程度の診査",
  "state-reported": "障害状態確認届(診断書)の提出",
  "income-reported": "所得状況届の提出",
  "addition-started": "加算の対象となる子の増加の届出",
  "addition-ended": "加算の対象となる子の減少の届出",
  suspended: "支給停止",
  resumed: "支給停止の解除",
  "suspension-reported": "支給停止事由の届出",
  "account-changed": "支払金融機関の変更",
  "facts-reported": "氏名・住所の変更の届出",
  "certificate-asked": "年金証書の再交付の申請",
  "support-claimed": "年金生活者支援給付金の請求",
  "death-reported": "受給権者の死亡の届出",
  "unpaid-claimed": "未支給(未払)の請求",
  ended: "失権",
} as const satisfies Record<string, string>;
export type RecipientChange = keyof typeof recipientChanges;

const oneOf = <Key extends string>(table: Record<Key, unknown>) =>
  z.enum(keysOf(table), "用意された区分から選んでください");

export const pensionKindSchema = oneOf(pensionKinds);
export const schemeSchema = oneOf(schemes);
export const suspensionTypeSchema = oneOf(suspensionTypes);
export const forfeitureSchema = oneOf(forfeitures);
export const disabilityClaimSchema = oneOf(disabilityClaims);
export const certificateFormSchema = oneOf(certificateForms);
export const determinationSchema = oneOf(determinations);
export const choiceSchema = oneOf(choices);
export const otherPensionSchema = oneOf(otherPensions);
export const recipientChangeSchema = oneOf(recipientChanges);
