import { describe, expect, it } from "vitest";
import type { LedgerEvent } from "../../../shared/domain/ledger-events.ts";
import { childcareOf, decide, enrolled, form, maternityOn, reasonsOf } from "./decide.ts";

const told = (childBornOn: string) => form({ filer: "ex-officio", eventOn: childBornOn, details: { childBornOn } });
const file = (childBornOn: string, events: readonly LedgerEvent[] = [...enrolled, maternityOn(childBornOn)]) =>
  decide("childcare-automatic", told(childBornOn), events);

describe("育児期間免除の自動該当 (B18、届出不要)", () => {
  it("令和8年9月以後に産前産後免除が終わる実母の、その翌月からを記録する", () => {
    expect(file("2026-07-31")).toMatchObject({
      outcome: "accept",
      events: [
        { kind: "childcare-exempted", childBornOn: "2026-07-31", parent: "mother", from: "2026-10", until: "2027-06" },
      ],
    });
  });

  it.each([
    [
      "産前産後免除が令和8年8月に終わった人",
      "2026-06-30",
      undefined,
      "refuse",
      "refuse not-without-filing /details/childBornOn",
    ],
    [
      "産前産後免除の記録がない人",
      "2026-11-16",
      enrolled,
      "incomplete",
      "incomplete maternity-not-recorded /details/childBornOn",
    ],
    [
      "届出で記録済みの子",
      "2026-11-16",
      [...enrolled, maternityOn("2026-11-16"), childcareOf("2026-11-16", "2027-02", "2027-10", { parent: "mother" })],
      "refuse",
      "refuse childcare-already-recorded /details/childBornOn",
    ],
  ])("%sは記録しない", (_, childBornOn, events, outcome, reason) => {
    const decision = file(childBornOn, events);
    expect(decision.outcome).toBe(outcome);
    expect(reasonsOf(decision)).toContain(reason);
  });
});
