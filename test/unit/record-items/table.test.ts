import { describe, expect, it } from "vitest";
import published from "../../../shared/domain/record-items.json" with { type: "json" };
import { isRecordItem, recordItems } from "../../../shared/domain/record-items.ts";

describe("別添1 in the code and in the JSON", () => {
  it("holds the 174 items of the assessment, as many in each group as it says", () => {
    expect(Object.keys(recordItems)).toHaveLength(174);
    expect(published._meta.total).toBe(174);
    for (const { id, count } of published.groups) {
      expect(Object.values(recordItems).filter(({ group }) => group === id)).toHaveLength(count);
    }
  });

  it("agrees item by item: order, 日本語名, type, sensitivity and group", () => {
    const fromJson = published.groups.flatMap((group) =>
      group.items.map(({ id, ja, type, sensitivity }) => [id, { ja, type, sensitivity, group: group.id }]),
    );
    expect(Object.entries(recordItems)).toEqual(fromJson);
  });

  it("names a type that the JSON explains", () => {
    const explained = new Set([...Object.keys(published._meta.types), "digits4", "digits6", "digits7", "digits12"]);
    expect(Object.values(recordItems).filter(({ type }) => !explained.has(type))).toEqual([]);
  });

  it("classes every twelve-digit item as 個人番号, and nothing else", () => {
    const classed = Object.entries(recordItems).filter(([, { sensitivity }]) => sensitivity === "個人番号");
    const twelveDigits = Object.entries(recordItems).filter(([, { type }]) => type === "digits12");
    expect(classed).toEqual(twelveDigits);
    expect(classed.map(([id]) => id)).toEqual([
      "addressee.myNumber",
      "insured.spouseMyNumber",
      "specialDisabilityBeneficiary.spouseMyNumber",
    ]);
  });

  it("keeps the known gaps of the assessment", () => {
    expect(published._meta.gaps).toHaveLength(6);
  });

  it("lets the allow-lists name items of the file only, and 個人番号 in none of them", () => {
    const named = published.allowLists.flatMap(({ items }) =>
      items.flatMap((entry) => ("map" in entry ? (entry.map.match(/[a-zA-Z]+\.[a-zA-Z]+/g) ?? []) : [])),
    );
    expect(named.length).toBeGreaterThan(20);
    for (const id of named) {
      if (!isRecordItem(id)) throw new Error(`${id} is no item of the file`);
      expect(recordItems[id].sensitivity).toBe("通常");
    }
  });

  it("does not take inherited property names for items", () => {
    expect(["constructor", "toString", "addressee", "addressee.unknown", ""].filter(isRecordItem)).toEqual([]);
  });
});
