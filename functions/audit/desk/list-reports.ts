import type { Call } from "../../../shared/http/call.ts";
import type { Reply } from "../../../shared/http/respond.ts";
import { keepTrail } from "../../../shared/stores/audit.ts";
import { allReports } from "../../../shared/stores/audit-reports.ts";
import type { AuditPorts } from "./ports.ts";

/** The monthly reports that were made, newest first, with how often each finding was made. */
export const listReports =
  ({ database }: AuditPorts) =>
  async (call: Call): Promise<Reply> => {
    await keepTrail(database, call.trail({ purpose: "audit" }));
    return { status: 200, body: { reports: await allReports(database) } };
  };
