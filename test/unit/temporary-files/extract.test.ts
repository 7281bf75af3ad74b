import { beforeEach, describe, expect, it } from "vitest";
import { whoseFile } from "../../../functions/temporary-files/whose-file.ts";
import { fateOf } from "../../../shared/domain/temporary-files.ts";
import { plainDate } from "../../../shared/law/calendar.ts";
import { generateWard } from "../../../tools/ward/generate.ts";
import { extractOf, rowsOf } from "../../support/extracts-of-takeover.ts";
import { openTakeover, type TakeoverOffice } from "../../support/takeover-office.ts";

const people = [...generateWard({ seed: 9, people: 2, today: plainDate("2026-11-26") })];
const putAt = "2026-10-01T00:00:00.000Z";
const longAfter = "2026-11-26T02:00:00.000Z";

describe("移行元の抽出データ", () => {
  let office: TakeoverOffice;
  beforeEach(() => {
    office = openTakeover();
    office.put("set-1", extractOf(rowsOf(people)));
  });
  const fate = async (now: string) => {
    const { place, look } = whoseFile("linkage", "takeover/set-1/people.csv");
    return fateOf({ place, owner: await look(office.database), newestAt: putAt, deleted: false }, now, 35);
  };

  it("is left alone by the sweep from its upload on, and told of once it is past its time", async () => {
    expect(await fate("2026-10-03T00:00:00.000Z")).toEqual({ goes: false, told: null });
    expect(await fate(longAfter)).toEqual({ goes: false, told: "waiting" });
    await office.take("set-1");
    expect(await fate(longAfter)).toEqual({ goes: false, told: "waiting" });
  });

  it("that turns up after its certificate goes", async () => {
    await office.take("set-1");
    expect(await office.erase("set-1")).toMatchObject({ kind: "extract" });
    expect(await fate(longAfter)).toMatchObject({ goes: true });
  });
});
