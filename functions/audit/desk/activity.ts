import { startOf } from "../../../shared/audit/hours.ts";
import type { AuditThresholds } from "../../../shared/domain/audit-thresholds.ts";
import { dayAt, type Instant, type PlainDate } from "../../../shared/law/calendar.ts";
import { isInHours } from "../../../shared/law/instants.ts";
import type { HourCounts } from "./hour-counts.ts";

interface ActivityDay {
  readonly day: PlainDate;
  readonly total: number;
  readonly refused: number;
  readonly outOfHours: number;
  readonly kinds: Readonly<Record<string, number>>;
}

interface ActivityOfficer {
  readonly officer: string;
  readonly total: number;
  readonly refused: number;
  readonly outOfHours: number;
  /** Of what was counted from the entries themselves; null where digests counted. */
  readonly lastAt: Instant | null;
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);

/** What acts for itself, by the clock or in a workflow, has no hours of work. Its name has a colon, that of no officer does. */
const isOwnActor = (officer: string): boolean => officer.includes(":");

/** Hours that lie outside those of the office, by what officers did in them. */
const outside = ({ hour, officers }: HourCounts, hours: Pick<AuditThresholds, "opens" | "closes">) =>
  isInHours(startOf(hour), hours) ? [] : Object.entries(officers).filter(([officer]) => !isOwnActor(officer));

/** Hours summed up by day in Japan, oldest first, and by officer, busiest first. */
export const activityOf = (hours: readonly HourCounts[], office: Pick<AuditThresholds, "opens" | "closes">) => {
  const byDay = Map.groupBy(hours, ({ hour }) => dayAt(startOf(hour)));
  const days = [...byDay].map(([day, of]): ActivityDay => {
    const kinds = of.flatMap((each) => Object.entries(each.kinds));
    return {
      day,
      total: sumOf(of.map(({ entries }) => entries)),
      refused: sumOf(of.map(({ refused }) => refused)),
      outOfHours: sumOf(of.flatMap((each) => outside(each, office).map(([, { entries }]) => entries))),
      kinds: Object.fromEntries(
        [...Map.groupBy(kinds, ([kind]) => kind)].map(([kind, each]) => [kind, sumOf(each.map(([, count]) => count))]),
      ),
    };
  });
  const all = Map.groupBy(
    hours.flatMap((each) => Object.entries(each.officers)),
    ([officer]) => officer,
  );
  const late = Map.groupBy(
    hours.flatMap((each) => outside(each, office)),
    ([officer]) => officer,
  );
  const officers = [...all].map(
    ([officer, of]): ActivityOfficer => ({
      officer,
      total: sumOf(of.map(([, { entries }]) => entries)),
      refused: sumOf(of.map(([, { refused }]) => refused)),
      outOfHours: sumOf((late.get(officer) ?? []).map(([, { entries }]) => entries)),
      lastAt: of.findLast(([, { lastAt }]) => lastAt !== undefined)?.[1].lastAt ?? null,
    }),
  );
  return { days, officers: officers.sort((one, other) => other.total - one.total) };
};
