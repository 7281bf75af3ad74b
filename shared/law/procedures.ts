import type { Category } from "./qualification.ts";
import type { Reason } from "./reason.ts";

/** What only some categories may ask for (flows V-TYPE). */
export type Procedure =
  | "statutory-exemption"
  | "exemption"
  | "student-deferment"
  | "maternity"
  | "childcare"
  | "additional-premium";

const procedures = {
  "1": ["statutory-exemption", "exemption", "student-deferment", "maternity", "childcare", "additional-premium"],
  "2": [],
  "3": [],
  voluntary: ["additional-premium"],
  "special-voluntary": [],
} as const satisfies Record<Category, readonly Procedure[]>;

const articles = {
  "statutory-exemption": "国民年金法89条1項・附則5条10項",
  exemption: "国民年金法90条1項・90条の2・附則5条10項",
  "student-deferment": "国民年金法90条の3第1項・附則5条10項",
  maternity: "国民年金法88条の2・附則5条10項",
  childcare: "国民年金法88条の3・附則5条10項",
  "additional-premium": "国民年金法87条の2第1項・附則5条9項・平成6年改正法附則11条",
} as const satisfies Record<Procedure, string>;

const names = {
  "statutory-exemption": "法定免除",
  exemption: "申請免除・納付猶予",
  "student-deferment": "学生納付特例",
  maternity: "産前産後免除",
  childcare: "育児期間免除",
  "additional-premium": "付加保険料",
} as const satisfies Record<Procedure, string>;

/** Whether the law opens the procedure to the category at all. */
export const isOpenTo = (procedure: Procedure, category: Category): boolean =>
  (procedures[category] as readonly Procedure[]).includes(procedure);

/** The reason to give when {@link isOpenTo} is false. The paragraph of 附則5条 is own knowledge, confidence medium. */
export const notOpen = (procedure: Procedure): Reason => ({
  code: "category-not-eligible",
  message: `この種別の被保険者は${names[procedure]}の対象になりません。`,
  article: articles[procedure],
});
