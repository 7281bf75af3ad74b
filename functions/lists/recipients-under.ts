import type { AtenaNumber } from "../../shared/domain/ids.ts";
import { type Recipient, recipientState } from "../../shared/domain/recipients.ts";
import type { LoadedPerson } from "../../shared/stores/people.ts";
import { findPeople } from "../../shared/stores/people.ts";
import { groupsOf } from "../groups-of.ts";
import { openPeople } from "../open-people.ts";
import type { Asked } from "./list.ts";

/** More recipients than any ward has under one month or one kind. */
const mostFound = 20_000;
const openedAtOnce = 500;

/** A right that is being paid or suspended, and whose it is. */
export interface RightOfPerson {
  readonly loaded: LoadedPerson;
  readonly atenaNumber: AtenaNumber;
  readonly right: Recipient;
}

type Kind = "certificate-due" | "income-limited";

/**
 * Rights of people that were ever filed under any of `values`, as the ledger has them now: awarded and not over. A way is
 * never taken back, so whoever asks looks at the right itself. In the order of 宛名番号.
 */
export const rightsUnder = async (
  { database, keyring, today, includesPerson }: Pick<Asked, "database" | "keyring" | "today" | "includesPerson">,
  kind: Kind,
  values: readonly string[],
): Promise<RightOfPerson[]> => {
  const index = await keyring.index();
  const found = await Promise.all(values.map((value) => findPeople(database, index, kind, value, mostFound)));
  if (found.some(({ length }) => length === mostFound)) throw new Error("more recipients than a ward can have");
  const ids = [...new Set(found.flat())].filter(includesPerson);
  const rights: RightOfPerson[] = [];
  for (const group of groupsOf(ids, openedAtOnce))
    for (const loaded of await openPeople(group, { database, keyring })) {
      const { facts, recipients } = loaded.person;
      if (facts === null) continue;
      for (const right of recipients) {
        const state = recipientState(right, today);
        if (state === "receiving" || state === "suspended")
          rights.push({ loaded, atenaNumber: facts.atenaNumber as AtenaNumber, right });
      }
    }
  return rights.sort((a, b) => (a.atenaNumber < b.atenaNumber ? -1 : a.atenaNumber > b.atenaNumber ? 1 : 0));
};
