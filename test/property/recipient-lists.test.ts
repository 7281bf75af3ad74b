import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isIncomeLimited } from "../../shared/domain/benefits.ts";
import { recipientState } from "../../shared/domain/recipients.ts";
import { addMonths, plainDate, plainMonth } from "../../shared/law/calendar.ts";
import { anyAward } from "../support/any-decision.ts";
import { openOutputOffice } from "../support/outputs.ts";
import { recordFor, rightRecorded } from "../support/rights-on-file.ts";
import { became1, personOf, putOnFile } from "../unit/batches/on-file.ts";

const today = plainDate("2026-11-23");
const manager = { as: "manager-1", roles: ["manager"] } as const;
const months = Array.from({ length: 6 }, (_, at) => addMonths(plainMonth("2026-09"), at));

const step = fc.record({
  change: fc.constantFrom(
    "claimed",
    "awarded",
    "examined",
    "revised",
    "suspended",
    "resumed",
    "ended",
    "state-reported",
  ),
  award: anyAward,
  days: fc.integer({ min: -700, max: 0 }),
  seq: fc.integer({ min: 1, max: 3 }),
  month: fc.option(fc.constantFrom(...months), { nil: undefined }),
});

describe("the worklists of recipients", () => {
  it("name, after any changes of any rights, just those rights that the ledger then says", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
        const office = openOutputOffice();
        const atenaNumber = await putOnFile(office, 1, "1980-05-05", [became1("2000-05-04")]);
        for (const [at, { change, award, days, seq, month }] of steps.entries()) {
          const on = new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);
          const { nextCertificateMonth: _, ...facts } = award.facts as Record<string, unknown>;
          // A right is of one kind: each kind has a number of its own here.
          const own = seq * 10 + award.kind.length;
          const said = month === undefined ? facts : { ...facts, nextCertificateMonth: month };
          await recordFor(office, atenaNumber, { kind: "takeover" }, [
            rightRecorded(change as "awarded", on, award.kind, said, own),
            ...(at % 2 === 0 ? [] : [rightRecorded("facts-reported", on, award.kind, {}, own)]),
          ]);
        }
        const { recipients } = await personOf(office, atenaNumber);
        const paid = recipients.filter((right) => ["receiving", "suspended"].includes(recipientState(right, today)));
        const due = paid.filter(({ facts, history }) => {
          const month = facts.nextCertificateMonth;
          if (month === undefined || !months.includes(month) || facts.determination === "permanent") return false;
          const [year, number] = month.split("-").map(Number) as [number, number];
          // The last day of the month, three months before it and a day on, written apart from the code that does it.
          const last = new Date(Date.UTC(year, number, 0));
          const since = new Date(Date.UTC(year, number - 3, 0));
          const day = Math.min(last.getUTCDate(), since.getUTCDate());
          since.setUTCDate(day + 1);
          return !history.some(
            ({ change, on }) => change === "state-reported" && on >= since.toISOString().slice(0, 10),
          );
        });
        const listed = async (name: string, query: Record<string, string>) =>
          (await office.ask("GET", `/v1/lists/${name}`, { ...manager, query })).body.rows
            .map(({ seq, kind }: { seq: number; kind: string }) => `${seq} ${kind}`)
            .toSorted();
        expect(await listed("certificates-due", { from: "2026-09-15", to: "2027-02-10" })).toHaveLength(due.length);
        expect(await listed("suspension-turn", { from: "2026-07-01", to: "2026-07-31" })).toHaveLength(
          paid.filter(({ kind }) => isIncomeLimited(kind)).length,
        );
      }),
      { numRuns: 150 },
    );
  });
});
