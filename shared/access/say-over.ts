import { type Department, departments } from "../domain/departments.ts";
import { keysOf } from "../domain/keys-of.ts";
import type { Grant } from "../domain/right-events.ts";
import type { Actor } from "./caller.ts";
import { may } from "./may.ts";

type Place = Pick<Grant, "duty" | "department">;

/**
 * Whether somebody is a 所属長 who has a say over such a right, by the policies (rights.cedar); not yet whether over this one,
 * see `standsApart`. 評価書 III-3 リスク2 ①: 各所属長をセキュリティ責任者とする.
 */
export const hasSayOver = (
  caller: Pick<Actor, "department" | "roles" | "system">,
  { duty, department }: Place,
): boolean => may(caller, "confirmRight", { department, duty, own: false, mine: false });

/** Departments whose 所属長 have a say over a right to `duty` in `department`. */
export const decidersOf = (place: Place): readonly Department[] =>
  keysOf(departments).filter((department) => hasSayOver({ department, roles: ["head"], system: null }, place));
