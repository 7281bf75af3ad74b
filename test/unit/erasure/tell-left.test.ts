import { describe, expect, it } from "vitest";
import { tellingWhatIsLeft } from "../../../functions/erasure/turns/tell-left.ts";
import { memoryLog } from "../../../shared/http/log.ts";
import { erasureWrites } from "../../../shared/stores/erasures.ts";
import { officeOfTheNight } from "../../support/erasure-desk.ts";

/** A turn over an erasure that stands so, and what the log said of it. */
const toldOf = async (over: object, next: "again" | "rest" = "rest") => {
  const { list, stores, erasureNow } = await officeOfTheNight();
  const erasureId = await list();
  const erasure = await erasureNow(erasureId);
  await stores.database.transact(erasureWrites({ ...erasure, ...over, version: erasure.version + 1 }));
  const log = memoryLog();
  const turn = tellingWhatIsLeft({ database: stores.database, log }, async () => ({ erasureId, next }));
  expect(await turn({})).toEqual({ erasureId, next });
  return log.lines.map(({ code, facts }) => [code, facts]);
};

const counts = { income: { failed: 2 }, "qualification-history": { failed: 1, verified: 4 } };

describe("what a turn had to leave", () => {
  it("is said aloud where the machine can do no more about it", async () => {
    expect(await toldOf({ state: "awaiting-settlement", found: 3, counts })).toMatchObject([
      ["erasure-left", { failed: 3, found: 3 }],
    ]);
    expect(await toldOf({ state: "done", counts })).toMatchObject([["erasure-left", { failed: 3, found: 0 }]]);
  });

  it("is not said of what waits for approval, goes on, or left nothing", async () => {
    expect(await toldOf({})).toEqual([]);
    expect(await toldOf({ state: "awaiting-settlement", found: 3 }, "again")).toEqual([]);
    expect(await toldOf({ state: "done", counts: { income: { verified: 2 } } })).toEqual([]);
  });
});
