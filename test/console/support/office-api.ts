import type { openOffice } from "../../support/office.ts";
import type { ConsoleApi } from "./contract-api.ts";

/** The office behind the console: what it asks goes through the same events that API Gateway makes. */
export const officeApi =
  (office: ReturnType<typeof openOffice>): ConsoleApi =>
  async ({ method, path, query, body, caller: { officer, role, department } }) =>
    office.ask(method as "GET" | "POST", path, {
      as: officer,
      roles: [role],
      department,
      purpose: "audit",
      query,
      ...(method === "POST" ? { body } : {}),
    });
