import type { PlainMonth } from "../law/calendar.ts";
import type { ExaminedPerson, ExaminedRole } from "../law/examined-person.ts";
import { type ExaminedStep, examine } from "../law/personal-finding.ts";
import { cycleMonths } from "../law/year-cycle.ts";
import { examinedOf } from "./income-examined.ts";
import type { IncomeRecord } from "./income-record.ts";

/** 所得情報 as the tax office tells it, before 参考情報 is worked out. */
export type ToldIncome = Omit<IncomeRecord, "reference">;
type Reference = IncomeRecord["reference"];
type Criterion = Reference["student"];

/** The months that the income of `year` decides: 免除年度 from July and 学特年度 from April of the year after (法90条1項・90条の3第1項). */
export const monthsDecided = (cycle: "exemption" | "student", year: number) => cycleMonths(cycle, year + 1);

/** Somebody over the limit settles it, whatever is unknown of the others. */
const criterionOf = (people: readonly ExaminedPerson[], step: ExaminedStep, month: PlainMonth): Criterion => {
  const outcomes = people.map((person) => examine(person, step, month).outcome);
  if (outcomes.includes("unmet")) return "over";
  return outcomes.includes("unknown") ? "unknown" : "within";
};

const exemptionSteps = ["full", "three-quarters", "half", "quarter"] as const satisfies readonly ExaminedStep[];

const exemptionCriterion = (people: readonly ExaminedPerson[], month: PlainMonth): Reference["exemption"] => {
  for (const step of exemptionSteps) {
    const criterion = criterionOf(people, step, month);
    if (criterion !== "over") return criterion === "within" ? step : "unknown";
  }
  return "over";
};

/**
 * 参考情報: what the income of `year` alone would open in the 免除年度 (学特 in the 学特年度) that it decides. Neither special
 * cases nor age count, and 猶予 does not look at 世帯主. Where it turns on an unknown income it is unknown, never 0円.
 */
export const referenceOf = (told: ToldIncome, year: number): Reference => {
  const person = (role: ExaminedRole) => examinedOf(told, role);
  const couple = [person("applicant"), ...(told.spouse === null ? [] : [person("spouse")])];
  const household = [...couple, ...(told.head === null ? [] : [person("head")])];
  const { from: exemptionMonth } = monthsDecided("exemption", year);
  return {
    exemption: exemptionCriterion(household, exemptionMonth),
    deferment: criterionOf(couple, "full", exemptionMonth),
    student: criterionOf([person("applicant")], "student", monthsDecided("student", year).from),
  };
};
