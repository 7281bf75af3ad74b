import type { Database } from "../../shared/stores/database.ts";
import { type Erasure, findErasure } from "../../shared/stores/erasures.ts";

/** The erasure as it stands now. @throws when it is gone: nothing takes one away. */
export const erasureAgain = async ({ erasureId }: Erasure, database: Database): Promise<Erasure> => {
  const found = await findErasure(database, erasureId);
  if (!found) throw new Error("an erasure that was begun is gone");
  return found;
};
