import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { contractApi } from "./support/contract-api.ts";
import { sitDown, tabTo, tabToElement, useBrowser } from "./support/desk.ts";
import { searchedName, watched } from "./support/story.ts";

useBrowser();

const fill = async (page: Page, name: string | RegExp, value: string) => {
  await tabTo(page, "textbox", name);
  await page.keyboard.press("Control+A");
  await page.keyboard.type(value);
};

const columnOf = async (page: Page, caption: RegExp, column: number) => {
  const table = page.getByRole("table", { name: caption });
  await table.waitFor();
  return table.locator(`tbody tr > :nth-child(${column})`).allTextContents();
};

describe("監査人の十の問いに、画面で答えられる", () => {
  it("1 この人の記録を、だれが見たか", async () => {
    const { page } = await sitDown();
    await page.keyboard.press("Alt+Digit3");
    await fill(page, "宛名番号から仮名を求める", watched.atenaNumber);
    await page.keyboard.press("Enter");
    expect(await columnOf(page, /の記録 3件/, 2)).toEqual(["clerk-3", "clerk-3", "clerk-3"]);
  });

  it("2 その人は、その日ほかに何をしていたか", async () => {
    const { page } = await sitDown();
    await page.evaluate('location.hash = "#/officer?officer=clerk-3&day=2026-11-25"');
    const done = (await columnOf(page, /clerk-3 の 2026-11-25/, 2)).filter((text) => text !== "");
    expect(done).toEqual([
      "被保険者期間を月ごとに見る",
      "7時間15分 記録なし",
      "被保険者を探す",
      "被保険者を見る",
      "資格の履歴を見る",
    ]);
  });

  it("3 閉庁の時間に見たのはだれか", async () => {
    const { page } = await sitDown();
    await page.keyboard.press("Alt+Digit4");
    const rows = page.getByRole("table", { name: "職員ごと" }).getByRole("row");
    await rows.filter({ hasText: "clerk-3" }).waitFor();
    const told = await rows.filter({ has: page.locator("td:nth-child(4)", { hasNotText: /^0$/ }) }).allTextContents();
    expect(told.filter((text) => /^clerk-3/.test(text))).toHaveLength(1);
    expect(told).toHaveLength(1);
  });

  it("4 権限のない操作を試みたのはだれか", async () => {
    const { page } = await sitDown();
    await page.evaluate('location.hash = "#/search?result=refused"');
    expect(await columnOf(page, /アクセス記録 1件/, 2)).toEqual(["district-clerk-1"]);
    expect(await columnOf(page, /アクセス記録 1件/, 4)).toEqual(["進達を始める"]);
  });

  it("5 この氏名で探したのはだれか。語そのものはどこにも残らない", async () => {
    const { api, calls } = contractApi();
    const { page } = await sitDown("auditor-01", { api });
    await tabToElement(page, page.locator("summary"));
    await page.keyboard.press("Enter");
    await fill(page, "検索語", searchedName.nameKana);
    await page.keyboard.press("Enter");
    expect(await columnOf(page, /アクセス記録 1件/, 2)).toEqual(["clerk-3"]);
    expect(decodeURIComponent(page.url())).not.toContain(searchedName.nameKana);
    expect(JSON.stringify(calls.map(({ query }) => query))).not.toContain(searchedName.nameKana);
  });

  it("6 記録は改ざんされていないか。異常があればどこか", async () => {
    const { page } = await sitDown();
    await page.evaluate('location.hash = "#/digests?from=2026-11-25&to=2026-11-25"');
    await tabTo(page, "button", "この期間の署名を検証する");
    await page.keyboard.press("Enter");
    await page.getByText("改ざんは見つかりませんでした").waitFor();
    await page.getByText("24時間分").waitFor();
    await page.evaluate('location.hash = "#/digests?from=2026-11-24&to=2026-11-24"');
    await tabTo(page, "button", "この期間の署名を検証する");
    await page.keyboard.press("Enter");
    await page.getByText("1か所に異常があります").waitFor();
  });

  it("7 この一件が、署名の連鎖に入っていることを示せるか", async () => {
    const { page } = await sitDown();
    await page.evaluate('location.hash = "#/search?officer=clerk-3"');
    await tabTo(page, "link", /2026-11-25 21:47/);
    await page.keyboard.press("Enter");
    await page.getByText("署名あり").waitFor();
    await page.getByText("4件のうち 2番目").waitFor();
    expect(await page.getByText("trail/digests/2026/11/25/2026-11-25T12.json").count()).toBe(1);
  });

  it("8 届出がないのに見られたことはあったか", async () => {
    const { page } = await sitDown();
    await page.evaluate('location.hash = "#/reports?month=2026-10"');
    await page.getByRole("combobox", { name: "指摘で絞る" }).selectOption({ label: "届出のない閲覧" });
    expect(await columnOf(page, /指摘 2件/, 2)).toEqual(["clerk-3", "clerk-1"]);
  });

  it("9 使われていない権限はあるか", async () => {
    const { page } = await sitDown();
    await page.keyboard.press("Alt+Digit8");
    const unused = page.getByRole("table", { name: "権限" }).getByRole("row", { name: /使用なし/ });
    await unused.waitFor();
    expect(await unused.getByRole("rowheader").allTextContents()).toEqual(["examiner-9"]);
  });

  it("10 証拠として持ち出せるか。承認なしには出ない", async () => {
    const { api, approve } = contractApi();
    const { page } = await sitDown("auditor-01", { api });
    await page.keyboard.press("Alt+Digit7");
    await fill(page, "職員ID", "clerk-3");
    await fill(page, /出力が要る理由/, "時間外の閲覧の確認");
    await page.keyboard.press("Enter");
    await page.getByText("承認待ち").first().waitFor();
    expect(await page.getByRole("button", { name: /受け取る/ }).count()).toBe(0);
    approve();
    await tabTo(page, "button", "状態を見直す");
    await page.keyboard.press("Enter");
    const saved = page.waitForEvent("download");
    await tabTo(page, "button", /受け取る/);
    await page.keyboard.press("Enter");
    expect((await saved).suggestedFilename()).toBe("trail-1.csv");
    await page.getByText("SHA-256は一致しています").waitFor();
  });
});
