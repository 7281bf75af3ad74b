import { exportJWK, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from "jose";
import { describe, expect, it } from "vitest";
import { authenticator, showsTwoFactors } from "../../../shared/access/token.ts";

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
  roles: ["clerk"],
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
  it("with two factors tells who calls, from which terminal and counter", async () => {
    expect(await authenticate(`Bearer ${await sign()}`)).toEqual({
      officer: "officer-1",
      roles: ["clerk"],
      department: "pension",
      counter: "main-office",
      terminal: "t-01",
      session: null,
      system: null,
    });
  });

  it("of a system needs no second factor, and none of a person", async () => {
    expect(await authenticate(`Bearer ${await sign({ roles: ["system"], amr: [] })}`)).toMatchObject({
      roles: ["system"],
    });
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
        return `${head}.${base64({ ...staff, roles: ["manager"] })}.${signature}`;
      },
    ],
    ["no role", () => sign({ roles: [] })],
    ["roles left out", () => without("roles")],
    ["a role nobody knows", () => sign({ roles: ["clerk", "root"] })],
    ["a person who is a system too", () => sign({ roles: ["clerk", "system"] })],
    ["one factor", () => sign({ amr: ["pwd"] })],
    ["two factors of one kind", () => sign({ amr: ["pwd", "pin"] })],
    ["no factor", () => sign({ amr: [] })],
    ["factors left out", () => without("amr")],
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
