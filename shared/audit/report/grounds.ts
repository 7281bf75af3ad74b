import { addDays, dayAt, type PlainDate } from "../../law/calendar.ts";
import type { AuditEntry } from "../entry.ts";

/** Days on which something was recorded about people: 届出, 異動, 所得情報, 処理結果. A view near one needs no other reason. */
export interface Grounds {
  see(entry: AuditEntry): void;
  /** Whether anybody recorded something about `subject` within `days` of `day`. */
  near(subject: string, day: PlainDate, days: number): boolean;
}

export const groundsOfViews = (): Grounds => {
  const recorded = new Map<string, PlainDate[]>();
  return {
    see: ({ kind, result, subjects, at }) => {
      if (kind !== "change" || result !== "done") return;
      const day = dayAt(at);
      for (const subject of subjects) {
        const days = recorded.get(subject);
        if (days === undefined) recorded.set(subject, [day]);
        else if (days.at(-1) !== day) days.push(day);
      }
    },
    near: (subject, day, days) => {
      const [from, to] = [addDays(day, -days), addDays(day, days)];
      return recorded.get(subject)?.some((each) => each >= from && each <= to) ?? false;
    },
  };
};
