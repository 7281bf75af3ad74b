import type { PersonId } from "../shared/domain/ids.ts";
import type { Database } from "../shared/stores/database.ts";
import type { Keyring } from "../shared/stores/keyring.ts";
import { type LoadedPerson, personRows, personUnder } from "../shared/stores/people.ts";
import { readRows } from "./read-rows.ts";

/** People in the order asked for, less those whose key is gone: they are nobody any more. */
export const openPeople = async (
  ids: readonly PersonId[],
  { database, keyring }: { readonly database: Database; readonly keyring: Keyring },
): Promise<LoadedPerson[]> => {
  const rows = await readRows(
    database,
    ids.flatMap((id) => [...personRows(id)]),
  );
  const keys = await keyring.openAll(ids.map((_, at) => rows[at * 2 + 1]));
  return ids.flatMap((id, at) => {
    const key = keys[at];
    return key === undefined ? [] : [personUnder(id, rows[at * 2], key)];
  });
};
