import { dayAt, type PlainDate } from "../law/calendar.ts";
import type { Person } from "./ledger.ts";
import type { LedgerEntry, LedgerEvent } from "./ledger-events.ts";
import { dueOn, type RetentionClass, type RetentionRow } from "./retention.ts";

type HistoryClass = Extract<RetentionClass, "qualification-history" | "exemption-history" | "benefit-history">;

/** Events that make a 免除などの履歴: any of them ever recorded counts, voided or not, because the entry is on file either way. */
const ofExemptions: ReadonlySet<LedgerEvent["kind"]> = new Set([
  "additional-premium-started",
  "additional-premium-ended",
  "exemption-applied",
  "exempted",
  "exemption-ended",
  "payment-chosen",
  "payment-choice-ended",
  "continuation-wished",
  "maternity-exempted",
  "childcare-exempted",
  "childcare-ended",
  "late-payment-applied",
] as const satisfies readonly LedgerEvent["kind"][]);

/** Histories that are kept of a person. */
export const historyClassesOf = (entries: readonly LedgerEntry[]): readonly HistoryClass[] => {
  const recorded = (kinds: (kind: LedgerEvent["kind"]) => boolean) =>
    entries.some(({ events }) => events.some(({ kind }) => kinds(kind)));
  return [
    "qualification-history",
    ...(recorded((kind) => ofExemptions.has(kind)) ? (["exemption-history"] as const) : []),
    ...(recorded((kind) => kind === "recipient-recorded") ? (["benefit-history"] as const) : []),
  ];
};

const latest = (days: readonly PlainDate[]): PlainDate | null =>
  days.reduce<PlainDate | null>((last, day) => (last === null || day > last ? day : last), null);

/**
 * The day that starts the clock of a person's histories: 最後の資格を失った日, and without any 資格 the day of the last
 * recording. Null while it has not started. The ledger decides, as it stands after 訂正 and 取消し:
 *
 * - An open period of any category starts no clock. Somebody who left 第1号 for 厚生年金 has an open period of 第2号 where
 *   the ward was told so; where only the loss was recorded, the clock runs from the loss.
 * - Somebody alive, who may come back, is due like anybody else: the ward's rule counts from the loss, and whoever comes
 *   back is registered anew.
 * - A recording made after the loss does not start the clock again.
 */
export const historyClock = ({ periods }: Person, entries: readonly LedgerEntry[]): PlainDate | null =>
  periods.length === 0
    ? latest(entries.map(({ recordedAt }) => dayAt(recordedAt)))
    : periods.some(({ until }) => until === null)
      ? null
      : latest(periods.flatMap(({ until }) => until ?? []));

/**
 * The day that starts the clock of 給付の履歴: 失権 of the last right to end. A right that is not over, claimed, paid or
 * suspended, starts none, however long ago the 資格 was lost; claims that came to nothing leave it to the other histories.
 */
const benefitClock = (person: Person, entries: readonly LedgerEntry[]): PlainDate | null => {
  const { recipients } = person;
  if (recipients.length === 0) return historyClock(person, entries);
  if (recipients.some(({ facts }) => facts.forfeitedOn === undefined)) return null;
  return latest(recipients.flatMap(({ facts }) => facts.forfeitedOn ?? []));
};

/** Until when a person's histories are kept as a whole: the class whose term ends last names the item. */
export interface HistoryRetention {
  readonly classes: readonly HistoryClass[];
  readonly class: HistoryClass;
  readonly clockOn: PlainDate | null;
  readonly dueOn: PlainDate | null;
}

export const retentionOfPerson = (
  person: Person,
  entries: readonly LedgerEntry[],
  rowOf: (name: RetentionClass) => RetentionRow,
): HistoryRetention => {
  const classes = historyClassesOf(entries);
  const clocks = classes.map((name) => ({
    class: name,
    clockOn: name === "benefit-history" ? benefitClock(person, entries) : historyClock(person, entries),
  }));
  // The histories go as one: while one of them is kept without end, so is the person.
  const endless = clocks.find(({ clockOn }) => clockOn === null);
  if (endless) return { classes, ...endless, dueOn: null };
  const terms = clocks.flatMap(({ class: name, clockOn }) =>
    clockOn === null ? [] : [{ class: name, clockOn, dueOn: dueOn(clockOn, rowOf(name)) }],
  );
  return { classes, ...terms.reduce((last, term) => (term.dueOn > last.dueOn ? term : last)) };
};
