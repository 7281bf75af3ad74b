import { changeOrder } from "../../../shared/domain/resident-change.ts";
import type { ResidentChange } from "../../../shared/domain/resident-change-row.ts";
import type { Feed, Mark, Taken } from "./feed.ts";
import type { ParsedRow } from "./parse-row.ts";
import { takeChange } from "./take-change.ts";
import { takeMalformed } from "./take-malformed.ts";

/** People worked on side by side; the changes of one go one after the other. */
const atOnce = 8;

export interface PlacedRow {
  /** The row's place in the file or request. */
  readonly at: number;
  readonly row: ParsedRow;
}

type PlacedChange = { readonly at: number; readonly change: ResidentChange };

/** Takes rows in while `goOn` says so; answers with those that were taken, by place. */
export const takeRows = async (
  rows: readonly PlacedRow[],
  feed: Feed,
  mark: (at: number) => Mark = () => () => [],
  goOn: () => boolean = () => true,
): Promise<ReadonlyMap<number, Taken>> => {
  const taken = new Map<number, Taken>();
  for (const { at, row } of rows)
    if (!row.ok && goOn()) taken.set(at, await takeMalformed(row.text, row.faults, feed, mark(at)));

  const changes = rows.flatMap(({ at, row }): PlacedChange[] => (row.ok ? [{ at, change: row.change }] : []));
  const people = [...Map.groupBy(changes, ({ change }) => change.atenaNumber).values()].map((group) =>
    group.toSorted((a, b) => (a.change.changeId === b.change.changeId ? a.at - b.at : changeOrder(a.change, b.change))),
  );
  const work = async () => {
    for (let group = people.pop(); group && goOn(); group = people.pop())
      for (const { at, change } of group) if (goOn()) taken.set(at, await takeChange(change, feed, mark(at)));
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return taken;
};
