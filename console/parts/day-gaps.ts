import type { ShownEntry } from "../api/types.ts";
import { minuteOfDay } from "../time/japan-time.ts";

/** Minutes without an entry that count as a gap. */
export const gapMinutes = 60;

export type DayLine =
  | { readonly kind: "entry"; readonly entry: ShownEntry }
  | { readonly kind: "gap"; readonly from: number; readonly minutes: number };

/** The entries of one day, oldest first, with a line where nothing was done for an hour or more. */
export const dayLines = (newestFirst: readonly ShownEntry[]): DayLine[] => {
  const lines: DayLine[] = [];
  let last: number | null = null;
  for (const entry of newestFirst.toReversed()) {
    const minute = minuteOfDay(entry.at);
    if (last !== null && minute - last >= gapMinutes) lines.push({ kind: "gap", from: last, minutes: minute - last });
    lines.push({ kind: "entry", entry });
    last = minute;
  }
  return lines;
};
