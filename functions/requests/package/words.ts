import { changeStates } from "../../../shared/contracts/resident-changes.ts";
import { reportKinds } from "../../../shared/documents/report.ts";
import { outcomeLabels } from "../../../shared/domain/assessed-spans.ts";
import { batchOutcomes } from "../../../shared/domain/batch-kinds.ts";
import {
  benefitKinds,
  certificateForms,
  choices,
  determinations,
  disabilityClaims,
  forfeitures,
  otherPensions,
  recipientChanges,
  schemes,
  suspensionTypes,
} from "../../../shared/domain/benefits.ts";
import {
  acquisitionCauses,
  additionalPremiumEnds,
  additionalPremiumTypes,
  categories,
  lossCauses,
  voidReasons,
} from "../../../shared/domain/causes.ts";
import { correctionStates } from "../../../shared/domain/correction-states.ts";
import { channels, counters, documents, filers, identityDocuments } from "../../../shared/domain/filing.ts";
import { filingStatuses, transitions } from "../../../shared/domain/filing-status.ts";
import {
  circumstanceCodes,
  exemptionCriteria,
  unidentifiedReasons,
  yesNoCriteria,
} from "../../../shared/domain/income-record.ts";
import type { LedgerEntry, LedgerEvent } from "../../../shared/domain/ledger-events.ts";
import { recordItems } from "../../../shared/domain/record-items.ts";
import {
  childcareEnds,
  exemptionEnds,
  exemptionReasons,
  exemptionTypes,
  maternityTypes,
  parents,
} from "../../../shared/domain/reliefs.ts";
import { identityProofs, requesters, requestKinds } from "../../../shared/domain/request-kinds.ts";
import { requestEvents, requestStates, requestSteps } from "../../../shared/domain/requests.ts";
import { quarantineReasons } from "../../../shared/domain/resident-change.ts";
import { changeKinds } from "../../../shared/domain/resident-change-row.ts";
import { suspensionScopes } from "../../../shared/domain/suspensions.ts";
import { flowIds, flows } from "../../../shared/flows/catalogue.ts";
import { mismatches, resultLabels } from "../../../shared/stores/imports.ts";
import { noticeWays } from "../../../shared/stores/notices.ts";
import { reasonLabel } from "../../lists/reason-labels.ts";
import type { Leaf } from "./leaves.ts";

type Words = Readonly<Record<string, string>>;

const events = {
  registered: "人の登録",
  "facts-changed": "宛名情報・番号の変更",
  acquired: "資格取得",
  "category-changed": "種別変更",
  lost: "資格喪失",
  "turn-corrected": "職権訂正",
  "additional-premium-started": "付加保険料の始まり",
  "additional-premium-ended": "付加保険料の終わり",
  "address-protected": "支援措置",
  "exemption-applied": "免除・猶予・学特の申請",
  exempted: "免除・猶予・学特",
  "exemption-ended": "免除・猶予・学特の終わり",
  "payment-chosen": "納付申出",
  "payment-choice-ended": "納付申出の終わり",
  "continuation-wished": "継続審査の申出",
  "maternity-exempted": "産前産後免除",
  "childcare-exempted": "育児期間免除",
  "childcare-ended": "育児期間免除の終わり",
  "late-payment-applied": "追納の申込み",
  requested: "書類の請求",
  "recipient-recorded": "給付の受給権の記録",
  confirmed: "日本年金機構の結果による確定",
  voided: "記録の取消し",
} as const satisfies Record<LedgerEvent["kind"], string>;

const sources = {
  filing: "届出",
  result: "処理結果一覧",
  jps: "日本年金機構の決定",
  "resident-record": "住民記録の異動",
  batch: "一括処理",
  takeover: "移行した記録",
} as const satisfies Record<LedgerEntry["source"]["kind"], string>;

const mapped = <Each>(table: Readonly<Record<string, Each>>, word: (each: Each) => string): Words =>
  Object.fromEntries(Object.entries(table).map(([code, each]) => [code, word(each)]));

