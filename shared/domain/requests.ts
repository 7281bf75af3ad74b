import { addDays, type PlainDate } from "../law/calendar.ts";
import { nextOfficeDay } from "../law/office-days.ts";
import { keysOf } from "./keys-of.ts";
import { kindRow, type RequestKind } from "./request-kinds.ts";

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
  "found-wrongful": { title: "不正の目的によるおそれが分かった", from: ["open"], to: null },
  decide: { title: "決定する", from: ["open"], to: "decided" },
  withdraw: { title: "取下げを受ける", from: ["open", "awaiting-supplement"], to: "withdrawn" },
} as const satisfies Record<
  string,
  { readonly title: string; readonly from: readonly RequestState[]; readonly to: RequestState | null }
>;
export type RequestStep = keyof typeof requestSteps;

/** What else is written into the history of a request: how it began, and what came of it. */
export const requestEvents = {
  received: "受け付けた",
  "output-asked": "開示の一式を申請した",
  "suspension-placed": "利用停止をかけた",
  "suspension-lifted": "利用停止を解いた",
  "correction-filed": "訂正の届出をした",
  "notices-prepared": "訂正の通知を用意した",
} as const satisfies Record<string, string>;
/** What came of a request. */
export type RequestFruit = Exclude<keyof typeof requestEvents, "received">;

/** What was done with a request, and when. Days in Japan. */
export interface HistoryStep {
  readonly step: RequestStep | keyof typeof requestEvents;
  readonly on: PlainDate;
}

interface Case {
  readonly kind: RequestKind;
  readonly state: RequestState;
  readonly receivedOn: PlainDate;
  /** Of what has to follow a disclosure: its day, as the requester says; null while nobody knows it. */
  readonly disclosedOn: PlainDate | null;
  /** Of an incident: whether it may have been done 不正の目的で. */
  readonly wrongful: boolean | null;
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

/** The last of so many days of a request. */
const lastOf = ({ kind, receivedOn }: Pick<Case, "kind" | "receivedOn">, days: number): PlainDate =>
  addDays(receivedOn, days - (kindRow(kind).countsFirstDay ? 1 : 0));

/** The last day of its time; those of a 補正 do not count (法83条1項ただし書). */
export const decideBy = (request: Case, today: PlainDate): PlainDate => {
  const { days, daysIfWrongful, extension } = kindRow(request.kind);
  const most = request.wrongful ? (daysIfWrongful ?? days) : days;
  const extended = happened(request, "extend") ? (extension ?? 0) : 0;
  return lastOf(request, most + extended + supplementDays(request.history, today));
};

/** The last day of the first word; null where none is asked for, or it has gone out. */
export const firstWordBy = (request: Case): PlainDate | null => {
  const { firstWord } = kindRow(request.kind);
  return firstWord === null || happened(request, "first-word") ? null : lastOf(request, firstWord);
};

/** What waits first for somebody: the day that is nearest, null for what is over. */
export const dueBy = (request: Case, today: PlainDate): PlainDate | null => {
  if (isOver(request)) return null;
  const [first, last] = [firstWordBy(request), decideBy(request, today)];
  return first !== null && first < last ? first : last;
};

/** Why a step cannot be taken now: a code of problems. */
export type StepRefusal = "request-over" | "step-not-now" | "step-not-of-kind" | "extended-before";

/** Steps that only some kinds know. */
const knows: Readonly<Partial<Record<RequestStep, (row: ReturnType<typeof kindRow>) => boolean>>> = {
  extend: ({ extension }) => extension !== null,
  "first-word": ({ firstWord }) => firstWord !== null,
  "found-wrongful": ({ daysIfWrongful }) => daysIfWrongful !== null,
};

export const stepRefusal = (request: Case, step: RequestStep): StepRefusal | null => {
  if (isOver(request)) return "request-over";
  if (knows[step]?.(kindRow(request.kind)) === false) return "step-not-of-kind";
  if (step === "extend" && happened(request, "extend")) return "extended-before";
  if (step === "first-word" && happened(request, "first-word")) return "step-not-now";
  if (step === "found-wrongful" && request.wrongful) return "step-not-now";
  const { from }: { readonly from: readonly RequestState[] } = requestSteps[step];
  return from.includes(request.state) ? null : "step-not-now";
};

/** What a step changes of a request beside its history. */
export const afterStep = ({ state, wrongful }: Pick<Case, "state" | "wrongful">, step: RequestStep) => ({
  state: requestSteps[step].to ?? state,
  wrongful: step === "found-wrongful" ? true : wrongful,
});

/** Whether a decision of that kind may have that outcome. */
export const isOutcome = (kind: RequestKind, outcome: string): boolean =>
  keysOf(kindRow(kind).outcomes).includes(outcome);

const grants = (kind: RequestKind, outcome: string): boolean => kindRow(kind).outcomes[outcome]?.grants ?? false;

/**
 * Made later than 90 days after the disclosure, its day not counted (個人情報保護法90条3項・98条3項); a last day on which the ward
 * is closed moves to the next on which it is open (地方自治法4条の2第4項). Nobody knowing the day, it counts as in time.
 */
export const isOutOfTime = ({ kind, receivedOn, disclosedOn }: Pick<Case, "kind" | "receivedOn" | "disclosedOn">) => {
  const { daysAfterDisclosure } = kindRow(kind);
  if (daysAfterDisclosure === null || disclosedOn === null) return false;
  return receivedOn > nextOfficeDay(addDays(disclosedOn, daysAfterDisclosure));
};

/** Why a request cannot be decided so: what comes too late is taken in, and cannot be granted. */
export const decisionRefusal = (
  request: Pick<Case, "kind" | "receivedOn" | "disclosedOn">,
  outcome: string,
): "outcome-of-another-kind" | "request-out-of-time" | null => {
  if (!isOutcome(request.kind, outcome)) return "outcome-of-another-kind";
  return grants(request.kind, outcome) && isOutOfTime(request) ? "request-out-of-time" : null;
};

/** Whether something may be done for a person because of a request: it is of that kind, and granted or may yet be. */
export const mayRestOn = (
  request: Pick<Case, "kind" | "state" | "receivedOn" | "disclosedOn"> & { readonly outcome: string | null },
  asked: RequestKind,
): boolean =>
  request.kind === asked &&
  request.state !== "withdrawn" &&
  !isOutOfTime(request) &&
  (request.outcome === null || grants(asked, request.outcome));
