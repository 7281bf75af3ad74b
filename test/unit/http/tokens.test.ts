import { exportJWK, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from "jose";
import { describe, expect, it } from "vitest";
import { authenticator, claimedBy, showsTwoFactors } from "../../../shared/access/token.ts";

const now = Date.parse("2026-11-23T01:00:00.000Z");
const seconds = now / 1000;
const issuer = "https://login.ward.example";
const audience = "kokunen";

const ours = await generateKeyPair("ES256", { extractable: true });
const strange = await generateKeyPair("ES256", { extractable: true });
const jwk = { ...(await exportJWK(ours.publicKey)), kid: "k1", alg: "ES256" };
const authenticate = authenticator({ issuer, audience, jwks: { keys: [jwk] } }, () => now);

const staff: JWTPayload = {
  iss: issuer,
  aud: audience,
  sub: "officer-1",
  iat: seconds - 60,
  exp: seconds + 600,
  auth_time: seconds - 60,
  sid: "session-1",
  amr: ["pwd", "face"],
  department: "pension",
  counter: "main-office",
  terminal: "t-01",
};

const sign = (over: JWTPayload = {}, { key = ours.privateKey, kid = "k1" } = {}) =>
  new SignJWT({ ...staff, ...over }).setProtectedHeader({ alg: "ES256", kid }).sign(key);

const without = (...names: string[]) => {
  const rest = Object.fromEntries(Object.entries(staff).filter(([name]) => !names.includes(name)));
  return new SignJWT(rest).setProtectedHeader({ alg: "ES256", kid: "k1" }).sign(ours.privateKey);
};

const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");

describe("a token of the ward's identity provider", () => {
  it("with two factors tells who calls, from which terminal, counter and session, and nothing of what they may do", async () => {
    expect(await authenticate(`Bearer ${await sign({ roles: ["manager"] })}`)).toEqual({
      kind: "person",
      officer: "officer-1",
      department: "pension",
      counter: "main-office",
      terminal: "t-01",
      session: "session-1",
      authenticatedAt: seconds - 60,
    });
  });

  it("of a client that is its own subject is a system's, and needs no factor, session or terminal", async () => {
    const tokenOf = (claims: JWTPayload) => {
      const { iss, aud, exp } = staff;
      return new SignJWT({ iss, aud, exp, ...claims })
        .setProtectedHeader({ alg: "ES256", kid: "k1" })
        .sign(ours.privateKey);
    };
    const system = { kind: "system", officer: "tax" };
    expect(await authenticate(`Bearer ${await tokenOf({ sub: "tax", client_id: "tax" })}`)).toEqual(system);
    expect(await authenticate(`Bearer ${await tokenOf({ sub: "tax", azp: "tax" })}`)).toEqual(system);
    expect(await authenticate(`Bearer ${await tokenOf({ sub: "tax", client_id: "console" })}`)).toBeUndefined();
    expect(await authenticate(`Bearer ${await tokenOf({ sub: "tax" })}`)).toBeUndefined();
  });

  it.each([
    ["one factor", () => sign({ amr: ["pwd"] })],
    ["two factors of one kind", () => sign({ amr: ["pwd", "pin"] })],
    ["no factor", () => sign({ amr: [] })],
    ["factors left out", () => without("amr")],
  ])("with %s says so, so that whoever tried it is on record", async (_, token) => {
    expect(await authenticate(`Bearer ${await token()}`)).toMatchObject({ kind: "one-factor", officer: "officer-1" });
  });

  it.each([
    ["another issuer", () => sign({ iss: "https://login.elsewhere.example" })],
    ["another audience", () => sign({ aud: "another-system" })],
    ["no issuer", () => without("iss")],
    ["no audience", () => without("aud")],
    ["a time that has passed", () => sign({ exp: seconds - 1 })],
    ["no end", () => without("exp")],
    ["a beginning to come", () => sign({ nbf: seconds + 60 })],
    ["no subject", () => without("sub")],
    ["a subject with a blank", () => sign({ sub: "officer 1" })],
    ["a subject of 65 letters", () => sign({ sub: "a".repeat(65) })],
    ["a key that is not the provider's under its name", () => sign({}, { key: strange.privateKey })],
    ["a key the provider never named", () => sign({}, { key: strange.privateKey, kid: "k2" })],
    ["no signature (alg none)", async () => new UnsecuredJWT(staff).encode()],
    ["alg none and a signature left on", async () => `${base64({ alg: "none" })}.${base64(staff)}.AAAA`],
    [
      "the public key taken for a shared secret",
      async () =>
        new SignJWT(staff)
          .setProtectedHeader({ alg: "HS256", kid: "k1" })
          .sign(new TextEncoder().encode(JSON.stringify(jwk).padEnd(32))),
    ],
    [
      "a claim changed after signing",
      async () => {
        const [head, , signature] = (await sign()).split(".");
        return `${head}.${base64({ ...staff, sub: "manager-1" })}.${signature}`;
      },
    ],
    ["no session", () => without("sid")],
    ["a session of 65 letters", () => sign({ sid: "s".repeat(65) })],
    ["no time of authentication", () => without("auth_time")],
    ["no terminal", () => without("terminal")],
    ["a terminal with a blank", () => sign({ terminal: "t 01" })],
    ["no department", () => without("department")],
    ["a department nobody knows", () => sign({ department: "mayor" })],
    ["the department of the systems, of a person", () => sign({ department: "linked-system" })],
    ["a counter longer than any", () => sign({ counter: "x".repeat(21) })],
  ])("with %s is nobody's", async (_, token) => {
    expect(await authenticate(`Bearer ${await token()}`)).toBeUndefined();
  });

  it.each([
    ["no header", undefined],
    ["an empty header", ""],
    ["another scheme", "Basic b2ZmaWNlcjp4"],
    ["no token after the scheme", "Bearer "],
    ["words", "Bearer let me in"],
    ["two parts of three", "Bearer aaa.bbb"],
  ])("%s is nobody's", async (_, header) => {
    expect(await authenticate(header)).toBeUndefined();
  });

  it("after its end, by the office's own clock, is nobody's any more", async () => {
    const token = `Bearer ${await sign()}`;
    const later = authenticator({ issuer, audience, jwks: { keys: [jwk] } }, () => now + 601_000);
    expect(await authenticate(token)).toBeDefined();
    expect(await later(token)).toBeUndefined();
  });
});

describe("what a token claims of itself, for reading ahead", () => {
  it("is whom and which session it speaks of, whoever signed it", async () => {
    const token = await sign({}, { key: strange.privateKey });
    expect(claimedBy(`Bearer ${token}`)).toEqual({ officer: "officer-1", session: "session-1" });
  });

  it.each([
    ["no header", undefined],
    ["no token", "Bearer "],
    ["a payload that is no JSON", "Bearer aaa.bbb.ccc"],
    ["a payload that names nobody", `Bearer aaa.${base64({})}.ccc`],
    ["a name that is none", `Bearer aaa.${base64({ sub: "a#b" })}.ccc`],
    ["a session that is none", `Bearer aaa.${base64({ sub: "a", sid: "a#b" })}.ccc`],
  ])("is nothing with %s", (_, header) => {
    expect(claimedBy(header)).toBeUndefined();
  });
});

describe("two factors", () => {
  it.each([
    [["pwd", "face"], true],
    [["pwd", "fpt"], true],
    [["pin", "hwk"], true],
    [["otp", "bio"], true],
    [["mfa"], true],
    [["pwd", "kba"], false],
    [["face", "iris"], false],
    [["hwk", "otp"], false],
    [["sms-to-nobody"], false],
    [[], false],
  ])("%j: %s", (amr, shown) => {
    expect(showsTwoFactors(amr)).toBe(shown);
  });
});
