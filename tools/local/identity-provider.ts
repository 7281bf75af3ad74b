import { randomUUID } from "node:crypto";
import { link, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import {
  calculateJwkThumbprint,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JSONWebKeySet,
  type JWK,
  type JWTPayload,
  SignJWT,
} from "jose";
import type { Department } from "../../shared/domain/departments.ts";

const localIssuer = "http://127.0.0.1/kokunen-dev-idp";
const localAudience = "kokunen";

/** The counters of the synthetic ward: 本庁 and four 支所. */
export const counters = ["main-office", "north", "central", "south", "west"] as const;

type TokenRequest = {
  /** The officer's id, `sub`; for a system the id of its client. */
  officer: string;
  /** How the officer proved who they are (RFC 8176); two factors unless a test wants fewer. */
  amr?: readonly string[];
  department?: Department;
  counter?: (typeof counters)[number];
  terminal?: string;
  /** The session at the provider, `sid`; a new one unless given. */
  session?: string;
  /** When the factors were shown, `auth_time` in seconds since 1970; now unless given. */
  authenticatedAt?: number;
  /** As jose reads it, `8h` or `-1m`. */
  expiresIn?: string;
};

export type IdentityProvider = {
  issuer: string;
  audience: string;
  jwks: JSONWebKeySet;
  /** A signed access token of a person at a terminal. What they may do is for the ledger of rights to say. */
  mintToken(request: TokenRequest): Promise<string>;
  /** A signed access token of a system that calls for itself (client credentials). */
  mintSystemToken(client: string): Promise<string>;
  /** A signed ID token (OpenID Connect Core 2): who signed in, for which client, to which question. */
  mintIdToken(told: { officer: string; clientId: string; nonce: string }): Promise<string>;
};

const algorithm = "ES256";

/** Creates the key pair on the first call. Of runs that do so at once, the first to finish wins and all use its key. */
const privateKey = async (directory: string): Promise<JWK> => {
  const file = path.join(directory, "identity-provider.jwk.json");
  const read = async () => JSON.parse(await readFile(file, "utf8")) as JWK;
  try {
    return await read();
  } catch {
    const { privateKey } = await generateKeyPair(algorithm, { extractable: true });
    const draft = `${file}.${process.pid}.${performance.now()}`;
    await mkdir(directory, { recursive: true });
    await writeFile(draft, JSON.stringify(await exportJWK(privateKey)), { mode: 0o600 });
    await link(draft, file).catch(() => undefined);
    await rm(draft);
    return read();
  }
};

/**
 * The development identity provider: stands where the ward's own OIDC provider stands. It signs whatever it is asked to,
 * so its public key belongs in a local deployment only.
 */
export const openIdentityProvider = async (directory: string): Promise<IdentityProvider> => {
  const jwk = await privateKey(directory);
  const { d: _secret, ...publicKey } = jwk;
  const kid = await calculateJwkThumbprint(publicKey);
  const key = await importJWK(jwk, algorithm);
  const signed = (claims: JWTPayload, subject: string, expiresIn: string) =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: algorithm, kid, typ: "at+jwt" })
      .setIssuer(localIssuer)
      .setAudience(localAudience)
      .setSubject(subject)
      .setIssuedAt()
      .setExpirationTime(expiresIn)
      .sign(key);
  return {
    issuer: localIssuer,
    audience: localAudience,
    jwks: { keys: [{ ...publicKey, kid, alg: algorithm, use: "sig" }] },
    mintToken: ({
      officer,
      amr = ["pwd", "bio"],
      department = "pension",
      counter = "main-office",
      terminal = "terminal-01",
      session = randomUUID(),
      authenticatedAt = Math.floor(Date.now() / 1000),
      expiresIn = "8h",
    }) =>
      signed(
        { amr, department, counter, terminal, sid: session, auth_time: authenticatedAt, client_id: "kokunen-console" },
        officer,
        expiresIn,
      ),
    mintSystemToken: (client) => signed({ client_id: client }, client, "1h"),
    mintIdToken: ({ officer, clientId, nonce }) =>
      new SignJWT({ nonce })
        .setProtectedHeader({ alg: algorithm, kid, typ: "JWT" })
        .setIssuer(localIssuer)
        .setAudience(clientId)
        .setSubject(officer)
        .setIssuedAt()
        .setExpirationTime("5m")
        .sign(key),
  };
};
