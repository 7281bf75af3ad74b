import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { answerValues, incomeAnswersFile } from "../../shared/documents/income-answers.ts";
import { readIncomeRequest } from "../../shared/documents/income-requests.ts";
import { readUnpaidMonths } from "../../shared/documents/unpaid-list.ts";
import { encouragedMonths, incomeMayOpen } from "../../shared/domain/encouragement.ts";
import { incomeAnswer } from "../../shared/domain/income-answer.ts";
import {
  circumstanceCodes,
  type IncomeRecord,
  incomeRecord,
  unidentifiedReasons,
} from "../../shared/domain/income-record.ts";
import { keysOf } from "../../shared/domain/keys-of.ts";
import { foldLedger } from "../../shared/domain/ledger.ts";
import { addDays, plainDate, plainMonth } from "../../shared/law/calendar.ts";
import { insuredMonths } from "../../shared/law/qualification.ts";
import { faultModes } from "../support/faulty-database.ts";
import { answerLines, modelOf } from "../support/income-outputs.ts";
import {
  longListAnswered,
  longListAsked,
  type OutputStory,
  outputStory,
  preparedStores,
} from "../support/output-story.ts";
import type { Stores } from "../support/restarting-office.ts";

const amount = fc.option(fc.integer({ min: 0, max: 3_000_000 }));
const count = fc.integer({ min: 0, max: 4 });
const personal = {
  income: amount,
  incomeAfterDeductions: amount,
  circumstance: fc.constantFrom(...keysOf(circumstanceCodes)),
  elderlyDependants: count,
  specificDependants: count,
};
const anyRecord: fc.Arbitrary<IncomeRecord> = fc
  .record({
    exists: fc.constantFrom("present", "absent"),
    insured: fc.record({ ...personal, dependants: count }),
    spouse: fc.option(fc.record({ ...personal, dependants: count })),
    head: fc.option(fc.record({ ...personal, dependants: count }, { requiredKeys: keysOf(personal) })),
    continuationReview: fc.boolean(),
    unidentifiedReason: fc.option(fc.constantFrom(...keysOf(unidentifiedReasons))),
    reference: fc.record({
      exemption: fc.constantFrom("full", "three-quarters", "half", "quarter", "over", "unknown"),
      deferment: fc.constantFrom("within", "over", "unknown"),
      student: fc.constantFrom("within", "over", "unknown"),
    }),
  })
  .map((record) => incomeRecord.parse(record));

const personBorn = (birthDate: string) =>
  foldLedger([
    {
      id: "000001",
      recordedAt: "2026-01-05T01:00:00.000Z",
      recordedBy: "takeover",
      source: { kind: "takeover" },
      events: [
        { kind: "registered", facts: modelOf(0, { birthDate }) },
        { kind: "acquired", on: "1990-01-01", category: "1", cause: "turned-20" },
      ],
    } as never,
  ]);

const someone = personBorn("1990-04-01");

describe("所得情報回答", () => {
  it("never has an amount or a count for somebody whose income is not known, and then always a reason", () => {
    fc.assert(
      fc.property(anyRecord, (record) => {
        const answer = incomeAnswer(record, someone);
        const file = { wardCode: "13110", runId: "K-1", createdOn: plainDate("2026-11-23") };
        const part = incomeAnswersFile.records([answerValues({}, answer)], file, 1);
        const ends = [incomeAnswersFile.header(file), incomeAnswersFile.trailer(file, 1)] as const;
        const [line = {}] = answerLines(Buffer.concat([ends[0], part, ends[1]]));
        for (const role of ["insured", "spouse", "head"] as const) {
          const of = record[role];
          const said = Object.entries(line).filter(([item]) => item.startsWith(role));
          if (of === null || of.income === null) expect(said).toEqual([]);
          else {
            expect(Number(line[`${role}Income`])).toBe(of.income);
            const after = line[`${role}IncomeAfterDeductions`];
            expect(after === undefined ? null : Number(after)).toBe(of.incomeAfterDeductions);
          }
        }
        const lacking = [record.insured, record.spouse, record.head].some((of) => of?.income === null);
        if (lacking) expect(line.unidentifiedReason).toBeDefined();
      }),
      { numRuns: 1_000 },
    );
  });
});

