import { isListName, listQuery, listTitles } from "../../shared/contracts/lists.ts";
import { listLimit } from "../../shared/contracts/outputs.ts";
import { problem } from "../../shared/contracts/problems.ts";
import { today } from "../../shared/domain/filing.ts";
import type { Call } from "../../shared/http/call.ts";
import { faultsOf } from "../../shared/http/faults.ts";
import type { Reply } from "../../shared/http/respond.ts";
import { addDays } from "../../shared/law/calendar.ts";
import { keepTrail } from "../../shared/stores/audit.ts";
import type { StorePorts } from "../ports.ts";
import { lists } from "./catalogue.ts";
import { mostRows } from "./list.ts";

/** How the rest of a list is had. */
const next = "続きとファイルは、出力の承認を求めてください(POST /v1/outputs、種類はlist)";

/** A list of 届出 for whoever answers for the section, as far as a screen shows it. More of it, or a file, is an output that needs approval. */
export const showList =
  ({ database }: StorePorts) =>
  async (call: Call): Promise<Reply> => {
    const { name } = call.params;
    if (!isListName(name)) return problem("not-found");
    const asked = listQuery.safeParse(call.query);
    if (!asked.success) return problem("invalid-content", faultsOf(asked.error));
    if (asked.data.format === "csv") return problem("output-needs-approval");
    const { usualDays, columns, rows: drawUp } = lists[name];
    const to = asked.data.to ?? (asked.data.from ? addDays(asked.data.from, usualDays) : today(call.occasion));
    const from = asked.data.from ?? addDays(to, -usualDays);
    await keepTrail(database, call.trail({ object: name, purpose: "list", codes: ["json"] }));
    // What is to be done for somebody whose 利用 is suspended is to be done all the same: only files leave them out.
    const includes = () => true;
    const rows = await drawUp({ database, from, to, today: today(call.occasion), most: mostRows, includes });
    if (!rows)
      return problem("invalid-content", [
        { code: "too-many-rows", detail: "1万件を超えます。期間を短くしてください", pointer: "/from" },
      ]);
    const more = rows.length > listLimit;
    return {
      status: 200,
      body: {
        name,
        title: listTitles[name],
        from,
        to,
        columns: columns.map(([key, heading]) => ({ key, heading })),
        rows: rows.slice(0, listLimit),
        total: rows.length,
        more,
        ...(more ? { next } : {}),
      },
    };
  };
