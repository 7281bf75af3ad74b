import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ResultRecord } from "../../../shared/documents/result-record.ts";
import { parseResults } from "../../../shared/documents/results.ts";
import { composeResults } from "../../../shared/documents/results-composer.ts";
import { keysOf } from "../../../shared/domain/keys-of.ts";
import type { ReliefSpan } from "../../../shared/domain/relief-spans.ts";
import { reliefLabels } from "../../../shared/domain/reliefs.ts";
import { flows } from "../../../shared/flows/catalogue.ts";
import { addDays, addMonths, plainDate, plainMonth } from "../../../shared/law/calendar.ts";

const context = { wardCode: "13110", runId: "K20261207-0001", createdOn: plainDate("2026-12-07") };
const day = fc.nat(40_000).map((days) => addDays(plainDate("1926-12-25"), days));
const month = fc.nat(1200).map((months) => addMonths(plainMonth("1961-04"), months));

/** Up to four spans of months in a row, each after the one before; the last of 法定免除 may be open. */
const grants = fc
  .tuple(
    month,
    fc.array(fc.tuple(fc.constantFrom(...keysOf(reliefLabels)), fc.nat(20), fc.nat(20)), { maxLength: 4 }),
    fc.boolean(),
  )
  .map(([first, drawn, open]): readonly ReliefSpan[] => {
    let next = first;
    const spans = drawn.map(([kind, gap, length]): ReliefSpan => {
      const from = addMonths(next, gap);
      const until = addMonths(from, length);
      next = addMonths(until, 1);
      return { kind, from, until };
    });
    const last = spans.at(-1);
    return open && last?.kind === "statutory" ? [...spans.slice(0, -1), { ...last, until: null }] : spans;
  });

const record: fc.Arbitrary<Omit<ResultRecord, "line">> = fc
  .record(
    {
      basicPensionNumber: fc.stringMatching(/^\d{10}$/),
      form: fc.constantFrom("B10-3", "B18", ...Object.values(flows).map(({ form }) => form)),
      result: fc.constantFrom("approved", "rejected", "returned", "amended"),
      processedOn: day,
      amendedOn: day,
      filingId: fc.stringMatching(/^\d{8}-[0-9A-HJKMNP-TV-Z]{6}$/),
      reasonCode: fc.stringMatching(/^[0-9A-Z]{1,4}$/),
      grants,
      childBornOn: day,
    },
    { requiredKeys: ["basicPensionNumber", "form", "result", "processedOn", "amendedOn"] },
  )
  // Months go with what was granted, and a line that grants none says none.
  .map(({ grants: drawn = [], ...line }) =>
    drawn.length > 0 && (line.result === "approved" || line.result === "amended") ? { ...line, grants: drawn } : line,
  );
const records = fc.array(record, { maxLength: 5 });

describe("the reading of a 処理結果一覧", () => {
  it("gives back whatever the sender wrote", () => {
    fc.assert(
      fc.property(records, (sent) => {
        const parsed = parseResults(composeResults(sent, context));
        expect(parsed).toEqual({
          ok: true,
          header: context,
          records: sent.map((one, at) => ({ line: at + 2, ...one })),
          faults: [],
        });
      }),
      { numRuns: 500 },
    );
  });

  it("never throws and never takes over garbage", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 700 }), (bytes) => {
        expect(parseResults(bytes).ok).toBe(false);
      }),
      { numRuns: 6000 },
    );
  });

  it("of a damaged file refuses it, or has each line either read or faulted", () => {
    const damage = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(record, { minLength: 1, maxLength: 4 }), damage, fc.nat(3), (sent, changes, cut) => {
        const bytes = composeResults(sent, context).slice(0, cut === 0 ? -1 : undefined);
        for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
        const parsed = parseResults(bytes);
        if (!parsed.ok) {
          expect(parsed.message).not.toMatch(/\d{10}/);
          return;
        }
        const lines = [...parsed.records, ...parsed.faults].map(({ line }) => line).sort((a, b) => a - b);
        expect(lines).toEqual(sent.map((_, at) => at + 2));
        for (const { message } of parsed.faults) expect(message).not.toMatch(/\d{10}/);
      }),
      { numRuns: 5000 },
    );
  });
});
