import type { OfficerId } from "../../../shared/domain/ids.ts";
import type { Right } from "../../../shared/domain/rights.ts";
import type { Instant } from "../../../shared/law/calendar.ts";
import type { Database } from "../../../shared/stores/database.ts";
import { usesOf } from "../../../shared/stores/traces.ts";
import { isUseOf } from "../../duty-uses.ts";

/** When each of an officer's rights was last used; what two duties both permit counts for both. */
export const lastUses = async (database: Database, officer: OfficerId): Promise<(right: Right) => Instant | null> => {
  const uses = await usesOf(database, officer);
  return ({ duty, decidedAt }) =>
    uses
      .filter(({ action, at }) => at >= decidedAt && isUseOf(duty, action))
      .reduce<Instant | null>((latest, { at }) => (latest === null || at > latest ? at : latest), null);
};
