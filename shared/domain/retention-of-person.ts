import { dayAt, type PlainDate } from "../law/calendar.ts";
import type { Person } from "./ledger.ts";
import type { LedgerEntry, LedgerEvent } from "./ledger-events.ts";
import { dueOn, type RetentionClass, type RetentionRow } from "./retention.ts";

type HistoryClass = Extract<RetentionClass, "qualification-history" | "exemption-history">;

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

/** Histories that are kept of a person. Benefits are not recorded yet. */
export const historyClassesOf = (entries: readonly LedgerEntry[]): readonly HistoryClass[] =>
  entries.some(({ events }) => events.some(({ kind }) => ofExemptions.has(kind)))
    ? ["qualification-history", "exemption-history"]
    : ["qualification-history"];

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
  const clockOn = historyClock(person, entries);
  let last: Pick<HistoryRetention, "class" | "dueOn"> = { class: "qualification-history", dueOn: null };
  if (clockOn !== null)
    for (const name of classes) {
      const due = dueOn(clockOn, rowOf(name));
      if (last.dueOn === null || due > last.dueOn) last = { class: name, dueOn: due };
    }
  return { classes, clockOn, ...last };
};
