import { isPlainDate, isPlainMonth, monthOf, type PlainDate, type PlainMonth, plainDate } from "../law/calendar.ts";
import { earlier, later } from "../law/month-span.ts";
import { type ExtractItemId, extractItem } from "./extract-items.ts";
import type { Person } from "./ledger.ts";

/** One condition of an extract; all of them must hold. `between` counts both its ends; of what is not recorded only `absent` is true. */
export type ExtractCondition = { readonly item: ExtractItemId } & (
  | { readonly op: "equals" | "before" | "after"; readonly value: string }
  | { readonly op: "between"; readonly value: readonly [from: string, to: string] }
  | { readonly op: "one-of"; readonly value: readonly string[] }
  | { readonly op: "present" | "absent" }
);

/** Those that go by an order have no meaning for a code. */
const ordering = ["before", "after", "between"];

/** Whether the condition compares its item with something the item can be. */
export const fitsItem = (condition: ExtractCondition): boolean => {
  if (!("value" in condition)) return true;
  const item = extractItem(condition.item);
  const values = typeof condition.value === "string" ? [condition.value] : condition.value;
  switch (item.form) {
    case "text":
      return false;
    case "date":
      return values.every(isPlainDate);
    case "month":
      return values.every(isPlainMonth);
    case "code":
      return !ordering.includes(condition.op) && values.every((value) => Object.hasOwn(item.words, value));
  }
};

/** Whether `condition` holds of a person on a day. */
export const holds = (condition: ExtractCondition, person: Person, on: PlainDate): boolean => {
  const value = extractItem(condition.item).of(person, on);
  if (value === null) return condition.op === "absent";
  switch (condition.op) {
    case "present":
      return true;
    case "absent":
      return false;
    case "equals":
      return value === condition.value;
    case "before":
      return value < condition.value;
    case "after":
      return value > condition.value;
    case "between":
      return condition.value[0] <= value && value <= condition.value[1];
    case "one-of":
      return condition.value.includes(value);
  }
};

/** The first day of birth that a record can bear (domain/values.ts). */
const firstDay = plainDate("1868-01-01");

/** The days of birth that a condition leaves, both inclusive; all of them where it is about something else. */
const birthDays = (condition: ExtractCondition, until: PlainDate): readonly [from: string, to: string] => {
  if (condition.item !== "addressee.birthDate") return [firstDay, until];
  switch (condition.op) {
    case "equals":
      return [condition.value, condition.value];
    case "before":
      return [firstDay, condition.value];
    case "after":
      return [condition.value, until];
    case "between":
      return condition.value;
    case "one-of": {
      const days = condition.value.toSorted();
      return [days[0] ?? firstDay, days.at(-1) ?? until];
    }
    default:
      return [firstDay, until];
  }
};

/** Months of birth in which somebody who meets the conditions can have been born, up to `today`: none where `from` lies behind `until`. */
export const birthMonths = (
  conditions: readonly ExtractCondition[],
  today: PlainDate,
): { readonly from: PlainMonth; readonly until: PlainMonth } => {
  const ranges = conditions.map((condition) => birthDays(condition, today));
  const from = ranges.reduce((latest, [first]) => later(latest, first), firstDay as string);
  const until = ranges.reduce((earliest, [, last]) => earlier(earliest, last), today as string);
  return { from: monthOf(from as PlainDate), until: monthOf(until as PlainDate) };
};
