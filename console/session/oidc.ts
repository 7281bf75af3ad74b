import type { ConsoleIdentity } from "../../shared/contracts/console.ts";
import type { PendingLogin } from "./pending-login.ts";
import { challengeOf } from "./pkce.ts";

/** The address of the console's page: registered with the ward's identity provider as the only place to come back to. */
export const redirectUri = (page: Location): string => `${page.origin}${page.pathname}`;

interface Beginning {
  readonly identity: ConsoleIdentity;
  readonly pending: PendingLogin;
  readonly redirect: string;
  /** After a lock the person must show both factors anew. */
  readonly again: boolean;
}

/** OpenID Connect authorization request: code flow with PKCE (RFC 7636). */
export const authorizationAddress = async ({ identity, pending, redirect, again }: Beginning): Promise<string> => {
  const address = new URL(identity.authorizationEndpoint);
  const asked = {
    response_type: "code",
    client_id: identity.clientId,
    redirect_uri: redirect,
    scope: "openid",
    state: pending.state,
    nonce: pending.nonce,
    code_challenge: await challengeOf(pending.verifier),
    code_challenge_method: "S256",
    ...(again ? { prompt: "login", max_age: "0" } : {}),
  };
  for (const [name, value] of Object.entries(asked)) address.searchParams.set(name, value);
  return address.href;
};

/** Why somebody was not signed in, in words for them. */
export type SignInResult = { readonly token: string } | { readonly failure: string };

const claimsOf = (token: unknown): Record<string, unknown> => {
  const [, body = ""] = typeof token === "string" ? token.split(".") : [];
  try {
    return JSON.parse(atob(body.replaceAll("-", "+").replaceAll("_", "/"))) as Record<string, unknown>;
  } catch {
    return {};
  }
};

const mismatch = { failure: "サインインの応答が、この画面の求めたものと一致しません。もう一度サインインしてください" };

interface Return {
  readonly identity: ConsoleIdentity;
  readonly pending: PendingLogin | null;
  readonly answer: URLSearchParams;
  readonly redirect: string;
  readonly fetch: typeof fetch;
}

/**
 * Turns the provider's answer into an access token. The answer must be to our question (state), from our provider (`iss`,
 * RFC 9207, where it says so), and the ID token must carry our nonce; its signature need not be checked, because it comes
 * from the token endpoint itself (OpenID Connect Core 3.1.3.7). The API verifies the access token.
 */
export const completeSignIn = async ({ identity, pending, answer, redirect, fetch }: Return): Promise<SignInResult> => {
  if (pending === null || answer.get("state") !== pending.state) return mismatch;
  if (answer.has("iss") && answer.get("iss") !== identity.issuer) return mismatch;
  const code = answer.get("code");
  if (code === null) return { failure: "認証基盤がサインインを認めませんでした" };
  const response = await fetch(identity.tokenEndpoint, {
    method: "POST",
    credentials: "omit",
    cache: "no-store",
    body: new URLSearchParams({
      grant_type: "authorization_code",
      code,
      redirect_uri: redirect,
      client_id: identity.clientId,
      code_verifier: pending.verifier,
    }),
  }).catch(() => null);
  const told = (await response?.json().catch(() => null)) as Record<string, unknown> | null | undefined;
  if (!response?.ok || typeof told?.access_token !== "string")
    return { failure: "認証基盤からトークンを受け取れません" };
  const claims = claimsOf(told.id_token);
  if (claims.nonce !== pending.nonce || claims.iss !== identity.issuer || claims.aud !== identity.clientId)
    return mismatch;
  return { token: told.access_token };
};
