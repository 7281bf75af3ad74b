import type { PersonId } from "../../../shared/domain/ids.ts";
import type { Write } from "../../../shared/stores/database.ts";
import { isFrozen, keyThawed, personKeyRow } from "../../../shared/stores/keyring.ts";
import type { Pass } from "./pass.ts";

/** Gives somebody who stays after all their key back; goes in with the word that they stay. */
export const thawed = async (owner: PersonId, { turn }: Pass): Promise<Write[]> => {
  const [row] = await turn.ports.database.getAll([{ table: "keys", key: personKeyRow(owner) }]);
  return row && isFrozen(row) ? [keyThawed(row)] : [];
};
