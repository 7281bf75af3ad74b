/** What a month can be relieved by; at most one counts. */
export type Relief =
  | "maternity"
  | "childcare"
  | "statutory"
  | "full"
  | "deferment"
  | "student-deferment"
  | "three-quarters"
  | "half"
  | "quarter";

/**
 * The one that counts when several would (法88条の2・88条の3・89条・90条; the order is this system's reading of flows 0.6):
 * those that count as paid first, then 法定免除, 全額, 猶予・学特, 一部.
 */
const priority = [
  "maternity",
  "childcare",
  "statutory",
  "full",
  "deferment",
  "student-deferment",
  "three-quarters",
  "half",
  "quarter",
] as const satisfies readonly Relief[];

/** The relief of a month, null when there is none. */
export const reliefOfMonth = (candidates: ReadonlySet<Relief>): Relief | null =>
  priority.find((relief) => candidates.has(relief)) ?? null;

/** Whether the month counts as 保険料納付済 though nothing is paid (法5条1項). */
export const countsAsPaid = (relief: Relief | null): boolean => relief === "maternity" || relief === "childcare";
