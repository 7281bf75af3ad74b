import type { AtenaNumber, OfficerId } from "../../../shared/domain/ids.ts";
import type { LedgerEntry, LedgerEvent } from "../../../shared/domain/ledger-events.ts";
import { personFacts } from "../../../shared/domain/person.ts";
import { type Instant, plainDate } from "../../../shared/law/calendar.ts";
import { keyring } from "../../../shared/stores/keyring.ts";
import { loadedPerson, personRows, recordWrites } from "../../../shared/stores/people.ts";
import type { openOffice } from "../../support/office.ts";
import { applicants } from "../../support/people.ts";

type Office = Pick<ReturnType<typeof openOffice>, "database" | "master">;

const at = "2026-01-05T01:00:00.000Z" as Instant;
const models = applicants(30, 11);

/** The `nth` generated person, as if born on `birthDate`. */
export const modelOf = (nth: number, birthDate: string) => {
  const model = models[nth];
  if (!model) throw new Error("the generated ward has too few people of working age");
  return { ...model, birthDate: plainDate(birthDate) };
};

export const storesOf = ({ database, master }: Office) => ({ database, ring: keyring(database, master, () => at) });

/** Puts the `nth` generated person on file, born on `birthDate` and with this history; gives their 宛名番号. */
export const putOnFile = async (
  office: Office,
  nth: number,
  birthDate: string,
  history: readonly LedgerEvent[] = [],
  source: LedgerEntry["source"] = { kind: "takeover" },
): Promise<AtenaNumber> => {
  const { database, ring } = storesOf(office);
  const facts = personFacts.parse(modelOf(nth, birthDate));
  const index = await ring.index();
  const personId = index.person(facts.atenaNumber);
  const loaded = await loadedPerson(personId, await database.getAll(personRows(personId)), ring);
  const { writes } = recordWrites(loaded, index, { at, by: "takeover" as OfficerId }, source, [
    { kind: "registered", facts },
    ...history,
  ]);
  if (!(await database.transact(writes)).ok) throw new Error("not put on file");
  return facts.atenaNumber;
};

export const personOf = async (office: Office, atenaNumber: AtenaNumber) => {
  const { database, ring } = storesOf(office);
  const personId = (await ring.index()).person(atenaNumber);
  return (await loadedPerson(personId, await database.getAll(personRows(personId)), ring)).person;
};

const day = plainDate;
export const became1 = (on: string): LedgerEvent => ({
  kind: "acquired",
  on: day(on),
  category: "1",
  cause: "turned-20",
});
export const became2 = (on: string): LedgerEvent => ({
  kind: "category-changed",
  on: day(on),
  category: "2",
  cause: "joined-employees-pension",
});
export const leftJapan = (on: string): LedgerEvent => ({ kind: "lost", on: day(on), cause: "moved-abroad" });
export const died = (on: string): LedgerEvent => ({ kind: "lost", on: day(on), cause: "death" });
export const enrolledVoluntarily = (
  on: string,
  expiresOn: string,
  category: "voluntary" | "special-voluntary" = "voluntary",
): LedgerEvent => ({
  kind: "acquired",
  on: day(on),
  category,
  cause: category === "voluntary" ? "applied-domestic-60" : "applied-special",
  expiresOn: day(expiresOn),
});
