import { addYears, firstDayOf, monthOf, type PlainDate, type PlainMonth } from "../../../shared/law/calendar.ts";
import type { Circumstance, ExaminedPerson, Ground } from "../../../shared/law/examined-person.ts";
import { decideExemption, decideStudentDeferment, type ExemptionKind } from "../../../shared/law/exemption-decision.ts";
import { deductionsOf } from "../deductions.ts";
import { dependantsOf } from "../dependants.ts";
import { type Input, InputError, type Topic, wordIn } from "../input.ts";
import { decisionWords } from "../words.ts";

const circumstances = {
  disabled: "disabled",
  specialDisabled: "specially-disabled",
  widow: "widow",
  singleParent: "single-parent",
  workingStudent: "working-student",
} as const satisfies Record<string, Circumstance>;

const kinds: Readonly<Record<string, ExemptionKind>> = {
  全額: "full",
  全額免除: "full",
  猶予: "deferment",
  納付猶予: "deferment",
  "3/4": "three-quarters",
  "3/4免除": "three-quarters",
  "4分の3": "three-quarters",
  "4分の3免除": "three-quarters",
  半額: "half",
  半額免除: "half",
  "1/2": "half",
  "1/4": "quarter",
  "1/4免除": "quarter",
  "4分の1": "quarter",
  "4分の1免除": "quarter",
};

/** True where the value is there and neither false nor a word for none: 失業 may be written true or by its name. */
const holds = (input: Input, ...keys: string[]): boolean =>
  keys.some((key) => input.has(key) && input.values[key] !== false && input.values[key] !== "なし");

const personOf = (input: Input): ExaminedPerson => {
  const undeclared = ["未申告", "不明"].includes(input.text("taxReturn") ?? "申告済");
  const grounds = new Set<Ground>();
  if (holds(input, "special", "unemployed", "disaster")) grounds.add("hardship");
  if (holds(input, "aid", "fujo")) grounds.add("aid");
  return {
    income: undeclared ? null : (input.number("income") ?? null),
    deductions: deductionsOf(input),
    dependants: dependantsOf(input),
    circumstances: new Set(
      (Object.keys(circumstances) as (keyof typeof circumstances)[])
        .filter((key) => input.flag(key) === true)
        .map((key) => circumstances[key]),
    ),
    grounds,
  };
};

/** The wish as a list, or an order written as `名前(全額→猶予→…)`; undefined means the standard order. */
const wishOf = (input: Input): ExemptionKind[] | undefined => {
  const words = input.texts("wish") ?? /([^()]*→[^()]*)/.exec(input.text("order") ?? "")?.[1]?.split("→");
  return words?.map((word) => wordIn(kinds, word.trim(), "wish"));
};

/** An `age` without a birthday means that age on the first of the month. */
const birthDateOf = (input: Input, month: PlainMonth): PlainDate => {
  const age = input.number("age");
  const birthDate = input.date("birthDate") ?? (age === undefined ? undefined : addYears(firstDayOf(month), -age));
  if (birthDate === undefined) throw new InputError("age or birthDate is needed");
  return birthDate;
};

/** 申請免除・猶予・学特. */
export const exemption: Topic = (input, { today }) => {
  const month = input.month("month") ?? monthOf(today);
  const applicant = input.object("applicant");
  if (applicant === undefined) throw new InputError("applicant is needed");
  const [spouse, head] = [input.object("spouse"), input.object("head")];
  const common = {
    month,
    category: input.category("type", "category") ?? ("1" as const),
    applicant: personOf(applicant),
  };
  if (input.flag("student") === true) {
    const { outcome } = decideStudentDeferment({ ...common, isStudent: true });
    return { decision: decisionWords[outcome] };
  }
  const wish = wishOf(input);
  const { outcome } = decideExemption({
    ...common,
    isStudent: false,
    birthDate: birthDateOf(input, month),
    ...(spouse === undefined
      ? {}
      : { spouse: { ...personOf(spouse), fledViolence: spouse.flag("dvExcluded") === true } }),
    ...(head === undefined ? {} : { head: personOf(head) }),
    ...(wish === undefined ? {} : { wish }),
  });
  return { decision: decisionWords[outcome] };
};
