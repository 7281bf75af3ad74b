import type { PersonId } from "../../../shared/domain/ids.ts";
import { personKeyRow } from "../../../shared/stores/keyring.ts";
import type { ErasurePorts } from "../ports.ts";

/**
 * Who of these was registered anew since they were erased: they have a key again. Of them only what was sealed before, or
 * lay in a bucket before, is a copy; all else is their new record.
 */
export const whoCameBack = async (
  owners: readonly (PersonId | "~")[],
  { database }: Pick<ErasurePorts, "database">,
): Promise<ReadonlySet<PersonId | "~">> => {
  const people = [...new Set(owners)].flatMap((owner) => (owner === "~" ? [] : [owner]));
  if (people.length === 0) return new Set();
  const rows = await database.getAll(people.map((owner) => ({ table: "keys", key: personKeyRow(owner) })));
  return new Set(people.filter((_, at) => rows[at] !== undefined));
};
