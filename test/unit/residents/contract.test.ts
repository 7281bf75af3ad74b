import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { fileFaults } from "../../../functions/linkage/files/read-csv.ts";
import { changeColumns } from "../../../shared/contracts/resident-changes.ts";
import { recordItemsOf } from "../../../shared/domain/record-items.ts";
import { quarantineReasons } from "../../../shared/domain/resident-change.ts";
import { changeFields, changeKinds, residentChange } from "../../../shared/domain/resident-change-row.ts";
import { sealedChange } from "../../../shared/stores/resident-changes.ts";

const page = readFileSync(new URL("../../../docs/resident-feed.md", import.meta.url), "utf8");

describe("the table of a change's fields", () => {
  it("says of each field the item that its schema fills, and no field lies outside it", () => {
    const marked = recordItemsOf(residentChange).map((leaf) => [leaf.path, leaf.kind === "item" ? leaf.id : leaf.kind]);
    expect(marked).toEqual(
      Object.entries(changeFields).map(([name, { item }]) => [name, item === null ? "administrative" : item]),
    );
    expect(changeColumns).toEqual(Object.keys(changeFields));
  });

  it("stores nothing that is no item of 別添1 and has no reason of its own", () => {
    expect(recordItemsOf(sealedChange).filter(({ kind }) => kind === "unmarked")).toEqual([]);
  });

  it("has the fields required of every row, and of each kind those it needs", () => {
    const required = Object.entries(changeFields).flatMap(([name, { required }]) => (required ? [name] : []));
    const { error } = residentChange.safeParse({});
    expect(error?.issues.map(({ path }) => path[0])).toEqual(required);
  });
});

describe("docs/resident-feed.md", () => {
  it("has each field, kind and reason as the code says it, and no other", () => {
    const fields = Object.entries(changeFields).map(
      ([name, { ja, required, item }]) =>
        `| \`${name}\` | ${ja} | ${required ? "必須" : "種類による"} | ${item === null ? "取扱いの管理だけに使う" : `\`${item}\``} |`,
    );
    expect(page.match(/^\| `[A-Za-z]+` \| .* \| (必須|種類による) \| .*$/gm)).toEqual(fields);
    const kinds = Object.entries(changeKinds).map(
      ([kind, { ja, needs, may }]) => `| \`${kind}\` | ${ja} | ${needs.join(" ")} | ${may.join(" ")} |`,
    );
    const [, kindTable = ""] = /## 異動の種類\n([\s\S]*?)\n## /.exec(page) ?? [];
    expect(kindTable.match(/^\| `.*$/gm)).toEqual(kinds);
    const [, reasonTable = ""] = /## 保留の理由\n([\s\S]*?)\n## /.exec(page) ?? [];
    const reasons = Object.entries(quarantineReasons).map(([code, words]) => `| \`${code}\` | ${words} |`);
    expect(reasonTable.match(/^\| `.*$/gm)).toEqual(reasons);
    for (const fault of Object.keys(fileFaults)) expect(page).toContain(`\`${fault}\``);
  });
});
