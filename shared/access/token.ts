import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from "jose";
import * as z from "zod";
import { departments } from "../domain/departments.ts";
import type { OfficerId } from "../domain/ids.ts";
import { keysOf } from "../domain/keys-of.ts";
import { roles } from "../domain/roles.ts";
import { type Caller, type Identify, unknownActor } from "./caller.ts";

/** What RFC 8176 calls each kind of factor: something known, something had, something one is. */
const factors = {
  known: ["pwd", "pin", "kba"],
  had: ["hwk", "swk", "sc", "otp", "pop"],
  is: ["bio", "face", "fpt", "iris", "retina", "vbm"],
} as const;

/** Two factors of different kinds, or the provider's own word for it. 評価書 III-3 リスク2: 生体とパスワードによる二要素認証. */
export const showsTwoFactors = (amr: readonly string[]): boolean =>
  amr.includes("mfa") ||
  Object.values(factors).filter((kind) => kind.some((method) => amr.includes(method))).length >= 2;

const claims = z.object({
  sub: z.string().regex(/^[\w.@-]{1,64}$/),
  roles: z.array(z.enum(keysOf(roles))).min(1),
  amr: z.array(z.string()).default([]),
  department: z.enum(keysOf(departments)),
  counter: z.string().max(20).default(""),
  terminal: z.string().max(64).default(""),
});

export interface IdentityProvider {
  readonly issuer: string;
  readonly audience: string;
  readonly jwks: JSONWebKeySet;
}

/** Verifies an Authorization header. Every flaw gives the same `undefined`: the caller learns nothing from it. */
export type Authenticate = (authorization: string | undefined) => Promise<Caller | undefined>;

/** `now` in milliseconds since 1970, for the token's times. */
export const authenticator = (provider: IdentityProvider, now: () => number): Authenticate => {
  const keys = createLocalJWKSet(provider.jwks);
  return async (authorization) => {
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization ?? "")?.[1];
    if (!token) return undefined;
    const verified = await jwtVerify(token, keys, {
      issuer: provider.issuer,
      audience: provider.audience,
      algorithms: ["ES256", "PS256", "RS256"],
      requiredClaims: ["exp", "sub"],
      currentDate: new Date(now()),
    }).catch(() => undefined);
    const parsed = claims.safeParse(verified?.payload);
    if (!parsed.success) return undefined;
    const { sub, amr, ...caller } = parsed.data;
    const isSystem = caller.roles.every((role) => role === "system");
    if (!isSystem && (caller.roles.includes("system") || !showsTwoFactors(amr))) return undefined;
    return { officer: sub as OfficerId, ...caller, session: null, system: null };
  };
};

/** Whoever the token vouches for. */
export const identifyBy =
  (authenticate: Authenticate): Identify =>
  async ({ authorization }) =>
    (await authenticate(authorization)) ?? { refused: "no-token", actor: unknownActor };
