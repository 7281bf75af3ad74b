import type { PlainDate } from "../law/calendar.ts";
import type { Category } from "../law/qualification.ts";
import type { QualificationPeriod } from "./ledger.ts";
import type { EventOf } from "./ledger-events.ts";

/** 一括処理: what nobody files and the system finds by itself. */
export const batchKinds = {
  "age-20": "20歳到達者",
  "age-60": "60歳到達者と任意加入の満了者",
  "health-insurance-loss": "国保喪失者のうち種別変更の届出がない人",
  unenrolled: "職権適用の候補者",
} as const satisfies Record<string, string>;
export type BatchKind = keyof typeof batchKinds;

interface OutcomeText {
  /** Japanese, for 年金担当; never repeats personal data. */
  readonly reason: string;
  readonly article?: string;
}

/** What a batch did for a person, and why. */
export const batchOutcomes = {
  "await-ex-officio": {
    reason: "届出は不要です。日本年金機構の職権適用を待ちます",
    article: "国民年金法施行規則1条の4第1項ただし書",
  },
  "already-enrolled": { reason: "20歳到達の日より後まで続く資格の記録があります" },
  deceased: { reason: "死亡により資格を喪失しています" },
  "lost-age-60": {
    reason: "60歳到達により第1号の資格喪失を記録しました。届出は不要です",
    article: "国民年金法9条3号・同施行規則3条かっこ書",
  },
  "lost-age-65": {
    reason: "65歳到達により任意加入の資格喪失を記録しました",
    article: "国民年金法附則5条5項1号",
  },
  "lost-age-70": {
    reason: "70歳到達により特例任意加入の資格喪失を記録しました",
    article: "平成16年改正法附則23条",
  },
  "lost-full-months": {
    reason:
      "480月に達する見込みの日になったため任意加入の資格喪失を記録しました。納付の状況を年金事務所に確かめてください",
    article: "国民年金法附則5条5項4号",
  },
  "already-lost": { reason: "この日までに資格喪失が記録されています" },
  "category-2-continues": {
    reason: "第2号被保険者です。60歳を過ぎても続くため記録は変えません",
    article: "国民年金法9条3号かっこ書",
  },
  "category-3-left": { reason: "第3号被保険者です。資格喪失は日本年金機構が処理するため記録は変えません" },
  "voluntary-continues": { reason: "任意加入中です。満了の日まで続くため記録は変えません" },
  "not-enrolled": { reason: "この日に国民年金の資格の記録がありません" },
  "change-to-category-2": {
    reason: "国保を喪失した後も第1号のままです。厚生年金への加入を本人または年金事務所に確かめてください",
    article: "国民年金法7条1項2号",
  },
  "filing-in-progress": { reason: "受付中または補正待ちの届出があります" },
  "category-2-already": { reason: "国保喪失の日にはすでに第2号被保険者です" },
  "category-3-already": { reason: "国保喪失の日にはすでに第3号被保険者です" },
  "voluntary-member": { reason: "任意加入被保険者です。種別変更の対象ではありません" },
  "changed-since": { reason: "国保喪失の日より後に第1号が終わったことが記録されています" },
  "not-on-file": { reason: "この宛名番号の人は国民年金ファイルにありません" },
  "never-enrolled": {
    reason: "20歳以上60歳未満で、資格の記録が一度もありません",
    article: "国民年金法7条1項1号・105条",
  },
  "unenrolled-since-loss": {
    reason: "20歳以上60歳未満で、資格を喪失した後の記録がありません",
    article: "国民年金法7条1項1号・105条",
  },
} as const satisfies Record<string, OutcomeText>;
export type BatchOutcome = keyof typeof batchOutcomes;

/** What a batch makes of one person. */
export interface Finding {
  readonly outcome: BatchOutcome;
  /** The day it is about: 到達日, 満了日, 国保喪失日, or since when unenrolled. */
  readonly on: PlainDate;
  readonly category: Category | null;
  /** Why the last period ended, where it did. */
  readonly cause: QualificationPeriod["untilCause"];
  /** What has to be recorded in the ledger. */
  readonly events: readonly EventOf<"lost">[];
}

export const finding = (
  outcome: BatchOutcome,
  on: PlainDate,
  period?: QualificationPeriod,
  events: readonly EventOf<"lost">[] = [],
): Finding => ({ outcome, on, category: period?.category ?? null, cause: period?.untilCause ?? null, events });
