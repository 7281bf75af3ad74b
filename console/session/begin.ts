import type { ConsoleConfig, ConsoleIdentity } from "../../shared/contracts/console.ts";
import { completeSignIn, redirectUri } from "./oidc.ts";
import { takePendingLogin } from "./pending-login.ts";

/** The only place an access token is kept: memory, and emptied when the screen locks. */
export interface TokenBox {
  current: string | null;
}

/** How the console finds itself when its page is opened. */
export type Beginning =
  | { readonly stage: "failed"; readonly failure: string }
  | { readonly stage: "not-configured" }
  | {
      readonly stage: "signed-out";
      readonly apiBase: string;
      readonly identity: ConsoleIdentity;
      readonly failure: string | null;
    }
  | {
      readonly stage: "signed-in";
      readonly apiBase: string;
      readonly identity: ConsoleIdentity;
      readonly token: TokenBox;
    };

/** Reads the configuration and, where the page was come back to, finishes signing in. The answer leaves the address bar at once. */
export const begin = async (): Promise<Beginning> => {
  const answer = new URLSearchParams(location.search);
  const pending = takePendingLogin(sessionStorage);
  if (location.search !== "") history.replaceState(null, "", `${location.pathname}${pending?.hash ?? ""}`);
  const response = await fetch("config.json", { cache: "no-store" }).catch(() => null);
  if (!response?.ok) return { stage: "failed", failure: "画面の設定を読めません。時間をおいてもう一度開いてください" };
  const config = (await response.json()) as ConsoleConfig;
  if (config.issuer === null) return { stage: "not-configured" };
  const { apiBase, ...identity } = config;
  if (!answer.has("state") && !answer.has("code")) return { stage: "signed-out", apiBase, identity, failure: null };
  const result = await completeSignIn({
    identity,
    pending,
    answer,
    redirect: redirectUri(location),
    fetch: (...asked) => fetch(...asked),
  });
  return "token" in result
    ? { stage: "signed-in", apiBase, identity, token: { current: result.token } }
    : { stage: "signed-out", apiBase, identity, failure: result.failure };
};
