import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { fileFaults } from "../../../functions/linkage/files/read-csv.ts";
import { incomeColumns, incomeQuarantine } from "../../../shared/contracts/incomes.ts";
import { problems } from "../../../shared/contracts/problems.ts";
import { circumstanceCodes, incomeRecord, unidentifiedReasons } from "../../../shared/domain/income-record.ts";
import { incomeFields, incomeRow } from "../../../shared/domain/income-row.ts";
import { itemsOf } from "../../../shared/domain/items-of.ts";
import { recordItemsOf } from "../../../shared/domain/record-items.ts";
import { sealedCorrection } from "../../../shared/stores/income-corrections.ts";

const page = readFileSync(new URL("../../../docs/income-feed.md", import.meta.url), "utf8");
const section = (heading: string) =>
  new RegExp(`^##+ ${heading}\\n([\\s\\S]*?)(?=\\n##+ |$(?![\\s\\S]))`, "m").exec(page)?.[1] ?? "";
const codesIn = (heading: string) => section(heading).match(/^\| `.*$/gm);
const rowsOf = (table: Readonly<Record<string, string>>) =>
  Object.entries(table).map(([code, words]) => `| \`${code}\` | ${words} |`);

const meanings = { administrative: "取扱いの管理だけに使う", beyond: "別添1にない(評価書の修正が要る)" };

describe("the table of a row's fields", () => {
  const marked = new Map(recordItemsOf(incomeRow).map((leaf) => [leaf.path, leaf]));

  it("says of each field the item that its schema fills, and no field lies outside it", () => {
    expect([...marked.keys()]).toEqual(Object.keys(incomeFields));
    expect(incomeColumns).toEqual(Object.keys(incomeFields));
    for (const [name, { item }] of Object.entries(incomeFields)) {
      const leaf = marked.get(name);
      expect([name, leaf?.kind === "item" ? leaf.id : null]).toEqual([name, item]);
      expect(leaf?.kind).not.toBe("unmarked");
    }
  });

  it("fills every item of 所得情報 but 参考情報, which is worked out here, and the 宛名番号", () => {
    const told = itemsOf(incomeRow).filter((id) => id !== "addressee.addressee");
    const kept = itemsOf(incomeRecord).filter((id) => !/income\.ref[A-Z]/.test(id));
    expect(told.toSorted()).toEqual(kept.toSorted());
    expect(kept).toHaveLength(20);
  });

  it("has the fields required of every row", () => {
    const required = Object.entries(incomeFields).flatMap(([name, { required }]) => (required ? [name] : []));
    expect(incomeRow.safeParse({}).error?.issues.map(({ path }) => path[0])).toEqual(required);
  });

  it("is not the only thing kept: a 更正 holds nothing that is no item of 別添1 and has no reason of its own", () => {
    expect(recordItemsOf(sealedCorrection).filter(({ kind }) => kind === "unmarked" || kind === "beyond")).toEqual([]);
  });
});

describe("docs/income-feed.md", () => {
  it("has each field as the code says it, and no other", () => {
    const leaves = new Map(recordItemsOf(incomeRow).map((leaf) => [leaf.path, leaf]));
    const rows = Object.entries(incomeFields).map(([name, { ja, required, item }]) => {
      const kind = leaves.get(name)?.kind as keyof typeof meanings;
      return `| \`${name}\` | ${ja} | ${required ? "必須" : "内容による"} | ${item === null ? meanings[kind] : `\`${item}\``} |`;
    });
    expect(codesIn("項目")).toEqual(rows);
  });

  it("has each code and reason as the code says it, and no other", () => {
    expect(codesIn("障害者/寡婦有無")).toEqual(rowsOf(circumstanceCodes));
    expect(codesIn("未特定理由コード")).toEqual(rowsOf(unidentifiedReasons));
    expect(codesIn("受け取らない理由")).toEqual(rowsOf(incomeQuarantine));
    for (const fault of Object.keys(fileFaults)) expect(page).toContain(`\`${fault}\``);
    const failures = Object.entries(problems).filter(([code]) => code.startsWith("reference-"));
    expect(codesIn("照会")?.map((row) => row.split(" | ").slice(0, 2).join(" | "))).toEqual(
      failures.map(([code, { status }]) => `| \`${code}\` | ${status}`),
    );
  });
});
