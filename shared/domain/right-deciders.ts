import type { Department } from "./departments.ts";
import type { OfficerId } from "./ids.ts";
import type { Grant } from "./right-events.ts";
import type { Role } from "./roles.ts";

/** Whose 所属長 decides who works in a department. 評価書 III-3 リスク2 ①: 各所属長をセキュリティ責任者とする. */
const decidedBy = {
  pension: ["pension"],
  "district-office": ["district-office", "pension"],
  "information-policy": ["information-policy", "pension"],
  operations: ["information-policy"],
  "linked-system": ["information-policy"],
  audit: ["information-policy"],
} as const satisfies Record<Department, readonly Department[]>;

/** Whose 所属長 decides who is 所属長 of a department: another one of it, or of 情報政策課 (of 年金担当 for 情報政策課 itself). */
const headsDecidedBy = {
  pension: ["pension", "information-policy"],
  "district-office": ["district-office", "information-policy"],
  "information-policy": ["information-policy", "pension"],
  operations: ["information-policy"],
  "linked-system": ["information-policy"],
  audit: ["information-policy"],
} as const satisfies Record<Department, readonly Department[]>;

type Office = { readonly officer: OfficerId; readonly roles: readonly Role[]; readonly department: Department | "" };
type Place = Pick<Grant, "duty" | "department">;

/** Departments whose 所属長 decide over a right to `duty` in `department`. */
export const decidersOf = ({ duty, department }: Place): readonly Department[] =>
  (duty === "head" ? headsDecidedBy : decidedBy)[department];

/** Whether `office` is a 所属長 who has a say over such a right; not yet whether over this one, see {@link standsApart}. */
export const hasSayOver = (office: Office, place: Place): boolean =>
  office.roles.includes("head") && decidersOf(place).some((department) => department === office.department);

/** Nobody decides or confirms what they asked for, nor what is theirs. */
export const standsApart = (
  decider: OfficerId,
  { subject, requestedBy }: { readonly subject: OfficerId; readonly requestedBy: OfficerId },
): boolean => decider !== subject && decider !== requestedBy;

/** Who asks for a right: 利用者管理 anywhere, anyone else in their own department. */
export const mayAskFor = (office: Office, { department }: Place): boolean =>
  office.roles.includes("steward") || office.department === department;
