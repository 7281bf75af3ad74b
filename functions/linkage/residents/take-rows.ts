import { changeOrder } from "../../../shared/domain/resident-change.ts";
import type { ResidentChange } from "../../../shared/domain/resident-change-row.ts";
import type { Feed, Placed } from "../feed.ts";
import { sideBySide } from "../side-by-side.ts";
import type { ParsedRow } from "./parse-row.ts";
import { takeChange } from "./take-change.ts";
import { takeMalformed } from "./take-malformed.ts";
import type { Mark, Taken } from "./taken.ts";

type PlacedChange = { readonly at: number; readonly change: ResidentChange };

/** Takes rows in while `goOn` says so; answers with those that were taken, by place. */
export const takeRows = async (
  rows: readonly Placed<ParsedRow>[],
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
  await sideBySide(
    people,
    async ({ at, change }) => {
      taken.set(at, await takeChange(change, feed, mark(at)));
    },
    goOn,
  );
  return taken;
};
