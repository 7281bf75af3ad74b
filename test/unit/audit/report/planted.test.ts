import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AuditEntry } from "../../../../shared/audit/entry.ts";
import { groundsOfViews } from "../../../../shared/audit/report/grounds.ts";
import { monthReport } from "../../../../shared/audit/report/month-report.ts";
import { type Finding, findings } from "../../../../shared/domain/audit-findings.ts";
import { thresholdsWith } from "../../../../shared/domain/audit-thresholds.ts";
import { keysOf } from "../../../../shared/domain/keys-of.ts";
import { entryOn, inJapan, pseudonym } from "../../../support/trail-entries.ts";

const officeDays = ["2026-10-01", "2026-10-02", "2026-10-05", "2026-10-06", "2026-10-07", "2026-10-08", "2026-10-09"];
const self = pseudonym("the officer themselves");
const colleague = pseudonym("who sits beside them");
const stranger = pseudonym("nobody who ever filed");
const staff = [
  { officer: "clerk-1", department: "pension", subject: self },
  { officer: "clerk-2", department: "pension", subject: colleague },
];
const filers = Array.from({ length: 200 }, (_, at) => pseudonym(`filer ${at}`));
const two = (value: number) => String(value).padStart(2, "0");

/** An honest month: everyone who was looked at had filed, in hours, some dozens a day, each officer in one session at one terminal. */
const honest = fc.array(
  fc.record({
    day: fc.constantFrom(...officeDays),
    hour: fc.integer({ min: 8, max: 17 }),
    // From a quarter past: the planted entries have the first minutes of an hour for themselves.
    minute: fc.integer({ min: 15, max: 59 }),
    clerk: fc.constantFrom("clerk-1", "clerk-2", "clerk-3"),
    filer: fc.nat({ max: filers.length - 1 }),
  }),
  { maxLength: 120, size: "max" },
);

const late = (over: Partial<AuditEntry>, day = "2026-10-20", time = "10:00") => entryOn(inJapan(day, time), over);

/** What plants each finding, and nothing else. */
const plants: Record<Finding, readonly AuditEntry[]> = {
  "view-without-filing": [late({ subjects: [stranger] })],
  "out-of-hours": [late({}, "2026-10-21", "22:10")],
  burst: filers
    .slice(0, 31)
    .map((filer, at) => late({ subjects: [filer] }, "2026-10-22", `10:${two(at % 9)}:${two(at)}`)),
  colleague: [late({ subjects: [colleague] }, "2026-10-23")],
  namesake: [late({ subjects: [filers[0] ?? ""], codes: ["namesake"] }, "2026-10-26")],
  "own-record": [late({ subjects: [self] }, "2026-10-27")],
  refusals: Array.from({ length: 5 }, (_, at) => late({ result: "refused" }, "2026-10-28", `10:0${at}`)),
  "concurrent-session": [
    late({ session: "session-1", terminal: "t-01" }, "2026-10-29", "10:00"),
    late({ session: "session-2", terminal: "t-02" }, "2026-10-29", "10:05"),
  ],
  "unused-right": [],
  "individual-number-shown": [late({ subjects: [filers[1] ?? ""], items: ["addressee.myNumber"] }, "2026-10-30")],
  "protected-address-shown": [
    late({ subjects: [filers[2] ?? ""], purpose: "protected-address" }, "2026-10-30", "11:00"),
  ],
  "medical-shown": [late({ subjects: [filers[3] ?? ""], items: ["beneficiary.diseaseName"] }, "2026-10-30", "12:00")],
};

describe("月次報告", () => {
  it("は、誠実な1か月のなかに植えた指摘を、ちょうどそれだけ見つける", () => {
    fc.assert(
      fc.property(honest, fc.subarray(keysOf(findings)), (views, planted) => {
        const around = [
          entryOn(inJapan("2026-10-10", "10:00"), { kind: "change", subjects: [...filers, self, colleague] }),
        ];
        const entries = views.map(({ day, hour, minute, clerk, filer }, number) => {
          const own = { officer: clerk, session: `session of ${clerk}`, terminal: `at ${clerk}` };
          return entryOn(
            inJapan(day, `${two(hour)}:${two(minute)}`),
            { ...own, subjects: [filers[filer] ?? ""] },
            number,
          );
        });
        const grounds = groundsOfViews();
        for (const entry of around) grounds.see(entry);
        const report = monthReport({ thresholds: thresholdsWith({}), staff, grounds });
        const all = [...entries, ...planted.flatMap((finding) => plants[finding])];
        for (const entry of all.sort((one, other) => (one.at < other.at ? -1 : 1))) report.see(entry);
        const unused = {
          officer: "clerk-3",
          role: "clerk",
          since: inJapan("2026-04-01", "00:00"),
          lastUsedAt: null,
        } as const;
        const { rows, counts } = report.finish(
          planted.includes("unused-right") ? [unused] : [],
          inJapan("2026-10-31", "23:59:59"),
        );
        expect(rows.map(({ finding }) => finding)).toEqual(keysOf(findings).filter((one) => planted.includes(one)));
        for (const finding of keysOf(findings)) expect(counts[finding]).toBe(planted.includes(finding) ? 1 : 0);
      }),
      { numRuns: 200 },
    );
  });
});
