import { describe, expect, it } from "vitest";
import { readConsoleFiles } from "../../functions/console/console-files.ts";
import { buildConsole } from "../../infra/bundling/console-build.ts";
import { scratchFolder } from "./scratch.ts";

const built = async () => {
  const folder = await scratchFolder();
  buildConsole(folder);
  return readConsoleFiles(folder);
};

describe("the built console", () => {
  it("is the same bytes each time, so that a deployment changes only what was changed", async () => {
    expect([...(await built())]).toEqual([...(await built())]);
  });

  it("fetches nothing from elsewhere, carries no inline script or style, and names its files by their content", async () => {
    const files = await built();
    const page = files.get("index.html")?.text ?? "";
    const asked = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address ?? "");
    const own = asked.filter((address) => address !== "data:,");
    expect(own.length).toBeGreaterThan(1);
    for (const address of own) expect(files.has(address.replace("./", ""))).toBe(true);
    expect(page).not.toMatch(/<style|style="|<script(?![^>]*src=)|\son\w+=/);
    const css = [...files].filter(([name]) => name.endsWith(".css")).map(([, { text }]) => text);
    expect(css.join("")).not.toMatch(/@import|url\(\s*['"]?(?:https?:|\/\/)/);
    for (const name of files.keys())
      if (name !== "index.html") expect(name).toMatch(/^assets\/[\w-]+-[\w-]{8}\.(js|css)$/);
  });

  it("stays small: what a terminal loads once is under 200 KB", async () => {
    const files = await built();
    const bytes = [...files.values()].reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
    expect(bytes).toBeLessThan(200_000);
  });
});
