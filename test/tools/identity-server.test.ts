import { createHash, randomBytes } from "node:crypto";
import { createLocalJWKSet, jwtVerify } from "jose";
import { describe, expect, it, onTestFinished } from "vitest";
import { openIdentityProvider } from "../../tools/local/identity-provider.ts";
import { startIdentityServer } from "../../tools/local/identity-server.ts";
import { scratchFolder } from "./scratch.ts";

const redirect_uri = "http://127.0.0.1:4000/ward/console/index.html";

const open = async () => {
  const provider = await openIdentityProvider(await scratchFolder());
  const server = await startIdentityServer(provider);
  onTestFinished(server.stop);
  const { authorizationEndpoint, tokenEndpoint, clientId: client_id } = server.consoleIdentity;
  const code_verifier = randomBytes(32).toString("base64url");
  const question = {
    response_type: "code",
    client_id,
    redirect_uri,
    scope: "openid",
    state: "the-state",
    nonce: "the-nonce",
    code_challenge: createHash("sha256").update(code_verifier).digest("base64url"),
    code_challenge_method: "S256",
  };
  const choose = (over: Record<string, string> = {}) =>
    fetch(
      `${authorizationEndpoint.replace("authorize", "choice")}?${new URLSearchParams({ ...question, officer: "auditor-01", ...over })}`,
      {
        redirect: "manual",
      },
    );
  const exchange = (code: string, over: Record<string, string> = {}) =>
    fetch(tokenEndpoint, {
      method: "POST",
      body: new URLSearchParams({
        grant_type: "authorization_code",
        code,
        redirect_uri,
        client_id,
        code_verifier,
        ...over,
      }),
    });
  const codeOf = (answer: Response) => new URL(answer.headers.get("location") ?? "").searchParams.get("code") ?? "";
  return { provider, choose, exchange, codeOf };
};

describe("the development identity provider over HTTP", () => {
  it("comes back with the state, and gives a token of two factors and an ID token with the nonce", async () => {
    const { provider, choose, exchange, codeOf } = await open();
    const chosen = await choose();
    expect(chosen.headers.get("location")).toContain("state=the-state");
    const told = (await (await exchange(codeOf(chosen))).json()) as { access_token: string; id_token: string };
    const keys = createLocalJWKSet(provider.jwks);
    const access = await jwtVerify(told.access_token, keys, { issuer: provider.issuer, audience: provider.audience });
    expect(access.payload).toMatchObject({ sub: "auditor-01", department: "audit", amr: ["pwd", "bio"] });
    const id = await jwtVerify(told.id_token, keys, { issuer: provider.issuer, audience: "kokunen-console" });
    expect(id.payload).toMatchObject({ sub: "auditor-01", nonce: "the-nonce" });
  });

  it("gives nothing for a code used twice, another verifier, another address or another client", async () => {
    const { choose, exchange, codeOf } = await open();
    const once = codeOf(await choose());
    expect((await exchange(once)).status).toBe(200);
    expect((await exchange(once)).status).toBe(400);
    for (const name of ["code_verifier", "redirect_uri", "client_id"]) {
      expect((await exchange(codeOf(await choose()), { [name]: "another" })).status).toBe(400);
    }
  });

  it("leads nobody off this machine, and asks for PKCE", async () => {
    const { choose } = await open();
    expect((await choose({ redirect_uri: "https://elsewhere.example/" })).status).toBe(400);
    expect((await choose({ code_challenge_method: "plain" })).status).toBe(400);
    expect((await choose({ code_challenge: "" })).status).toBe(400);
  });
});
