import { dayAt } from "../../shared/law/calendar.ts";
import { readRegister } from "../../shared/stores/filings.ts";
import { daysApart } from "./days.ts";
import { filingCells, filingColumns } from "./filing-columns.ts";
import type { List } from "./list.ts";
import { reasonLabels } from "./reason-labels.ts";

/** 不備・補正待ち一覧: what waits for its correction or came back from 日本年金機構, oldest first. */
export const corrections: List = {
  usual: { back: 365, ahead: 0 },
  columns: [...filingColumns, ["since", "不備となった日"], ["days", "経過日数"], ["reasons", "不備の内容"]],
  rows: async ({ database, from, to, today, most, includes }) => {
    const { filings, next } = await readRegister(database, {
      from,
      to,
      limit: most,
      matches: (filing) =>
        (filing.status === "awaiting-correction" || filing.status === "returned") && includes(filing),
    });
    if (next !== null) return undefined;
    return filings.toReversed().map((filing) => {
      const last = filing.history.at(-1);
      const since = last ? dayAt(last.at) : filing.filedOn;
      const asked = last?.transition === "return-for-correction" ? "補正依頼(内容は届出の記録にあります)" : "";
      return {
        ...filingCells(filing),
        since,
        days: daysApart(since, today),
        reasons: asked || reasonLabels(last?.codes ?? []),
      };
    });
  },
};
