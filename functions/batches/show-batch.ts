import { may } from "../../shared/access/may.ts";
import { batchIdPattern, batchQuery } from "../../shared/contracts/batches.ts";
import { problem } from "../../shared/contracts/problems.ts";
import { batchOutcomes } from "../../shared/domain/batch-kinds.ts";
import { categories, lossCauses } from "../../shared/domain/causes.ts";
import type { Call } from "../../shared/http/call.ts";
import { faultsOf } from "../../shared/http/faults.ts";
import type { Reply } from "../../shared/http/respond.ts";
import { keepTrail } from "../../shared/stores/audit.ts";
import { type BatchRow, contentOf, findBatch, pageOfRows } from "../../shared/stores/batches.ts";
import type { Item } from "../../shared/stores/database.ts";
import type { Keyring } from "../../shared/stores/keyring.ts";
import { loadedPerson, personRows } from "../../shared/stores/people.ts";
import type { StorePorts } from "../ports.ts";
import { batchView } from "./batch-view.ts";
import { itemsRead } from "./record-findings.ts";

const endings = { ...lossCauses, "category-changed": "種別変更" } as const;

/** What is shown of someone whose key is gone or who was never on file: the line they came in on, and the outcome. */
const rowView = async (row: BatchRow, rows: readonly (Item | undefined)[], keyring: Keyring) => {
  const loaded = rows[1] && (await loadedPerson(row.personId, rows, keyring));
  const content = loaded ? contentOf(loaded.key, row) : null;
  return {
    line: row.line,
    atenaNumber: loaded?.person.facts?.atenaNumber ?? null,
    outcome: row.outcome,
    ...batchOutcomes[row.outcome],
    on: content?.on ?? null,
    category: content?.category ?? null,
    categoryLabel: content?.category ? categories[content.category] : null,
    cause: content?.cause ?? null,
    causeLabel: content?.cause ? endings[content.cause] : null,
  };
};

/** How far a batch is, and a page of what it did for whom and why, unless it is looked at by whoever only operates the system. Whoever is named is named in the trail first. */
export const showBatch =
  (ports: StorePorts) =>
  async (call: Call): Promise<Reply> => {
    const asked = batchQuery.safeParse(call.query);
    if (!asked.success) return problem("invalid-content", faultsOf(asked.error));
    const { batchId = "" } = call.params;
    const batch = batchIdPattern.test(batchId) ? await findBatch(ports.database, batchId) : undefined;
    if (!batch) return problem("not-found");
    if (!may(call.caller, "reveal:batch-rows")) {
      await keepTrail(ports.database, call.trail({ object: batchId, purpose: "batch" }));
      return { status: 200, body: batchView(batch) };
    }
    const { limit, after } = asked.data;
    const page = await pageOfRows(ports.database, batchId, { limit, after });
    const index = await ports.keyring.index();
    await keepTrail(
      ports.database,
      call.trail({
        subjects: [...new Set(page.map(({ personId }) => index.auditSubject(personId)))],
        object: batchId,
        items: page.length > 0 ? ["addressee.addressee", ...itemsRead] : [],
        purpose: "batch",
      }),
    );
    const people = await ports.database.getAll(page.flatMap(({ personId }) => personRows(personId)));
    return {
      status: 200,
      body: {
        ...batchView(batch),
        rows: await Promise.all(page.map((row, at) => rowView(row, people.slice(at * 2, at * 2 + 2), ports.keyring))),
        nextPage: page.length === limit ? (page.at(-1)?.sk ?? null) : null,
      },
    };
  };
