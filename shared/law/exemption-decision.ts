import type { PlainDate, PlainMonth } from "./calendar.ts";
import { mayDefer } from "./deferment-period.ts";
import type { ExaminedPerson, ExaminedRole } from "./examined-person.ts";
import {
  type Examination,
  type ExaminedStep,
  examine,
  findingOf,
  measureOf,
  nearerExamination,
  type PersonalFinding,
  roleNames,
} from "./personal-finding.ts";
import { isOpenTo, notOpen } from "./procedures.ts";
import type { Category } from "./qualification.ts";
import type { Reason } from "./reason.ts";
import { yen } from "./rounding.ts";

/** What an 申請 of B05 can be granted: 全額免除・納付猶予・4分の3・半額・4分の1免除. */
export type ExemptionKind = "full" | "deferment" | "three-quarters" | "half" | "quarter";

/** The order JPS examines in when the applicant names none: 納付猶予 comes before 4分の3免除. */
export const standardOrder = [
  "full",
  "deferment",
  "three-quarters",
  "half",
  "quarter",
] as const satisfies readonly ExemptionKind[];

/** One month of one application. Spouse and head are those of the day of application; absent when there is none to examine. */
export interface ExemptionCase {
  readonly month: PlainMonth;
  readonly birthDate: PlainDate;
  readonly category: Category;
  readonly isStudent: boolean;
  readonly applicant: ExaminedPerson;
  /** Examined even when living apart. Left out of the examination where `fledViolence` (通達, confidence medium). */
  readonly spouse?: ExaminedPerson & { readonly fledViolence?: boolean };
  /** Absent when the applicant heads the household. */
  readonly head?: ExaminedPerson;
  /** The kinds wished for, in that order; {@link standardOrder} when none is named. */
  readonly wish?: readonly ExemptionKind[];
}

/** The ward's estimate for the month, never JPS's decision. `held` = an income is missing and the answer turns on it. */
export interface ExemptionDecision {
  readonly outcome: ExemptionKind | "student-deferment" | "refused" | "held" | "not-eligible";
  /** Every person at every step looked at, in the order of examination. */
  readonly findings: readonly PersonalFinding[];
  readonly reasons: readonly Reason[];
  /** What would have to differ for the next better kind; null where there is none better, or nothing is decided. */
  readonly nextBetter: NextBetter | null;
}

/** What stands between a person and a kind. Amounts are yen: `excess` is by how much the income, measured so, is over `limit`. */
export interface Obstacle extends Reason {
  /** Null where nobody's income stands in the way, but the kind was not asked for. */
  readonly role: ExaminedRole | null;
  readonly measure: PersonalFinding["measure"];
  readonly limit: number | null;
  readonly excess: number | null;
}

/** The kind next better than what was found, and all that stands between: were it otherwise, the kind would be met. */
export interface NextBetter {
  readonly kind: ExemptionKind;
  readonly obstacles: readonly Obstacle[];
}

const examinedFor = {
  full: { step: "full", roles: ["applicant", "spouse", "head"] },
  deferment: { step: "full", roles: ["applicant", "spouse"] },
  "three-quarters": { step: "three-quarters", roles: ["applicant", "spouse", "head"] },
  half: { step: "half", roles: ["applicant", "spouse", "head"] },
  quarter: { step: "quarter", roles: ["applicant", "spouse", "head"] },
} as const satisfies Record<ExemptionKind, { step: ExaminedStep; roles: readonly ExaminedRole[] }>;

export const kindNames = {
  full: "全額免除",
  deferment: "納付猶予",
  "three-quarters": "4分の3免除",
  half: "半額免除",
  quarter: "4分の1免除",
} as const satisfies Record<ExemptionKind, string>;

const granted = {
  full: { message: "全額免除の見込みです。", article: "国民年金法90条1項" },
  deferment: { message: "納付猶予の見込みです。", article: "平成26年改正法附則14条" },
  "three-quarters": { message: "4分の3免除の見込みです。", article: "国民年金法90条の2第1項" },
  half: { message: "半額免除の見込みです。", article: "国民年金法90条の2第2項" },
  quarter: { message: "4分の1免除の見込みです。", article: "国民年金法90条の2第3項" },
} as const satisfies Record<ExemptionKind, Omit<Reason, "code">>;

const student: Reason = {
  code: "student",
  message: "学生は申請免除・納付猶予の対象にならず、学生納付特例を申請します。",
  article: "国民年金法90条1項柱書",
};

const refused: Reason = {
  code: "no-step-met",
  message: "希望するどの区分の要件も満たしません。",
  article: "国民年金法90条1項・90条の2",
};

const held: Reason = {
  code: "income-unknown",
  message: "所得を確認できない人がいるため、判定を保留します(未特定理由コードを立てて照会します)。",
  article: "国民年金法90条1項1号・108条",
};

/** Whoever of that role is examined: never a spouse whose violence the applicant fled. */
const examinedAs = (of: ExemptionCase, role: ExaminedRole): ExaminedPerson | undefined =>
  role === "spouse" && of.spouse?.fledViolence === true ? undefined : of[role];

interface Looked {
  readonly role: ExaminedRole;
  readonly step: ExaminedStep;
  readonly person: ExaminedPerson;
  readonly examination: Examination;
}

interface Judged {
  readonly outcome: ExemptionDecision["outcome"];
  readonly looked: readonly Looked[];
  readonly reasons: readonly Reason[];
}

