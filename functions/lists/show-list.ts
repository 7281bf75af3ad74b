import { isListName, type ListName, listQuery, listTitles } from "../../shared/contracts/lists.ts";
import { problem } from "../../shared/contracts/problems.ts";
import { csvOf } from "../../shared/documents/csv.ts";
import { today } from "../../shared/domain/filing.ts";
import type { Call } from "../../shared/http/call.ts";
import { faultsOf } from "../../shared/http/faults.ts";
import type { Reply } from "../../shared/http/respond.ts";
import { addDays } from "../../shared/law/calendar.ts";
import { keepTrail } from "../../shared/stores/audit.ts";
import type { StorePorts } from "../ports.ts";
import { changes } from "./changes.ts";
import { corrections } from "./corrections.ts";
import type { List } from "./list.ts";
import { overdue } from "./overdue.ts";
import { register } from "./register.ts";

const lists: Readonly<Record<ListName, List>> = { changes, corrections, overdue, register };

/** A list of 届出 for whoever answers for the section, as an answer or as a file for a spreadsheet. */
export const showList =
  ({ database }: StorePorts) =>
  async (call: Call): Promise<Reply> => {
    const { name } = call.params;
    if (!isListName(name)) return problem("not-found");
    const asked = listQuery.safeParse(call.query);
    if (!asked.success) return problem("invalid-content", faultsOf(asked.error));
    const { usualDays, columns, rows: drawUp } = lists[name];
    const { format } = asked.data;
    const to = asked.data.to ?? (asked.data.from ? addDays(asked.data.from, usualDays) : today(call.occasion));
    const from = asked.data.from ?? addDays(to, -usualDays);
    await keepTrail(database, call.trail({ object: name, purpose: "list", codes: [format] }));
    const rows = await drawUp({ database, from, to, today: today(call.occasion) });
    if (!rows)
      return problem("invalid-content", [
        { code: "too-many-rows", detail: "1万件を超えます。期間を短くしてください", pointer: "/from" },
      ]);
    return format === "csv"
      ? { status: 200, file: { name: `${name}-${from}-${to}.csv`, type: "text/csv", text: csvOf(columns, rows) } }
      : {
          status: 200,
          body: {
            name,
            title: listTitles[name],
            from,
            to,
            columns: columns.map(([key, heading]) => ({ key, heading })),
            rows,
          },
        };
  };
