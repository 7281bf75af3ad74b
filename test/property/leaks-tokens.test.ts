import { randomBytes } from "node:crypto";
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from "jose";
import { describe, expect, it } from "vitest";
import { identifyBy } from "../../functions/identify.ts";
import { authenticator } from "../../shared/access/token.ts";
import type { Instant } from "../../shared/law/calendar.ts";
import { memoryDatabase } from "../../shared/stores/memory-database.ts";
import { type MarkedPerson, markedPeople, secretsOf } from "../support/leaks/marked-people.ts";
import { leakSearch } from "../support/leaks/search.ts";
import { openWitnessed } from "../support/leaks/witnessed-office.ts";

const [one] = markedPeople(1, 61) as [MarkedPerson];
const search = leakSearch(secretsOf([one]));

describe("personal data in tokens", () => {
  it("comes out of no token that is refused, however it is built", async () => {
    const { publicKey, privateKey } = await generateKeyPair("ES256", { extractable: true });
    const stranger = await generateKeyPair("ES256", { extractable: true });
    const provider = {
      issuer: "https://login.ward.example",
      audience: "kokunen",
      jwks: { keys: [{ ...(await exportJWK(publicKey)), kid: "k1", alg: "ES256" }] },
    };
    const now = Date.parse("2026-11-23T01:00:00.000Z");
    const database = memoryDatabase();
    const identify = identifyBy({
      authenticate: authenticator(provider, () => now),
      database,
      clock: () => new Date(now).toISOString() as Instant,
      random: randomBytes,
      sessionMinutes: 600,
      firstHeads: [],
    });
    const office = openWitnessed({ identify });
    try {
      const claims: JWTPayload = {
        iss: provider.issuer,
        aud: provider.audience,
        sub: one.name,
        exp: now / 1000 + 600,
        roles: [one.individualNumber],
        amr: [one.name],
        department: one.name,
        sid: one.individualNumber,
        auth_time: now / 1000 - 60,
        terminal: one.individualNumber,
        name: one.name,
      };
      const sign = (over: JWTPayload, key = privateKey, kid = "k1") =>
        new SignJWT({ ...claims, ...over }).setProtectedHeader({ alg: "ES256", kid }).sign(key);
      const tokens = [
        await sign({}),
        await sign({ roles: ["clerk"], amr: ["pwd", "bio"] }),
        await sign({ sub: "clerk-1", roles: ["clerk"], amr: ["pwd"], department: "pension" }),
        await sign({
          sub: "clerk-1",
          roles: ["clerk"],
          amr: ["pwd", "bio"],
          department: "pension",
          terminal: one.name.repeat(20),
        }),
        await sign({}, stranger.privateKey),
        await sign({}, privateKey, one.individualNumber),
        new UnsecuredJWT(claims).encode(),
        `${Buffer.from(one.name).toString("base64url")}.${Buffer.from(JSON.stringify(one)).toString("base64url")}.${one.individualNumber}`,
        one.individualNumber,
        encodeURIComponent(one.name),
      ];
      for (const token of tokens)
        for (const scheme of ["Bearer ", "bearer ", "", `Basic ${one.individualNumber}:`])
          for (const path of ["/v1/filings", `/v1/people/${one.atenaNumber}`, `/v1/${one.individualNumber}`]) {
            const answer = await office.ask("GET", path, { token: `${scheme}${token}`, purpose: "filing" });
            expect(answer.status).toBe(401);
          }
      for (const [place, text] of Object.entries(office.outside())) expect([place, search(text)]).toEqual([place, []]);
      expect(office.database.dump("audit").length).toBe(office.operations());
    } finally {
      office.stop();
    }
  });
});
