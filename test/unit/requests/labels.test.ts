import { describe, expect, it } from "vitest";
import * as z from "zod";
import { isOfTheSystem, labelOf } from "../../../functions/requests/package/labels.ts";
import { toldKinds } from "../../../functions/requests/package/told-kinds.ts";
import { hasWords } from "../../../functions/requests/package/words.ts";
import { othersItems, otherToldOf } from "../../../shared/domain/disclosure.ts";
import { keysOf } from "../../../shared/domain/keys-of.ts";
import { isRecordItem, recordItems, recordItemsOf } from "../../../shared/domain/record-items.ts";

const fields = keysOf(toldKinds).flatMap((kind) => {
  const each = toldKinds[kind];
  if (!each.told) return [];
  return [...each.rows, ...(each.opened ?? [])].flatMap((schema) =>
    recordItemsOf(schema)
      .filter(({ path }) => path !== "*" && path !== "sealed")
      .map((leaf) => ({ kind, name: leaf.path.replaceAll("[]", "").split(".").at(-1) ?? "", path: leaf.path, leaf })),
  );
});

describe("項目の名前", () => {
  it("has one in Japanese for every field that is stored of a person", () => {
    const unnamed = fields.filter(
      ({ name, path, leaf }) =>
        !isOfTheSystem({ name }) && !/[ぁ-んァ-ヶ一-龠]/.test(labelOf({ name, path, mark: leaf }) ?? ""),
    );
    expect(unnamed.map(({ kind, path }) => `${kind}: ${path}`)).toEqual([]);
    expect(fields.length).toBeGreaterThan(200);
  });
});

describe("区分の言葉", () => {
  it("has words for every code that a stored field may be", () => {
    const missing = new Set<string>();
    for (const kind of keysOf(toldKinds)) {
      const each = toldKinds[kind];
      if (!each.told) continue;
      for (const schema of [...each.rows, ...(each.opened ?? [])])
        z.toJSONSchema(schema, {
          io: "input",
          unrepresentable: "any",
          override: ({ zodSchema }) => {
            const { def } = zodSchema._zod;
            const codes = def.type === "enum" ? Object.values(def.entries).map(String) : [];
            if (!hasWords(codes)) missing.add(`${kind}: ${codes.join(" ")}`);
          },
        });
    }
    expect([...missing]).toEqual([]);
  });
});

describe("ほかの人の項目", () => {
  it("is every item of 別添1 that is by its name of the spouse or the head of the household", () => {
    const bySaying = Object.entries(recordItems).filter(([, { ja }]) => /配偶者|世帯主/.test(ja));
    expect(othersItems().map(([label]) => label)).toEqual(bySaying.map(([, { ja }]) => ja));
    for (const [id] of bySaying) expect(isRecordItem(id) && otherToldOf(id)).toMatch(/配偶者|世帯主/);
  });
});
