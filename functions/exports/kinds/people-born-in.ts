import type { PersonId } from "../../../shared/domain/ids.ts";
import type { Person } from "../../../shared/domain/ledger.ts";
import {
  addDays,
  firstDayOf,
  lastDayOf,
  monthOf,
  type PlainDate,
  type PlainMonth,
} from "../../../shared/law/calendar.ts";
import type { BlindIndex } from "../../../shared/protection/blind-index.ts";
import type { Database } from "../../../shared/stores/database.ts";
import type { Keyring } from "../../../shared/stores/keyring.ts";
import { findPeople } from "../../../shared/stores/people.ts";
import { groupsOf } from "../../groups-of.ts";
import { openPeople } from "../../open-people.ts";

/** More than share any one birthday: a ward of 300,000 has about 15 of each. */
const mostOfOneDay = 5_000;
const daysAtOnce = 16;

const daysOf = (month: PlainMonth): PlainDate[] => {
  const days: PlainDate[] = [];
  for (let day = firstDayOf(month); day <= lastDayOf(month); day = addDays(day, 1)) days.push(day);
  return days;
};

/** Everyone whose record was ever filed under a birthday of the month. */
export const idsBornIn = async (month: PlainMonth, index: BlindIndex, database: Database): Promise<PersonId[]> => {
  const found = new Set<PersonId>();
  for (const days of groupsOf(daysOf(month), daysAtOnce))
    for (const people of await Promise.all(
      days.map((day) => findPeople(database, index, "birth-date", day, mostOfOneDay)),
    )) {
      if (people.length === mostOfOneDay) throw new Error("more people share a birthday than a ward can have");
      for (const person of people) found.add(person);
    }
  return [...found];
};

/**
 * Of those, whoever is on file and was born in the month as the record says now: whose birthday was corrected is found under
 * both, and counts under one. Whose key is gone is nobody any more. In the order of birthday and 宛名番号.
 */
export const peopleBornIn = async (
  month: PlainMonth,
  ids: readonly PersonId[],
  ports: { readonly database: Database; readonly keyring: Keyring },
): Promise<Person[]> => {
  const people = (await openPeople(ids, ports)).flatMap(({ person }) =>
    person.facts && monthOf(person.facts.birthDate) === month ? [person] : [],
  );
  const place = ({ facts }: Person) => `${facts?.birthDate} ${facts?.atenaNumber}`;
  return people.sort((a, b) => (place(a) < place(b) ? -1 : 1));
};
