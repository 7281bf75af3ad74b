import { addDays, type PlainDate } from "../law/calendar.ts";
import { keysOf } from "./keys-of.ts";

/**
 * 請求等: 開示・訂正・利用停止の請求、問合せ、事故。One row for each kind; what may be asked, by when it has to be decided and how it
 * may end follows from it. 個人情報の保護に関する法律 (以下「法」)76条〜102条・68条, 番号法 29条の4・30条. Readings and their 確度:
 * docs/law.md.
 */
interface KindRow {
  readonly title: string;
  readonly law: string;
  /** Whether it is made by or for one person, whose identity is looked at. */
  readonly ofPerson: boolean;
  /** Days from the day after receipt within which it is decided; those of 補正 do not count. */
  readonly days: number;
  /** Days by which the time may be extended, once; null where the law has none. */
  readonly extension: number | null;
  /** Days within which a first word has to go out (速報); null where none is asked for. */
  readonly firstWord: number | null;
  /** Whether it has to follow a disclosure within 90 days (法90条3項・98条3項). */
  readonly afterDisclosure: boolean;
  readonly outcomes: Readonly<Record<string, string>>;
}

export const requestKinds = {
  disclosure: {
    title: "開示請求",
    law: "法76条・83条",
    ofPerson: true,
    days: 30,
    extension: 30,
    firstWord: null,
    afterDisclosure: false,
    outcomes: {
      "disclosed-whole": "全部を開示する",
      "disclosed-part": "一部を開示する",
      "not-disclosed": "開示しない",
      "existence-not-told": "存否を明らかにしない",
    },
  },
  correction: {
    title: "訂正請求",
    law: "法90条・94条",
    ofPerson: true,
    days: 30,
    extension: 30,
    firstWord: null,
    afterDisclosure: true,
    outcomes: {
      "corrected-whole": "全部を訂正する",
      "corrected-part": "一部を訂正する",
      "not-corrected": "訂正しない",
    },
  },
  suspension: {
    title: "利用停止請求",
    law: "法98条・102条",
    ofPerson: true,
    days: 30,
    extension: 30,
    firstWord: null,
    afterDisclosure: true,
    outcomes: {
      "suspended-whole": "全部の利用を停止する",
      "suspended-part": "一部の利用を停止する",
      "not-suspended": "利用を停止しない",
    },
  },
  inquiry: {
    title: "問合せ",
    law: "区の定め",
    ofPerson: false,
    days: 14,
    extension: null,
    firstWord: null,
    afterDisclosure: false,
    outcomes: { answered: "回答した", "passed-on": "担当の課に引き継いだ" },
  },
  incident: {
    title: "事故(漏えい等)",
    law: "法68条、番号法29条の4",
    ofPerson: false,
    days: 30,
    extension: null,
    firstWord: 5,
    afterDisclosure: false,
    outcomes: { reported: "個人情報保護委員会へ確報した", "not-reportable": "報告の対象ではない" },
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

export const requestStates = {
  open: "対応中",
  "awaiting-supplement": "補正待ち",
  decided: "決定済み",
  withdrawn: "取下げ",
} as const satisfies Record<string, string>;
export type RequestState = keyof typeof requestStates;

/** 段階: what may be done with a request in which states, and where it then stands. */
export const requestSteps = {
  "ask-supplement": { title: "補正を求める", from: ["open"], to: "awaiting-supplement" },
  supplemented: { title: "補正された", from: ["awaiting-supplement"], to: "open" },
  extend: { title: "期限を延ばす", from: ["open", "awaiting-supplement"], to: null },
  "first-word": { title: "速報した", from: ["open"], to: null },
  decide: { title: "決定する", from: ["open"], to: "decided" },
  withdraw: { title: "取下げを受ける", from: ["open", "awaiting-supplement"], to: "withdrawn" },
} as const satisfies Record<
  string,
  { readonly title: string; readonly from: readonly RequestState[]; readonly to: RequestState | null }
>;
export type RequestStep = keyof typeof requestSteps;

/** What was done with a request, and when. Days in Japan. */
export interface HistoryStep {
  readonly step: RequestStep | "received" | "linked";
  readonly on: PlainDate;
}

interface Case {
  readonly kind: RequestKind;
  readonly state: RequestState;
  readonly receivedOn: PlainDate;
  readonly history: readonly HistoryStep[];
}

export const isOver = ({ state }: Pick<Case, "state">): boolean => state === "decided" || state === "withdrawn";

const dayNumber = (day: PlainDate): number => Date.parse(day) / 86_400_000;
const daysFrom = (from: PlainDate, until: PlainDate): number => dayNumber(until) - dayNumber(from);

/** Days that a 補正 took; one that is waited for runs until `today`. */
const supplementDays = (history: readonly HistoryStep[], today: PlainDate): number => {
  let days = 0;
  let since: PlainDate | null = null;
  for (const { step, on } of history) {
    if (step === "ask-supplement") since = on;
    if (since !== null && (step === "supplemented" || step === "withdraw")) {
      days += daysFrom(since, on);
      since = null;
    }
  }
  return since === null ? days : days + Math.max(0, daysFrom(since, today));
};

const happened = ({ history }: Pick<Case, "history">, wanted: RequestStep): boolean =>
  history.some(({ step }) => step === wanted);

/** The last day of its time: the day of receipt does not count (民法140条), nor do those of 補正 (法83条1項ただし書). */
export const decideBy = (request: Case, today: PlainDate): PlainDate => {
  const { days, extension } = kindRow(request.kind);
  const extended = happened(request, "extend") ? (extension ?? 0) : 0;
  return addDays(request.receivedOn, days + extended + supplementDays(request.history, today));
};

/** The last day of the first word; null where none is asked for, or it has gone out. */
export const firstWordBy = (request: Case): PlainDate | null => {
  const { firstWord } = kindRow(request.kind);
  return firstWord === null || happened(request, "first-word") ? null : addDays(request.receivedOn, firstWord);
};

/** What waits first for somebody: the day that is nearest, null for what is over. */
export const dueBy = (request: Case, today: PlainDate): PlainDate | null => {
  if (isOver(request)) return null;
  const [first, last] = [firstWordBy(request), decideBy(request, today)];
  return first !== null && first < last ? first : last;
};

/** Why a step cannot be taken now: a code of problems. */
export type StepRefusal = "request-over" | "step-not-now" | "step-not-of-kind" | "extended-before";

export const stepRefusal = (request: Case, step: RequestStep): StepRefusal | null => {
  if (isOver(request)) return "request-over";
  const { extension, firstWord } = kindRow(request.kind);
  if ((step === "extend" && extension === null) || (step === "first-word" && firstWord === null))
    return "step-not-of-kind";
  if (step === "extend" && happened(request, "extend")) return "extended-before";
  if (step === "first-word" && happened(request, "first-word")) return "step-not-now";
  const { from }: { readonly from: readonly RequestState[] } = requestSteps[step];
  return from.includes(request.state) ? null : "step-not-now";
};

export const stateAfterStep = ({ state }: Pick<Case, "state">, step: RequestStep): RequestState =>
  requestSteps[step].to ?? state;

/** Whether a decision of that kind may have that outcome. */
export const isOutcome = (kind: RequestKind, outcome: string): boolean =>
  keysOf(kindRow(kind).outcomes).includes(outcome);

/** A 訂正請求・利用停止請求 comes within 90 days of the disclosure, its day not counted. */
export const isInTime = (disclosedOn: PlainDate, receivedOn: PlainDate): boolean =>
  disclosedOn <= receivedOn && receivedOn <= addDays(disclosedOn, 90);
