import { createLocalJWKSet, type JSONWebKeySet, type JWTPayload, jwtVerify } from "jose";
import * as z from "zod";
import { type Department, departments } from "../domain/departments.ts";
import { type OfficerId, officerIdPattern } from "../domain/ids.ts";
import { keysOf } from "../domain/keys-of.ts";

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

const sub = z
  .string()
  .regex(officerIdPattern)
  .transform((value) => value as OfficerId);
/** No number of a person is anybody's session, counter or terminal: all three stand in the trail. */
const sid = z.string().regex(/^(?!\d+$)[\w.~-]{1,64}$/);

const personClaims = z.object({
  sub,
  sid,
  auth_time: z.int().nonnegative(),
  amr: z.array(z.string()).default([]),
  department: z.enum(keysOf(departments)).exclude(["linked-system"]),
  counter: z
    .string()
    .regex(/^(?!.*\d{10})[\w.-]{0,20}$/)
    .default(""),
  terminal: z.string().regex(/^(?!.*\d{10})[\w.:@-]{1,64}$/),
});

/** RFC 9068: a client that calls for itself is its own subject. */
const ownClient = ({ sub, client_id, azp }: JWTPayload) => sub !== undefined && sub === (client_id ?? azp);

/** A person at a terminal, with both factors. */
export interface VouchedPerson {
  readonly kind: "person" | "one-factor";
  readonly officer: OfficerId;
  readonly department: Department;
  readonly counter: string;
  readonly terminal: string;
  readonly session: string;
  /** When the factors were shown, in seconds since 1970. */
  readonly authenticatedAt: number;
}

/** Whom a genuine token is about. What they may do is no matter of the token. `one-factor` is not to be let in. */
export type Vouched = VouchedPerson | { readonly kind: "system"; readonly officer: OfficerId };

export interface IdentityProvider {
  readonly issuer: string;
  readonly audience: string;
  readonly jwks: JSONWebKeySet;
}

/** Verifies an Authorization header. Every flaw gives the same `undefined`: the caller learns nothing from it. */
export type Authenticate = (authorization: string | undefined) => Promise<Vouched | undefined>;

const bearer = (authorization: string | undefined) =>
  /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization ?? "")?.[1];

const vouchedBy = (payload: JWTPayload): Vouched | undefined => {
  if (ownClient(payload)) {
    const officer = sub.safeParse(payload.sub).data;
    return officer && { kind: "system", officer };
  }
  const { data } = personClaims.safeParse(payload);
  return (
    data && {
      kind: showsTwoFactors(data.amr) ? "person" : "one-factor",
      officer: data.sub,
      department: data.department,
      counter: data.counter,
      terminal: data.terminal,
      session: data.sid,
      authenticatedAt: data.auth_time,
    }
  );
};

/** `now` in milliseconds since 1970, for the token's times. */
export const authenticator = (provider: IdentityProvider, now: () => number): Authenticate => {
  const keys = createLocalJWKSet(provider.jwks);
  return async (authorization) => {
    const token = bearer(authorization);
    if (!token) return undefined;
    const verified = await jwtVerify(token, keys, {
      issuer: provider.issuer,
      audience: provider.audience,
      algorithms: ["ES256", "PS256", "RS256"],
      requiredClaims: ["exp", "sub"],
      currentDate: new Date(now()),
    }).catch(() => undefined);
    return verified && vouchedBy(verified.payload);
  };
};

const claimed = z.object({ sub, sid: sid.optional() });

/**
 * Whom and which session a token speaks of, by its own word alone: enough to begin reading while its signature is being
 * verified, and for nothing else.
 */
export const claimedBy = (
  authorization: string | undefined,
): { readonly officer: OfficerId; readonly session: string | undefined } | undefined => {
  try {
    const payload = Buffer.from(bearer(authorization)?.split(".")[1] ?? "", "base64url").toString("utf8");
    const { sub, sid } = claimed.parse(JSON.parse(payload));
    return { officer: sub, session: sid };
  } catch {
    return undefined;
  }
};