describe("免除勧奨", () => {
  const year = { from: plainMonth("2026-07"), until: plainMonth("2027-06") };

  it("passes over without opening the ledger only those who have nothing to hope for, however old they are", () => {
    fc.assert(
      fc.property(anyRecord, fc.integer({ min: 0, max: 14_000 }), (record, days) => {
        const person = personBorn(addDays(plainDate("1967-07-01"), days));
        const found = encouragedMonths(person, record, year, null);
        if (incomeMayOpen(record, year.from) !== "may") expect(typeof found).toBe("string");
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("被保険者期間 of a year", () => {
  it("are those of a life that lie in it", () => {
    const day = fc.integer({ min: 0, max: 3_000 }).map((days) => addDays(plainDate("2020-01-01"), days));
    const period = fc
      .tuple(fc.constantFrom("1", "2", "3"), day, fc.option(fc.integer({ min: 1, max: 900 })))
      .map(
        ([category, from, length]) =>
          ({ category, from, until: length === null ? null : addDays(from, length) }) as const,
      );
    fc.assert(
      fc.property(fc.array(period, { maxLength: 5 }), fc.integer({ min: 0, max: 90 }), (periods, at) => {
        const from = plainMonth(addDays(plainDate("2020-01-01"), at * 30).slice(0, 7));
        const upTo = plainMonth("2028-12");
        const life = [...insuredMonths(periods, upTo)].filter(([month]) => month >= from);
        expect(new Map(insuredMonths(periods, upTo, from))).toEqual(new Map(life));
      }),
      { numRuns: 1_000 },
    );
  });
});

describe("lists of 日本年金機構", () => {
  it("are never read wrong: a damaged line is told, and reading never throws", () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 70, maxLength: 70 }),
        fc.stringMatching(/^[0-9 ]{70}$/),
        (bytes, digits) => {
          for (const line of [bytes, Buffer.from(`2${digits.slice(1)}`), Buffer.from(`213110${digits.slice(6)}`)]) {
            const request = readIncomeRequest(line, "13110");
            if (request) expect(request.basicPensionNumber ?? request.individualNumber).toBeDefined();
            const unpaid = readUnpaidMonths(line, "13110");
            if (unpaid) expect(unpaid.basicPensionNumber).toMatch(/^\d{10}$/);
          }
        },
      ),
      { numRuns: 3_000 },
    );
  });
});

describe("an output with calls that fail or die before, during or after", () => {
  let base: Stores;
  beforeAll(async () => {
    base = await preparedStores();
  });

  it.each(faultModes)(
    "%s at any call: sent again it ends with every line once and in its order, and goes out once",
    async (mode) => {
      const { calls, told: expected } = await outputStory(base, "list", []);
      const file = expected.files[0]?.[1] ?? "";
      expect(longListAnswered(file)).toEqual(longListAsked);
      expect(expected.outputs).toMatchObject([{ state: "released", lines: 404, examined: 404 }]);
      for (let call = 1; call <= calls; call += 1) {
        const { told, surprises } = await outputStory(base, "list", [{ call, mode }]);
        expect([call, told, surprises]).toEqual([call, expected, []]);
      }
    },
  );

  it.each<[OutputStory, number]>([
    ["list", 60],
    ["continuation", 100],
    ["encouragement", 40],
  ])("with several faults at once, %s: no line is lost or doubled, and it goes out once", async (story, numRuns) => {
    const { calls, told: expected, surprises: none } = await outputStory(base, story, []);
    expect([expected.outputs.length, expected.files.length, none]).toEqual([1, 2, []]);
    const fault = fc.record({ call: fc.integer({ min: 1, max: calls + 10 }), mode: fc.constantFrom(...faultModes) });
    await fc.assert(
      fc.asyncProperty(fc.array(fault, { minLength: 1, maxLength: 5 }), async (faults) => {
        const { told, surprises } = await outputStory(base, story, faults);
        expect([told, surprises]).toEqual([expected, []]);
      }),
      { numRuns },
    );
  });
});
