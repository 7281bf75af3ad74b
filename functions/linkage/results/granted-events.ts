import { isDeepStrictEqual } from "node:util";
import type { ResultRecord } from "../../../shared/documents/result-record.ts";
import type { EventOf, LedgerEvent } from "../../../shared/domain/ledger-events.ts";
import { mergedSpans, type ReliefSpan } from "../../../shared/domain/relief-spans.ts";
import { monthOf, type PlainDate } from "../../../shared/law/calendar.ts";
import { maternityPeriod } from "../../../shared/law/maternity-exemption.ts";
import { contains } from "../../../shared/law/month-span.ts";
import type { Relief } from "../../../shared/law/relief-priority.ts";

type SpanEvent = EventOf<"exempted" | "maternity-exempted" | "childcare-exempted">;

const isSpan = (event: LedgerEvent): event is SpanEvent =>
  event.kind === "exempted" || event.kind === "maternity-exempted" || event.kind === "childcare-exempted";

const kindOf = (event: SpanEvent): Relief =>
  event.kind === "exempted" ? event.type : event.kind === "maternity-exempted" ? "maternity" : "childcare";

const spanOfEvent = (event: SpanEvent): ReliefSpan => ({
  kind: kindOf(event),
  from: event.from,
  until: event.until,
});

/** Months of one 免除種別 that 日本年金機構 granted. Its line has no 免除理由: the ward's own where the kind is the same, else 所得. */
export const exemptedBy = (
  { kind, from, until }: ReliefSpan,
  before: readonly SpanEvent[] = [],
): EventOf<"exempted"> | null => {
  if (kind === "maternity" || kind === "childcare") return null;
  const alike = before.filter((event) => event.kind === "exempted").filter(({ type }) => type === kind);
  const model = alike.find((span) => contains(span, from)) ?? alike[0];
  return model ? { ...model, from, until } : { kind: "exempted", type: kind, from, until, reason: "income" };
};

/** A grant in the terms of the ledger; of 産前産後 and 育児 it is the ward's own record with other months, or another day. */
const grantedBy = (
  grant: ReliefSpan,
  before: readonly SpanEvent[],
  { amendedOn, childBornOn }: Pick<ResultRecord, "amendedOn" | "childBornOn">,
): LedgerEvent[] => {
  const { kind, from, until } = grant;
  const recorded = before.find((event) => kindOf(event) === kind);
  if (until !== null && recorded?.kind === "maternity-exempted")
    return [{ ...recorded, on: amendedOn ?? recorded.on, from, until }];
  if (until !== null && recorded?.kind === "childcare-exempted")
    return [{ ...recorded, childBornOn: childBornOn ?? recorded.childBornOn, from, until }];
  const exempted = exemptedBy(grant, before);
  return exempted === null ? [] : [exempted];
};

const changes = (event: LedgerEvent) => event.kind !== "voided" && event.kind !== "confirmed";

const keepsDay = (event: SpanEvent, { amendedOn, childBornOn }: Pick<ResultRecord, "amendedOn" | "childBornOn">) => {
  if (event.kind === "maternity-exempted") return amendedOn === undefined || amendedOn === event.on;
  if (event.kind === "childcare-exempted") return childBornOn === undefined || childBornOn === event.childBornOn;
  return true;
};

/** What 日本年金機構 granted in place of the months the ward recorded; null where it is the same. What was applied for and wished stays. */
export const granted = (
  recorded: readonly LedgerEvent[],
  line: Pick<ResultRecord, "grants" | "amendedOn" | "childBornOn">,
): readonly LedgerEvent[] | null => {
  const before = recorded.filter(isSpan);
  const grants = line.grants ?? [];
  const instead = grants.flatMap((grant) => grantedBy(grant, before, line));
  const sameMonths = isDeepStrictEqual(mergedSpans(before.map(spanOfEvent)), mergedSpans(grants));
  if (sameMonths && before.every((event) => keepsDay(event, line))) return null;
  return [...recorded.filter((event) => changes(event) && !isSpan(event)), ...instead];
};

/** 訂正後の年月日 in an event's own terms; null where no months would be left. A turn that was cancelled stays cancelled. */
const redated = (event: LedgerEvent, on: PlainDate): LedgerEvent | null => {
  switch (event.kind) {
    case "additional-premium-started":
    case "additional-premium-ended":
      return { ...event, month: monthOf(on) };
    case "exemption-ended":
    case "payment-choice-ended":
    case "childcare-ended":
      return { ...event, lastMonth: monthOf(on) };
    case "payment-chosen":
      return event.until !== null && event.until < monthOf(on) ? null : { ...event, from: monthOf(on) };
    case "maternity-exempted": {
      const period = maternityPeriod(on, event.type === "multiple");
      return period === null ? null : { ...event, on, ...period };
    }
    default:
      return "on" in event && event.on !== null ? { ...event, on } : event;
  }
};

/** A wish that goes with something else (取消しの申請) keeps the day it was stated on: the corrected day is that of the other. */
const isBeside = (event: LedgerEvent, of: readonly LedgerEvent[]) =>
  event.kind === "continuation-wished" && of.some(({ kind }) => kind !== "continuation-wished");

/** Everything a filing recorded, by another day; null where that cannot be. */
export const amended = (recorded: readonly LedgerEvent[], on: PlainDate): readonly LedgerEvent[] | null => {
  const kept = recorded.filter(changes);
  const instead = kept.map((event) => (isBeside(event, kept) ? event : redated(event, on)));
  return instead.every((event) => event !== null) ? instead : null;
};
