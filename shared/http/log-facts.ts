import type { OperationId } from "../contracts/operations.ts";
import type { ProblemCode } from "../contracts/problems.ts";
import { filingIdPattern, importIdPattern, runIdPattern } from "../domain/ids.ts";
import { isPlace } from "./log-place.ts";

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** Words of small letters; a digit here and there, never a number. */
const codePattern = /^(?=.{1,40}$)(?!.*\d{4})[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** By their form, not by the tables they stand in: a function that only logs does not load every flow for it. */
const operationPattern = /^(file:[a-z\d-]{1,40}|[a-z][A-Za-z]{1,40})$/;

const trailObjectPattern = /^trail\/[\w./-]{1,160}(:\d{1,7})?$/;
const trailEntryPattern = /^\d{4}-\d\d-\d\dT[\d:.]{12}Z_[0-9A-HJKMNP-TV-Z]{16}$/;
const trailPlacesPattern =
  /^\d{4}-\d\d-\d\dT[\d:.]{12}Z_[0-9A-HJKMNP-TV-Z]{16}( \d{4}-\d\d-\d\dT[\d:.]{12}Z_[0-9A-HJKMNP-TV-Z]{16})*$/;

const matching =
  <Text extends string = string>(...patterns: readonly RegExp[]) =>
  (value: unknown): value is Text =>
    typeof value === "string" && patterns.some((pattern) => pattern.test(value));

/** Too small to be an 個人番号, a 基礎年金番号 or a 宛名番号. */
const isCount = (value: unknown): value is number =>
  typeof value === "number" && Number.isSafeInteger(value) && value >= 0 && value < 1_000_000_000;

/**
 * What a log line may carry beside its code, by kind. There is no kind for free text: whatever a person could be known by
 * matches none of them. 評価書 III-3 リスク2⑥: the record of operations is the trail's, and a log needs no person.
 */
export const factKinds = {
  count: { title: "数(9桁まで)", admits: isCount },
  code: { title: "コード(英小文字とハイフン)", admits: matching(codePattern) },
  operation: { title: "操作", admits: matching<OperationId | "unknown">(operationPattern) },
  problem: { title: "誤りのコード", admits: matching<ProblemCode>(codePattern) },
  correlation: { title: "照会番号", admits: matching(uuidPattern, codePattern) },
  filing: { title: "受付番号", admits: matching(filingIdPattern) },
  run: { title: "進達番号", admits: matching(runIdPattern) },
  erasure: { title: "消去の番号", admits: matching(/^E\d{8}-[0-9A-HJKMNP-TV-Z]{6}$/) },
  digest: { title: "SHA-256(16進)", admits: matching(importIdPattern) },
  correlations: {
    title: "照会番号の並び",
    admits: matching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}( [0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})*$/),
  },
  /** An object of the trail, with the line in it. */
  "trail-place": { title: "アクセス記録のファイルと行", admits: matching(trailObjectPattern, trailEntryPattern) },
  "trail-places": { title: "アクセス記録の番号の並び", admits: matching(trailPlacesPattern) },
  /** A day of the system's own life: nobody on file was born on one. */
  day: {
    title: "日(YYYY-MM-DD、2026年から)",
    admits: matching(/^20(2[6-9]|[3-9]\d)-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/),
  },
  month: { title: "月(YYYY-MM)", admits: matching(/^\d{4}-(0[1-9]|1[0-2])$/) },
  hour: { title: "時(UTC、YYYY-MM-DDTHH)", admits: matching(/^\d{4}-\d{2}-\d{2}T\d{2}$/) },
  "error-name": { title: "誤りの型の名", admits: matching(/^(?!.*\d{4})[A-Za-z$][\w.$]{0,60}$/) },
  place: { title: "起きた場所(ファイルと行)", admits: isPlace },
} as const satisfies Record<string, { title: string; admits: (value: unknown) => value is string | number | boolean }>;

export type FactKind = keyof typeof factKinds;
/** What a fact of a kind is, for the compiler. */
export type Fact<Kind extends FactKind> = (typeof factKinds)[Kind]["admits"] extends (
  value: unknown,
) => value is infer Value
  ? Value
  : never;

/** Stands where a value was not of its declared kind. */
export const withheld = "(withheld)";

/** What of `facts` may be logged: undeclared ones are dropped, and what is not of its kind is withheld. */
export const admitted = (
  declared: Readonly<Record<string, FactKind>>,
  facts: Readonly<Record<string, unknown>>,
): Record<string, string | number | boolean | null> =>
  Object.fromEntries(
    Object.entries(declared).flatMap(([name, kind]) => {
      const value = facts[name];
      if (value === undefined || !Object.hasOwn(facts, name)) return [];
      const { admits } = factKinds[kind];
      return [[name, value === null || admits(value) ? value : withheld]];
    }),
  );
