import type { AssessmentRequest } from "../../shared/contracts/assessments.ts";
import type { Application } from "../../shared/flows/application.ts";
import { examineesIn } from "../../shared/flows/application-examinees.ts";
import { applicationWindow } from "../../shared/law/application-window.ts";
import type { PlainDate } from "../../shared/law/calendar.ts";
import type { ClosedSpan } from "../../shared/law/month-span.ts";
import { cycleMonths, cycleYear, incomeYear } from "../../shared/law/year-cycle.ts";
import type { Subject } from "./subject.ts";
import { withTyped } from "./typed-income.ts";

/** One application form: the months of one 年度, and the year whose income decides them. */
export interface Form extends ClosedSpan {
  readonly year: number;
  readonly incomeYear: number;
}

/** The forms that are asked about: those named, else every 年度 that an application of that day reaches. */
export const formsOf = ({ cycle, from, until, years }: AssessmentRequest, filedOn: PlainDate): readonly Form[] => {
  const form = (span: ClosedSpan): Form => ({
    ...span,
    year: cycleYear(cycle, span.from),
    incomeYear: incomeYear(cycle, span.from),
  });
  if (from !== undefined && until !== undefined) return [form({ from, until })];
  const reached = applicationWindow(cycle, filedOn).years;
  const named = years?.toSorted((a, b) => a - b) ?? reached.map(({ year }) => year);
  return named.map((year) => {
    const { from: first, until: last } = reached.find((each) => each.year === year) ?? cycleMonths(cycle, year);
    return form({ from: first, until: last });
  });
};

/** The application that the form would be. */
export const applicationOn = (
  request: AssessmentRequest,
  form: Form,
  subject: Subject,
  filedOn: PlainDate,
): Application => {
  const { cycle, grounds } = request;
  const income = subject.incomes.get(form.incomeYear) ?? null;
  const stated =
    cycle === "student"
      ? { spouse: false, head: false }
      : {
          spouse: request.spouse,
          head: request.headOfHousehold === "other",
          headDependants: request.headDependants,
        };
  const { from, until } = form;
  const { birthDate, record } = subject;
  return {
    cycle,
    from,
    until,
    filedOn,
    birthDate,
    record,
    income,
    examinees: withTyped(examineesIn(income, stated), request, form.incomeYear),
    grounds,
    seen: request,
    wish: cycle === "student" ? [] : request.wish,
    continuation: cycle === "student" ? false : request.continuation,
    enrolment: cycle === "student" ? request.enrolment : null,
    schoolKnown: false,
  };
};
