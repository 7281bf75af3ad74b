import type { TypedSuspensionIncome } from "../../shared/contracts/benefit-assessments.ts";
import { suspensionIncomeOf } from "../../shared/domain/suspension-income.ts";
import type { IncomeOfYear } from "../../shared/law/benefit-estimates/disability-income-limit.ts";
import type { SuspensionIncome } from "../../shared/law/benefit-estimates/suspension.ts";
import type { BenefitSubject } from "./benefit-subject.ts";

const typedIncome = ({ afterDeductions, dependants }: TypedSuspensionIncome): SuspensionIncome => ({
  income: afterDeductions,
  dependants: dependants ?? { general: 0, elderly: 0, specific: 0 },
});

/** The income of `year`: as it was typed in, else as it is on file, else not known. */
export const suspensionIncomeIn = (
  typed: TypedSuspensionIncome | undefined,
  { incomes }: BenefitSubject,
  year: number,
): SuspensionIncome => (typed === undefined ? suspensionIncomeOf(incomes.get(year)) : typedIncome(typed));

/** Years asked about; else those typed in, else the one that decides now and, where its income is on file, the next. */
export const incomesAsked = (
  {
    years,
    incomes,
  }: {
    readonly years?: readonly number[] | undefined;
    readonly incomes: readonly (TypedSuspensionIncome & { readonly year: number })[];
  },
  subject: BenefitSubject,
  running: number,
): readonly IncomeOfYear[] => {
  const reached = [running, running + 1].filter((year) => year === running || subject.incomes.has(year));
  const asked = years ?? (incomes.length > 0 ? incomes.map(({ year }) => year) : reached);
  return asked.map((year) => ({
    year,
    ...suspensionIncomeIn(
      incomes.find((each) => each.year === year),
      subject,
      year,
    ),
  }));
};
