import type { MadeFile } from "../../exports/work.ts";
import { recordLines, recordsPage } from "./render.ts";
import type { ToldRecord } from "./told-record.ts";

/** Bytes of a record as a line from which on a new pair of files begins; as a page a record takes up to three times as much. */
const enough = 900_000;

const cut = (records: readonly ToldRecord[]): ToldRecord[][] => {
  const groups: ToldRecord[][] = [];
  let held: ToldRecord[] = [];
  let size = 0;
  for (const each of records) {
    held.push(each);
    size += Buffer.byteLength(JSON.stringify(each));
    if (size < enough) continue;
    groups.push(held);
    held = [];
    size = 0;
  }
  return held.length > 0 ? [...groups, held] : groups;
};

/** Records as pairs of files, a page for people and the same as lines for machines, each small enough to be taken at once. */
export const recordFiles = (title: string, records: readonly ToldRecord[]): MadeFile[] =>
  cut(records).flatMap((group): MadeFile[] => [
    { type: "text/html", bytes: recordsPage(title, group), lines: group.length },
    { type: "application/jsonl", bytes: recordLines(group), lines: group.length },
  ]);
