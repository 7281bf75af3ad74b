import { type Department, departments, dutiesOf, type LinkedSystem, linkedSystems } from "../domain/departments.ts";
import { keysOf } from "../domain/keys-of.ts";
import { type Role, roles } from "../domain/roles.ts";
import type { Actor } from "./caller.ts";
import { type Facts, type factNames, gates, type Principal, type Rule, rules } from "./policies.generated.ts";

/** Everything that the policies decide over: the operations of the API, the steps of a 届出, and what may be revealed. */
export type Action = keyof typeof rules;

type Decided = keyof typeof factNames;
type FactsOf<A extends Action> = A extends Decided ? [facts: Pick<Facts, (typeof factNames)[A][number]>] : [];

type Asking = Pick<Actor, "department" | "roles" | "system">;

const principalOf = ({ department, roles: duties, system }: Asking): Principal => ({
  department,
  duties,
  system: system ?? undefined,
});

const decided = ({ permits, forbids }: Rule, caller: Asking, facts: Facts): boolean => {
  const principal = principalOf(caller);
  return permits.some((permit) => permit(principal, facts)) && !forbids.some((forbid) => forbid(principal, facts));
};

/**
 * Whether `caller` may do `action`, by the policies of `shared/access/policies/` (評価書 III-3 リスク2: アクセス権限の管理).
 * Where more than the caller decides, the facts are asked for: whether it is their own, of which department, and so on.
 */
export const may = <A extends Action>(caller: Asking, action: A, ...[facts]: FactsOf<A>): boolean =>
  // A rule reads no other facts than those its action is decided by.
  decided(rules[action], caller, (facts ?? {}) as Facts);

/** Whether there are facts under which `caller` may do `action`: what is asked before anything is read. */
export const mayPerhaps = (caller: Asking, action: Action): boolean => decided(gates[action], caller, {} as Facts);

const everyDepartment = keysOf(departments);

/** The duties by which somebody may perhaps do `action`, in some department: for lists that tell who may. */
export const dutiesFor = (action: Action): readonly Role[] =>
  keysOf(roles).filter((role) => departmentsFor(action, role).length > 0);

/** The departments in which that duty is enough for `action`. */
export const departmentsFor = (action: Action, duty: Role): readonly Department[] =>
  everyDepartment.filter(
    (department) =>
      (dutiesOf[department] as readonly Role[]).includes(duty) &&
      systemsOf(department).some((system) => mayPerhaps({ department, roles: [duty], system }, action)),
  );

const systemsOf = (department: Department): readonly (LinkedSystem | null)[] =>
  department === "linked-system" ? keysOf(linkedSystems) : [null];
