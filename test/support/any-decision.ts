import fc from "fast-check";
import type { Award, ResultRecord } from "../../shared/documents/result-record.ts";
import { benefitKinds, determinations, forfeitures, suspensionTypes } from "../../shared/domain/benefits.ts";
import { keysOf } from "../../shared/domain/keys-of.ts";
import { addDays, addMonths, plainDate, plainMonth } from "../../shared/law/calendar.ts";
import { awardOf, type Decision } from "./benefit-decisions.ts";

const day = fc.nat(36_500).map((days) => addDays(plainDate("1950-01-01"), days));
const month = fc.nat(1200).map((months) => addMonths(plainMonth("1961-04"), months));
const yen = fc.nat(99_999_999);
const digits = (most: number) => fc.stringMatching(new RegExp(`^[0-9]{1,${most}}$`));
const from = <Key extends string>(table: Readonly<Record<Key, string>>) => fc.constantFrom(...keysOf(table));

/** Two facts that stand together or not at all. */
const pair = <A, B>(a: string, first: fc.Arbitrary<A>, b: string, second: fc.Arbitrary<B>) =>
  fc
    .option(fc.tuple(first, second), { nil: null })
    .map((said) => (said === null ? {} : { [a]: said[0], [b]: said[1] }));

const common = {
  number: digits(10),
  startMonth: month,
  grade: fc.constantFrom(1, 2, 3),
  gradeItem: digits(2),
  determination: from(determinations),
  fixedTermYears: fc.integer({ min: 1, max: 10 }),
  nextCertificateMonth: month,
  basicYen: yen,
  suspendedYen: yen,
  paidYen: yen,
} as const;

const ofPensions = { symbol: digits(4), serial: fc.integer({ min: 1, max: 99 }), entitledOn: day, additionYen: yen };

const facts = (kind: Award["kind"]) =>
  fc
    .tuple(
      fc.record(kind === "special-disability" ? common : { ...common, ...ofPensions }, { requiredKeys: ["paidYen"] }),
      pair("suspensionType", from(suspensionTypes), "suspensionMonth", month),
      pair("forfeiture", from(forfeitures), "forfeitedOn", day),
    )
    .map((parts): object => Object.assign({}, ...parts));

export const anyAwardOf = (kind: Award["kind"]): fc.Arbitrary<Award> => facts(kind).map((said) => awardOf(kind, said));

export const anyAward: fc.Arbitrary<Award> = from(benefitKinds).chain(anyAwardOf);

const forms = ["C01", "C02", "C03", "C04", "C05", "C07-1", "C08", "C10", "C11-2", "C12", "C13-2", "C15-1", "C90"];

/** A line of a 給付決定一覧 as it can be sent, whoever it is about and whether or not it fits anything. */
export const anyDecision: fc.Arbitrary<Decision> = fc
  .record(
    {
      basicPensionNumber: fc.stringMatching(/^\d{10}$/),
      form: fc.constantFrom(...forms),
      result: fc.constantFrom<ResultRecord["result"][]>("approved", "rejected", "returned", "amended"),
      processedOn: day,
      filingId: fc.stringMatching(/^\d{8}-[0-9A-HJKMNP-TV-Z]{6}$/),
      reasonCode: fc.stringMatching(/^[0-9A-Z]{1,4}$/),
      award: anyAward,
    },
    { requiredKeys: ["basicPensionNumber", "form", "result", "processedOn"] },
  )
  .map(({ award, ...line }): Decision => {
    if (line.result === "rejected" || line.result === "returned" || award === undefined)
      // 訂正 always says what was decided.
      return line.result === "amended" ? { ...line, result: "approved" } : line;
    return { ...line, award };
  });