const judge = (of: ExemptionCase): Judged => {
  if (!isOpenTo("exemption", of.category)) {
    return { outcome: "not-eligible", looked: [], reasons: [notOpen("exemption")] };
  }
  if (of.isStudent) return { outcome: "not-eligible", looked: [], reasons: [student] };

  const looked: Looked[] = [];
  const reasons: Reason[] = [];
  for (const kind of of.wish ?? standardOrder) {
    if (kind === "deferment") {
      const deferrable = mayDefer(of.birthDate, of.month);
      if (!deferrable.ok) {
        reasons.push(...deferrable.reasons);
        continue;
      }
    }
    const { step, roles } = examinedFor[kind];
    const found = { unmet: false, unknown: false, met: false };
    for (const role of roles) {
      const person = examinedAs(of, role);
      if (person === undefined) continue;
      const examination = examine(person, step, of.month);
      looked.push({ role, step, person, examination });
      found[examination.outcome] = true;
    }
    if (found.unmet) continue;
    if (found.unknown) return { outcome: "held", looked, reasons: [...reasons, held] };
    return { outcome: kind, looked, reasons: [...reasons, { code: `${kind}-met`, ...granted[kind] }] };
  }
  return { outcome: "refused", looked, reasons: [...reasons, refused] };
};

/** What keeps one person from a kind, in words; null when nothing does. */
const obstacleOf = (
  role: ExaminedRole,
  person: ExaminedPerson,
  kind: ExemptionKind,
  month: PlainMonth,
): Obstacle | null => {
  const { outcome, test, margin, limit, article } = nearerExamination(person, examinedFor[kind].step, month);
  if (outcome === "met") return null;
  const measure = measureOf(test);
  if (outcome === "unknown" || margin === null || limit === null)
    return {
      role,
      code: "would-need-income",
      message: `${roleNames[role]}の所得(または配偶・扶養の数)が分かれば、${kindNames[kind]}を判定できます。`,
      article,
      measure,
      limit,
      excess: null,
    };
  const income = measure === "before-deductions" ? "所得(控除前)" : "所得(控除後)";
  return {
    role,
    code: "would-need-less-income",
    message: `${roleNames[role]}の${income}があと${yen(-margin)}低く、${yen(limit)}以下であれば、${kindNames[kind]}の要件を満たします。`,
    article,
    measure,
    limit,
    excess: -margin,
  };
};

const notWished = (kind: ExemptionKind): Obstacle => ({
  role: null,
  measure: null,
  limit: null,
  excess: null,
  code: "would-need-wish",
  message: `${kindNames[kind]}の要件は満たしています。希望する区分に${kindNames[kind]}を加えれば見込みがあります。`,
  article: granted[kind].article,
});

/** The kind before `outcome` in the standard order that the month and the age allow at all, with what stands between. */
const nextBetterOf = (of: ExemptionCase, outcome: ExemptionDecision["outcome"]): NextBetter | null => {
  if (outcome === "not-eligible" || outcome === "held" || outcome === "student-deferment") return null;
  const better = outcome === "refused" ? standardOrder : standardOrder.slice(0, standardOrder.indexOf(outcome));
  const kind = better.findLast((each) => each !== "deferment" || mayDefer(of.birthDate, of.month).ok);
  if (kind === undefined) return null;
  const obstacles = examinedFor[kind].roles.flatMap((role) => {
    const person = examinedAs(of, role);
    return (person && obstacleOf(role, person, kind, of.month)) ?? [];
  });
  return { kind, obstacles: obstacles.length > 0 ? obstacles : [notWished(kind)] };
};

/**
 * Decides one month of an application for 申請免除・納付猶予: the first kind, in the order wished for, that everyone examined
 * satisfies (法90条1項ただし書, 90条の2, 平26改正法附則14条). Somebody over a limit refuses a kind whatever is unknown of the
 * others; an unknown income holds the decision only when the kind turns on it.
 */
export const decideExemption = (of: ExemptionCase): ExemptionDecision => {
  const { outcome, looked, reasons } = judge(of);
  const findings = looked.map(({ role, step, examination, person }) =>
    findingOf(role, step, examination, person, of.month),
  );
  return { outcome, findings, reasons, nextBetter: nextBetterOf(of, outcome) };
};

/** The outcome of {@link decideExemption} alone, for passes over a whole ward (B21): the words cost more than the judging. */
export const exemptionOutcome = (of: ExemptionCase): ExemptionDecision["outcome"] => judge(of).outcome;

/** Decides one month of 学生納付特例: only the student's own income and grounds are examined (法90条の3第1項). */
export const decideStudentDeferment = (
  of: Pick<ExemptionCase, "month" | "category" | "isStudent" | "applicant">,
): ExemptionDecision => {
  const article = "国民年金法90条の3第1項";
  if (!isOpenTo("student-deferment", of.category)) {
    return { outcome: "not-eligible", findings: [], reasons: [notOpen("student-deferment")], nextBetter: null };
  }
  if (!of.isStudent) {
    const message = "学生納付特例の対象となる学校の学生ではありません。";
    return {
      outcome: "not-eligible",
      findings: [],
      reasons: [{ code: "not-a-student", message, article }],
      nextBetter: null,
    };
  }
  const examination = examine(of.applicant, "student", of.month);
  const finding = findingOf("applicant", "student", examination, of.applicant, of.month);
  const findings = [finding];
  if (finding.outcome === "unknown") return { outcome: "held", findings, reasons: [held], nextBetter: null };
  return finding.outcome === "met"
    ? {
        outcome: "student-deferment",
        findings,
        reasons: [{ code: "student-deferment-met", message: "学生納付特例の見込みです。", article }],
        nextBetter: null,
      }
    : { outcome: "refused", findings, reasons: [refused], nextBetter: null };
};
