import { describe, expect, it } from "vitest";
import { contractApi } from "./support/contract-api.ts";
import { sitDown, tabTo, tabToElement, useBrowser } from "./support/desk.ts";
import { watched } from "./support/story.ts";

useBrowser();

describe("each screen, by keyboard alone", () => {
  it("検索: conditions are filled in, sent, and stand in the address; a row opens and Esc leads back", async () => {
    const { page } = await sitDown();
    await tabTo(page, "textbox", "職員ID");
    await page.keyboard.type("clerk-3");
    await page.keyboard.press("Enter");
    await page.getByRole("table", { name: /アクセス記録 4件/ }).waitFor();
    expect(page.url()).toContain("officer=clerk-3");
    await tabTo(page, "link", /2026-11-25 21:49/);
    await page.keyboard.press("ArrowDown");
    expect(await page.evaluate("document.activeElement.textContent")).toContain("21:47");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "記録の詳細" }).waitFor();
    await page.getByText("署名あり").waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("heading", { name: "検索" }).waitFor();
  });

  it("検索: 宛名番号 becomes a pseudonym, and the number itself is in no address, no field and no history", async () => {
    const { api, calls } = contractApi();
    const { page } = await sitDown("auditor-01", { api });
    await tabToElement(page, page.locator("summary"));
    await page.keyboard.press("Enter");
    await tabTo(page, "textbox", "宛名番号から仮名を求める");
    await page.keyboard.type(watched.atenaNumber);
    await page.keyboard.press("Enter");
    await page.getByRole("table", { name: /アクセス記録 3件/ }).waitFor();
    expect(page.url()).toContain(watched.subject);
    expect(page.url()).not.toContain(watched.atenaNumber);
    expect(await page.getByRole("textbox", { name: "宛名番号から仮名を求める" }).inputValue()).toBe("");
    const sent = calls.filter(({ path, query }) => JSON.stringify([path, query]).includes(watched.atenaNumber));
    expect(sent).toEqual([]);
  });

  it("職員の一日: gaps and what was done out of hours are told in words", async () => {
    const { page } = await sitDown();
    await page.keyboard.press("Alt+Digit2");
    await tabTo(page, "textbox", "職員ID");
    await page.keyboard.type("clerk-3");
    await page.keyboard.press("Enter");
    await page.getByText("この日の記録はありません").waitFor();
    await tabTo(page, "button", "前の日");
    await page.keyboard.press("Enter");
    await page.getByText("7時間15分 記録なし").waitFor();
    expect(await page.getByText("時間外", { exact: true }).count()).toBe(4);
    expect(await page.getByRole("img", { name: /閲覧3件、検索1件/ }).count()).toBe(1);
  });

  it("人の記録: who may not know the person is not offered to ask", async () => {
    const { page } = await sitDown();
    await page.keyboard.press("Alt+Digit3");
    await tabTo(page, "textbox", "仮名");
    await page.keyboard.type(watched.subject);
    await page.keyboard.press("Enter");
    await page.getByRole("table", { name: /の記録 3件/ }).waitFor();
    await page.getByText("年金担当の所属長と管理責任者だけ").waitFor();
    expect(await page.getByRole("button", { name: /だれか/ }).count()).toBe(0);
  });

  it("人の記録: a 管理責任者 of the pension section asks who it is", async () => {
    const { page } = await sitDown("manager-01");
    await page.evaluate(`location.hash = "#/person?subject=${watched.subject}"`);
    await tabTo(page, "button", /だれか/);
    await page.keyboard.press("Enter");
    await page.getByText(watched.atenaNumber).waitFor();
    expect(page.url()).not.toContain(watched.atenaNumber);
  });

  it("推移: the chart has a table with the same numbers", async () => {
    const { page } = await sitDown();
    await page.keyboard.press("Alt+Digit4");
    await page.getByRole("img", { name: /日ごとの記録の数/ }).waitFor();
    const row = page.getByRole("table", { name: "日ごと" }).getByRole("row", { name: /2026-11-25/ });
    expect((await row.getByRole("cell").allTextContents()).slice(0, 3)).toEqual(["17", "1", "3"]);
    const officers = page.getByRole("table", { name: "職員ごと" });
    expect(await officers.getByRole("rowheader").count()).toBe(5);
  });

  it("署名の状態: an hour without its digest is named, and verification says where", async () => {
    const { page } = await sitDown();
    await page.keyboard.press("Alt+Digit5");
    await page.getByText("ダイジェストのない時間が 1 あります").waitFor();
    await tabTo(page, "button", "この期間の署名を検証する");
    await page.keyboard.press("Enter");
    await page.getByText("1か所に異常があります").waitFor();
    await page.getByRole("cell", { name: "この時間のダイジェストがありません" }).waitFor();
    const hours = page.getByRole("row", { name: /2026-11-24/ }).last();
    expect(await hours.getByText("ダイジェストなし").count()).toBe(1);
  });

  it("署名の状態: an operator sees it and nothing else", async () => {
    const { page } = await sitDown("operator-01");
    const menu = page.getByRole("navigation", { name: "画面" }).getByRole("link");
    expect(await menu.allTextContents()).toEqual(["署名の状態"]);
    await page.evaluate('location.hash = "#/search?officer=clerk-3"');
    await page.getByText("この画面を開く権限がありません").waitFor();
  });

  it("月次報告: a month opens, findings are narrowed, and the file is saved", async () => {
    const { page } = await sitDown();
    await page.keyboard.press("Alt+Digit6");
    await tabTo(page, "link", "2026-10");
    await page.keyboard.press("Enter");
    await page.getByRole("table", { name: "指摘 3件" }).waitFor();
    await page.getByRole("combobox", { name: "指摘で絞る" }).selectOption("out-of-hours");
    await page.getByRole("table", { name: "指摘 1件" }).waitFor();
    const saved = page.waitForEvent("download");
    await tabTo(page, "button", "PDFを保存する");
    await page.keyboard.press("Enter");
    expect((await saved).suggestedFilename()).toBe("audit-2026-10.pdf");
  });

  it("出力: a trail export is asked for, waits for its approval, and is taken once", async () => {
    const { api, approve, calls } = contractApi();
    const { page } = await sitDown("auditor-01", { api });
    await page.keyboard.press("Alt+Digit7");
    await tabTo(page, "textbox", /出力が要る理由/);
    await page.keyboard.type("監査の証拠");
    await page.keyboard.press("Enter");
    await page.getByText("承認待ち").first().waitFor();
    expect(calls.find(({ method, path }) => method === "POST" && path === "/v1/outputs")?.body).toMatchObject({
      kind: "trail",
      purpose: "audit",
      spec: { from: "2026-10-27", to: "2026-11-26" },
    });
    expect(await page.getByRole("button", { name: /受け取る/ }).count()).toBe(0);
    approve();
    await tabTo(page, "button", "状態を見直す");
    await page.keyboard.press("Enter");
    const saved = page.waitForEvent("download");
    await tabTo(page, "button", /受け取る/);
    await page.keyboard.press("Enter");
    expect((await saved).suggestedFilename()).toBe("trail-1.csv");
    await page.getByText("受取済み").waitFor();
    expect(await page.getByRole("button", { name: /受け取る/ }).count()).toBe(0);
  });

  it("権限: who has what, until when, and when it was last used, with nothing to change", async () => {
    const { page } = await sitDown();
    await page.keyboard.press("Alt+Digit8");
    await page.getByRole("row", { name: /examiner-9 .*使用なし/ }).waitFor();
    expect(await page.locator("main").getByRole("button").allTextContents()).toEqual(["表示する"]);
  });

  it("? explains the shortcuts and Esc closes the window; while somebody types it is a letter", async () => {
    const { page } = await sitDown();
    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "キーボードの操作" }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await tabTo(page, "textbox", "職員ID");
    await page.keyboard.press("?");
    expect(await page.getByRole("dialog").count()).toBe(0);
    expect(await page.getByRole("textbox", { name: "職員ID" }).inputValue()).toBe("?");
  });

  it("what the API refuses is told in its own words, with the number for the operators", async () => {
    const { page } = await sitDown();
    await page.evaluate('location.hash = "#/entry?id=none"');
    await page.getByRole("alert").getByText("指定したものは見つかりません").waitFor();
    await page.getByText("照会番号 call-404").waitFor();
  });
});
