import type { FindingRow } from "../../domain/audit-findings.ts";
import type { AuditThresholds } from "../../domain/audit-thresholds.ts";
import { dayAt, type Instant, type PlainDate } from "../../law/calendar.ts";
import { minutesFrom } from "../../law/instants.ts";
import type { Detector } from "./detector.ts";
import { isView } from "./views.ts";

interface Day {
  readonly day: PlainDate;
  readonly at: Instant;
  readonly people: number;
}

interface Watched {
  /** Views of the last minutes, oldest first. */
  recent: { at: Instant; subject: string }[];
  /** Whether the last minutes are one burst already told of. */
  told: boolean;
  today: { day: PlainDate; at: Instant; people: Set<string> };
  readonly days: Day[];
}

type Limits = Pick<AuditThresholds, "burstMinutes" | "burstPeople" | "dayPeople" | "dayTimes">;

/** The middle of what is ordered; 0 of nothing. */
const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;

/** Days on which an officer saw far more people than on their other days of the month. */
const busyDays = (officer: string, days: readonly Day[], { dayPeople, dayTimes }: Limits): FindingRow[] =>
  days.flatMap((day): FindingRow[] => {
    const usual = median(days.filter((other) => other !== day).map(({ people }) => people));
    if (day.people <= Math.max(dayPeople, dayTimes * usual)) return [];
    const detail = `1日に${day.people}人(ふだんは${usual}人)`;
    return [{ finding: "burst", officer, subject: null, at: day.at, detail }];
  });

/** Many different people in a few minutes, or in a day more than this officer's usual. */
export const burst = (limits: Limits): Detector => {
  const officers = new Map<string, Watched>();
  const found: FindingRow[] = [];
  const closed = ({ today, days }: Watched): Day[] => [
    ...days,
    { day: today.day, at: today.at, people: today.people.size },
  ];
  return {
    see: (entry) => {
      if (!isView(entry)) return;
      const { officer, at, subjects } = entry;
      const day = dayAt(at);
      const watched: Watched = officers.get(officer) ?? {
        recent: [],
        told: false,
        today: { day, at, people: new Set() },
        days: [],
      };
      officers.set(officer, watched);
      if (watched.today.day !== day) {
        watched.days.push({ day: watched.today.day, at: watched.today.at, people: watched.today.people.size });
        watched.today = { day, at, people: new Set() };
      }
      watched.recent = watched.recent.filter((view) => minutesFrom(view.at, at) < limits.burstMinutes);
      for (const subject of subjects) {
        watched.today.people.add(subject);
        watched.recent.push({ at, subject });
      }
      const people = new Set(watched.recent.map(({ subject }) => subject)).size;
      if (people > limits.burstPeople && !watched.told) {
        const first = watched.recent[0]?.at ?? at;
        const detail = `${limits.burstMinutes}分のうちに${people}人`;
        found.push({ finding: "burst", officer, subject: null, at: first, detail });
      }
      watched.told = people > limits.burstPeople;
    },
    rows: () => [
      ...found,
      ...[...officers].flatMap(([officer, watched]) => busyDays(officer, closed(watched), limits)),
    ],
  };
};
