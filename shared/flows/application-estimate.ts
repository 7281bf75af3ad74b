import type { Reason } from "../domain/decision.ts";
import type { LedgerEvent } from "../domain/ledger-events.ts";
import { type ExemptionReason, exemptionTypes } from "../domain/reliefs.ts";
import { addMonths, type PlainMonth } from "../law/calendar.ts";
import { type AssessedSpan, assess } from "../law/exemption-assessment.ts";
import { contains, monthsIn } from "../law/month-span.ts";
import { spanWords } from "../law/month-words.ts";
import type { Application } from "./application.ts";
import { groundsIn, type ProvenGround } from "./application-grounds.ts";

export type GrantedKind = Exclude<AssessedSpan["outcome"], "refused" | "held" | "not-eligible">;

/** Months in a row that are granted alike, and what granted them. */
export interface Granted {
  readonly kind: GrantedKind;
  readonly from: PlainMonth;
  readonly until: PlainMonth;
  readonly reason: ExemptionReason;
}

const isGranted = (outcome: AssessedSpan["outcome"]): outcome is GrantedKind => outcome in exemptionTypes;

const flees = ({ grounds }: Application): boolean => grounds.some(({ reason }) => reason === "domestic-violence");

/** The law's answer for `months`, with the grounds given or (null) on income alone. */
export const spansOf = (
  of: Application,
  months: readonly PlainMonth[],
  proven: readonly ProvenGround[] | null,
): readonly AssessedSpan[] => {
  const { cycle, birthDate, examinees, wish } = of;
  const { applicant, spouse, head } = examinees;
  return assess({
    cycle,
    months,
    birthDate,
    // Months of another category and of a student were left out before.
    categoryIn: () => "1",
    isStudentIn: () => cycle === "student",
    applicant: applicant.person,
    ...(spouse ? { spouse: { ...spouse.person, fledViolence: proven !== null && flees(of) } } : {}),
    ...(head ? { head: head.person } : {}),
    ...(wish.length > 0 ? { wish } : {}),
    ...(proven === null
      ? {}
      : { groundsIn: (role, month) => new Set(groundsIn(proven, role, month).map(({ ground }) => ground)) }),
  });
};

/** Whether somebody met a step by `ground` who did not meet it by their income. */
const isDecisive = ({ whose, ground }: ProvenGround, span: AssessedSpan, onIncome: AssessedSpan | undefined): boolean =>
  span.findings.some(
    ({ role, step, code }) =>
      role === whose &&
      code === `${ground}-ground` &&
      !onIncome?.findings.some((each) => each.role === role && each.step === step && each.outcome === "met"),
  );

/** What granted `month`: the income, where it would have done alone; else the first ground stated that somebody needed. */
const reasonOf = (
  of: Application,
  span: AssessedSpan,
  month: PlainMonth,
  onIncome: AssessedSpan | undefined,
  proven: readonly ProvenGround[],
): ExemptionReason => {
  if (onIncome?.outcome === span.outcome) return "income";
  const decisive = proven.find((each) => contains(each, month) && isDecisive(each, span, onIncome));
  return decisive?.reason ?? (flees(of) ? "domestic-violence" : "income");
};

/** The months granted by `spans`, by kind and by what granted them. */
export const grantedBy = (
  of: Application,
  spans: readonly AssessedSpan[],
  proven: readonly ProvenGround[],
): readonly Granted[] => {
  const months = spans.flatMap((span) => monthsIn(span));
  const onIncome = proven.length === 0 && !flees(of) ? spans : spansOf(of, months, null);
  const granted: Granted[] = [];
  for (const span of spans) {
    if (!isGranted(span.outcome)) continue;
    for (const month of monthsIn(span)) {
      const alone = onIncome.find((each) => contains(each, month));
      const reason = reasonOf(of, span, month, alone, proven);
      const last = granted.at(-1);
      const goesOn = last?.kind === span.outcome && last.reason === reason && addMonths(last.until, 1) === month;
      if (last && goesOn) granted[granted.length - 1] = { ...last, until: month };
      else granted.push({ kind: span.outcome, from: month, until: month, reason });
    }
  }
  return granted;
};

export const exemptedBy = (granted: readonly Granted[]): LedgerEvent[] =>
  granted.map(({ kind, from, until, reason }) => ({ kind: "exempted", type: kind, from, until, reason }));

const advisory = "参考。決定は日本年金機構";

/** What each span comes to, in a sentence that is read out at the counter. */
export const estimates = (spans: readonly AssessedSpan[]): Reason[] =>
  spans.map((span): Reason => {
    const months = spanWords(span);
    if (isGranted(span.outcome))
      return {
        weight: "notice",
        code: "estimate-granted",
        message: `${months}: ${exemptionTypes[span.outcome]}の見込みです(${advisory})`,
      };
    return span.outcome === "held"
      ? {
          weight: "notice",
          code: "estimate-held",
          message: `${months}: 所得を確認できない人がいるため、判定を保留します(${advisory})`,
        }
      : {
          weight: "notice",
          code: "estimate-refused",
          message: `${months}: 却下の見込みです(${advisory})。申請は受け付けて日本年金機構に送ります`,
        };
  });
