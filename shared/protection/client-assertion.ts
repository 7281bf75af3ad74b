import type { Mac } from "./mac.ts";

interface Assertion {
  readonly clientId: string;
  readonly audience: string;
  /** Seconds since 1970. */
  readonly issuedAt: number;
  /** Drawn at random: the authorization server takes each but once. */
  readonly id: string;
}

/** Seconds for which an assertion may be used: long enough for clocks that differ a little. */
const validFor = 60;

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");

/** `client_secret_jwt` (OpenID Connect Core §9, RFC 7523 §2.2): HS256, signed where the secret is kept. */
export const clientAssertion = async ({ clientId, audience, issuedAt, id }: Assertion, mac: Mac): Promise<string> => {
  const claims = { iss: clientId, sub: clientId, aud: audience, jti: id, iat: issuedAt, exp: issuedAt + validFor };
  const signed = `${part({ alg: "HS256", typ: "JWT" })}.${part(claims)}`;
  return `${signed}.${Buffer.from(await mac(signed)).toString("base64url")}`;
};
