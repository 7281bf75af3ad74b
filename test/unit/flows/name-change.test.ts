import { describe, expect, it } from "vitest";
import { flows } from "../../../shared/flows/catalogue.ts";
import { decide, enrolled, form, reasonsOf } from "./decide.ts";

const details = { newName: "年金　太郎", newNameKana: "ネンキン　タロウ" };
const renamed = (over: object = {}) => form({ documents: ["residence-record"], details, ...over });

describe("氏名変更届 (A08)", () => {
  it("records who they are from the day of the change", () => {
    expect(decide("name-change", renamed(), enrolled)).toEqual({
      outcome: "accept",
      events: [
        { kind: "facts-changed", on: "2026-11-16", facts: { name: "年金　太郎", nameKana: "ネンキン　タロウ" } },
      ],
      reasons: [],
    });
  });

  it("waits for the 住民票", () => {
    const decision = decide("name-change", renamed({ documents: [] }), enrolled);
    expect(decision.outcome).toBe("incomplete");
    expect(reasonsOf(decision)).toEqual(["incomplete document-missing /documents"]);
  });

  it("someone not on file has no name to change", () => {
    const decision = decide("name-change", renamed());
    expect(decision.outcome).toBe("refuse");
    expect(reasonsOf(decision)).toEqual(["refuse person-not-on-file /person/atenaNumber"]);
  });

  it("who they were has to be as on file: the new name in its place waits", () => {
    const changed = { kind: "facts-changed", on: "2026-11-01", facts: { name: "別　名" } } as never;
    const decision = decide("name-change", renamed(), [...enrolled, changed]);
    expect(decision.outcome).toBe("incomplete");
    expect(reasonsOf(decision)).toEqual(["incomplete differs-from-file /person/name"]);
  });

  it.each([
    ["no new name", { newName: undefined }, "details.newName"],
    ["no かな", { newNameKana: undefined }, "details.newNameKana"],
    ["かな in 漢字", { newNameKana: "年金　太郎" }, "details.newNameKana"],
    ["a blank at the end", { newName: "年金　太郎 " }, "details.newName"],
  ])("%s is no such form", (_, over, path) => {
    const parsed = flows["name-change"].request.safeParse(renamed({ details: { ...details, ...over } }));
    expect(parsed.error?.issues.map((issue) => issue.path.join("."))).toEqual([path]);
  });
});
