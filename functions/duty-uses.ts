import { dutiesFor } from "../shared/access/may.ts";
import { type OperationId, operations } from "../shared/contracts/operations.ts";
import type { Role } from "../shared/domain/roles.ts";

/** Whether an action of the trail is one that a duty is for; what is no operation of the API is nobody's. */
export const isUseOf = (duty: Role, action: string): boolean =>
  Object.hasOwn(operations, action) && dutiesFor(action as OperationId).includes(duty);
