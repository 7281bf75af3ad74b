import { describe, expect, it } from "vitest";
import { menuFor, screens } from "../../console/app/screen-names.ts";
import { openOffice } from "../support/office.ts";
import { sitDown, useBrowser } from "./support/desk.ts";
import { officeApi } from "./support/office-api.ts";
import { now } from "./support/story.ts";

useBrowser();

describe("the console over the office", () => {
  it.each(["auditor-01", "manager-01", "operator-01"])(
    "opens every screen that %s may open, and none answers with a problem",
    async (officer) => {
      const api = officeApi(openOffice({ now }));
      const { page } = await sitDown(officer, { api });
      const links = page.getByRole("navigation", { name: "画面" }).getByRole("link");
      const titles = await links.allTextContents();
      expect(titles.length).toBeGreaterThan(0);
      for (const [at, title] of titles.entries()) {
        await page.keyboard.press(`Alt+Digit${at + 1}`);
        await page.getByRole("heading", { name: title, exact: true }).waitFor();
        await page.locator(".waiting").first().waitFor({ state: "detached" });
        expect([title, await page.locator(".problem").allTextContents()]).toEqual([title, []]);
      }
    },
  );

  it("shows nobody a screen that their operations do not reach", () => {
    expect(menuFor(["showSession"])).toEqual([]);
    expect(menuFor(Object.values(screens).map(({ needs }) => needs))).toHaveLength(8);
  });
});
