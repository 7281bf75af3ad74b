import { describe, expect, it } from "vitest";
import type { ShownEntry } from "../../../console/api/types.ts";
import { hashOf, parseHash } from "../../../console/app/hash.ts";
import { dayLines } from "../../../console/parts/day-gaps.ts";
import { japanHour, lengthLabel, momentOf } from "../../../console/time/japan-time.ts";
import { isOutOfHours } from "../../../console/time/office-hours.ts";
import type { Instant } from "../../../shared/law/calendar.ts";

const instant = (text: string) => text as Instant;

describe("an officer's day", () => {
  const at = (clock: string) => ({ at: instant(`2026-11-25T${clock}:00.000Z`) }) as ShownEntry;

  it("is told oldest first, with a line for each hour or more without an entry", () => {
    const told = dayLines([at("04:00"), at("01:59"), at("01:00")]).map((line) =>
      line.kind === "gap" ? lengthLabel(line.minutes) : line.entry.at.slice(11, 16),
    );
    expect(told).toEqual(["01:00", "01:59", "2時間1分", "04:00"]);
  });

  it("counts a pause of an hour, and none of 59 minutes", () => {
    expect(dayLines([at("02:00"), at("01:00")]).map(({ kind }) => kind)).toEqual(["entry", "gap", "entry"]);
    expect(dayLines([at("01:59"), at("01:00")]).map(({ kind }) => kind)).toEqual(["entry", "entry"]);
  });
});

describe("the time in Japan", () => {
  it("turns over at midnight there", () => {
    expect(momentOf(instant("2026-11-25T14:59:59.000Z"))).toBe("2026-11-25 23:59:59");
    expect(momentOf(instant("2026-11-25T15:00:00.000Z"))).toBe("2026-11-26 00:00:00");
    expect(japanHour("2026-11-25T15")).toEqual({ day: "2026-11-26", hour: 0 });
  });

  it.each([
    ["2026-11-25T23:29:59.000Z", true],
    ["2026-11-25T23:30:00.000Z", false],
    ["2026-11-26T08:14:59.000Z", false],
    ["2026-11-26T08:15:00.000Z", true],
    ["2026-11-23T03:00:00.000Z", true],
    ["2026-11-28T03:00:00.000Z", true],
  ])("of %s, out of hours: %s (8:30 to 17:15 on office days)", (when, outside) => {
    expect(isOutOfHours(instant(when))).toBe(outside);
  });
});

describe("the address of a screen", () => {
  it("says where somebody is and comes back as it was", () => {
    const hash = hashOf("search", { officer: "clerk-1", from: "2026-11-01", to: "" });
    expect(hash).toBe("#/search?officer=clerk-1&from=2026-11-01");
    expect(parseHash(hash)).toEqual({ screen: "search", params: { officer: "clerk-1", from: "2026-11-01" } });
  });

  it.each(["", "#", "#/nowhere", "#/__proto__", "#/constructor?x=1"])("%j leads to the search", (hash) => {
    expect(parseHash(hash).screen).toBe("search");
  });
});
