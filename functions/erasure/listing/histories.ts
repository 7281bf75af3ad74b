import type { KeyObject } from "node:crypto";
import type { PersonId } from "../../../shared/domain/ids.ts";
import { dueOn } from "../../../shared/domain/retention.ts";
import { retentionOfPerson } from "../../../shared/domain/retention-of-person.ts";
import { plainDate } from "../../../shared/law/calendar.ts";
import type { Item } from "../../../shared/stores/database.ts";
import { holdingsOf } from "../../../shared/stores/holdings.ts";
import { keyYear } from "../../../shared/stores/keyring.ts";
import { personSnapshotRow, personUnder } from "../../../shared/stores/people.ts";
import { groupsOf } from "../../groups-of.ts";
import type { Found, Looked, Looking, Phase } from "./phase.ts";
import { placeAfter, placeIn, placeText } from "./row-place.ts";

/** As many as DynamoDB hands over in one call. */
const atOnce = 100;

/**
 * Somebody with a key of whom nothing was ever recorded (a 届出 that was received only, 所得情報 of somebody not on file):
 * kept like a history from the end of the year in which the key was made. What else is on file of them keeps it longer.
 */
const neverRecorded = (owner: PersonId, keyRow: Item, { rowOf }: Looking): Found => {
  const clockOn = plainDate(`${keyYear(keyRow)}-12-31`);
  const name = "qualification-history";
  return { owner, record: "person", class: name, classes: [name], clockOn, dueOn: dueOn(clockOn, rowOf(name)) };
};

export const historyOf = (
  owner: PersonId,
  [keyRow, snapshot, key]: readonly [Item, Item | undefined, KeyObject],
  looking: Looking,
): Looked => {
  if (!snapshot) return neverRecorded(owner, keyRow, looking);
  try {
    const { person, entries } = personUnder(owner, snapshot, key);
    return { owner, record: "person", ...retentionOfPerson(person, entries, looking.rowOf) };
  } catch (error) {
    // One history that does not open must not keep all others from being listed; nothing here reads from outside.
    looking.ports.log.fault(error);
    return "unknown";
  }
};

const lookAt = async (items: readonly Item[], looking: Looking): Promise<readonly Looked[]> => {
  const { database, keyring } = looking.ports;
  const holdings = await holdingsOf(database, "keys", items);
  const owned = items.flatMap((item, at) => {
    const holding = holdings[at];
    return holding?.kind === "whole" ? [{ item, owner: holding.owner }] : [];
  });
  const opened = await keyring.openAll(owned.map(({ item }) => item));
  const snapshots = await database.getAll(owned.map(({ owner }) => personSnapshotRow(owner)));
  const histories = new Map(
    owned.map(({ item, owner }, at) => {
      const key = opened[at];
      return [item, key ? historyOf(owner, [item, snapshots[at], key], looking) : "unknown"] as const;
    }),
  );
  return items.map((item, at) => (holdings[at]?.kind === "unknown" ? "unknown" : (histories.get(item) ?? null)));
};

/** Everybody who has a key, recorded or not: their histories as a whole. First, because what follows may keep a person listed here. */
export const histories: Phase = {
  name: "histories",
  page: async (after, looking) => {
    const { items, next } = await looking.ports.scan.page("keys", placeAfter(after));
    const looked: Looked[] = [];
    for (const group of groupsOf(items, atOnce)) looked.push(...(await lookAt(group, looking)));
    return { looked, placeOf: placeIn(items), next: next && placeText(next) };
  },
};
