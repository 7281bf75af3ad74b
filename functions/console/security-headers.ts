import type { ConsoleIdentity } from "../../shared/contracts/console.ts";

/**
 * What the browser lets the console do: run its own files, speak to the API it came from and to the ward's identity
 * provider, and nothing else. No outside resource, no frame around it, no form that leaves.
 */
const contentSecurityPolicy = (identity: ConsoleIdentity | null): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    `connect-src 'self'${identity === null ? "" : ` ${new URL(identity.tokenEndpoint).origin}`}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");

/** On every answer of the console. 評価書 III-3 リスク2 (端末の複写・画面の持出しの抑止). */
export const securityHeaders = (identity: ConsoleIdentity | null): Readonly<Record<string, string>> => ({
  "content-security-policy": contentSecurityPolicy(identity),
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "permissions-policy": "camera=(), display-capture=(), geolocation=(), microphone=(), clipboard-read=()",
});
