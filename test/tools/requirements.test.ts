import { readFile } from "node:fs/promises";
import path from "node:path";
import { expect, it } from "vitest";

it("every Python package of the local cloud is pinned by version and by hash, and comes from no fixed address", async () => {
  const text = await readFile(path.resolve(import.meta.dirname, "../../tools/local/requirements.txt"), "utf8");
  const entries = text
    .replace(/^\s*#.*$/gm, "")
    .replaceAll("\\\n", " ")
    .split("\n")
    .filter((line) => line.trim());
  expect(entries.map((entry) => entry.split("==")[0])).toEqual(expect.arrayContaining(["ministack", "cryptography"]));
  for (const entry of entries) expect(entry).toMatch(/^[a-z0-9-]+==\S+( ; [^-]+)?( +--hash=sha256:[0-9a-f]{64})+\s*$/);
});
