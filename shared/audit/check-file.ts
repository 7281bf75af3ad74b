import { marksOf, splitMarks, type TrailDigest } from "./digest.ts";
import { leavesOf, placeOf, readLine, splitLines } from "./entry-lines.ts";
import { type Hour, hourOf } from "./hours.ts";
import { fault, type TrailFault } from "./trail-faults.ts";

type NamedFile = TrailDigest["files"][number];

/** Lines that a report names of one changed file; a file replaced as a whole is one finding, not a million. */
const mostLines = 20;

const commonStart = (a: readonly string[], b: readonly string[]): number => {
  let at = 0;
  while (at < a.length && at < b.length && a[at] === b[at]) at += 1;
  return at;
};

/** What happened to a file whose bytes are not those that were signed, line by line as far as its marks tell. */
export const locateChange = (file: NamedFile, bytes: Uint8Array): TrailFault[] => {
  const signed = splitMarks(file.marks);
  const found = splitMarks(marksOf(leavesOf(bytes)));
  const line = (index: number) => `${file.name}:${index + 1}`;
  const start = commonStart(signed, found);
  if (start === signed.length && start === found.length) return [fault("line-bytes", line(Math.max(0, start - 1)))];
  const end = Math.min(
    commonStart(signed.toReversed(), found.toReversed()),
    Math.min(signed.length, found.length) - start,
  );
  const was = signed.slice(start, signed.length - end);
  const is = found.slice(start, found.length - end);
  if (was.length === is.length) {
    if (was.toSorted().join() === is.toSorted().join())
      return [fault("entries-reordered", line(start), `${is.length}行`)];
    const edited = is.flatMap((mark, index) => (mark === was[index] ? [] : [start + index]));
    return edited.slice(0, mostLines).map((index) => fault("entry-edited", line(index)));
  }
  const code = is.length < was.length ? "entry-deleted" : "entry-inserted";
  const more = `${Math.abs(is.length - was.length)}件、${was.length}行のあった所に${is.length}行`;
  return [fault(code, line(start), more)];
};

/** Whether the entries of a file that is as it was signed are such as the trail has: form, hour, order, no id twice. */
export const checkEntries = (
  file: NamedFile,
  hour: Hour,
  bytes: Uint8Array,
  addId: (id: string) => boolean,
): TrailFault[] => {
  const { lines, ended } = splitLines(bytes);
  const faults: TrailFault[] = [];
  let before = "";
  for (const [index, line] of lines.entries()) {
    const place = `${file.name}:${index + 1}`;
    const entry = readLine(line);
    if (!entry) {
      faults.push(fault("entry-malformed", place));
      continue;
    }
    if (hourOf(entry.at) !== hour) faults.push(fault("entry-outside-hour", place));
    if (placeOf(entry) <= before) faults.push(fault("entry-out-of-order", place));
    if (!addId(entry.id)) faults.push(fault("entry-repeated", place));
    before = placeOf(entry);
  }
  if (!ended) faults.push(fault("line-bytes", `${file.name}:${lines.length}`));
  if (lines.length !== file.entries)
    faults.push(fault("count-differs", file.name, `${file.entries}件のはずが${lines.length}件`));
  return faults.slice(0, mostLines);
};
