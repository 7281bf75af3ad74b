import { daysOf, type EntriesQuery, entriesQuery } from "../../../shared/contracts/audit.ts";
import { problem } from "../../../shared/contracts/problems.ts";
import { today } from "../../../shared/domain/filing.ts";
import type { Call } from "../../../shared/http/call.ts";
import { faultsOf } from "../../../shared/http/faults.ts";
import type { Reply } from "../../../shared/http/respond.ts";
import { keepTrail } from "../../../shared/stores/audit.ts";
import { digestedBy } from "./digested.ts";
import { entryView } from "./entry-view.ts";
import { findEntries } from "./find-entries.ts";
import { instantsOf } from "./period.ts";
import type { AuditPorts } from "./ports.ts";

/** By what was looked, in the entry that the look leaves. */
const filters = [
  "officer",
  "subject",
  "term",
  "action",
  "kind",
  "result",
] as const satisfies readonly (keyof EntriesQuery)[];

/** The trail, newest first, by officer, person, searched term, action, kind, result and period. It leaves an entry itself. 評価書 III-3 リスク2⑥. */
export const listEntries =
  ({ database }: AuditPorts) =>
  async (call: Call): Promise<Reply> => {
    const asked = entriesQuery.safeParse(call.query);
    if (!asked.success) return problem("invalid-content", faultsOf(asked.error));
    const { officer, subject, term, limit, after, from: _from, to: _to, ...others } = asked.data;
    await keepTrail(
      database,
      call.trail({
        purpose: "audit",
        object: officer ?? null,
        subjects: subject === undefined ? [] : [subject],
        terms: term === undefined ? [] : [{ by: "asked", value: term }],
        codes: filters.filter((filter) => asked.data[filter] !== undefined).map((filter) => `by-${filter}`),
      }),
    );
    const { at } = call.occasion;
    const { until, readFrom } = await digestedBy(database);
    const wanted = { ...instantsOf(daysOf(asked.data, today(call.occasion)), at), ...others, officer, subject, term };
    const { entries, next } = await findEntries(database, { wanted, before: after, limit, readFrom });
    return { status: 200, body: { entries: entries.map(entryView), next, digestedUntil: until } };
  };