/** Tables of codes with what a person reads for them. The first that knows every code a field may have is the field's. */
const tables: readonly Words[] = [
  counters,
  channels,
  filers,
  identityDocuments,
  documents,
  { male: "男性", female: "女性" },
  categories,
  acquisitionCauses,
  { ...lossCauses, "category-changed": "種別変更" },
  additionalPremiumEnds,
  additionalPremiumTypes,
  benefitKinds,
  recipientChanges,
  suspensionTypes,
  forfeitures,
  disabilityClaims,
  certificateForms,
  determinations,
  choices,
  otherPensions,
  schemes,
  voidReasons,
  exemptionTypes,
  exemptionReasons,
  exemptionEnds,
  maternityTypes,
  parents,
  childcareEnds,
  { ...filingStatuses },
  { receive: "受付", ...mapped(transitions, ({ title }) => title) },
  Object.fromEntries(flowIds.map((flow) => [flow, flows[flow].title])),
  mapped(batchOutcomes, ({ reason }) => reason),
  mapped(changeKinds, ({ ja }) => ja),
  mapped(reportKinds, ({ title }) => title),
  changeStates,
  mapped(quarantineReasons, String),
  correctionStates,
  circumstanceCodes,
  unidentifiedReasons,
  exemptionCriteria,
  yesNoCriteria,
  { present: "有", absent: "無" },
  { applicant: "本人", spouse: "配偶者", head: "世帯主" },
  outcomeLabels,
  { met: "満たす", unmet: "満たさない", unknown: "分からない" },
  { "before-deductions": "控除前", "after-deductions": "控除後" },
  {
    full: "全額免除",
    "three-quarters": "4分の3免除",
    half: "半額免除",
    quarter: "4分の1免除",
    student: "学生納付特例",
    "special-circumstances": "特例の事由",
  },
  { exists: "該当の有無", insured: "本人", spouse: "配偶者", head: "世帯主", unidentifiedReason: "未特定理由" },
  { self: "本人", other: "本人以外" },
  { due: "出産予定日", delivered: "出産日" },
  { acquired: "資格取得", "category-changed": "種別変更", lost: "資格喪失" },
  { "number-notice": "基礎年金番号通知書" },
  suspensionScopes,
  noticeWays,
  mapped(requestKinds, ({ title }) => title),
  { ...requestStates },
  { ...mapped(requestSteps, ({ title }) => title), ...requestEvents },
  requesters,
  identityProofs,
  { ...resultLabels, unmatched: "どの届出にも合わない" },
  { unexamined: "審査待ち", ready: "次の進達を待つ", claimed: "進達の中", stopped: "止まった" },
  {
    included: "進達に入れた",
    stopped: "止まった",
    released: "進達した",
    "put-back": "戻した",
    settled: "結果が届いた",
  },
  { transfer1: "戸籍住民課", transfer2: "国民健康保険" },
];

/** 請求等への答え. They are kept as text, since which there are depends on the kind. */
const answers: Words = Object.assign(
  {},
  ...Object.values(requestKinds).map(({ outcomes }) => mapped(outcomes, ({ title }) => title)),
);

/** Codes that stand in several tables, by where they stand. */
const byPlace: readonly (readonly [path: RegExp, words: Words])[] = [
  [/^source\.kind$/, sources],
  [/^events\[\d+\]\.kind$/, events],
  [/^(history\[\d+\]\.)?outcome$/, answers],
];

const tableFor = (codes: readonly string[]): Words | undefined =>
  codes.length === 0 ? undefined : tables.find((table) => codes.every((code) => Object.hasOwn(table, code)));

/** Whether every code that a field may have has a word. */
export const hasWords = (codes: readonly string[]): boolean => codes.length === 0 || tableFor(codes) !== undefined;

const itemLabels: Readonly<Record<string, { readonly ja: string }>> = recordItems;

/** A value as a person reads it; empty for none. */
export const wordOf = ({ path, name, value, codes }: Pick<Leaf, "path" | "name" | "value" | "codes">): string => {
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "はい" : "いいえ";
  const text = String(value);
  if (name === "codes") return reasonLabel(text);
  if (name === "items") return itemLabels[text]?.ja ?? text;
  if (name === "reason" && Object.hasOwn(mismatches, text)) return mismatches[text as keyof typeof mismatches];
  const words =
    byPlace.find(([place, ofPlace]) => place.test(path) && Object.hasOwn(ofPlace, text))?.[1] ?? tableFor(codes);
  return words?.[text] ?? text;
};
