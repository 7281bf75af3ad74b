import type { PersonId } from "../../../shared/domain/ids.ts";
import type { BlindIndex, IndexKind } from "../../../shared/protection/blind-index.ts";
import type { Database } from "../../../shared/stores/database.ts";
import { findPeople } from "../../../shared/stores/people.ts";
import { groupsOf } from "../../groups-of.ts";

/** A number leads to one person, and to whoever had it by mistake before: more than these there are not. */
const mostOfOneNumber = 5;
const lookUpsAtOnce = 16;

/** Under which number somebody is looked for; null for nobody. */
export type Sought =
  | readonly [kind: Extract<IndexKind, "basic-pension-number" | "individual-number">, value: string]
  | null;

/** Who is filed under each number, in the order asked for. */
export const findByNumber = async (
  sought: readonly Sought[],
  index: BlindIndex,
  database: Database,
): Promise<readonly (readonly PersonId[])[]> => {
  const found: (readonly PersonId[])[] = [];
  for (const group of groupsOf(sought, lookUpsAtOnce))
    found.push(
      ...(await Promise.all(
        group.map(async (one) => (one === null ? [] : findPeople(database, index, ...one, mostOfOneNumber))),
      )),
    );
  return found;
};
