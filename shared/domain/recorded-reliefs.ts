import type { PlainDate, PlainMonth } from "../law/calendar.ts";
import { type ClosedSpan, contains, earlier, type MonthSpan } from "../law/month-span.ts";
import { type Relief, reliefOfMonth } from "../law/relief-priority.ts";
import type { EntryId } from "./ids.ts";
import type { EventOf, LedgerEntry } from "./ledger-events.ts";
import { type ChildcareEnd, type ExemptionReason, type ExemptionType, endedReasons } from "./reliefs.ts";
import type { Standing } from "./standing.ts";

/** Months of one 免除種別 as the ledger has them. */
export interface RecordedExemption extends MonthSpan {
  readonly type: ExemptionType;
  readonly reason: ExemptionReason;
  readonly standing: Standing;
  readonly entry: EntryId;
}

export interface RecordedMaternity extends ClosedSpan {
  readonly on: PlainDate;
  readonly type: EventOf<"maternity-exempted">["type"];
  readonly standing: Standing;
}

export interface RecordedChildcare extends ClosedSpan {
  readonly childBornOn: PlainDate;
  readonly parent: EventOf<"childcare-exempted">["parent"];
  readonly adoptedOn: PlainDate | null;
  readonly standing: Standing;
  /** Why `until` came before its time; null where it did not. */
  readonly end: { readonly cause: ChildcareEnd; readonly standing: Standing } | null;
}

/** 免除・猶予・学特・産前産後・育児 of a person. Each list in the order it was recorded. */
export interface RecordedReliefs {
  /** Months of 申請免除・納付猶予・学特 asked for, whatever became of them. */
  readonly applications: readonly ClosedSpan[];
  readonly exemptions: readonly RecordedExemption[];
  /** 納付申出: months of 法定免除 that are paid all the same. */
  readonly paymentChoices: readonly MonthSpan[];
  readonly maternity: readonly RecordedMaternity[];
  readonly childcare: readonly RecordedChildcare[];
  /** 継続審査の申出, as last stated; null when it never was. */
  readonly continuation: boolean | null;
}

/** Where an entry counts: what takes the place of another (訂正, 決定) where that one stood, for what was recorded since speaks of it too. */
const placeOf = ({ id, source, events }: LedgerEntry): EntryId => {
  const voided = source.kind === "result" ? events.find((event) => event.kind === "voided") : undefined;
  return events.length > 1 ? (voided?.entries[0] ?? id) : id;
};

const inPlace = (entries: readonly LedgerEntry[]): readonly LedgerEntry[] => {
  const places = new Map(entries.map((entry) => [entry.id, placeOf(entry)]));
  const place = ({ id }: LedgerEntry) => places.get(id) ?? id;
  return entries.toSorted((a, b) => (place(a) < place(b) ? -1 : place(a) > place(b) ? 1 : 0));
};

/** Nothing of it begins after `lastMonth`, and what reaches beyond ends with it. */
const cut = <Span extends MonthSpan>(span: Span, lastMonth: PlainMonth): readonly Span[] =>
  span.from > lastMonth ? [] : [span.until !== null && span.until <= lastMonth ? span : { ...span, until: lastMonth }];

/** A correction of what had ended keeps the end: that the raising ended is a fact of its own. */
const ended = (
  span: RecordedChildcare,
  lastMonth: PlainMonth,
  end: NonNullable<RecordedChildcare["end"]>,
): readonly RecordedChildcare[] =>
  span.from > lastMonth ? [] : [{ ...span, until: earlier(span.until, lastMonth), end }];

/** What counting `entries`, in the order they were recorded, say of 免除. Later events speak of what was recorded before them. */
export const reliefsOf = (
  entries: readonly LedgerEntry[],
  standingOf: (entry: LedgerEntry) => Standing,
): RecordedReliefs => {
  const applications: ClosedSpan[] = [];
  let exemptions: RecordedExemption[] = [];
  let paymentChoices: MonthSpan[] = [];
  let maternity: RecordedMaternity[] = [];
  let childcare: RecordedChildcare[] = [];
  let continuation: boolean | null = null;
  for (const entry of inPlace(entries))
    for (const event of entry.events)
      switch (event.kind) {
        case "exemption-applied":
          applications.push({ from: event.from, until: event.until });
          break;
        case "exempted": {
          const { type, from, until, reason } = event;
          exemptions.push({ type, from, until, reason, standing: standingOf(entry), entry: entry.id });
          break;
        }
        case "exemption-ended": {
          const reason = endedReasons[event.cause];
          exemptions = exemptions.flatMap((span) =>
            span.type === event.type && (reason === null || span.reason === reason)
              ? cut(span, event.lastMonth)
              : [span],
          );
          break;
        }
        case "payment-chosen":
          paymentChoices.push({ from: event.from, until: event.until });
          break;
        case "payment-choice-ended":
          paymentChoices = paymentChoices.flatMap((span) => cut(span, event.lastMonth));
          break;
        case "maternity-exempted": {
          const { kind: _, was, ...span } = event;
          maternity = maternity.filter(({ on }) => on !== (was ?? event.on));
          maternity.push({ ...span, standing: standingOf(entry) });
          break;
        }
        case "childcare-exempted": {
          const { kind: _, was, adoptedOn = null, ...span } = event;
          const replaced = childcare.find(({ childBornOn }) => childBornOn === was);
          childcare = childcare.filter(({ childBornOn }) => childBornOn !== (was ?? event.childBornOn));
          const recorded = { ...span, adoptedOn, standing: standingOf(entry), end: null };
          childcare.push(...(replaced?.end ? ended(recorded, replaced.until, replaced.end) : [recorded]));
          break;
        }
        case "childcare-ended":
          childcare = childcare.flatMap((span) =>
            span.childBornOn === event.childBornOn
              ? ended(span, event.lastMonth, { cause: event.cause, standing: standingOf(entry) })
              : [span],
          );
          break;
        case "continuation-wished":
          continuation = event.wished;
          break;
        default:
      }
  return { applications, exemptions, paymentChoices, maternity, childcare, continuation };
};

/** The relief that counts in a month, with the span that gives it. */
export interface ReliefInMonth {
  readonly relief: Relief;
  readonly standing: Standing;
  /** 免除理由; null of 産前産後 and 育児, which need none. */
  readonly reason: ExemptionReason | null;
}

/**
 * The relief of `month` by the order of exclusion (law/relief-priority.ts); a month of 法定免除 that the person chose to pay
 * has none by it. Whether the person is 第1号 in the month is for the caller to ask.
 */
export const reliefIn = (
  { exemptions, paymentChoices, maternity, childcare }: RecordedReliefs,
  month: PlainMonth,
): ReliefInMonth | null => {
  const found = new Map<Relief, ReliefInMonth>();
  const paid = paymentChoices.some((span) => contains(span, month));
  for (const span of maternity)
    if (contains(span, month)) found.set("maternity", { relief: "maternity", standing: span.standing, reason: null });
  for (const span of childcare)
    if (contains(span, month)) found.set("childcare", { relief: "childcare", standing: span.standing, reason: null });
  for (const span of exemptions)
    if (contains(span, month) && !(span.type === "statutory" && paid))
      found.set(span.type, { relief: span.type, standing: span.standing, reason: span.reason });
  const relief = reliefOfMonth(new Set(found.keys()));
  return relief === null ? null : (found.get(relief) ?? null);
};
