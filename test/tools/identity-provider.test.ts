import { execFile } from "node:child_process";
import { stat } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { createLocalJWKSet, errors, jwtVerify } from "jose";
import { describe, expect, it } from "vitest";
import { localFolder } from "../../tools/local/folders.ts";
import { openIdentityProvider } from "../../tools/local/identity-provider.ts";
import { scratchFolder } from "./scratch.ts";

const verify = (token: string, { jwks, issuer, audience }: Awaited<ReturnType<typeof openIdentityProvider>>) =>
  jwtVerify(token, createLocalJWKSet(jwks), { issuer, audience, algorithms: ["ES256"] });

describe("the development identity provider", () => {
  it("signs a token that its published keys verify, of an officer with two factors", async () => {
    const provider = await openIdentityProvider(await scratchFolder());
    const { payload } = await verify(await provider.mintToken({ officer: "officer-7" }), provider);
    expect(payload).toMatchObject({
      iss: "http://127.0.0.1/kokunen-dev-idp",
      aud: "kokunen",
      sub: "officer-7",
      sid: expect.stringMatching(/^[\w-]{36}$/),
      auth_time: expect.any(Number),
      amr: ["pwd", "bio"],
      department: "pension",
      counter: "main-office",
      terminal: "terminal-01",
    });
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(8 * 60 * 60);
    // What they may do is no matter of the token.
    expect(payload).not.toHaveProperty("roles");
  });

  it("mints what a test asks for: another department, one factor, another counter, a token already expired", async () => {
    const provider = await openIdentityProvider(await scratchFolder());
    const request = { officer: "o", department: "audit", amr: ["pwd"], counter: "south", session: "s-1" } as const;
    const { payload } = await verify(await provider.mintToken(request), provider);
    expect(payload).toMatchObject({ department: "audit", amr: ["pwd"], counter: "south", sid: "s-1" });
    await expect(verify(await provider.mintToken({ ...request, expiresIn: "-1m" }), provider)).rejects.toThrow(
      errors.JWTExpired,
    );
  });

  it("keeps its key between runs, also when two runs start at once, readable by its owner alone", async () => {
    const folder = await scratchFolder();
    const [one, two] = await Promise.all([openIdentityProvider(folder), openIdentityProvider(folder)]);
    const later = await openIdentityProvider(folder);
    expect(two.jwks).toEqual(one.jwks);
    expect(later.jwks).toEqual(one.jwks);
    expect((await stat(path.join(folder, "identity-provider.jwk.json"))).mode & 0o777).toBe(0o600);
  });

  it("publishes no secret", async () => {
    const { jwks } = await openIdentityProvider(await scratchFolder());
    expect(Object.keys(jwks.keys[0] ?? {}).sort()).toEqual(["alg", "crv", "kid", "kty", "use", "x", "y"]);
  });
});

describe("npm run token", () => {
  const token = (...args: string[]) =>
    promisify(execFile)(process.execPath, [path.resolve(import.meta.dirname, "../../tools/local/token.ts"), ...args]);

  it("prints nothing but a token", async () => {
    const { stdout } = await token("--role", "clerk", "--counter", "north");
    const { payload } = await verify(stdout.trim(), await openIdentityProvider(localFolder));
    expect(payload).toMatchObject({ sub: "clerk-01", department: "pension", counter: "north" });
  });

  it("prints the token of a system, which is its own subject", async () => {
    const { stdout } = await token("--system", "tax");
    const { payload } = await verify(stdout.trim(), await openIdentityProvider(localFolder));
    expect(payload).toMatchObject({ sub: "tax", client_id: "tax" });
    expect(payload).not.toHaveProperty("amr");
  });

  it.each([
    [["--role", "king"]],
    [["--role", "system"]],
    [["--system", "moon"]],
    [[]],
    [["--role", "clerk", "--counter", "moon"]],
    [["--colour", "red"]],
  ])("explains itself when asked %j", async (args) => {
    await expect(token(...args)).rejects.toMatchObject({
      code: 1,
      stdout: "",
      stderr: expect.stringContaining("使い方"),
    });
  });
});
