import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { composeBenefitDecisions } from "../../shared/documents/benefit-decisions-composer.ts";
import { benefitKinds } from "../../shared/domain/benefits.ts";
import { keysOf } from "../../shared/domain/keys-of.ts";
import { type Recipient, recipientState } from "../../shared/domain/recipients.ts";
import { addDays, plainDate } from "../../shared/law/calendar.ts";
import { anyAward, anyAwardOf, anyDecision } from "../support/any-decision.ts";
import { type Decision, decisionContext } from "../support/benefit-decisions.ts";
import { openOffice } from "../support/office.ts";
import { rightRecorded, withClaim } from "../support/rights-on-file.ts";
import { became1, modelOf, personOf, putOnFile } from "../unit/batches/on-file.ts";
import { openCounter } from "../unit/support/counter.ts";

const birthDate = "1980-05-05";
let basicPensionNumber = "";
beforeAll(() => {
  basicPensionNumber = modelOf(1, birthDate).basicPensionNumber ?? "";
});

/** Everything that was decided is of the right, nothing of it half: what stands together stands so. */
const expectWhole = ({ facts }: Recipient) => {
  const said = facts as Readonly<Record<string, unknown>>;
  expect(said.suspensionType === undefined).toBe(said.suspensionMonth === undefined);
  expect(said.forfeiture === undefined).toBe(said.forfeitedOn === undefined);
};

const claims = {
  C01: "old-age",
  C02: "disability",
  C03: "disability-before-20",
  C08: "survivor",
  C09: "widow",
  C10: "death-lump-sum",
  C12: "special-disability",
} as const satisfies Readonly<Record<string, Recipient["kind"]>>;

const drawn = fc.constantFrom(...keysOf(claims)).chain((form) =>
  fc.record({
    form: fc.constant(form),
    result: fc.constantFrom("approved", "approved", "amended", "rejected", "returned"),
    days: fc.integer({ min: -100, max: 400 }),
    award: fc.oneof({ weight: 4, arbitrary: anyAwardOf(claims[form]) }, { weight: 1, arbitrary: anyAward }),
    silent: fc.integer({ min: 0, max: 9 }).map((one) => one === 0),
  }),
);

const factOf = (facts: object, name: string) => (facts as Readonly<Record<string, unknown>>)[name];

describe("a decision about a first claim", () => {
  it("records all of what it says beside the claim, or takes the right away, or changes nothing", async () => {
    const outcomes = new Set<string>();
    await fc.assert(
      fc.asyncProperty(drawn, async ({ form, result, days, award, silent }) => {
        const claim = rightRecorded("claimed", "2026-11-20", claims[form], { startMonth: "2026-12" });
        const { settle, rights } = await withClaim(openOffice(), [], claim);
        const before = await rights();
        const refused = result === "rejected" || result === "returned";
        const processedOn = addDays(plainDate("2026-11-20"), days);
        const outcome = await settle({ form, result, processedOn, ...(refused || silent ? {} : { award }) });
        outcomes.add(outcome);
        const after = await rights();
        if (outcome !== "approved" && outcome !== "amended") {
          expect(after).toEqual(outcome === result ? [] : before);
          return;
        }
        const [right, another] = after;
        if (right === undefined || another !== undefined || silent) throw new Error("settled without its decision");
        expect(right).toMatchObject({ seq: 1, kind: award.kind, register: award.register });
        expect(right.history).toMatchObject([
          { change: "claimed", standing: "confirmed" },
          { change: "awarded", standing: "confirmed", on: processedOn },
        ]);
        for (const [name, value] of Object.entries(award.facts))
          if (award.kind !== "death-lump-sum" || !name.startsWith("forfeit"))
            expect([name, factOf(right.facts, name)]).toEqual([name, value]);
        expectWhole(right);
      }),
      { numRuns: 200 },
    );
    for (const outcome of ["approved", "amended", "rejected", "returned", "unfit-grant", "decided-before-claim"])
      expect(outcomes).toContain(outcome);
  });
});

describe("any 給付決定一覧", () => {
  const ofTheirs = fc.array(
    anyDecision.map((line): Decision => {
      const { filingId: _, ...rest } = line;
      return { ...rest, basicPensionNumber, form: "C90" };
    }),
    { minLength: 1, maxLength: 4 },
  );
  const kinds = fc.uniqueArray(fc.constantFrom(...keysOf(benefitKinds)), { minLength: 1, maxLength: 4 });

  it("settles each line whole or leaves it with its reason, and the same file again changes nothing", async () => {
    await fc.assert(
      fc.asyncProperty(kinds, ofTheirs, async (onFile, lines) => {
        const counter = openCounter();
        const history = onFile.map((kind, at) => rightRecorded("awarded", "1949-04-01", kind, {}, at + 1));
        const atenaNumber = await putOnFile(counter, 1, birthDate, [became1("2000-05-04"), ...history]);
        const bytes = composeBenefitDecisions(
          lines.map((line) => ({ ...line, basicPensionNumber })),
          decisionContext,
        );
        const { status, body } = await counter.importFile(bytes);
        expect(status).toBe(201);
        expect(body.lines).toHaveLength(lines.length);
        const rights = (await personOf(counter, atenaNumber)).recipients;
        expect(rights.map(({ kind }) => kind)).toEqual(onFile);
        for (const right of rights) {
          expectWhole(right);
          expect(recipientState(right, plainDate("2026-12-31"))).not.toBe("claimed");
        }
        const settled = body.lines.filter(({ outcome }: { outcome: string }) => outcome !== "unmatched").length;
        const changes = rights.reduce((sum, { history: all }) => sum + all.length - 1, 0);
        expect(changes).toBeLessThanOrEqual(settled);

        const before = counter.stored();
        expect((await counter.importFile(bytes)).body).toEqual(body);
        expect(counter.stored()).toEqual(before);
      }),
      { numRuns: 60 },
    );
  });
});
