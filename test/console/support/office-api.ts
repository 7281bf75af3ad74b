import type { openOffice } from "../../support/office.ts";
import type { ConsoleApi } from "./contract-api.ts";

/** The office behind the console: what it asks goes through the same events that API Gateway makes. */
export const officeApi =
  (office: ReturnType<typeof openOffice>): ConsoleApi =>
  async ({ method, path, query, body, caller }) =>
    office.ask(method as "GET" | "POST", path, {
      as: caller.officer,
      roles: [caller.duty],
      department: caller.department,
      purpose: "audit",
      query,
      ...(method === "POST" ? { body } : {}),
    });
