import { addDays, daysBetween, type PlainDate } from "../law/calendar.ts";
import { nextOfficeDay } from "../law/office-days.ts";
import {
  type ExtensionReason,
  factsOfKind,
  type RequestKind,
  type RequestOutcome,
  requestOutcomes,
} from "./request-kinds.ts";

export const requestStates = {
  received: "受付",
  "awaiting-correction": "補正待ち",
  examining: "審査中・対応中",
  decided: "決定",
  closed: "終わり",
  withdrawn: "取下げ",
} as const satisfies Record<string, string>;
export type RequestState = keyof typeof requestStates;

interface Step {
  readonly title: string;
  readonly from: readonly RequestState[];
  readonly to: RequestState;
}

const underWay = ["received", "examining"] as const;

/** What staff do with a case. Which of them a kind knows: {@link stepsOf}. */
export const requestSteps = {
  examine: { title: "審査・対応を始める", from: ["received"], to: "examining" },
  "ask-correction": { title: "補正を求める", from: underWay, to: "awaiting-correction" },
  corrected: { title: "補正された", from: ["awaiting-correction"], to: "examining" },
  extend: { title: "期限を延長する", from: underWay, to: "examining" },
  "tell-interim": { title: "速報した", from: underWay, to: "examining" },
  decide: { title: "決定する", from: [...underWay, "awaiting-correction"], to: "decided" },
  withdraw: { title: "取下げ", from: [...underWay, "awaiting-correction"], to: "withdrawn" },
  close: { title: "終える", from: ["decided"], to: "closed" },
} as const satisfies Record<string, Step>;
export type RequestStep = keyof typeof requestSteps;

/** What else is written into the history of a case. */
export const requestEvents = {
  receive: "受付",
  "suspension-placed": "利用停止をかけた",
  "notices-prepared": "訂正の通知を用意した",
} as const satisfies Record<string, string>;

const table: Record<RequestStep, Step> = requestSteps;

const isOver = (state: RequestState): boolean => state === "closed" || state === "withdrawn";

const knows: Partial<Record<RequestStep, (kind: RequestKind) => boolean>> = {
  "ask-correction": (kind) => factsOfKind(kind).shape === "claim",
  corrected: (kind) => factsOfKind(kind).shape === "claim",
  extend: (kind) => factsOfKind(kind).extendableBy > 0,
  "tell-interim": (kind) => factsOfKind(kind).interimDays !== null,
  withdraw: (kind) => factsOfKind(kind).outcomes.includes("withdrawn"),
};

/** Whether a kind of case ever takes that step. */
export const stepsOf = (kind: RequestKind, step: RequestStep): boolean => knows[step]?.(kind) ?? true;

/** A case as far as its days and its states go. */
export interface RequestCase {
  readonly kind: RequestKind;
  readonly state: RequestState;
  /** 請求のあった日; of an incident the day it became known. */
  readonly receivedOn: PlainDate;
  /** Of an incident: whether it may have been done 不正の目的で. */
  readonly wrongful: boolean;
  /** 開示を受けた日, as the requester says. */
  readonly disclosedOn: PlainDate | null;
  /** The day on which 補正 was asked for; null while none is awaited. */
  readonly askedOn: PlainDate | null;
  /** 補正に要した日数 so far: days that the law does not count. */
  readonly stoppedDays: number;
  readonly extendedBy: number;
  /** The day of the first report (速報). */
  readonly interimOn: PlainDate | null;
  readonly outcome: RequestOutcome | null;
}

/** The last day to decide, answer or report in full, as it stands; of a case that awaits 補正, as if it came in on `askedOn`. */
export const decideBy = ({ kind, receivedOn, wrongful, stoppedDays, extendedBy }: RequestCase): PlainDate => {
  const { days, daysIfWrongful, countsFirstDay } = factsOfKind(kind);
  const most = (wrongful ? daysIfWrongful : null) ?? days;
  return addDays(receivedOn, most - (countsFirstDay ? 1 : 0) + stoppedDays + extendedBy);
};

