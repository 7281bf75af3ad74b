import { today } from "../../../shared/domain/filing.ts";
import type { Call } from "../../../shared/http/call.ts";
import type { Database } from "../../../shared/stores/database.ts";
import type { OfficerRecord } from "../../../shared/stores/rights.ts";
import { lastUses } from "./last-use.ts";
import { requestView, rightView } from "./right-view.ts";

/** An officer's rights as they stand, and what is asked for. Their pseudonyms stay inside: only whether there are any is told. */
export const officerView = async ({ officer, standing }: OfficerRecord, call: Call, database: Database) => {
  const lastUse = await lastUses(database, officer);
  const day = today(call.occasion);
  return {
    officer,
    leftAt: standing.leftAt,
    identified: standing.identity !== null,
    rights: standing.rights.map((right) => rightView(officer, right, day, lastUse(right))),
    requests: standing.requests.map((request) => requestView(officer, request)),
  };
};
