import type { FunctionName } from "../contracts/environment.ts";
import type { Operation } from "../contracts/operation.ts";
import { type OperationId, operations } from "../contracts/operations.ts";

const all = Object.entries(operations) as [OperationId, Operation][];

const literalness = (path: string) => path.split("/").filter((step) => !step.startsWith("{")).length;

/** More literal paths first, as API Gateway prefers them: `/v1/filings/loss` before `/v1/filings/{filingId}`. */
const routes = all
  .map(([id, operation]) => ({
    id,
    operation,
    steps: operation.path.split("/"),
  }))
  .sort((a, b) => literalness(b.operation.path) - literalness(a.operation.path));

export interface Routed {
  readonly id: OperationId;
  readonly operation: Operation;
  readonly params: Readonly<Record<string, string>>;
}

const decoded = (text: string): string | undefined => {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
};

/** The operation of `served` that a call asks for. */
export const routeOf = (served: FunctionName, method: string, path: string): Routed | undefined => {
  const asked = path.split("/").map(decoded);
  for (const { id, operation, steps } of routes) {
    if (operation.function !== served || operation.method !== method || steps.length !== asked.length) continue;
    const fits = steps.every((step, at) => (step.startsWith("{") ? asked[at] : step === asked[at]));
    if (!fits) continue;
    const params = Object.fromEntries(
      steps.flatMap((step, at) => (step.startsWith("{") ? [[step.slice(1, -1), asked[at] ?? ""]] : [])),
    );
    return { id, operation, params };
  }
  return undefined;
};
