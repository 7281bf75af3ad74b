import { flows } from "../../shared/flows/catalogue.ts";
import { addDays } from "../../shared/law/calendar.ts";
import { type Filing, readRegister } from "../../shared/stores/filings.ts";
import { resultLabels } from "../../shared/stores/imports.ts";
import { filingCells, filingColumns } from "./filing-columns.ts";
import type { List } from "./list.ts";
import { reasonLabels } from "./reason-labels.ts";

/** A 届出 that waited for its correction is accepted long after it came in: so far back it is looked for. */
const longestWait = 366;

const results = {
  approve: resultLabels.approved,
  reject: resultLabels.rejected,
  return: resultLabels.returned,
  amend: resultLabels.amended,
} as const;

/** The word of 日本年金機構, where it has come. */
const resultOf = ({ flow, history }: Filing): { readonly result: string; readonly resultReasons: string } => {
  const last = history.findLast(({ transition }) => transition in results);
  if (last)
    return { result: results[last.transition as keyof typeof results], resultReasons: reasonLabels(last.codes) };
  return { result: flows[flow].report === null ? "報告不要" : "", resultReasons: "" };
};

/** 異動者一覧: what was 受理 in the period, by day of receipt, oldest first. */
export const changes: List = {
  usual: { back: 30, ahead: 0 },
  columns: [
    ...filingColumns,
    ["acceptedOn", "受理日"],
    ["reportBy", "報告期限"],
    ["result", "処理結果"],
    ["resultReasons", "処理結果の理由"],
  ],
  rows: async ({ database, from, to, most, includes }) => {
    const { filings, next } = await readRegister(database, {
      from: addDays(from, -longestWait),
      to,
      limit: most,
      matches: (filing) =>
        filing.acceptedOn !== null && filing.acceptedOn >= from && filing.acceptedOn <= to && includes(filing),
    });
    if (next !== null) return undefined;
    return filings.toReversed().map((filing) => ({
      ...filingCells(filing),
      acceptedOn: filing.acceptedOn,
      reportBy: filing.reportBy,
      ...resultOf(filing),
    }));
  },
};
