import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type FileOwner,
  fateOf,
  type TemporaryPlace,
  temporaryPlaces,
} from "../../../shared/domain/temporary-files.ts";

const now = "2026-11-26T03:00:00.000Z";
const hoursAgo = (hours: number) => new Date(Date.parse(now) - hours * 3_600_000).toISOString();
const limit = 35;

interface Case {
  readonly place: TemporaryPlace;
  readonly owner: FileOwner;
  readonly hours: number;
  readonly deleted?: boolean;
}
const fate = ({ place, owner, hours, deleted = false }: Case) =>
  fateOf({ place, owner, newestAt: hoursAgo(hours), deleted }, now, limit);

const open: FileOwner = { state: "open" };
const none: FileOwner = { state: "none" };
const over = (hours: number): FileOwner => ({ state: "over", since: hoursAgo(hours) });
const days = (count: number) => count * 24;

describe("what becomes of a temporary file", () => {
  it.each<[string, Case, ReturnType<typeof fateOf>]>([
    ["staged and still decided on", { place: "staged", owner: open, hours: 5 }, { goes: false, told: null }],
    [
      "staged and still decided on past the limit",
      { place: "staged", owner: open, hours: days(36) },
      { goes: false, told: "waiting" },
    ],
    ["staged, its work just over", { place: "staged", owner: over(1), hours: 5 }, { goes: true, told: null }],
    ["staged, its work long over", { place: "staged", owner: over(30), hours: 50 }, { goes: true, told: "late" }],
    ["staged by a turn that may still run", { place: "staged", owner: none, hours: 5 }, { goes: false, told: null }],
    ["staged by a turn that died", { place: "staged", owner: none, hours: 25 }, { goes: true, told: null }],
    ["an output that is waited for", { place: "exported", owner: open, hours: 5 }, { goes: false, told: null }],
    ["an output past the limit", { place: "exported", owner: open, hours: days(36) }, { goes: true, told: "late" }],
    ["a file in the inbox", { place: "inbox", owner: none, hours: 5 }, { goes: false, told: null }],
    ["a file that nobody takes", { place: "inbox", owner: none, hours: 25 }, { goes: false, told: "untaken" }],
    ["a file that nobody took", { place: "inbox", owner: none, hours: days(36) }, { goes: true, told: "untaken" }],
    ["a report", { place: "report", owner: none, hours: days(34) }, { goes: false, told: null }],
    ["an old report", { place: "report", owner: none, hours: days(36) }, { goes: true, told: null }],
    ["a file where none belongs", { place: "elsewhere", owner: none, hours: 25 }, { goes: false, told: "untaken" }],
    [
      "a deleted name with its older versions",
      { place: "inbox", owner: none, hours: 1, deleted: true },
      { goes: true, told: null },
    ],
  ])("%s", (_, one, wanted) => {
    expect(fate(one)).toEqual(wanted);
  });

  const place = fc.constantFrom(...(Object.keys(temporaryPlaces) as TemporaryPlace[]));
  const owner = fc.oneof(fc.constant(open), fc.constant(none), fc.integer({ min: 0, max: 2_000 }).map(over));

  it("is gone past the limit, or somebody is told that it is waited for", () => {
    fc.assert(
      fc.property(place, owner, fc.integer({ min: days(limit) + 1, max: days(400) }), (at, whose, hours) => {
        const { goes, told } = fate({ place: at, owner: whose, hours });
        expect(goes || told === "waiting").toBe(true);
      }),
    );
  });

  it("is kept while it is needed and within the limit", () => {
    fc.assert(
      fc.property(fc.constantFrom("staged", "exported"), fc.integer({ min: 0, max: days(limit) }), (at, hours) => {
        expect(fate({ place: at, owner: open, hours })).toEqual({ goes: false, told: null });
      }),
    );
  });
});
