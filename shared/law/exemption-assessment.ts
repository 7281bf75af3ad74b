import { addMonths, type PlainDate, type PlainMonth } from "./calendar.ts";
import type { ExaminedPerson, ExaminedRole, Ground } from "./examined-person.ts";
import {
  decideExemption,
  decideStudentDeferment,
  type ExemptionCase,
  type ExemptionDecision,
  type ExemptionKind,
} from "./exemption-decision.ts";
import type { ClosedSpan } from "./month-span.ts";
import type { Category } from "./qualification.ts";
import { incomeYear } from "./year-cycle.ts";

/** Months in a row that are decided alike, and on what. The ward's estimate (参考), never JPS's decision. */
export interface AssessedSpan extends ClosedSpan, ExemptionDecision {
  /** The calendar year whose income decided. */
  readonly incomeYear: number;
}

/** What an application for months of one year is decided on. People are those of the day of application. */
export interface ExemptionApplication {
  readonly cycle: "exemption" | "student";
  /** In order; months that are not asked for may lie between. */
  readonly months: readonly PlainMonth[];
  readonly birthDate: PlainDate;
  readonly categoryIn: (month: PlainMonth) => Category | undefined;
  readonly isStudentIn: (month: PlainMonth) => boolean;
  readonly applicant: ExaminedPerson;
  readonly spouse?: ExaminedPerson & { readonly fledViolence?: boolean };
  readonly head?: ExaminedPerson;
  readonly wish?: readonly ExemptionKind[];
  /** Grounds of a person that hold in some months only (失業・災害の期間), besides those of the person. */
  readonly groundsIn?: (role: ExaminedRole, month: PlainMonth) => ReadonlySet<Ground>;
}

const inMonth = <Person extends ExaminedPerson>(
  of: ExemptionApplication,
  role: ExaminedRole,
  month: PlainMonth,
  person: Person,
): Person => {
  const more = of.groundsIn?.(role, month);
  return more === undefined || more.size === 0 ? person : { ...person, grounds: new Set([...person.grounds, ...more]) };
};

const decide = (of: ExemptionApplication, month: PlainMonth): ExemptionDecision => {
  const { birthDate, spouse, head, wish } = of;
  const applicant = inMonth(of, "applicant", month, of.applicant);
  const category = of.categoryIn(month);
  if (category === undefined) return notInsured;
  if (of.cycle === "student")
    return decideStudentDeferment({ month, category, isStudent: of.isStudentIn(month), applicant });
  return decideExemption({
    month,
    birthDate,
    category,
    isStudent: of.isStudentIn(month),
    applicant,
    ...(spouse === undefined ? {} : { spouse: inMonth(of, "spouse", month, spouse) }),
    ...(head === undefined ? {} : { head: inMonth(of, "head", month, head) }),
    ...(wish === undefined ? {} : { wish }),
  } satisfies ExemptionCase);
};

const notInsured: ExemptionDecision = {
  outcome: "not-eligible",
  findings: [],
  reasons: [{ code: "month-not-insured", message: "国民年金の被保険者でない月です。", article: "国民年金法90条1項" }],
  nextBetter: null,
};

/** Each month decided by itself, and months in a row that are decided alike, for the same reasons, as one span. */
export const assess = (of: ExemptionApplication): AssessedSpan[] => {
  const spans: { span: AssessedSpan; key: string }[] = [];
  for (const month of of.months) {
    const decision = decide(of, month);
    const year = incomeYear(of.cycle, month);
    const key = JSON.stringify([year, decision]);
    const last = spans.at(-1);
    if (last?.key === key && addMonths(last.span.until, 1) === month) last.span = { ...last.span, until: month };
    else spans.push({ key, span: { from: month, until: month, incomeYear: year, ...decision } });
  }
  return spans.map(({ span }) => span);
};
