import type { PersonId } from "../../../shared/domain/ids.ts";

/** A 開示請求 as far as the package needs to know it. */
export interface DisclosureRequest {
  /** Whose record it asks for. */
  readonly personId: PersonId;
  readonly kind: "disclosure";
  /** `over` once it is answered, refused or taken back: nothing is made for it any more. */
  readonly state: "open" | "over";
}

/** The 開示請求 of that number; undefined for one that does not exist and for a 請求 of another kind. */
export type FindDisclosure = (requestId: string) => Promise<DisclosureRequest | undefined>;

/** Where no register of 請求 is kept: there is nothing to make a package for. */
export const noDisclosures: FindDisclosure = async () => undefined;

/** A double. */
export const memoryDisclosures = (): FindDisclosure & { readonly requests: Map<string, DisclosureRequest> } => {
  const requests = new Map<string, DisclosureRequest>();
  return Object.assign(async (requestId: string) => requests.get(requestId), { requests });
};
