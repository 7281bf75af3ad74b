import { erasureIdPattern } from "../../../shared/contracts/erasures.ts";
import type { Database } from "../../../shared/stores/database.ts";
import { type Erasure, findErasure } from "../../../shared/stores/erasures.ts";

/** The erasure of that number; undefined for one that does not exist and for what is no number alike. */
export const erasureOfNumber = async (database: Database, text: string | undefined): Promise<Erasure | undefined> =>
  text !== undefined && erasureIdPattern.test(text) ? findErasure(database, text) : undefined;