/** The last day of the first report; null for what knows none. */
export const interimBy = ({ kind, receivedOn }: RequestCase): PlainDate | null => {
  const { interimDays, countsFirstDay } = factsOfKind(kind);
  return interimDays === null ? null : addDays(receivedOn, interimDays - (countsFirstDay ? 1 : 0));
};

/** The day by which something is to be done next; null while the clock stands still and when nothing is. */
export const dueNext = (found: RequestCase): PlainDate | null => {
  if (found.state !== "received" && found.state !== "examining") return null;
  return found.interimOn === null ? (interimBy(found) ?? decideBy(found)) : decideBy(found);
};

export const isOverdue = (found: RequestCase, day: PlainDate): boolean => {
  const due = dueNext(found);
  return due !== null && due < day;
};

export const isOpen = ({ state }: RequestCase): boolean => !isOver(state);

/**
 * Asked for later than 90日 after the disclosure (個人情報保護法90条3項、98条3項); a last day on which the ward is closed moves to
 * the next (地方自治法4条の2第4項). Unknown counts as in time.
 */
export const isOutOfTime = ({ kind, receivedOn, disclosedOn }: RequestCase): boolean => {
  const { withinDays } = factsOfKind(kind);
  return withinDays !== null && disclosedOn !== null && receivedOn > nextOfficeDay(addDays(disclosedOn, withinDays));
};

/** What a step says beside its name. */
export type StepTaken =
  | { readonly action: "examine" | "ask-correction" | "corrected" | "tell-interim" | "withdraw" | "close" }
  | { readonly action: "extend"; readonly days: number; readonly reason: ExtensionReason }
  | { readonly action: "decide"; readonly outcome: RequestOutcome };

export type StepFault = "transition-refused" | "extension-refused" | "outcome-refused" | "request-out-of-time";

const decisionFault = (found: RequestCase, outcome: RequestOutcome): StepFault | null => {
  const { grants } = requestOutcomes[outcome];
  if (outcome === "withdrawn" || !factsOfKind(found.kind).outcomes.includes(outcome)) return "outcome-refused";
  // What was never 補正 cannot be granted as it is.
  if (grants && found.state === "awaiting-correction") return "outcome-refused";
  return grants && isOutOfTime(found) ? "request-out-of-time" : null;
};

/** Why a step cannot be taken on that day; null where it can. */
export const stepFault = (found: RequestCase, taken: StepTaken, day: PlainDate): StepFault | null => {
  if (!stepsOf(found.kind, taken.action) || !table[taken.action].from.includes(found.state))
    return "transition-refused";
  switch (taken.action) {
    case "decide":
      return decisionFault(found, taken.outcome);
    case "extend":
      return found.extendedBy > 0 || taken.days > factsOfKind(found.kind).extendableBy || day > decideBy(found)
        ? "extension-refused"
        : null;
    case "tell-interim":
      return found.interimOn === null ? null : "transition-refused";
    default:
      return null;
  }
};

/** The case after a step that {@link stepFault} finds nothing against. */
export const afterStep = <Case extends RequestCase>(found: Case, taken: StepTaken, day: PlainDate): Case => {
  const next = { ...found, state: table[taken.action].to };
  switch (taken.action) {
    case "ask-correction":
      return { ...next, askedOn: day };
    case "corrected":
      return { ...next, askedOn: null, stoppedDays: found.stoppedDays + daysBetween(found.askedOn ?? day, day) };
    case "extend":
      return { ...next, extendedBy: taken.days };
    case "tell-interim":
      return { ...next, interimOn: day };
    case "decide":
      return { ...next, outcome: taken.outcome };
    case "withdraw":
      return { ...next, outcome: "withdrawn" };
    default:
      return next;
  }
};

/** Whether something may be done for a person because of a case: it is of that kind, and granted or still looked into. */
export const mayRestOn = ({ kind, state, outcome }: RequestCase, asked: RequestKind): boolean =>
  kind === asked && (outcome === null ? state !== "awaiting-correction" : requestOutcomes[outcome].grants);
