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
import { subjectsOf } from "./subjects-of.ts";

/** How the rest of a list is had. */
const next = "続きとファイルは、出力の承認を求めてください(POST /v1/outputs、種類はlist)";

/** A list for whoever answers for the section, as far as a screen shows it. More of it, or a file, is an output that needs approval. */
export const showList =
  ({ database, keyring }: StorePorts) =>
  async (call: Call): Promise<Reply> => {
    const { name } = call.params;
    if (!isListName(name)) return problem("not-found");
    const asked = listQuery.safeParse(call.query);
    if (!asked.success) return problem("invalid-content", faultsOf(asked.error));
    if (asked.data.format === "csv") return problem("output-needs-approval");
    const { usual, columns, rows: drawUp } = lists[name];
    const on = today(call.occasion);
    const length = usual.back + usual.ahead;
    const to = asked.data.to ?? (asked.data.from ? addDays(asked.data.from, length) : addDays(on, usual.ahead));
    const from = asked.data.from ?? addDays(to, -length);
    // What is to be done for somebody whose 利用 is suspended is to be done all the same: only files leave them out.
    const all = () => true;
    const most = mostRows;
    const rows = await drawUp({ database, keyring, from, to, today: on, most, includes: all, includesPerson: all });
    const shown = rows?.slice(0, listLimit) ?? [];
    const named = subjectsOf(name, shown, await keyring.index());
    await keepTrail(database, call.trail({ ...named, object: name, purpose: "list", codes: ["json"] }));
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
        rows: shown,
        total: rows.length,
        more,
        ...(more ? { next } : {}),
      },
    };
  };
