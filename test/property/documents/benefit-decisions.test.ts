import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { composeBenefitDecisions } from "../../../shared/documents/benefit-decisions-composer.ts";
import { parseResultFile } from "../../../shared/documents/result-files.ts";
import { anyDecision } from "../../support/any-decision.ts";
import { decisionContext } from "../../support/benefit-decisions.ts";

describe("the reading of a 給付決定一覧", () => {
  it("gives back whatever the sender wrote", () => {
    fc.assert(
      fc.property(fc.array(anyDecision, { maxLength: 5 }), (sent) => {
        expect(parseResultFile(composeBenefitDecisions(sent, decisionContext))).toEqual({
          ok: true,
          header: decisionContext,
          records: sent.map((one, at) => ({ line: at + 2, ...one })),
          faults: [],
        });
      }),
      { numRuns: 500 },
    );
  });

  it("of a damaged file refuses it, or has each line either read or faulted, and tells nobody's number", () => {
    const damage = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(anyDecision, { minLength: 1, maxLength: 4 }), damage, fc.nat(3), (sent, changes, cut) => {
        const bytes = composeBenefitDecisions(sent, decisionContext).slice(0, cut === 0 ? -1 : undefined);
        for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
        const parsed = parseResultFile(bytes);
        if (!parsed.ok) {
          expect(parsed.message).not.toMatch(/\d{10}/);
          return;
        }
        const lines = [...parsed.records, ...parsed.faults].map(({ line }) => line).sort((a, b) => a - b);
        expect(lines).toEqual(sent.map((_, at) => at + 2));
        for (const { message } of parsed.faults) expect(message).not.toMatch(/\d{10}/);
      }),
      { numRuns: 3000 },
    );
  });
});
