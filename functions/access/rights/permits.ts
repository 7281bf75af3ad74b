import { type OperationId, operations } from "../../../shared/contracts/operations.ts";
import { keysOf } from "../../../shared/domain/keys-of.ts";
import type { Role } from "../../../shared/domain/roles.ts";

/** Whether a duty lets somebody call an operation at all: the one place here that knows. */
export const permits = (duty: Role, operation: OperationId): boolean =>
  (operations[operation].roles as readonly Role[]).includes(duty);

/** Every operation that somebody of these duties may call. */
export const permitted = (duties: readonly Role[]): OperationId[] =>
  keysOf(operations).filter((operation) => duties.some((duty) => permits(duty, operation)));

/** Whether an action of the trail is one that a duty is for; what is no operation of the API is nobody's. */
export const isUseOf = (duty: Role, action: string): boolean =>
  Object.hasOwn(operations, action) && permits(duty, action as OperationId);
