import { type Problem, problem } from "../../../shared/contracts/problems.ts";
import type { Call } from "../../../shared/http/call.ts";

/** Auditors, and of the 所属長 only that of 年金担当, who answers for what the report asks. */
export const mayReadReports = ({ caller }: Call): Problem | undefined =>
  caller.roles.includes("auditor") || caller.department === "pension" ? undefined : problem("not-allowed");
