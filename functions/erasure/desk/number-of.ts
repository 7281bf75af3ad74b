import type { AtenaNumber, PersonId } from "../../../shared/domain/ids.ts";
import { personRows, personUnder } from "../../../shared/stores/people.ts";
import type { StorePorts } from "../../ports.ts";

/** The 宛名番号 of somebody on file; null for whom there is nothing to open any more. */
export const numberOf = async ({ database, keyring }: StorePorts, person: PersonId): Promise<AtenaNumber | null> => {
  const [snapshot, keyRow] = await database.getAll([...personRows(person)]);
  if (!snapshot || !keyRow) return null;
  return personUnder(person, snapshot, await keyring.open(keyRow)).person.facts?.atenaNumber ?? null;
};
