import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { readConsoleFiles } from "../../../functions/console/console-files.ts";
import { serveConsole } from "../../../functions/console/serve-console.ts";

const identity = {
  issuer: "https://idp.ward.example",
  authorizationEndpoint: "https://idp.ward.example/authorize",
  tokenEndpoint: "https://idp.ward.example:8443/token",
  clientId: "kokunen-console",
};
const hashed = "assets/index-AbCd_-12.js";
const files = new Map([
  ["index.html", { type: "text/html; charset=utf-8", text: "<!doctype html>" }],
  [hashed, { type: "text/javascript; charset=utf-8", text: "1" }],
]);
const console = serveConsole(files, identity);
const get = (path: string) => console({ httpMethod: "GET", path });

describe("the function that hands out the console", () => {
  it.each([
    ["/console", "console/index.html"],
    ["/console/", "index.html"],
    ["/restapis/x/ward/_user_request_/console", "console/index.html"],
  ])("leads from %s to the page by a relative address", async (path, location) => {
    expect(await get(path)).toMatchObject({ statusCode: 302, headers: { location, "cache-control": "no-store" } });
  });

  it("lets the page load nothing from elsewhere, speak to the API and the ward's provider, and stand in no frame", async () => {
    const { headers } = await get("/console/index.html");
    expect(headers).toMatchObject({
      "content-security-policy":
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self' https://idp.ward.example:8443; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      "x-content-type-options": "nosniff",
      "cache-control": "no-store",
    });
  });

  it("says the same of every answer, also of a refusal", async () => {
    for (const path of ["/console", "/console/config.json", `/console/${hashed}`, "/console/none.js"]) {
      expect((await get(path)).headers).toHaveProperty("content-security-policy");
    }
  });

  it("lets a browser keep what is named by its content, and nothing else", async () => {
    expect((await get(`/console/${hashed}`)).headers?.["cache-control"]).toContain("immutable");
    for (const path of ["index.html", "config.json", "none"]) {
      expect((await get(`/console/${path}`)).headers?.["cache-control"]).toBe("no-store");
    }
  });

  it("tells where to sign in, and that nobody can where it is not arranged", async () => {
    expect(JSON.parse((await get("/console/config.json")).body)).toEqual({ apiBase: "..", ...identity });
    const closed = serveConsole(files, null);
    const told = await closed({ httpMethod: "GET", path: "/console/config.json" });
    expect(JSON.parse(told.body)).toEqual({ apiBase: "..", issuer: null });
    expect(told.headers?.["content-security-policy"]).toContain("connect-src 'self';");
  });

  it.each(["../handler.js", "%2e%2e/index.js", "assets/", "constructor", "index.html/", "assets/../index.html"])(
    "has no file %s",
    async (name) => {
      expect((await get(`/console/${name}`)).statusCode).toBe(404);
    },
  );

  it("answers nothing but GET", async () => {
    expect(await console({ httpMethod: "POST", path: "/console/index.html" })).toMatchObject({ statusCode: 405 });
  });

  it("does not start with a file of a kind it does not know", () => {
    const folder = mkdtempSync(join(tmpdir(), "console-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    mkdirSync(join(folder, "assets"));
    writeFileSync(join(folder, "index.html"), "<!doctype html>");
    writeFileSync(join(folder, hashed), "1");
    expect([...readConsoleFiles(folder).keys()].toSorted()).toEqual([hashed, "index.html"]);
    writeFileSync(join(folder, "assets/secret.pem"), "");
    expect(() => readConsoleFiles(folder)).toThrow("unknown kind");
  });
});
