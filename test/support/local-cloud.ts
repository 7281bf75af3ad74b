import { inject } from "vitest";
import { localFolder } from "../../tools/local/folders.ts";
import { openIdentityProvider } from "../../tools/local/identity-provider.ts";
import type {} from "./e2e-setup.ts";

/** One turn of a function that runs by the clock, as its schedule would take it. Gives the HTTP status of the invocation. */
export const runByTheClock = async (endpoint: string, name: string): Promise<number> => {
  const response = await fetch(`${endpoint}/2015-03-31/functions/kokunen-local-${name}/invocations`, {
    method: "POST",
    headers: { authorization: "AWS4-HMAC-SHA256 Credential=local/20261123/ap-northeast-1/lambda/aws4_request" },
    body: "{}",
  });
  return response.status;
};

/** The local cloud that e2e-setup.ts started for this run, with an identity provider whose tokens it takes. */
export const localCloud = async () => ({
  endpoint: inject("endpoint"),
  deployment: inject("deployment"),
  identityProvider: await openIdentityProvider(localFolder),
});
