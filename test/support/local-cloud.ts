import { inject } from "vitest";
import { localFolder } from "../../tools/local/folders.ts";
import { openIdentityProvider } from "../../tools/local/identity-provider.ts";
import type {} from "./e2e-setup.ts";

/** The local cloud that e2e-setup.ts started for this run, with an identity provider whose tokens it takes. */
export const localCloud = async () => ({
  endpoint: inject("endpoint"),
  deployment: inject("deployment"),
  identityProvider: await openIdentityProvider(localFolder),
});
