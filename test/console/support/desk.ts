import chromium from "@sparticuz/chromium";
import { type Browser, type Locator, type Page, chromium as playwright } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, inject } from "vitest";
import { startConsole } from "./console-server.ts";
import { type ConsoleApi, contractApi } from "./contract-api.ts";
import { now } from "./story.ts";

let browser: Browser;

interface Opening {
  readonly api?: ConsoleApi;
  readonly unconfigured?: boolean;
  readonly width?: number;
}

/** What the browser must never do, kept per page and looked at after each test. */
interface Watch {
  readonly outside: string[];
  readonly blocked: string[];
}

const watches: Watch[] = [];
const closing: (() => Promise<void>)[] = [];

/** One browser for a file of tests; every test's pages are closed and held to what no page may do. */
export const useBrowser = (): void => {
  beforeAll(async () => {
    const executablePath = inject("browserPath");
    // In one process the browser would end with the first page that is closed.
    const args = chromium.args.filter((arg) => !["--single-process", "--no-zygote"].includes(arg));
    browser = await playwright.launch({ executablePath, args, headless: true });
  });
  afterAll(() => browser.close());
  afterEach(async () => {
    for (const close of closing.splice(0)) await close();
    for (const { outside, blocked } of watches.splice(0)) {
      expect(outside, "requests to other origins").toEqual([]);
      expect(blocked, "violations of the content security policy").toEqual([]);
    }
  });
};

/** Opens the console as it is found before anybody signed in. */
export const openConsole = async ({ api = contractApi().api, unconfigured, width = 1280 }: Opening = {}) => {
  const served = await startConsole(inject("consoleFolder"), api, unconfigured);
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    acceptDownloads: true,
    locale: "ja-JP",
  });
  const page = await context.newPage();
  const watch: Watch = { outside: [], blocked: [] };
  watches.push(watch);
  closing.push(async () => {
    await context.close();
    await served.stop();
  });
  await page.clock.install({ time: now });
  await page.route("**/*", (route) => {
    const { origin } = new URL(route.request().url());
    if (origin === served.origin || origin === served.identityOrigin) return route.continue();
    watch.outside.push(route.request().url());
    return route.abort();
  });
  page.on("console", (message) => {
    if (/Content Security Policy/i.test(message.text())) watch.blocked.push(message.text());
  });
  page.on("pageerror", (error) => watch.blocked.push(String(error)));
  await page.goto(served.address);
  return { page, served, context };
};

/** Signs in at the development provider, by keyboard alone. */
export const signIn = async (page: Page, officer: string): Promise<void> => {
  await page.getByRole("button", { name: "サインイン" }).press("Enter");
  await page.getByRole("button", { name: officer, exact: true }).press("Enter");
  await page.getByRole("navigation", { name: "画面" }).waitFor();
};

/** A console at which somebody sits. */
export const sitDown = async (officer = "auditor-01", opening: Opening = {}) => {
  const opened = await openConsole(opening);
  await signIn(opened.page, officer);
  return opened;
};

/** Tabs on until the element has the focus; fails when it cannot be reached by keyboard. */
export const tabToElement = async (page: Page, wanted: Locator): Promise<void> => {
  await wanted.waitFor();
  for (let turn = 0; turn < 150; turn += 1) {
    if (await wanted.evaluate((element) => element === element.ownerDocument.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`not reached by keyboard: ${wanted}`);
};

/** Tabs on until something with that role and name has the focus. */
export const tabTo = (page: Page, role: Parameters<Page["getByRole"]>[0], name: string | RegExp): Promise<void> =>
  tabToElement(page, page.getByRole(role, { name }).first());
