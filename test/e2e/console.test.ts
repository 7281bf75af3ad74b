import chromium from "@sparticuz/chromium";
import { type Browser, type Page, chromium as playwright } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDesk } from "../../tools/demo/client.ts";
import { appoint } from "../../tools/local/appoint.ts";
import { localStores } from "../../tools/local/stores.ts";
import { localCloud } from "../support/local-cloud.ts";

/** Opens the console as it is deployed and signs in at the development provider. */
const signIn = async (page: Page, address: string, officer: string): Promise<void> => {
  await page.goto(address);
  await page.getByRole("button", { name: "サインイン" }).press("Enter");
  await page.getByRole("button", { name: officer, exact: true }).press("Enter");
  await page.getByRole("navigation", { name: "画面" }).waitFor();
};

describe("the console of the deployed application", () => {
  let browser: Browser;
  let address: string;

  beforeAll(async () => {
    const cloud = await localCloud();
    address = `${cloud.deployment.apiUrl}/console`;
    const stores = localStores(cloud);
    try {
      await appoint(stores, { officer: "auditor-01", duty: "auditor", department: "audit" });
    } finally {
      stores.close();
    }
    const clerk = await openDesk(cloud, "clerk-of-console", "clerk");
    expect(await clerk.get("/v1/filings")).toMatchObject({ status: 200 });
    const args = chromium.args.filter((arg) => !["--single-process", "--no-zygote"].includes(arg));
    browser = await playwright.launch({ executablePath: await chromium.executablePath(), args, headless: true });
  });
  afterAll(() => browser.close());

  it("lets an auditor in through the provider and shows what an officer did", async () => {
    const page = await browser.newPage({ locale: "ja-JP" });
    await signIn(page, address, "auditor-01");
    expect(await page.locator("body").textContent()).toContain("auditor-01");
    await page.getByLabel("職員ID").first().fill("clerk-of-console");
    await page.getByRole("button", { name: "検索" }).first().press("Enter");
    await page.getByRole("cell", { name: "clerk-of-console" }).first().waitFor();
    expect(await page.locator("main").textContent()).toContain("受付処理簿を見る");
    await page.close();
  });
});
