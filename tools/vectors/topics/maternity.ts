import { monthOf, type PlainDate, type PlainMonth } from "../../../shared/law/calendar.ts";
import {
  earliestMaternityFiling,
  isBirthByLaw,
  maternityBasisDay,
  maternityMonths,
  maternityPeriod,
  mayFileMaternity,
} from "../../../shared/law/maternity-exemption.ts";
import { lengthOf } from "../../../shared/law/month-span.ts";
import { isOpenTo } from "../../../shared/law/procedures.ts";
import { insuredMonths } from "../../../shared/law/qualification.ts";
import { type Answers, type Input, InputError, type Topic } from "../input.ts";

/** Months of 第1号 from the gain on, up to a loss where one is given. */
const insuredMonthsOf = (input: Input, acquired: PlainDate, upTo: PlainMonth) =>
  insuredMonths(
    [{ category: input.category("type") ?? "1", from: acquired, until: input.date("lossDate") ?? null }],
    upTo,
  );

const periodAnswers = (input: Input, basis: PlainDate): Answers => {
  const period = maternityPeriod(basis, input.flag("multiple") === true);
  const acquired = input.date("acquireDate");
  if (period === null) return { from: null, to: null, months: 0 };
  if (acquired === undefined) return { from: period.from, to: period.until, months: lengthOf(period) };
  const insured = insuredMonthsOf(input, acquired, period.until);
  const months = maternityMonths(period, (month) => insured.get(month));
  return { from: months[0] ?? null, to: months.at(-1) ?? null, months, monthCount: months.length };
};

/** 産前産後免除. */
export const maternity: Topic = (input) => {
  const birth = {
    dueOn: input.date("dueDate") ?? null,
    deliveredOn: input.date("deliveryDate") ?? null,
    multiple: input.flag("multiple") === true,
  };
  const filedOn = input.date("filedDate") ?? null;
  const basis = maternityBasisDay(birth, filedOn);
  const days = input.number("pregnancyDays");
  const weeks = input.number("pregnancyWeeks");
  if (basis === null && days === undefined && weeks === undefined && !input.has("type")) {
    throw new InputError("dueDate, deliveryDate or pregnancyDays is needed");
  }
  const isBirth = days === undefined ? weeks === undefined || isBirthByLaw(weeks * 7) : isBirthByLaw(days);
  return {
    ...(basis === null ? {} : { ...periodAnswers(input, basis), basisMonth: monthOf(basis) }),
    eligible: isBirth && isOpenTo("maternity", input.category("type") ?? "1"),
    accepted: filedOn === null ? undefined : mayFileMaternity(birth, filedOn).ok,
    earliestFiling: birth.dueOn === null ? undefined : earliestMaternityFiling(birth.dueOn),
  };
};
