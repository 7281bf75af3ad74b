import { describe, expect, it } from "vitest";
import { flows } from "../../../shared/flows/catalogue.ts";
import { decide, enrolled, form, reasonsOf } from "./decide.ts";

const details = { newPostalCode: "153-0051", newAddress: "目黒区上目黒9丁目9番9号" };
const moved = (over: object = {}) => form({ details, ...over });

describe("住所変更届 (A09)", () => {
  it("records the new address from the day of the move, with no paper", () => {
    expect(decide("address-change", moved(), enrolled)).toEqual({
      outcome: "accept",
      events: [
        {
          kind: "facts-changed",
          on: "2026-11-16",
          facts: { postalCode: "153-0051", address: "目黒区上目黒9丁目9番9号", addressSupplement: null },
        },
      ],
      reasons: [],
    });
  });

  it("方書 comes along where there is one", () => {
    const decision = decide("address-change", moved({ details: { ...details, newAddressSupplement: "101号室" } }), [
      ...enrolled,
    ]);
    expect(decision).toMatchObject({ outcome: "accept", events: [{ facts: { addressSupplement: "101号室" } }] });
  });

  it("someone not on file has no address to change", () => {
    const decision = decide("address-change", moved());
    expect(decision.outcome).toBe("refuse");
    expect(reasonsOf(decision)).toEqual(["refuse person-not-on-file /person/atenaNumber"]);
  });

  it.each([
    ["no new address", { newAddress: undefined }, "details.newAddress"],
    ["a postal code of six digits", { newPostalCode: "153-005" }, "details.newPostalCode"],
  ])("%s is no such form", (_, over, path) => {
    const parsed = flows["address-change"].request.safeParse(moved({ details: { ...details, ...over } }));
    expect(parsed.error?.issues.map((issue) => issue.path.join("."))).toEqual([path]);
  });
});
