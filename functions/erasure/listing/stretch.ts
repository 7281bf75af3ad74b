import type { PersonId } from "../../../shared/domain/ids.ts";
import type { CountsByClass, ErasureItem } from "../../../shared/stores/erasures.ts";
import type { Judgement } from "./judge.ts";
import type { ListedPeople } from "./listed-people.ts";

/** With the run's row a transaction stays well below the hundred writes of DynamoDB. */
const mostItems = 80;

/** What a stretch of rows changes among the items of the erasure, in one transaction. */
export interface Stretch {
  readonly looked: number;
  readonly unknown: number;
  readonly items: readonly ErasureItem[];
  /** People listed before, who stay: their rows as they were listed, and as they are now. */
  readonly kept: ReadonlyMap<PersonId, ErasureItem>;
}

const keptRow = (row: ErasureItem, reason: string): ErasureItem => ({
  ...row,
  state: "kept",
  reason,
  version: row.version + 1,
});

/** Cuts what was looked at into stretches of which each fits a transaction. Nobody is kept twice: `listed` loses whoever is. */
export function* stretchesOf(
  looked: readonly (Judgement | "unknown" | null)[],
  listed: ListedPeople,
): Generator<Stretch> {
  let count = 0;
  let unknown = 0;
  let items: ErasureItem[] = [];
  let kept = new Map<PersonId, ErasureItem>();
  for (const [nth, judgement] of looked.entries()) {
    count += 1;
    if (judgement === "unknown") unknown += 1;
    else if (judgement !== null) {
      const { item, stay } = judgement;
      if (item) items.push(item);
      const row = stay && listed.get(stay.owner);
      if (stay && row) {
        kept.set(stay.owner, keptRow(row, stay.reason));
        listed.delete(stay.owner);
      }
    }
    // A row makes at most two writes.
    if (items.length + kept.size < mostItems - 1 && nth < looked.length - 1) continue;
    yield { looked: count, unknown, items, kept };
    count = 0;
    unknown = 0;
    items = [];
    kept = new Map();
  }
}

const counted = (counts: CountsByClass, { class: name, state }: ErasureItem, by: number): CountsByClass => ({
  ...counts,
  [name]: { ...counts[name], [state]: (counts[name]?.[state] ?? 0) + by },
});

/** Counts of the erasure after a stretch. */
export const countsAfter = (before: CountsByClass, { items, kept }: Stretch): CountsByClass => {
  let counts = before;
  for (const item of items) counts = counted(counts, item, 1);
  for (const row of kept.values()) counts = counted(counted(counts, { ...row, state: "listed" }, -1), row, 1);
  return counts;
};
