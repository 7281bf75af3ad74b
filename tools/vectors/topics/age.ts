import { attainmentDay } from "../../../shared/law/age.ts";
import { monthOf } from "../../../shared/law/calendar.ts";
import { InputError, type Topic } from "../input.ts";

/** 年齢到達日. */
export const age: Topic = (input) => {
  const birthDate = input.date("birthDate");
  const years = input.number("age");
  if (birthDate === undefined || years === undefined) throw new InputError("birthDate and age are needed");
  const attainDate = attainmentDay(birthDate, years);
  return { attainDate, attainMonth: monthOf(attainDate) };
};
