import { isDeepStrictEqual } from "node:util";
import { basicAmounts } from "../../shared/law/benefit-amounts.ts";
import { firstDayOf, isPlainDate, type PlainDate, plainMonth } from "../../shared/law/calendar.ts";
import { type Answers, type Context, Input, InputError, type Topic } from "./input.ts";
import { additionalPremium } from "./topics/additional-premium.ts";
import { age } from "./topics/age.ts";
import { amounts } from "./topics/amounts.ts";
import { childcare } from "./topics/childcare.ts";
import { cycle } from "./topics/cycle.ts";
import { deadlines } from "./topics/deadlines.ts";
import { exemption } from "./topics/exemption.ts";
import { incomeLimit } from "./topics/income-limit.ts";
import { individualNumber } from "./topics/individual-number.ts";
import { maternity } from "./topics/maternity.ts";
import { qualification } from "./topics/qualification.ts";
import { statutory } from "./topics/statutory.ts";
import { voluntary } from "./topics/voluntary.ts";

const topics: Readonly<Record<string, Topic>> = {
  "20歳前障害・特別障害給付金の所得制限": incomeLimit,
  付加保険料: additionalPremium,
  任意加入: voluntary,
  "保険料・給付額": amounts,
  個人番号検査数字: individualNumber,
  "免除年度・所得年・遡及": cycle,
  "届出・報告期限": deadlines,
  年齢到達日: age,
  法定免除: statutory,
  産前産後免除: maternity,
  "申請免除・猶予・学特": exemption,
  育児期間免除: childcare,
  "資格得喪・被保険者期間": qualification,
};

/** One vector judged. `actual` holds the answers to what was expected, or `{ error }` when it could not be evaluated. */
export interface VectorResult {
  readonly id: string;
  readonly ok: boolean;
  readonly expected: unknown;
  readonly actual: unknown;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Objects match on the keys expected; everything else must be equal. */
const matches = (expected: unknown, actual: unknown): boolean =>
  isRecord(expected)
    ? isRecord(actual) && Object.entries(expected).every(([key, value]) => matches(value, actual[key]))
    : isDeepStrictEqual(expected, actual);

const asked = (expected: Record<string, unknown>, answers: Answers): Record<string, unknown> =>
  Object.fromEntries(Object.keys(expected).map((key) => [key, answers[key] ?? null]));

const evaluateVector = (vector: unknown, at: number, context: Context): VectorResult => {
  const { id: named, topic, input, expected } = isRecord(vector) ? vector : {};
  const id = typeof named === "string" ? named : `#${at + 1}`;
  const failed = (error: string): VectorResult => ({ id, ok: false, expected: expected ?? null, actual: { error } });
  if (typeof topic !== "string" || !Object.hasOwn(topics, topic)) return failed(`unknown topic: ${String(topic)}`);
  if (!isRecord(expected) || Object.keys(expected).length === 0) return failed("expected is not an object with keys");
  try {
    const answers = topics[topic]?.(new Input(input), context) ?? {};
    return { id, ok: matches(expected, answers), expected, actual: asked(expected, answers) };
  } catch (error) {
    if (error instanceof InputError || error instanceof RangeError) return failed(`unreadable input: ${error.message}`);
    throw error;
  }
};

/** The day the file was made; without one, the last year whose amounts are known. */
const contextOf = (meta: unknown): Context => {
  const generated = isRecord(meta) ? meta.generated : undefined;
  const today: PlainDate =
    typeof generated === "string" && isPlainDate(generated)
      ? generated
      : firstDayOf(basicAmounts.knownUntil ?? plainMonth("2027-03"));
  return { today };
};

/**
 * Evaluates a file of vectors: `{ _meta, vectors }` or the bare list.
 * @throws InputError when it is neither.
 */
export const evaluateVectors = (file: unknown): VectorResult[] => {
  const vectors = Array.isArray(file) ? file : isRecord(file) ? file.vectors : undefined;
  if (!Array.isArray(vectors)) throw new InputError("the file holds no list of vectors");
  const context = contextOf(isRecord(file) ? file._meta : undefined);
  return vectors.map((vector, at) => evaluateVector(vector, at, context));
};
