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

const staff: readonly Appointment[] = [
  person("clerk"),
  person("examiner"),
  person("manager"),
  person("steward"),
  person("operator"),
  person("auditor"),
  { officer: "district-01", duty: "clerk", department: "district-office" },
];

/** 所属長 by the parameters of the local environment: they need no appointment. */
const heads: readonly Appointment[] = [
  { officer: "head-01", duty: "head", department: "pension" },
  { officer: "head-02", duty: "head", department: "pension" },
  { officer: "head-03", duty: "head", department: "information-policy" },
];

/** Who works in the local cloud from its start, beside its heads. */
export const developmentOfficers: readonly Appointment[] = [...staff, ...keysOf(linkedSystems).map(systemAccount)];

/** People among whom the development provider lets one choose. */
export const whoSignsIn: readonly Appointment[] = [...staff, ...heads];
