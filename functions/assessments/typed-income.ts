import type { AssessmentRequest, TypedIncome } from "../../shared/contracts/assessments.ts";
import type { Examinee, Examinees } from "../../shared/flows/application.ts";

const examineeOf = ({ income, deductions, afterDeductions, ...stated }: TypedIncome): Examinee => ({
  whyUnknown: "not-received",
  person: {
    income,
    deductions: Object.values(deductions ?? {}).reduce((sum, each) => sum + each, 0),
    ...(afterDeductions === undefined ? {} : { statedAfterDeductions: afterDeductions }),
    dependants: stated.dependants ?? { general: 0, elderly: 0, specific: 0 },
    circumstances: new Set(stated.circumstances),
    grounds: new Set(),
    ...(stated.disabledDependants ? { disabledDependants: stated.disabledDependants } : {}),
  },
});

/** Those examined, with what the counter typed in for `year` in the place of what is on file. */
export const withTyped = (onFile: Examinees, { incomes }: AssessmentRequest, year: number): Examinees => {
  const typed: { [Role in keyof Examinees]?: TypedIncome | undefined } =
    incomes.find((each) => each.year === year) ?? {};
  const of = (role: keyof Examinees) => typed[role] && examineeOf(typed[role]);
  return {
    applicant: of("applicant") ?? onFile.applicant,
    spouse: onFile.spouse && (of("spouse") ?? onFile.spouse),
    head: onFile.head && (of("head") ?? onFile.head),
  };
};
