import { deadlineOf } from "../../shared/flows/deadline.ts";
import { queryAll } from "../../shared/stores/database.ts";
import { type Filing, filingKey, filingOf, readRegister } from "../../shared/stores/filings.ts";
import { queueEntryOf, queuePartition } from "../../shared/stores/queue.ts";
import { daysApart } from "./days.ts";
import { filingCells, filingColumns } from "./filing-columns.ts";
import type { Asked, List, ListRow } from "./list.ts";

const queueStates = {
  unexamined: "審査待ち",
  ready: "進達待ち",
  claimed: "進達の作成中",
  stopped: "媒体に書けず停止",
} as const;

const readAtOnce = 100;

/** 報告期限を過ぎて進達していないもの, whenever they came in: the queue holds just what was not sent. */
const lateReports = async ({ database, today, includes }: Asked): Promise<ListRow[]> => {
  const late = [];
  for await (const item of queryAll(database, { table: "transmittals", pk: queuePartition })) {
    const entry = queueEntryOf(item);
    if (entry.reportBy < today) late.push(entry);
  }
  const rows: ListRow[] = [];
  for (let at = 0; at < late.length; at += readAtOnce) {
    const group = late.slice(at, at + readAtOnce);
    const items = await database.getAll(
      group.map(({ filingId }) => ({ table: "filings", key: filingKey(filingId) }) as const),
    );
    for (const [place, { reportBy, state }] of group.entries()) {
      const item = items[place];
      const filing = item && filingOf(item);
      if (filing && includes(filing))
        rows.push({
          kind: "報告期限の超過",
          ...filingCells(filing),
          deadline: reportBy,
          days: daysApart(reportBy, today),
          note: queueStates[state],
        });
    }
  }
  return rows;
};

/** 届出期限を過ぎて届け出られたもの, of the period; none for a 手続 without a deadline. */
const lateFilings = (filing: Filing): ListRow[] => {
  const deadline = deadlineOf(filing.flow, filing.eventOn);
  return deadline === null || filing.filedOn <= deadline || filing.status === "withdrawn"
    ? []
    : [
        {
          kind: "届出期限の超過",
          ...filingCells(filing),
          deadline,
          days: daysApart(deadline, filing.filedOn),
          note: "",
        },
      ];
};

/** 期限超過一覧: reports that should have gone by now, then 届出 of the period that came after their deadline. */
export const overdue: List = {
  usual: { back: 30, ahead: 0 },
  columns: [["kind", "区分"], ...filingColumns, ["deadline", "期限"], ["days", "超過日数"], ["note", "進達の状態"]],
  rows: async (asked) => {
    const { database, from, to, most, includes } = asked;
    const { filings, next } = await readRegister(database, {
      from,
      to,
      limit: most,
      matches: (filing) => lateFilings(filing).length > 0 && includes(filing),
    });
    if (next !== null) return undefined;
    return [...(await lateReports(asked)), ...filings.toReversed().flatMap(lateFilings)];
  },
};
