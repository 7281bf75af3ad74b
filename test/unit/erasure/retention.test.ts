import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keysOf } from "../../../shared/domain/keys-of.ts";
import {
  defaultRetention,
  dueOn,
  missingClasses,
  mostTemporaryDays,
  type RetentionRow,
  retentionClasses,
  retentionScheduleSchema,
  rowInForce,
  temporaryDays,
} from "../../../shared/domain/retention.ts";
import { addDays, type PlainDate, plainDate } from "../../../shared/law/calendar.ts";

const day = fc.integer({ min: 0, max: 25_000 }).map((days): PlainDate => addDays(plainDate("1990-01-01"), days));

describe("保存期間", () => {
  it.each([
    ["2020-04-01", 5, "2026-04-01"],
    ["2021-03-31", 5, "2026-04-01"],
    ["2021-04-01", 5, "2027-04-01"],
    ["2024-02-29", 1, "2025-04-01"],
  ])("a record whose clock began on %s and is kept %i years goes from %s on", (clock, years, due) => {
    expect(dueOn(plainDate(clock), { keep: { years } })).toBe(due);
  });

  it("counts days from the day itself, and years from the end of its fiscal year", () => {
    expect(dueOn(plainDate("2026-11-26"), { keep: { days: 35 } })).toBe("2026-12-31");
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 30 }), (clock, years) => {
        const due = dueOn(clock, { keep: { years } });
        expect(due.slice(5)).toBe("04-01");
        expect(Number(due.slice(0, 4)) - Number(clock.slice(0, 4)) - years).toBe(clock.slice(5) <= "03-31" ? 0 : 1);
      }),
    );
  });

  it("has a row for every class, with its source, and a schedule that lacks one is no schedule", () => {
    expect(missingClasses(defaultRetention)).toEqual([]);
    for (const name of keysOf(retentionClasses))
      expect(rowInForce(defaultRetention, name, plainDate("2026-11-26")).source).not.toBe("");
    expect(retentionScheduleSchema.safeParse(defaultRetention).success).toBe(true);
    const lacking = defaultRetention.filter((row) => row.class !== "income");
    expect(missingClasses(lacking)).toEqual(["income"]);
    expect(retentionScheduleSchema.safeParse(lacking).success).toBe(false);
  });

  it("counts temporary files by the day, and no schedule counts them by the year", () => {
    const row = (inForceFrom: string, keep: RetentionRow["keep"]): RetentionRow => ({
      class: "temporary-file",
      inForceFrom: plainDate(inForceFrom),
      keep,
      source: "改正",
    });
    const schedule = [...defaultRetention, row("2027-04-01", { days: 14 }), row("2028-04-01", { days: 21 })];
    expect(temporaryDays(schedule, plainDate("2027-03-31"))).toBe(35);
    expect(temporaryDays(schedule, plainDate("2027-04-01"))).toBe(14);
    expect(mostTemporaryDays(schedule)).toBe(35);
    expect(retentionScheduleSchema.safeParse(schedule).success).toBe(true);
    const yearly = [...defaultRetention, row("2027-04-01", { years: 1 })];
    expect(retentionScheduleSchema.safeParse(yearly).success).toBe(false);
    expect(() => temporaryDays(yearly, plainDate("2027-04-01"))).toThrow("by the day");
  });

  it("goes by the row that came into force last, and by none that has not", () => {
    const later = {
      class: "income",
      inForceFrom: plainDate("2027-04-01"),
      keep: { years: 7 },
      source: "改正",
    } as const;
    const schedule = [later, ...defaultRetention];
    expect(rowInForce(schedule, "income", plainDate("2027-03-31")).keep).toEqual({ years: 5 });
    expect(rowInForce(schedule, "income", plainDate("2027-04-01")).keep).toEqual({ years: 7 });
    expect(() => rowInForce([later], "income", plainDate("2026-11-26"))).toThrow();
  });
});
