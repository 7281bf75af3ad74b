import { deadlineOf } from "../../shared/flows/deadline.ts";
import { readRegister } from "../../shared/stores/filings.ts";
import { filingCells, filingColumns } from "./filing-columns.ts";
import type { List } from "./list.ts";

/** 国民年金関係書類受付処理簿 of the period, oldest first. */
export const register: List = {
  usual: { back: 30, ahead: 0 },
  columns: [
    ...filingColumns,
    ["deadline", "届出期限"],
    ["acceptedOn", "受理日"],
    ["reportBy", "報告期限"],
    ["runId", "進達番号"],
  ],
  rows: async ({ database, from, to, most, includes }) => {
    const { filings, next } = await readRegister(database, { from, to, limit: most, matches: includes });
    if (next !== null) return undefined;
    return filings.toReversed().map((filing) => ({
      ...filingCells(filing),
      deadline: deadlineOf(filing.flow, filing.eventOn),
      acceptedOn: filing.acceptedOn,
      reportBy: filing.reportBy,
      runId: filing.runId,
    }));
  },
};
