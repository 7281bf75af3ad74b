import { addDays, type PlainDate } from "../law/calendar.ts";
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

/** The last of so many days of a request. */
const lastOf = ({ kind, receivedOn }: Pick<Case, "kind" | "receivedOn">, days: number): PlainDate =>
  addDays(receivedOn, days - (kindRow(kind).countsFirstDay ? 1 : 0));

/** The last day of its time; those of a 補正 do not count (法83条1項ただし書). */
export const decideBy = (request: Case, today: PlainDate): PlainDate => {
  const { days, extension } = kindRow(request.kind);
  const extended = happened(request, "extend") ? (extension ?? 0) : 0;
  return lastOf(request, days + extended + supplementDays(request.history, today));
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
