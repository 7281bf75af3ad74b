import type { Occasion } from "../../shared/domain/filing.ts";
import { mayRestOn } from "../../shared/domain/requests.ts";
import type { Database, Write } from "../../shared/stores/database.ts";
import type { Filing } from "../../shared/stores/filings.ts";
import { findRequest, linkWrites } from "../../shared/stores/requests.ts";

/**
 * Makes the 訂正請求 that a correction was made on tell of its notices: nothing to write where it tells of them already or the
 * ward corrected of itself, undefined where they cannot rest on the one that is named.
 */
export const groundWrites = async (
  database: Database,
  requestId: string | undefined,
  { filingId, personId }: Filing,
  occasion: Occasion,
): Promise<readonly Write[] | undefined> => {
  if (requestId === undefined) return [];
  const request = await findRequest(database, requestId);
  if (request?.personId !== personId) return undefined;
  if (request.history.some(({ step, object }) => step === "notices-prepared" && object === filingId)) return [];
  return mayRestOn(request, "correction") ? linkWrites(request, "notices-prepared", filingId, occasion) : undefined;
};
