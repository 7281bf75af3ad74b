import { type LinkedSystem, linkedSystems } from "../../shared/domain/departments.ts";
import { keysOf } from "../../shared/domain/keys-of.ts";
import type { Role } from "../../shared/domain/roles.ts";
import { type Appointment, departmentOf } from "./appoint.ts";

const person = (duty: Role): Appointment => ({ officer: `${duty}-01`, duty, department: departmentOf(duty) });
const systemAccount = (system: LinkedSystem): Appointment => ({
  officer: system,
  duty: "system",
  department: "linked-system",
  system,
});

/** Who works in the local cloud from its start, beside the heads of its parameters (head-01 and head-02 of 年金担当, head-03 of 情報政策課). */
export const developmentOfficers: readonly Appointment[] = [
  person("clerk"),
  person("examiner"),
  person("manager"),
  person("steward"),
  person("operator"),
  person("auditor"),
  { officer: "district-01", duty: "clerk", department: "district-office" },
  ...keysOf(linkedSystems).map(systemAccount),
];
