import { otherToldOf } from "../../../shared/domain/disclosure.ts";
import type { Leaf } from "./leaves.ts";

type Rule = (leaf: Leaf) => boolean;

/** An object around the value says that it is of the spouse or the head of the household. */
const saidToBeOf =
  (attribute: "role" | "whose", within: RegExp): Rule =>
  ({ path, name, around }) =>
    within.test(path) && name !== attribute && ["spouse", "head"].includes(String(around.at(-1)?.[attribute]));

/**
 * Fields that tell of somebody else (78条1項2号), beside the items of 別添1 that are another's by their name. A child's day of
 * birth stays: it is what the person's own 免除 goes by, and the person's to know (同号イ).
 */
const rules: readonly Rule[] = [
  ({ mark }) => mark.kind === "item" && otherToldOf(mark.id) !== undefined,
  // 世帯主の配偶・扶養数, which 別添1 does not list.
  ({ mark }) => mark.kind === "beyond" && mark.name === "head-dependants",
  saidToBeOf("role", /^assessment/),
  saidToBeOf("whose", /^content\.details\.grounds/),
  // Sentences of an assessment about them, amounts included.
  ({ path, name, value }) => path.startsWith("assessment") && name === "message" && /配偶者|世帯主/.test(String(value)),
  // That their income changed.
  ({ path, value }) => path.startsWith("changed[") && ["spouse", "head"].includes(String(value)),
];

/** Whether a value tells of somebody other than the person. */
export const isOfAnother = (leaf: Leaf): boolean => leaf.value !== null && rules.some((rule) => rule(leaf));
