import { entries, type FunctionName } from "../../../shared/contracts/environment.ts";
import { keysOf } from "../../../shared/domain/keys-of.ts";
import { routeOf } from "../../../shared/http/route.ts";
import type { openOffice } from "../../support/office.ts";
import type { ConsoleApi } from "./contract-api.ts";

const isServed = (method: string, path: string): boolean =>
  keysOf(entries).some((fn: FunctionName) => routeOf(fn, method, path) !== undefined);

/**
 * The office behind the console: what it asks goes through the same events that API Gateway makes. An operation that the
 * office does not have is answered by `otherwise`.
 */
export const officeApi =
  (office: ReturnType<typeof openOffice>, otherwise: ConsoleApi): ConsoleApi =>
  async (call) => {
    const { method, path, query, body, caller } = call;
    if (!isServed(method, path)) return otherwise(call);
    return office.ask(method as "GET" | "POST", path, {
      as: caller.officer,
      roles: [caller.role],
      department: caller.department,
      purpose: "audit",
      query,
      ...(method === "POST" ? { body } : {}),
    });
  };
