import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { contrast } from "./support/contrast.ts";
import { openConsole, sitDown, tabTo, useBrowser } from "./support/desk.ts";
import { type Look, look } from "./support/look.ts";
import { trail, watched } from "./support/story.ts";

useBrowser();

const screens = {
  検索: "#/search",
  職員の一日: "#/officer?officer=clerk-3&day=2026-11-25",
  人の記録: `#/person?subject=${watched.subject}`,
  推移: "#/activity",
  署名の状態: "#/digests",
  月次報告: "#/reports?month=2026-10",
  出力: "#/outputs",
  権限: "#/rights",
  記録の詳細: `#/entry?id=${trail[20]?.entryId}`,
} as const;

const open = async (page: Page, hash: string) => {
  await page.evaluate(`location.hash = ${JSON.stringify(hash)}`);
  await page.locator(".waiting").first().waitFor({ state: "detached" });
  await page.locator("table, .facts").first().waitFor();
};

const held = (seen: Look) => {
  expect(seen.language).toBe("ja");
  expect(seen.nameless, "controls without a name").toEqual([]);
  expect(seen.mains).toBe(1);
  expect(
    seen.headings.filter((level) => level === 1),
    "one h1",
  ).toHaveLength(1);
  expect(seen.headings[0]).toBe(1);
  expect([seen.tablesWithoutCaption, seen.cellsWithoutScope]).toEqual([0, 0]);
  expect([seen.doubleIds, seen.danglingReferences]).toEqual([[], []]);
  const faint = seen.seen.filter(({ color, behind, size }) => contrast(color, behind) < (size >= 24 ? 3 : 4.5));
  expect(faint, "text that is hard to read").toEqual([]);
};

describe("each screen for everybody", () => {
  it("has names, headings, captions and contrast on every screen", async () => {
    const { page } = await sitDown();
    for (const [title, hash] of Object.entries(screens)) {
      await open(page, hash);
      held(await page.evaluate<Look>(look));
      expect(await page.title()).toContain(title);
      expect(await page.evaluate("document.activeElement.tagName")).toBe("H1");
    }
  });

  it("has them outside, too, and when it is locked", async () => {
    const { page } = await openConsole();
    await page.getByRole("heading", { name: "サインイン" }).waitFor();
    held(await page.evaluate<Look>(look));
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "auditor-01", exact: true }).press("Enter");
    await page.getByRole("table").waitFor();
    await page.keyboard.press("Alt+KeyL");
    await page.getByRole("heading", { name: "ロック" }).waitFor();
    held(await page.evaluate<Look>(look));
  });

  it("fits a page enlarged to 200 % without scrolling sideways", async () => {
    const { page } = await sitDown("auditor-01", { width: 640 });
    for (const hash of Object.values(screens)) {
      await open(page, hash);
      const { sideways } = await page.evaluate<Look>(look);
      expect([hash, sideways]).toEqual([hash, 0]);
    }
  });

  it("leads past the menu with the first Tab from the top, and shows where the focus is", async () => {
    const { page } = await sitDown();
    await page.getByRole("table").waitFor();
    await page.evaluate("document.body.tabIndex = -1, document.body.focus()");
    await page.keyboard.press("Tab");
    await tabTo(page, "button", "本文へ移る");
    expect(await page.evaluate("getComputedStyle(document.activeElement).outlineStyle")).toBe("solid");
    await page.keyboard.press("Enter");
    expect(await page.evaluate("document.activeElement.id")).toBe("main");
    await page.keyboard.press("Tab");
    expect(await page.evaluate('document.activeElement.closest("main") !== null')).toBe(true);
  });

  it("moves nothing, whether or not somebody asked for less motion", async () => {
    const { page } = await sitDown();
    await page.emulateMedia({ reducedMotion: "reduce" });
    const moving = await page.evaluate<number>(
      '[...document.querySelectorAll("*")].filter((one) => parseFloat(getComputedStyle(one).transitionDuration) > 0 || getComputedStyle(one).animationName !== "none").length',
    );
    expect(moving).toBe(0);
  });
});
