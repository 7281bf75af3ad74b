import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { checkDigitOf } from "../../shared/law/individual-number.ts";
import { contractApi } from "./support/contract-api.ts";
import { sitDown, tabTo, useBrowser } from "./support/desk.ts";
import { watched } from "./support/story.ts";

useBrowser();

const locked = (page: Page) => page.getByRole("heading", { name: "画面をロックしました" });

/** Nothing of the screens is left in the document: what a look into it finds is the door alone. */
const emptied = async (page: Page) => {
  const text = await page.evaluate<string>("document.documentElement.outerHTML");
  expect(text).not.toContain("clerk-3");
  expect(text).not.toContain(watched.subject.slice(0, 10));
  expect(await page.getByRole("table").count()).toBe(0);
};

describe("the lock", () => {
  it("takes everything off the screen after ten minutes without a touch, and asks for both factors anew", async () => {
    const { api, calls } = contractApi();
    const { page } = await sitDown("auditor-01", { api });
    await page.getByText("clerk-3").first().waitFor();
    await page.clock.runFor(9 * 60_000 + 30_000);
    await page.getByText("まもなく画面をロックします").waitFor();
    expect(await locked(page).count()).toBe(0);
    await page.clock.runFor(31_000);
    await locked(page).waitFor();
    expect(await page.title()).toContain("auditor-01");
    await emptied(page);

    const before = calls.length;
    await page.keyboard.press("Alt+Digit4");
    await page.evaluate("location.hash = '#/activity'");
    expect(calls.length).toBe(before);
    const asked = page.waitForRequest(/\/authorize\?/);
    await page.keyboard.press("Enter");
    expect(new URL((await asked).url()).searchParams.get("prompt")).toBe("login");
  });

  it("waits while somebody works", async () => {
    const { page } = await sitDown();
    for (let turn = 0; turn < 4; turn += 1) {
      await page.clock.runFor(5 * 60_000);
      await page.keyboard.press("Shift");
    }
    expect(await locked(page).count()).toBe(0);
  });

  it("holds for a terminal that slept, whatever wakes it", async () => {
    const { page } = await sitDown();
    await page.clock.fastForward("01:00:00");
    await page.keyboard.press("Shift");
    await locked(page).waitFor();
    await emptied(page);
  });

  it("takes the time that the session says", async () => {
    const { page } = await sitDown("auditor-01", { api: contractApi({ idleSeconds: 90 }).api });
    await page.clock.runFor(91_000);
    await locked(page).waitFor();
  });

  it("comes at once by Alt+L, and an answer still under way is not shown", async () => {
    const { api } = contractApi();
    let answer: (() => void) | undefined;
    const slow = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const { page } = await sitDown("auditor-01", {
      api: async (call) => {
        if (call.path === "/v1/audit/activity") await slow;
        return api(call);
      },
    });
    await page.keyboard.press("Alt+Digit4");
    await page.getByRole("heading", { name: "推移" }).waitFor();
    await page.keyboard.press("Alt+KeyL");
    await locked(page).waitFor();
    answer?.();
    await page.clock.runFor(1000);
    await emptied(page);
  });

  it("lets somebody sign in again where they were", async () => {
    const { page } = await sitDown();
    await page.keyboard.press("Alt+Digit5");
    await page.getByRole("heading", { name: "署名の状態" }).waitFor();
    await page.keyboard.press("Alt+KeyL");
    await page.getByRole("button", { name: "もう一度サインインする" }).press("Enter");
    await page.getByRole("button", { name: "auditor-01", exact: true }).press("Enter");
    await page.getByRole("heading", { name: "署名の状態" }).waitFor();
  });
});

describe("the clipboard", () => {
  const eleven = "11223344556";
  const number = `${eleven}${checkDigitOf(eleven)}`;
  const grouped = number.replace(/(\d{4})(?=\d)/g, "$1 ");
  /** What another program would get: pasted beside the console, which itself may not read the clipboard. */
  const clipboard = async (page: Page) => {
    const beside = await page.context().newPage();
    await beside.setContent("<textarea></textarea>");
    await beside.locator("textarea").press("Control+V");
    const pasted = await beside.locator("textarea").inputValue();
    await beside.close();
    return pasted;
  };

  it.each([
    ["a run of twelve digits", number],
    ["groups of four", grouped],
    ["groups with hyphens", grouped.replaceAll(" ", "-")],
    ["full-width digits", number.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))],
  ])("gets no 個人番号 that stands on the screen as %s", async (_, shown) => {
    const { page } = await sitDown();
    await page.evaluate(`document.querySelector("h1").textContent = ${JSON.stringify(`番号 ${shown} です`)}`);
    await page.evaluate('getSelection().selectAllChildren(document.querySelector("h1"))');
    await page.keyboard.press("Control+C");
    await page.getByText("番号を伏せて複写しました").waitFor();
    expect(await clipboard(page)).toBe("番号 ************ です");
  });

  it("gets none out of a field either, by copying or cutting", async () => {
    const { page } = await sitDown();
    await tabTo(page, "textbox", "職員ID");
    await page.keyboard.type(number);
    for (const keys of ["Control+C", "Control+X"]) {
      await page.keyboard.press("Control+A");
      await page.keyboard.press(keys);
      await page.getByText("番号を伏せて複写しました").waitFor();
      expect(await clipboard(page)).toBe("************");
    }
  });

  it("takes what holds none: days, officers and pseudonyms", async () => {
    const { page } = await sitDown();
    await page.evaluate('document.querySelector("h1").textContent = "2026-11-25 21:47:00 clerk-3"');
    await page.evaluate('getSelection().selectAllChildren(document.querySelector("h1"))');
    await page.keyboard.press("Control+C");
    expect(await clipboard(page)).toBe("2026-11-25 21:47:00 clerk-3");
  });

  it("is not gone around by dragging", async () => {
    const { page } = await sitDown();
    await page.evaluate(`document.querySelector("h1").textContent = ${JSON.stringify(number)}`);
    await page.evaluate('getSelection().selectAllChildren(document.querySelector("h1"))');
    const stopped = await page.evaluate<boolean>(
      '!document.querySelector("h1").dispatchEvent(new DragEvent("dragstart", { bubbles: true, cancelable: true }))',
    );
    expect(stopped).toBe(true);
  });
});

describe("the mark of who looks", () => {
  it("stands on every screen and at the head of every printed page, with the time", async () => {
    const { page } = await sitDown();
    for (let screen = 1; screen <= 8; screen += 1) {
      await page.keyboard.press(`Alt+Digit${screen}`);
      const mark = page.locator(".watermark");
      expect(await mark.getAttribute("data-mark")).toBe("auditor-01 監査 2026-11-26 12:00");
      const style = await page.evaluate<string>(
        '(({ backgroundImage, pointerEvents }) => backgroundImage + pointerEvents)(getComputedStyle(document.querySelector(".watermark")))',
      );
      expect(decodeURIComponent(style)).toContain("auditor-01");
      expect(style).toContain("none");
    }
    await page.emulateMedia({ media: "print" });
    expect(await page.locator(".print-mark").isVisible()).toBe(true);
    expect(await page.locator(".print-mark").textContent()).toContain("auditor-01");
    await page.emulateMedia({ media: "screen" });
    await page.clock.runFor(5 * 60_000);
    expect(await page.locator(".watermark").getAttribute("data-mark")).toContain("12:05");
  });
});
