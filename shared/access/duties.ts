import type { Department, LinkedSystem } from "../domain/departments.ts";
import type { OfficerId } from "../domain/ids.ts";
import { inForce } from "../domain/right-review.ts";
import type { Standing } from "../domain/rights.ts";
import type { Role } from "../domain/roles.ts";
import type { PlainDate } from "../law/calendar.ts";
import type { Vouched } from "./token.ts";

/** A 所属長 by configuration: with whom a ward begins, and leaves a deadlock. */
export interface FirstHead {
  readonly officer: OfficerId;
  readonly department: Department;
}

/** Their duties now, in the department the token names, and the system where the caller is one. */
export interface Duties {
  readonly department: Department;
  readonly roles: readonly Role[];
  readonly system: LinkedSystem | null;
}

/** Heads by configuration hold until the ledger says that they left; no review ends them. */
export const isFirstHead = (
  firstHeads: readonly FirstHead[],
  { officer, department }: FirstHead,
  { leftAt }: Pick<Standing, "leftAt">,
) => leftAt === null && firstHeads.some((head) => head.officer === officer && head.department === department);

/**
 * What of the ledger is in force on `day` (JST) for whom a token vouches for. A person never has the duty of a system, nor a
 * system that of a person. 評価書 III-3 リスク2 ①: 職員の所属や担当に応じて.
 */
export const dutiesOf = (
  vouched: Vouched,
  standing: Standing,
  firstHeads: readonly FirstHead[],
  day: PlainDate,
): Duties => {
  const isSystem = vouched.kind === "system";
  const department = isSystem ? "linked-system" : vouched.department;
  const rights = standing.rights.filter(
    (right) => (right.duty === "system") === isSystem && inForce(right, day, department),
  );
  const configured = !isSystem && isFirstHead(firstHeads, { officer: vouched.officer, department }, standing);
  const held = new Set<Role>([...rights.map(({ duty }) => duty), ...(configured ? (["head"] as const) : [])]);
  return { department, roles: [...held], system: rights[0]?.system ?? null };
};
