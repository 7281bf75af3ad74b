import { type ItemState, itemStates } from "../../../shared/domain/erasures.ts";
import { keysOf } from "../../../shared/domain/keys-of.ts";
import {
  type RetentionClass,
  type RetentionRow,
  retentionClasses,
  rowInForce,
} from "../../../shared/domain/retention.ts";
import type { PlainDate } from "../../../shared/law/calendar.ts";
import type { ErasureItem } from "../../../shared/stores/erasures.ts";
import { reasonLabel } from "./reasons.ts";

interface Tally {
  readonly states: Map<ItemState, number>;
  /** By state and code. */
  readonly reasons: Map<string, { state: ItemState; reason: string; label: string; records: number }>;
  earliestDue: PlainDate | null;
  latestDue: PlainDate | null;
}

const added = (tally: Tally, item: ErasureItem): void => {
  const { state, reason, dueOn } = item;
  tally.states.set(state, (tally.states.get(state) ?? 0) + 1);
  if (tally.earliestDue === null || dueOn < tally.earliestDue) tally.earliestDue = dueOn;
  if (tally.latestDue === null || dueOn > tally.latestDue) tally.latestDue = dueOn;
  if (reason === null) return;
  const name = `${state} ${reason}`;
  const told = tally.reasons.get(name) ?? { state, reason, label: reasonLabel(item) ?? reason, records: 0 };
  told.records += 1;
  tally.reasons.set(name, told);
};

/**
 * What the erasure will do, class by class, before anybody approves it: how much goes, how much stays and why, between which
 * days it fell due, and by which rows of the schedule.
 */
export const dryRun = async (
  items: AsyncIterable<ErasureItem>,
  schedule: readonly RetentionRow[],
  asOf: PlainDate,
): Promise<object[]> => {
  const tallies = new Map<RetentionClass, Tally>();
  for await (const item of items) {
    const tally = tallies.get(item.class) ?? {
      states: new Map(),
      reasons: new Map(),
      earliestDue: null,
      latestDue: null,
    };
    added(tally, item);
    tallies.set(item.class, tally);
  }
  return keysOf(retentionClasses).flatMap((name) => {
    const tally = tallies.get(name);
    if (!tally) return [];
    const { keep, source, inForceFrom } = rowInForce(schedule, name, asOf);
    return [
      {
        class: name,
        classLabel: retentionClasses[name].title,
        clock: retentionClasses[name].clock,
        keep,
        source,
        inForceFrom,
        earliestDue: tally.earliestDue,
        latestDue: tally.latestDue,
        states: [...tally.states].map(([state, records]) => ({ state, label: itemStates[state], records })),
        reasons: [...tally.reasons.values()],
      },
    ];
  });
};
