import * as z from "zod";

/** Where the console sends people to sign in: the ward's identity provider, as a public client of the code flow with PKCE. */
export const consoleIdentitySchema = z.strictObject({
  issuer: z.url(),
  authorizationEndpoint: z.url(),
  tokenEndpoint: z.url(),
  clientId: z.string().min(1),
});
export type ConsoleIdentity = z.infer<typeof consoleIdentitySchema>;

/** What `/console/config.json` tells the console. `apiBase` is relative to the console's page; `/v1/…` is appended to it. */
export type ConsoleConfig = { readonly apiBase: string } & (ConsoleIdentity | { readonly issuer: null });

/**
 * Routes beside the operations: the console's own files, which hold no data of anybody. They need no token and leave no
 * entry in the access trail; what the console shows comes through the operations, which do.
 */
export const consoleRoutes = [
  { method: "GET", path: "/console" },
  { method: "GET", path: "/console/{file+}" },
] as const;
