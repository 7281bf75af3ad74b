import type { Suspension } from "../../shared/law/disability-income-limit.ts";
import { type Input, InputError, wordIn } from "./input.ts";

const grades: Readonly<Record<string, 1 | 2>> = { "1": 1, "1級": 1, "2": 2, "2級": 2 };

/** 障害等級; undefined where none is named. */
export const gradeOf = (input: Input): 1 | 2 | undefined => {
  if (!input.has("grade")) return undefined;
  const value = input.values.grade;
  if (typeof value !== "number" && typeof value !== "string") throw new InputError("grade is not 1 or 2");
  return wordIn(grades, String(value), "grade");
};

const recipients: Readonly<Record<string, "spouse" | "children">> = {
  配偶者: "spouse",
  妻: "spouse",
  夫: "spouse",
  spouse: "spouse",
  子: "children",
  子のみ: "children",
  children: "children",
};

/** Who receives 遺族基礎年金: a spouse, unless the vector says that it is the children. */
export const recipientOf = (input: Input): "spouse" | "children" => {
  const word = input.text("recipient", "to");
  if (word !== undefined) return wordIn(recipients, word, "recipient");
  return input.values.spouse === false || input.values.spouse === 0 ? "children" : "spouse";
};

/** How the vectors write a suspension. */
export const suspensionWords = { none: "なし", half: "1/2", all: "全額" } as const satisfies Record<Suspension, string>;

const suspensions: Readonly<Record<string, Suspension>> = {
  なし: "none",
  停止なし: "none",
  "1/2": "half",
  "1/2停止": "half",
  半額: "half",
  半額停止: "half",
  "2分の1": "half",
  "2分の1停止": "half",
  全額: "all",
  全額停止: "all",
  全部: "all",
};

/** The suspension a vector states; undefined where it leaves it to be decided. */
export const suspensionOf = (input: Input): Suspension | undefined => {
  const word = input.text("suspend");
  return word === undefined ? undefined : wordIn(suspensions, word, "suspend");
};
