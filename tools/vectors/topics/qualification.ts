import { addDays, addMonths, addYears, monthOf, type PlainDate } from "../../../shared/law/calendar.ts";
import { afterLeavingJapan, firstInsuredAfterLeaving, gainOnMovingIn } from "../../../shared/law/category-change.ts";
import {
  type Category,
  compulsoryAges,
  insuredMonths,
  lossDay,
  type Period,
} from "../../../shared/law/qualification.ts";
import { type Answers, type Input, InputError, type Topic } from "../input.ts";
import { monthNames } from "../month-names.ts";

const lost = (lossDate: PlainDate): Answers => ({ lossDate, lastMonth: addMonths(monthOf(lossDate), -1) });

/** The categories of the months around a change of category, as numbers. */
const monthsAround = (before: Category, after: Category, on: PlainDate): Answers => {
  const from = addMonths(monthOf(on), -1);
  const periods: Period[] = [
    { category: before, from: addDays(on, -62), until: on },
    { category: after, from: on, until: null },
  ];
  const months = [...insuredMonths(periods, addMonths(monthOf(on), 1))].filter(([month]) => month >= from);
  const firstOfOne = months.find(([, category]) => category === "1")?.[0];
  const lastOfOne = months.findLast(([, category]) => category === "1")?.[0];
  return {
    typeOfMonth: Object.fromEntries(months.map(([month, category]) => [month, Number(category)])),
    ...(after === "1" ? { firstMonthType1: firstOfOne } : {}),
    ...(before === "1" ? { lastMonthType1: lastOfOne } : {}),
  };
};

const byAge = (input: Input, birthDate: PlainDate): Answers => {
  const { from, until } = compulsoryAges(birthDate);
  const months = insuredMonths([{ category: "1", from, until }], monthOf(until)).size;
  const acquired = input.flag("resident") === false ? null : from;
  return { acquireDate: acquired, firstMonth: acquired === null ? null : monthOf(acquired), months, ...lost(until) };
};

const leavingJapan = (input: Input, leftOn: PlainDate): Answers => {
  const category = input.category("becameCategory");
  const other = category === "2" || category === "3" ? (input.date("on") ?? leftOn) : null;
  const after = afterLeavingJapan(leftOn, other);
  return after.kind === "loss"
    ? { ...lost(after.on), firstLoss: after.on, typeChangeDate: null }
    : { typeChangeDate: after.on, firstLoss: null, lossDate: null, ...monthsAround("1", category ?? "2", after.on) };
};

const periods = (input: Input, acquired: PlainDate): Answers => {
  const [loss, again] = [input.date("lossDate"), input.date("reacquireDate")];
  const category = input.category("type") ?? "1";
  const spans: Period[] = [{ category, from: acquired, until: loss ?? null }];
  if (again !== undefined) spans.push({ category, from: again, until: input.date("relossDate") ?? null });
  const months = [...insuredMonths(spans, addMonths(monthOf(again ?? loss ?? acquired), 12)).keys()];
  const counts = monthNames.map((name, at) => {
    const count = months.filter(
      (month) => Number(month.slice(5)) === at + 1 && month.slice(0, 4) === acquired.slice(0, 4),
    );
    return [`countFor${name.charAt(0).toUpperCase()}${name.slice(1)}`, count.length];
  });
  const ends = loss !== undefined && again === undefined;
  return {
    ...Object.fromEntries(counts),
    firstMonth: months[0] ?? null,
    ...(ends ? { months: months.length, insuredMonths: months, lastMonth: months.at(-1) ?? null } : {}),
  };
};

const movingIn = (input: Input, movedIn: PlainDate): Answers => {
  const age = input.number("age");
  const birthDate = input.date("birthDate") ?? (age === undefined ? undefined : addYears(movedIn, -age));
  if (birthDate === undefined) throw new InputError("age or birthDate is needed");
  const acquireDate = gainOnMovingIn(birthDate, movedIn);
  return { acquireDate, firstMonth: acquireDate === null ? null : monthOf(acquireDate) };
};

/** 医療滞在・観光 are written in many ways; each names its purpose. */
const isExcluded = (visa: string): boolean => visa.includes("医療滞在") || visa.includes("観光");

/** 資格得喪・被保険者期間: each event that the input names gives its answers. */
export const qualification: Topic = (input) => {
  const birthDate = input.date("birthDate");
  const acquired = input.date("acquireDate");
  const [died, left, retired] = [input.date("deathDate"), input.date("leaveJapanDate"), input.date("retireDate")];
  const [movedIn, joined] = [input.date("moveInDate"), input.date("kouseiAcquire")];
  const changed = input.date("spouseKouseiLoss", "kouseiLoss", "dependentEnd", "divorceDate");
  const visa = input.text("visa");
  const first = retired === undefined ? changed : firstInsuredAfterLeaving(retired);
  const answers: Answers = {
    ...(birthDate === undefined ? {} : byAge(input, birthDate)),
    ...(acquired === undefined ? {} : periods(input, acquired)),
    ...(died === undefined ? {} : lost(lossDay("death", died))),
    ...(left === undefined ? {} : leavingJapan(input, left)),
    ...(joined === undefined ? {} : { typeChangeDate: joined, ...monthsAround("1", "2", joined) }),
    ...(first === undefined
      ? {}
      : {
          acquireDate: first,
          typeChangeDate: first,
          firstMonth: monthOf(first),
          ...monthsAround(retired === undefined && !input.has("kouseiLoss") ? "3" : "2", "1", first),
        }),
    ...(movedIn === undefined ? {} : movingIn(input, movedIn)),
    ...(visa === undefined ? {} : { type1: !isExcluded(visa) }),
  };
  if (Object.keys(answers).length === 0) throw new InputError(`no known key among: ${input.keys().join(", ")}`);
  return answers;
};
