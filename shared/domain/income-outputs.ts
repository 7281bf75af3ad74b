import { kindNames } from "../law/exemption-decision.ts";
import { unidentifiedReasons } from "./income-record.ts";

/** What 所得情報 is put out for. */
export const incomeOutputKinds = {
  "request-answer": "所得情報提供依頼への回答",
  continuation: "継続審査のための所得情報",
  encouragement: "免除勧奨の対象者",
} as const satisfies Record<string, string>;
export type IncomeOutputKind = keyof typeof incomeOutputKinds;

/** 未特定理由 of an answer: those of the income itself, and what only the search for the person can tell. */
export const unansweredReasons = {
  ...unidentifiedReasons,
  "birth-date-differs": "番号の人はいるが、生年月日が依頼と違う",
  "number-differs": "基礎年金番号の人の個人番号が依頼と違う",
  "several-people": "同じ番号の人が複数あり、決められない",
  "unreadable-line": "依頼の行を読めない",
} as const satisfies Record<string, string>;
export type UnansweredReason = keyof typeof unansweredReasons;

/** What became of a person or a line, by count; the words are for 年金担当. */
export const incomeOutcomes = {
  answered: "所得情報を書いた",
  ...unansweredReasons,
  /** 継続審査. */
  "hardship-not-continued": "失業・災害などの特例による承認なので、新しい申請が要る",
  "wish-withdrawn": "継続審査を希望しない",
  "not-yet-decided": "日本年金機構の処理結果がまだない",
  "no-exemption-to-continue": "前の免除年度の6月に、承認された全額免除・納付猶予がない",
  "no-longer-category-1": "7月に第1号被保険者でない",
  /** 免除勧奨. */
  ...({
    full: `${kindNames.full}の見込み`,
    deferment: `${kindNames.deferment}の見込み`,
    "three-quarters": `${kindNames["three-quarters"]}の見込み`,
    half: `${kindNames.half}の見込み`,
    quarter: `${kindNames.quarter}の見込み`,
  } as const satisfies Record<keyof typeof kindNames, string>),
  "over-thresholds": "所得がどの基準も超える",
  "income-unknown": "所得が分からず判定できない",
  "nothing-to-apply-for": "申請できる月がない(第1号でない、免除・猶予がある、申請済み、または未納の月でない)",
  "use-suspended": "利用の停止により載せない",
  "address-protected": "支援措置を受けているので一覧に載せない",
  "no-address": "住所の記録がなく、通知を送れない",
  "not-on-file": "国民年金ファイルに記録がない",
  "other-year": "依頼の行の免除年度が違う",
  "repeated-line": "同じ基礎年金番号の行が前にある",
} as const satisfies Record<string, string>;
export type IncomeOutcome = keyof typeof incomeOutcomes;
