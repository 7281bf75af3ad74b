import type { Occasion } from "../../../shared/domain/filing.ts";
import type { PersonId } from "../../../shared/domain/ids.ts";
import { mayRestOn } from "../../../shared/domain/requests.ts";
import type { Database, Write } from "../../../shared/stores/database.ts";
import { findRequest, linkWrites } from "../../../shared/stores/requests.ts";

/** A 開示請求 as far as the package needs to know it. */
export interface DisclosureRequest {
  /** Whose record it asks for. */
  readonly personId: PersonId;
  readonly kind: "disclosure";
  /** `over` once it is taken back or decided against: nothing is made for it any more. */
  readonly state: "open" | "over";
  /** Says in the history of the 請求 that an output was asked for on its account, as long as it stands as it was found. */
  readonly linked: (outputId: string, occasion: Occasion) => readonly Write[];
}

/** The 開示請求 of that number; undefined for one that does not exist and for a 請求 of another kind. */
export type FindDisclosure = (requestId: string) => Promise<DisclosureRequest | undefined>;

/** 開示請求 as the register of 請求 has them: while one is examined, and once it is decided to disclose. */
export const registeredDisclosures =
  (database: Database): FindDisclosure =>
  async (requestId) => {
    const request = await findRequest(database, requestId);
    if (request?.kind !== "disclosure" || request.personId === null) return undefined;
    return {
      personId: request.personId,
      kind: "disclosure",
      state: mayRestOn(request, "disclosure") ? "open" : "over",
      linked: (outputId, occasion) => linkWrites(request, "output-asked", outputId, occasion),
    };
  };
