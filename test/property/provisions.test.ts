import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { EntryId } from "../../shared/domain/ids.ts";
import { foldLedger } from "../../shared/domain/ledger.ts";
import { type LedgerEvent, ledgerEntry } from "../../shared/domain/ledger-events.ts";
import { provided, provisionLists } from "../../shared/domain/provisions.ts";
import { addDays, plainDate, plainMonth } from "../../shared/law/calendar.ts";
import { applicants } from "../support/people.ts";

const day = fc.integer({ min: 0, max: 60 }).map((days) => addDays(plainDate("2026-01-01"), days));

/** Generated people with all that a ledger can hold, and what the assessment says must not be in what is handed over. */
const facts = fc.constantFrom(
  ...applicants(60, 19).map((person) => ({
    ...person,
    phoneNumber: "0312345678",
    addressSupplement: "架空荘101",
  })),
);

const event: fc.Arbitrary<LedgerEvent> = fc.oneof(
  fc.record({
    kind: fc.constantFrom("acquired" as const, "category-changed" as const),
    on: day,
    category: fc.constantFrom("1" as const, "1" as const, "2" as const, "3" as const, "voluntary" as const),
    cause: fc.constant("moved-into-japan" as const),
  }),
  fc.record({ kind: fc.constant("lost" as const), on: day, cause: fc.constant("moved-abroad" as const) }),
  fc.record({ kind: fc.constant("address-protected" as const), protected: fc.boolean() }),
  fc.constant({
    kind: "exempted" as const,
    type: "full" as const,
    from: plainMonth("2026-07"),
    until: plainMonth("2027-06"),
    reason: "livelihood-aid" as const,
  } as LedgerEvent),
);

const life = fc.tuple(facts, fc.array(event, { maxLength: 8 })).map(([known, events]) => ({
  known,
  person: foldLedger([
    ledgerEntry.parse({
      id: "000001" as EntryId,
      recordedAt: "2026-03-01T00:00:00.000Z",
      recordedBy: "clerk-1",
      source: { kind: "takeover" },
      events: [{ kind: "registered", facts: known }, ...events],
    }),
  ]),
}));

describe("だれについても", () => {
  it.each(["transfer1", "transfer2"] as const)(
    "%s に、個人番号・免除・宛名番号・方書がなく、決められた項目のほか何もない",
    (list) => {
      const { schema } = provisionLists[list];
      fc.assert(
        fc.property(life, ({ known, person }) => {
          const items = provided(list, person);
          if (items === null) return;
          expect(schema.safeParse(items).success).toBe(true);
          const text = JSON.stringify(items);
          for (const secret of [
            known.individualNumber,
            known.atenaNumber,
            known.addressSupplement,
            "livelihood-aid",
            "exempt",
            "spouse",
          ])
            expect(text).not.toContain(secret);
          if (person.addressProtected) {
            expect(text).not.toContain(known.address);
            expect(text).not.toContain(known.phoneNumber);
          }
        }),
        { numRuns: 1000 },
      );
    },
  );

  it("戸籍住民課に渡すのは、最後の種別が第1号の人だけで、取得日は喪失日より前にある", () => {
    fc.assert(
      fc.property(life, ({ person }) => {
        const items = provided("transfer1", person) as { acquisitionDate: string; lossDate: string | null } | null;
        expect(items !== null).toBe(person.periods.at(-1)?.category === "1");
        if (items?.lossDate) expect(items.acquisitionDate < items.lossDate).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
