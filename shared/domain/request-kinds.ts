/**
 * 請求等: 開示・訂正・利用停止の請求、問合せ、事故。One row for each kind; what may be asked, by when it has to be decided and how it
 * may end follows from it. 個人情報の保護に関する法律 (以下「法」)76条〜102条・68条, 番号法 29条の4・30条. Readings and their 確度:
 * docs/law.md.
 */
interface Outcome {
  readonly title: string;
  /** Whether what was asked for is done, wholly or in part. */
  readonly grants: boolean;
}

interface KindRow {
  readonly title: string;
  readonly law: string;
  /** Whether it is made by or for one person, whose identity is looked at. */
  readonly ofPerson: boolean;
  /** Days within which it is decided; those of 補正 do not count. */
  readonly days: number;
  /** Days in place of `days` for an incident that may have been done 不正の目的で; null where that makes no difference. */
  readonly daysIfWrongful: number | null;
  /** Whether the day of receipt is the first of them (事故: the day it became known), or the day after (民法140条). */
  readonly countsFirstDay: boolean;
  /** Days by which the time may be extended, once; null where the law has none. */
  readonly extension: number | null;
  /** Days within which a first word has to go out (速報); null where none is asked for. */
  readonly firstWord: number | null;
  /** Days after a disclosure within which it has to be made (法90条3項・98条3項); null where it follows none. */
  readonly daysAfterDisclosure: number | null;
  readonly outcomes: Readonly<Record<string, Outcome>>;
}

/** 法83条・94条・102条 say the same of all three. */
const claim = {
  ofPerson: true,
  days: 30,
  daysIfWrongful: null,
  countsFirstDay: false,
  extension: 30,
  firstWord: null,
} as const;

const granted = (title: string): Outcome => ({ title, grants: true });
const denied = (title: string): Outcome => ({ title, grants: false });

export const requestKinds = {
  disclosure: {
    title: "開示請求",
    law: "法76条・83条",
    ...claim,
    daysAfterDisclosure: null,
    outcomes: {
      "disclosed-whole": granted("全部を開示する"),
      "disclosed-part": granted("一部を開示する"),
      "not-disclosed": denied("開示しない"),
      "existence-not-told": denied("存否を明らかにしない"),
    },
  },
  correction: {
    title: "訂正請求",
    law: "法90条・94条",
    ...claim,
    daysAfterDisclosure: 90,
    outcomes: {
      "corrected-whole": granted("全部を訂正する"),
      "corrected-part": granted("一部を訂正する"),
      "not-corrected": denied("訂正しない"),
    },
  },
  suspension: {
    title: "利用停止請求",
    law: "法98条・102条",
    ...claim,
    daysAfterDisclosure: 90,
    outcomes: {
      "suspended-whole": granted("全部の利用を停止する"),
      "suspended-part": granted("一部の利用を停止する"),
      "not-suspended": denied("利用を停止しない"),
    },
  },
  inquiry: {
    title: "問合せ",
    law: "区の定め",
    ofPerson: false,
    days: 14,
    daysIfWrongful: null,
    countsFirstDay: false,
    extension: null,
    firstWord: null,
    daysAfterDisclosure: null,
    outcomes: { answered: granted("回答した"), "passed-on": granted("担当の課に引き継いだ") },
  },
  incident: {
    title: "事故(漏えい等)",
    law: "法68条、番号法29条の4",
    ofPerson: false,
    days: 30,
    daysIfWrongful: 60,
    countsFirstDay: true,
    extension: null,
    firstWord: 3,
    daysAfterDisclosure: null,
    outcomes: { reported: granted("個人情報保護委員会へ確報した"), "not-reportable": denied("報告の対象ではない") },
  },
} as const satisfies Record<string, KindRow>;
export type RequestKind = keyof typeof requestKinds;
export const kindRow = (kind: RequestKind): KindRow => requestKinds[kind];

/** Who asks, and by what it was seen that they may (法77条2項). */
export const requesters = {
  self: "本人",
  "legal-representative": "法定代理人",
  "appointed-representative": "任意代理人",
} as const satisfies Record<string, string>;

export const identityProofs = {
  "individual-number-card": "個人番号カード",
  "driving-licence": "運転免許証",
  passport: "旅券",
  "residence-card": "在留カード・特別永住者証明書",
  "two-documents": "そのほかの書類二点",
} as const satisfies Record<string, string>;
