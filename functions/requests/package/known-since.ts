import type { PersonId } from "../../../shared/domain/ids.ts";
import type { Database } from "../../../shared/stores/database.ts";
import { keyYear, personKeyRow } from "../../../shared/stores/keyring.ts";

/** The year of the person's key; undefined for whoever has none: nothing of theirs is on file, or can be opened any more. */
export const knownSince = async (
  { database }: { readonly database: Database },
  personId: PersonId,
): Promise<number | undefined> => {
  const [row] = await database.getAll([{ table: "keys", key: personKeyRow(personId) }]);
  return row && keyYear(row);
};
