import { dayAt, monthOf, type PlainDate, type PlainMonth } from "../law/calendar.ts";
import { isOpenTo } from "../law/procedures.ts";
import type { Category } from "../law/qualification.ts";
import type { EntryId, FilingId } from "./ids.ts";
import type { EventOf, LedgerEntry, LedgerEvent } from "./ledger-events.ts";
import type { PersonFacts } from "./person.ts";
import { type Recipient, recipientsOf } from "./recipients.ts";
import { type RecordedReliefs, reliefsOf } from "./recorded-reliefs.ts";
import type { Standing } from "./standing.ts";

/** A stretch under one category: from `from` up to, not including, `until` (喪失日 or 種別変更日); open while `until` is null. */
export interface QualificationPeriod {
  readonly category: Category;
  readonly from: PlainDate;
  readonly fromCause: EventOf<"acquired">["cause"];
  readonly fromStanding: Standing;
  readonly until: PlainDate | null;
  readonly untilCause: EventOf<"lost">["cause"] | "category-changed" | null;
  readonly untilStanding: Standing | null;
  /** 資格満了日, for 任意加入. */
  readonly expiresOn: PlainDate | null;
}

/** 付加保険料: from `from`, `until` being the first month no longer due. */
export interface AdditionalPremiumPeriod {
  readonly type: EventOf<"additional-premium-started">["type"];
  readonly from: PlainMonth;
  readonly until: PlainMonth | null;
  readonly untilCause: EventOf<"additional-premium-ended">["cause"] | "qualification-ended" | null;
}

/** One gain, change or loss that counts, on the day it took effect: what 職権訂正 can reach, even where it makes no period. */
export interface RecordedTurn {
  readonly kind: "acquired" | "category-changed" | "lost";
  readonly on: PlainDate;
}

/** What the ledger says of a person. `facts` is null while nothing that counts has registered them. */
export interface Person {
  readonly facts: PersonFacts | null;
  readonly periods: readonly QualificationPeriod[];
  /** By day; of one day, in the order they were recorded. */
  readonly turns: readonly RecordedTurn[];
  readonly additionalPremiums: readonly AdditionalPremiumPeriod[];
  readonly reliefs: RecordedReliefs;
  /** 受給者: the person's own rights to 給付, claimed or awarded. */
  readonly recipients: readonly Recipient[];
  /** 支援措置. */
  readonly addressProtected: boolean;
  /** Entries that still count, by the filing they came from: what a withdrawal or a result has to reach. */
  readonly entriesByFiling: Readonly<Record<FilingId, readonly EntryId[]>>;
}

type Turn = (EventOf<"acquired"> | EventOf<"category-changed"> | EventOf<"lost">) & { readonly standing: Standing };

const entryOrder = (a: LedgerEntry, b: LedgerEntry) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
const dayOrder = <Dated extends { readonly on: PlainDate }>(a: Dated, b: Dated) =>
  a.on < b.on ? -1 : a.on > b.on ? 1 : 0;

/** Entries not voided by one that itself counts, in order: voiding a voiding restores. */
const countingEntries = (entries: readonly LedgerEntry[]): LedgerEntry[] => {
  const voided = new Set<EntryId>();
  return entries
    .toSorted(entryOrder)
    .reverse()
    .filter((entry) => {
      if (voided.has(entry.id)) return false;
      for (const event of entry.events) if (event.kind === "voided") for (const id of event.entries) voided.add(id);
      return true;
    })
    .reverse();
};

/** 参考 until 日本年金機構 has settled it: only what came from a 届出 or a batch waits for that. */
const standings = (counting: readonly LedgerEntry[]): ((entry: LedgerEntry) => Standing) => {
  const confirmed = new Set(
    counting.flatMap(({ events }) => events.flatMap((event) => (event.kind === "confirmed" ? event.entries : []))),
  );
  return ({ id, source }) =>
    (source.kind !== "filing" && source.kind !== "batch") || confirmed.has(id) ? "confirmed" : "provisional";
};

/** Gains, changes and losses as they stand after 職権訂正, by the day they took effect. */
const turnsOf = (counting: readonly LedgerEntry[], standingOf: (entry: LedgerEntry) => Standing): Turn[] => {
  let turns: Turn[] = [];
  for (const entry of counting) {
    const standing = standingOf(entry);
    for (const event of entry.events) {
      if (event.kind === "acquired" || event.kind === "category-changed" || event.kind === "lost")
        turns.push({ ...event, standing });
      if (event.kind !== "turn-corrected") continue;
      const { on } = event;
      turns = turns.flatMap((turn) =>
        turn.kind !== event.turn || turn.on !== event.was ? [turn] : on === null ? [] : [{ ...turn, on, standing }],
      );
    }
  }
  return turns.sort(dayOrder);
};

const periodsOf = (turns: readonly Turn[]): QualificationPeriod[] => {
  const periods: QualificationPeriod[] = [];
  for (const turn of turns) {
    const open = periods.at(-1);
    if (open && open.until === null)
      periods[periods.length - 1] = {
        ...open,
        until: turn.on,
        untilCause: turn.kind === "lost" ? turn.cause : "category-changed",
        untilStanding: turn.standing,
      };
    if (turn.kind !== "lost")
      periods.push({
        category: turn.category,
        from: turn.on,
        fromCause: turn.cause,
        fromStanding: turn.standing,
        until: null,
        untilCause: null,
        untilStanding: null,
        expiresOn: turn.expiresOn ?? null,
      });
  }
  return periods.filter((period) => period.from !== period.until);
};

