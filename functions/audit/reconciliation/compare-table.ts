import { placeOf, readLine, splitLines } from "../../../shared/audit/entry-lines.ts";
import type { Hour } from "../../../shared/audit/hours.ts";
import { entriesName, lateHours, lateName } from "../../../shared/audit/trail-names.ts";
import { rowsOfHour } from "../../../shared/stores/trail-rows.ts";
import type { ReconciliationPorts } from "./ports.ts";

/** How the table differs from the files of a closed hour. */
export interface HourCompared {
  readonly hour: Hour;
  /** Rows that are other than their line. */
  readonly changed: readonly string[];
  /** Lines without a row. */
  readonly removed: readonly string[];
  /** Rows without a line: put in afterwards, or later than the chain waits. */
  readonly added: readonly string[];
}

/** What the table has of an hour whose late files are written, against those files. The signed files are the measure. */
export const compareTable = async ({ trail, database }: ReconciliationPorts, hour: Hour): Promise<HourCompared> => {
  const lines = new Map<string, string>();
  const names = [entriesName(hour), ...Array.from({ length: lateHours }, (_, index) => lateName(hour, index + 1))];
  for (const name of names)
    for (const line of splitLines((await trail.get(name)) ?? new Uint8Array()).lines) {
      const entry = readLine(line);
      if (entry) lines.set(placeOf(entry), line.toString("utf8"));
    }
  const changed: string[] = [];
  const added: string[] = [];
  for await (const { place, text, entry } of rowsOfHour(database, hour)) {
    const line = lines.get(place);
    if (line === undefined) added.push(place);
    else if (line !== text || !entry) changed.push(place);
    lines.delete(place);
  }
  return { hour, changed, removed: [...lines.keys()], added };
};
