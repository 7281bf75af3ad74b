import { type BenefitKind, type BenefitRequest, benefitRequests } from "../../shared/contracts/benefit-assessments.ts";
import { estimateDeathLumpSum } from "../../shared/law/benefit-estimates/death-lump-sum.ts";
import { estimateDisabilityIncomeLimit } from "../../shared/law/benefit-estimates/disability-income-limit.ts";
import { estimateDisabilityPension } from "../../shared/law/benefit-estimates/disability-pension.ts";
import { estimateOldAgePension } from "../../shared/law/benefit-estimates/old-age-pension.ts";
import {
  estimateSpecialDisabilityBenefit,
  specialMonthPaid,
} from "../../shared/law/benefit-estimates/special-disability-benefit.ts";
import { estimateSurvivorPension } from "../../shared/law/benefit-estimates/survivor-pension.ts";
import { estimateWidowPension } from "../../shared/law/benefit-estimates/widow-pension.ts";
import { addMonths, monthOf, type PlainDate } from "../../shared/law/calendar.ts";
import { suspensionIncomeYear } from "../../shared/law/disability-income-limit.ts";
import { after, monthsAsked } from "./benefit-months.ts";
import { benefit, type ReadBenefit } from "./benefit-work.ts";
import { incomesAsked, suspensionIncomeIn } from "./suspension-income.ts";

const noYears = () => [];

/** 特例任意加入 counts for 死亡一時金, not for 寡婦年金 (平6改正法附則11条, confidence medium). */
const notForWidows = ["special-voluntary"] as const;

type SpecialRequest = BenefitRequest<"special-disability-benefit">;

/** A request with the days that it leaves to be today's. */
const specialFacts = ({ income: _, month, claimedOn, ...rest }: SpecialRequest, today: PlainDate) => ({
  ...rest,
  month: month ?? monthOf(today),
  claimedOn: claimedOn ?? today,
});

/** How each kind is read and estimated. */
export const benefits: Readonly<Record<BenefitKind, ReadBenefit>> = {
  "old-age-pension": benefit(benefitRequests["old-age-pension"], {
    years: noYears,
    estimate: ({ month, months: asked, takenAt = null }, subject, today) => {
      const { months, lines } = monthsAsked(asked, subject, addMonths(monthOf(today), -1));
      const { birthDate } = subject;
      return after(lines, estimateOldAgePension({ birthDate, month: month ?? monthOf(today), months, takenAt }));
    },
  }),
  "disability-pension": benefit(benefitRequests["disability-pension"], {
    years: ({ month, beforeTwenty, income }, today) =>
      beforeTwenty && income === undefined ? [suspensionIncomeYear(month ?? monthOf(today))] : [],
    estimate: ({ month, grade, children, beforeTwenty, income }, subject, today) => {
      const paid = month ?? monthOf(today);
      return estimateDisabilityPension({
        birthDate: subject.birthDate,
        month: paid,
        grade,
        children,
        beforeTwenty: beforeTwenty ? suspensionIncomeIn(income, subject, suspensionIncomeYear(paid)) : null,
      });
    },
  }),
  "survivor-pension": benefit(benefitRequests["survivor-pension"], {
    years: noYears,
    estimate: ({ month, to, children }, { birthDate }, today) =>
      estimateSurvivorPension({ birthDate, month: month ?? monthOf(today), to, children }),
  }),
  "widow-pension": benefit(benefitRequests["widow-pension"], {
    years: noYears,
    estimate: ({ months: asked, month, ...facts }, subject, today) => {
      const until = addMonths(monthOf(facts.diedOn), -1);
      const { months, lines } = monthsAsked(asked, subject, until, notForWidows);
      return after(lines, estimateWidowPension({ ...facts, months, month: month ?? monthOf(today) }));
    },
  }),
  "death-lump-sum": benefit(benefitRequests["death-lump-sum"], {
    years: noYears,
    estimate: ({ months: asked, claimedOn, ...facts }, subject, today) => {
      const { months, lines } = monthsAsked(asked, subject, addMonths(monthOf(facts.diedOn), -1));
      return after(lines, estimateDeathLumpSum({ ...facts, months, claimedOn: claimedOn ?? today }));
    },
  }),
  "disability-income-limit": benefit(benefitRequests["disability-income-limit"], {
    years: ({ years, incomes }, today) => {
      const running = suspensionIncomeYear(monthOf(today));
      const asked = years ?? (incomes.length > 0 ? [] : [running, running + 1]);
      return asked.filter((year) => !incomes.some((typed) => typed.year === year));
    },
    estimate: (request, subject, today) =>
      estimateDisabilityIncomeLimit(incomesAsked(request, subject, suspensionIncomeYear(monthOf(today)))),
  }),
  "special-disability-benefit": benefit(benefitRequests["special-disability-benefit"], {
    years: (request, today) =>
      request.income === undefined ? [suspensionIncomeYear(specialMonthPaid(specialFacts(request, today)))] : [],
    estimate: (request, subject, today) => {
      const facts = specialFacts(request, today);
      return estimateSpecialDisabilityBenefit({
        ...facts,
        birthDate: subject.birthDate,
        income: suspensionIncomeIn(request.income, subject, suspensionIncomeYear(specialMonthPaid(facts))),
      });
    },
  }),
};