/** The first month in which a 付加保険料 begun in `from` lapses, because the qualification it rests on has ended; null while it lasts. */
const lapseOf = (periods: readonly QualificationPeriod[], from: PlainMonth): PlainMonth | null => {
  const at = periods.findLastIndex(
    (period) => monthOf(period.from) <= from && (period.until === null || monthOf(period.until) >= from),
  );
  const after = at < 0 ? [] : periods.slice(at);
  for (const [place, period] of after.entries()) {
    const next = after[place + 1];
    const goesOn = next?.from === period.until && next !== undefined && isOpenTo("additional-premium", next.category);
    if (period.until !== null && !goesOn) return monthOf(period.until);
  }
  return null;
};

const additionalPremiumsOf = (
  counting: readonly LedgerEntry[],
  qualification: readonly QualificationPeriod[],
): AdditionalPremiumPeriod[] => {
  const turns = counting
    .flatMap(({ events }) => events)
    .filter((event) => event.kind === "additional-premium-started" || event.kind === "additional-premium-ended")
    .sort((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : 0));
  const periods: AdditionalPremiumPeriod[] = [];
  const close = (until: PlainMonth, untilCause: AdditionalPremiumPeriod["untilCause"]) => {
    const open = periods.at(-1);
    if (open?.until === null) periods[periods.length - 1] = { ...open, until, untilCause };
  };
  const lapse = (by?: PlainMonth) => {
    const open = periods.at(-1);
    const lapsed = open?.until === null ? lapseOf(qualification, open.from) : null;
    if (lapsed !== null && (by === undefined || lapsed <= by)) close(lapsed, "qualification-ended");
  };
  for (const turn of turns) {
    lapse(turn.month);
    if (turn.kind === "additional-premium-ended") close(turn.month, turn.cause);
    else if (periods.at(-1)?.until !== null)
      periods.push({ type: turn.type, from: turn.month, until: null, untilCause: null });
  }
  lapse();
  return periods.filter(({ from, until }) => from !== until);
};

/** The facts last registered, with what changed since by the day it took effect. */
const factsOf = (counting: readonly LedgerEntry[], on?: PlainDate): PersonFacts | null => {
  const events = counting.flatMap((entry) => entry.events);
  const at = events.findLastIndex((event) => event.kind === "registered");
  const registered = events[at];
  if (registered?.kind !== "registered") return null;
  const changes = events
    .slice(at)
    .filter((event) => event.kind === "facts-changed")
    .filter((event) => on === undefined || event.on <= on)
    .sort(dayOrder);
  const { addressSupplement, ...facts } = Object.assign({}, registered.facts, ...changes.map((change) => change.facts));
  return addressSupplement ? { ...facts, addressSupplement } : facts;
};

const changesSomething = (event: LedgerEvent) => event.kind !== "confirmed" && event.kind !== "voided";

const entriesByFilingOf = (counting: readonly LedgerEntry[]): Record<FilingId, readonly EntryId[]> => {
  const byFiling: Record<FilingId, readonly EntryId[]> = {};
  for (const { id, source, events } of counting)
    if ("filingId" in source && events.some(changesSomething))
      byFiling[source.filingId] = [...(byFiling[source.filingId] ?? []), id];
  return byFiling;
};

/**
 * The person as the entries tell it: a pure fold, the same for any order in which `entries` are handed over.
 * Events count by the day they took effect; of one day, in the order they were recorded.
 */
export const foldLedger = (entries: readonly LedgerEntry[]): Person => {
  const counting = countingEntries(entries);
  const standingOf = standings(counting);
  const turns = turnsOf(counting, standingOf);
  const periods = periodsOf(turns);
  return {
    facts: factsOf(counting),
    periods,
    turns: turns.map(({ kind, on }) => ({ kind, on })),
    additionalPremiums: additionalPremiumsOf(counting, periods),
    reliefs: reliefsOf(counting, standingOf),
    recipients: recipientsOf(counting, standingOf),
    addressProtected:
      counting.flatMap(({ events }) => events).findLast((event) => event.kind === "address-protected")?.protected ??
      false,
    entriesByFiling: entriesByFilingOf(counting),
  };
};

/** 氏名・住所などの履歴: the facts as they were on `day`. */
export const factsOn = (entries: readonly LedgerEntry[], day: PlainDate): PersonFacts | null =>
  factsOf(countingEntries(entries), day);

/** The ledger as it was believed at the end of `knownOn` (recorded by then). */
export const knownBy = (entries: readonly LedgerEntry[], knownOn: PlainDate): LedgerEntry[] =>
  entries.filter((entry) => dayAt(entry.recordedAt) <= knownOn);

/** The period that covers `day`, if any. */
export const periodOn = (periods: readonly QualificationPeriod[], day: PlainDate): QualificationPeriod | undefined =>
  periods.find((period) => period.from <= day && (period.until === null || day < period.until));
