import { keysOf } from "./keys-of.ts";

/** How a case may end. `grants` where what was asked for is done, wholly or in part. */
export const requestOutcomes = {
  "disclosed-whole": { title: "全部開示", grants: true },
  "disclosed-part": { title: "部分開示", grants: true },
  "not-disclosed": { title: "不開示", grants: false },
  "existence-not-told": { title: "存否応答拒否", grants: false },
  "corrected-whole": { title: "訂正する(全部)", grants: true },
  "corrected-part": { title: "訂正する(一部)", grants: true },
  "not-corrected": { title: "訂正しない", grants: false },
  "suspended-whole": { title: "利用停止する(全部)", grants: true },
  "suspended-part": { title: "利用停止する(一部)", grants: true },
  "not-suspended": { title: "利用停止しない", grants: false },
  answered: { title: "回答済み", grants: true },
  reported: { title: "報告済み(確報)", grants: true },
  "not-reportable": { title: "報告対象外", grants: false },
  withdrawn: { title: "取下げ", grants: false },
} as const satisfies Record<string, { readonly title: string; readonly grants: boolean }>;
export type RequestOutcome = keyof typeof requestOutcomes;

/** Who asks (個人情報保護法76条2項、90条2項、98条2項). */
export const requesters = {
  self: "本人",
  "legal-representative": "法定代理人",
  proxy: "任意代理人",
} as const satisfies Record<string, string>;

/** Whom a 問合せ comes from. */
export const inquirers = {
  resident: "区民",
  "pension-service": "日本年金機構",
  department: "庁内のほかの課",
} as const satisfies Record<string, string>;

/** By what it is known beside its kind: `claim` of one person on file, `inquiry` about one or nobody, `incident` of many or none. */
type Shape = "claim" | "inquiry" | "incident";

interface KindFacts {
  readonly title: string;
  /** Articles, or that it is the ward's own rule. */
  readonly basis: string;
  readonly shape: Shape;
  /** Days until it is to be decided, answered or reported. */
  readonly days: number;
  /** Days in place of `days` for an incident that may have been done 不正の目的で. */
  readonly daysIfWrongful: number | null;
  /** Whether the day it came in is the first of the days. Where the law says nothing it is not (民法140条). */
  readonly countsFirstDay: boolean;
  /** Days until the first report (速報). */
  readonly interimDays: number | null;
  /** The most days it can be put off by, once; 0 where it cannot be. */
  readonly extendableBy: number;
  /** Days after the disclosure within which it has to be asked for. */
  readonly withinDays: number | null;
  readonly outcomes: readonly RequestOutcome[];
}

const claim = {
  shape: "claim",
  days: 30,
  daysIfWrongful: null,
  countsFirstDay: false,
  interimDays: null,
  extendableBy: 30,
} as const;

/** Every kind of case of the register. What may be done with one, until when, and how it may end follows from here. */
export const requestKinds = {
  disclosure: {
    ...claim,
    title: "開示請求",
    basis: "個人情報保護法76条・83条",
    withinDays: null,
    outcomes: ["disclosed-whole", "disclosed-part", "not-disclosed", "existence-not-told", "withdrawn"],
  },
  correction: {
    ...claim,
    title: "訂正請求",
    basis: "個人情報保護法90条・94条",
    withinDays: 90,
    outcomes: ["corrected-whole", "corrected-part", "not-corrected", "withdrawn"],
  },
  suspension: {
    ...claim,
    title: "利用停止請求",
    basis: "個人情報保護法98条・102条",
    withinDays: 90,
    outcomes: ["suspended-whole", "suspended-part", "not-suspended", "withdrawn"],
  },
  /** No law sets its days: 14 are the ward's own rule. */
  inquiry: {
    title: "問合せ",
    basis: "区の定め",
    shape: "inquiry",
    days: 14,
    daysIfWrongful: null,
    countsFirstDay: false,
    interimDays: null,
    extendableBy: 0,
    withinDays: null,
    outcomes: ["answered", "withdrawn"],
  },
  /** The law's 速やかに is three days here, the shorter end of the three to five of the guideline; the day it became known counts. */
  incident: {
    title: "事故(漏えい等)",
    basis: "個人情報保護法68条、番号法29条の4",
    shape: "incident",
    days: 30,
    daysIfWrongful: 60,
    countsFirstDay: true,
    interimDays: 3,
    extendableBy: 0,
    withinDays: null,
    outcomes: ["reported", "not-reportable"],
  },
} as const satisfies Record<string, KindFacts>;
export type RequestKind = keyof typeof requestKinds;

type OfShape<Of extends Shape> = {
  [Kind in RequestKind]: (typeof requestKinds)[Kind]["shape"] extends Of ? Kind : never;
}[RequestKind];

export const kindsOfShape = <Of extends Shape>(shape: Of): readonly OfShape<Of>[] =>
  keysOf(requestKinds).filter((kind): kind is OfShape<Of> => requestKinds[kind].shape === shape);

/** What is known of a kind, for whoever asks of any. */
export const factsOfKind = (kind: RequestKind): KindFacts => requestKinds[kind];

/** Why more days are needed (個人情報保護法83条2項「事務処理上の困難その他正当な理由」). */
export const extensionReasons = {
  "many-records": "対象となる記録が多い",
  "third-party": "第三者の意見を聴いている",
  "other-body": "ほかの機関に照会している",
  "hard-to-judge": "判断に時間を要する",
} as const satisfies Record<string, string>;
export type ExtensionReason = keyof typeof extensionReasons;
