import type { OperationId } from "../../shared/contracts/operations.ts";
import type { ProblemCode } from "../../shared/contracts/problems.ts";
import { type FlowId, flowIds } from "../../shared/flows/catalogue.ts";

/** What every call can end in, before its own work begins. */
export const always = ["no-token", "not-allowed", "internal-error"] as const satisfies readonly ProblemCode[];

/** What a call with a body can end in. */
export const withBody = ["malformed-json", "body-too-large"] as const satisfies readonly ProblemCode[];

const filing = [
  "idempotency-key-missing",
  "invalid-content",
  "idempotency-key-reused",
  "contended",
  "filing-refused",
] as const satisfies readonly ProblemCode[];

/** What the work itself of each operation can end in; a test compares it with what the code of the work says. */
export const failures: Readonly<Record<OperationId, readonly ProblemCode[]>> = {
  ...(Object.fromEntries(flowIds.map((flow) => [`file:${flow}`, filing])) as Record<`file:${FlowId}`, typeof filing>),
  "file:unknown": ["unknown-flow"],
  listFilings: ["invalid-content"],
  showFiling: ["not-found"],
  actOnFiling: [
    "invalid-content",
    "not-allowed",
    "not-found",
    "own-work",
    "transition-refused",
    "contended",
    "filing-refused",
  ],
  showPerson: ["invalid-content", "not-found"],
  showLedger: ["invalid-content", "not-found"],
  showMonths: ["invalid-content", "not-found"],
  searchPeople: ["invalid-content"],
  assessExemption: ["invalid-content", "not-found"],
  listRuns: [],
  startRun: ["invalid-content"],
  showRun: ["not-found"],
  decideRun: ["invalid-content", "not-found", "run-not-sealed", "own-work", "already-decided", "contended"],
  resumeRun: ["not-found"],
  importResults: ["invalid-content", "results-unreadable"],
  showResults: ["not-found"],
  runIncomeOutput: ["invalid-content", "list-unreadable", "contended"],
  listIncomeOutputs: [],
  showIncomeOutput: ["not-found"],
  decideIncomeOutput: ["invalid-content", "not-found", "run-not-sealed", "own-work", "already-decided", "contended"],
  runBatch: ["invalid-content", "contended"],
  showBatch: ["invalid-content", "not-found"],
  showList: ["not-found", "invalid-content", "output-needs-approval"],
  takeResidentChanges: ["invalid-content"],
  listResidentChanges: ["invalid-content"],
  decideResidentChange: ["not-found", "transition-refused", ...filing],
  takeIncomes: ["invalid-content"],
  showIncome: ["invalid-content", "not-found"],
  referIncome: [
    "invalid-content",
    "not-found",
    "reference-not-configured",
    "reference-unreachable",
    "reference-refused",
    "reference-unreadable",
    "reference-absent",
  ],
  listIncomeCorrections: ["invalid-content"],
  decideIncomeCorrection: ["invalid-content", "not-found", "transition-refused", "contended"],
  requestOutput: ["invalid-content", "not-allowed", "contended"],
  listOutputs: [],
  showOutput: ["not-found"],
  decideOutput: [
    "invalid-content",
    "not-found",
    "own-work",
    "already-decided",
    "output-expired",
    "sensitive-items-not-named",
    "contended",
  ],
  produceOutput: [
    "invalid-content",
    "not-found",
    "not-allowed",
    "already-decided",
    "output-not-approved",
    "output-expired",
    "contended",
  ],
  takeOutput: [
    "not-found",
    "not-allowed",
    "output-not-approved",
    "output-not-ready",
    "already-taken",
    "output-expired",
    "contended",
  ],
};
