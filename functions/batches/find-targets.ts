import type { BatchRequest } from "../../shared/contracts/batches.ts";
import type { PersonId } from "../../shared/domain/ids.ts";
import type { PlainDate } from "../../shared/law/calendar.ts";
import type { BlindIndex } from "../../shared/protection/blind-index.ts";
import type { Database } from "../../shared/stores/database.ts";
import { findPeople } from "../../shared/stores/people.ts";
import type { Step } from "./plan.ts";

/** Someone whom a step leads to. */
export interface Target {
  readonly personId: PersonId;
  /** Place in what was sent, from 1. */
  readonly line: number | null;
  readonly lostOn: PlainDate | null;
}

/** More than share any one birthday: a ward of 300,000 has about 15 of each. */
const mostOfOneDay = 5_000;
const atOnce = 8;

/** Everyone whom a step leads to, each once but for rows, which count by themselves. */
export const findTargets = async (
  { lookUps, rows: [from, until] }: Step,
  request: BatchRequest,
  index: BlindIndex,
  database: Database,
): Promise<readonly Target[]> => {
  if ("rows" in request)
    return request.rows.slice(from, until).map(({ atenaNumber, lostOn }, at) => ({
      personId: index.person(atenaNumber),
      line: from + at + 1,
      lostOn,
    }));
  const found = new Set<PersonId>();
  for (let at = 0; at < lookUps.length; at += atOnce) {
    const group = lookUps
      .slice(at, at + atOnce)
      .map(([kind, value]) => findPeople(database, index, kind, value, mostOfOneDay));
    for (const people of await Promise.all(group)) for (const person of people) found.add(person);
  }
  return [...found].map((personId) => ({ personId, line: null, lostOn: null }));
};
