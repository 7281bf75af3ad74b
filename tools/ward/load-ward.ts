import type { AcquisitionCause } from "../../shared/domain/causes.ts";
import type { Occasion } from "../../shared/domain/filing.ts";
import type { OfficerId } from "../../shared/domain/ids.ts";
import type { LedgerEvent } from "../../shared/domain/ledger-events.ts";
import { type PersonFacts, personFacts } from "../../shared/domain/person.ts";
import type { Instant } from "../../shared/law/calendar.ts";
import type { Database } from "../../shared/stores/database.ts";
import type { Keyring } from "../../shared/stores/keyring.ts";
import { loadedPerson, personRows, recordWrites } from "../../shared/stores/people.ts";
import type { EndCause, StartCause, SyntheticPerson } from "./person.ts";

const startCauses = {
  "age-20": "turned-20",
  employment: "joined-employees-pension",
  "left-employment": "left-employees-pension",
  "dependent-spouse": "became-dependent-spouse",
  "no-longer-dependent": "income-increased",
  "moved-in": "moved-into-japan",
  "new-law": "new-law",
} as const satisfies Record<StartCause, AcquisitionCause>;

const endCauses = {
  "age-60": "age-60",
  "age-65": "age-65",
  "moved-abroad": "moved-abroad",
  "left-employment": "left-employees-pension",
} as const satisfies Record<Exclude<EndCause, "change-of-category">, Extract<LedgerEvent, { kind: "lost" }>["cause"]>;

/** What the file holds of a synthetic person; the rest of the generated life stays outside, as it does in a ward. */
export const factsOf = ({ atenaNumber, individualNumber, ...person }: SyntheticPerson): PersonFacts => {
  const { basicPensionNumber, name, nameKana, birthDate, sex, postalCode, address, addressSupplement, phoneNumber } =
    person;
  return personFacts.parse({
    atenaNumber,
    individualNumber,
    name,
    nameKana,
    birthDate,
    sex,
    postalCode,
    address,
    ...(basicPensionNumber === undefined ? {} : { basicPensionNumber }),
    ...(addressSupplement === undefined ? {} : { addressSupplement }),
    ...(phoneNumber === undefined ? {} : { phoneNumber }),
  });
};

/** A life as the ledger tells it: gained, changed, lost. */
export const takeoverEvents = (person: SyntheticPerson): LedgerEvent[] => [
  { kind: "registered", facts: factsOf(person) },
  ...person.history.flatMap((period, at): LedgerEvent[] => {
    const before = person.history[at - 1];
    const begins = {
      kind: before?.until === period.from ? ("category-changed" as const) : ("acquired" as const),
      on: period.from,
      category: period.category,
      cause: startCauses[period.startCause],
    };
    const { until, endCause } = period;
    return until !== null && endCause !== undefined && endCause !== "change-of-category"
      ? [begins, { kind: "lost", on: until, cause: endCauses[endCause] }]
      : [begins];
  }),
];

export interface WardStores {
  readonly database: Database;
  readonly keyring: Keyring;
}

const atOnce = 16;

/**
 * Puts people on file with their history, each in one transaction, as a takeover of settled records does. Someone already
 * on file is left as they are, so that a load that was cut off can be run again. Returns how many were new.
 */
export const loadWard = async (
  people: Iterable<SyntheticPerson>,
  { database, keyring }: WardStores,
  at: Instant,
): Promise<number> => {
  const occasion: Occasion = { at, by: "takeover" as OfficerId };
  const index = await keyring.index();
  const one = async (person: SyntheticPerson): Promise<number> => {
    const personId = index.person(factsOf(person).atenaNumber);
    const loaded = await loadedPerson(personId, await database.getAll(personRows(personId)), keyring);
    if (loaded.version > 0) return 0;
    const { writes } = recordWrites(loaded, index, occasion, { kind: "takeover" }, takeoverEvents(person));
    const kept = await database.transact(writes);
    if (!kept.ok) throw new Error("a person could not be put on file");
    return 1;
  };
  let loaded = 0;
  let group: SyntheticPerson[] = [];
  const flush = async () => {
    const done = await Promise.all(group.map(one));
    loaded += done.reduce((sum, each) => sum + each, 0);
    group = [];
  };
  for (const person of people) {
    group.push(person);
    if (group.length === atOnce) await flush();
  }
  await flush();
  return loaded;
};
