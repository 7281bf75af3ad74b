import { describe, expect, it } from "vitest";
import { contractApi } from "./support/contract-api.ts";
import { openConsole, signIn, useBrowser } from "./support/desk.ts";

useBrowser();

describe("signing in to the console", () => {
  it("leads through the ward's provider with PKCE, and no token or code stays in the address or in storage", async () => {
    const { calls, api } = contractApi();
    const { page } = await openConsole({ api });
    const asked = page.waitForRequest(/\/authorize\?/);
    const exchanged = page.waitForRequest(/\/token$/);
    await signIn(page, "auditor-01");
    const question = new URL((await asked).url()).searchParams;
    expect(question.get("code_challenge_method")).toBe("S256");
    const form = new URLSearchParams((await exchanged).postData() ?? "");
    expect(form.get("code_verifier")).not.toBe(question.get("code_challenge"));
    expect(page.url()).toMatch(/\/console\/index\.html(#.*)?$/);
    expect(await page.evaluate("JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])")).toBe(
      '[{},{},""]',
    );
    expect(calls.map(({ path }) => path)).toContain("/v1/session");
    expect(calls.flatMap(({ query }) => Object.values(query)).join()).not.toContain("eyJ");
  });

  it("refuses an answer to a question that this screen did not ask", async () => {
    const { page, served } = await openConsole();
    const tokens: string[] = [];
    page.on("request", (request) => request.url().endsWith("/token") && tokens.push(request.url()));
    await page.getByRole("button", { name: "サインイン" }).click();
    await page.waitForURL(/\/authorize\?/);
    await page.goto(`${served.address}/index.html?code=stolen&state=of-another`);
    await page.getByRole("alert").getByText("一致しません").waitFor();
    expect(page.url()).not.toContain("stolen");
    expect(tokens).toEqual([]);
    await page.getByRole("heading", { name: "サインイン" }).waitFor();
  });

  it("refuses a token answer without the nonce that was asked for", async () => {
    const { page } = await openConsole();
    await page.getByRole("button", { name: "サインイン" }).click();
    await page.waitForURL(/\/authorize\?/);
    await page.goto(page.url().replace(/nonce=[^&]+/, "nonce=of-another"));
    await page.getByRole("button", { name: "auditor-01", exact: true }).click();
    await page.getByRole("alert").getByText("一致しません").waitFor();
  });

  it("says so where the ward has not arranged its provider, and offers no way in", async () => {
    const { page } = await openConsole({ unconfigured: true });
    await page.getByRole("heading", { name: "まだ設定されていません" }).waitFor();
    expect(await page.getByRole("button").count()).toBe(0);
  });

  it("goes back outside when the API no longer takes the token", async () => {
    const { api } = contractApi();
    let ended = false;
    const { page } = await openConsole({
      api: async (call) =>
        ended ? { status: 401, body: { title: "終わりました", detail: "セッションが終わりました" } } : api(call),
    });
    await signIn(page, "auditor-01");
    ended = true;
    await page.keyboard.press("Alt+Digit4");
    await page.getByRole("heading", { name: "サインインが終わりました" }).waitFor();
    expect(await page.getByRole("navigation").count()).toBe(0);
  });
});
