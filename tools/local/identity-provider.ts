import { link, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import {
  calculateJwkThumbprint,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JSONWebKeySet,
  type JWK,
  SignJWT,
} from "jose";
import type { Department } from "../../shared/domain/departments.ts";
import type { Role } from "../../shared/domain/roles.ts";

const localIssuer = "http://127.0.0.1/kokunen-dev-idp";
const localAudience = "kokunen";

/** The counters of the synthetic ward: 本庁 and four 支所. */
export const counters = ["main-office", "north", "central", "south", "west"] as const;

type TokenRequest = {
  /** The officer's id, `sub`. */
  officer: string;
  roles: readonly Role[];
  /** How the officer proved who they are (RFC 8176); two factors unless a test wants fewer. */
  amr?: readonly string[];
  department?: Department;
  counter?: (typeof counters)[number];
  terminal?: string;
  /** As jose reads it, `8h` or `-1m`. */
  expiresIn?: string;
};

export type IdentityProvider = {
  issuer: string;
  audience: string;
  jwks: JSONWebKeySet;
  /** A signed access token. */
  mintToken(request: TokenRequest): Promise<string>;
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
  return {
    issuer: localIssuer,
    audience: localAudience,
    jwks: { keys: [{ ...publicKey, kid, alg: algorithm, use: "sig" }] },
    mintToken: ({
      officer,
      roles,
      amr = ["pwd", "bio"],
      department = "pension",
      counter = "main-office",
      terminal = "terminal-01",
      expiresIn = "8h",
    }) =>
      new SignJWT({ roles, amr, department, counter, terminal })
        .setProtectedHeader({ alg: algorithm, kid, typ: "at+jwt" })
        .setIssuer(localIssuer)
        .setAudience(localAudience)
        .setSubject(officer)
        .setIssuedAt()
        .setExpirationTime(expiresIn)
        .sign(key),
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
