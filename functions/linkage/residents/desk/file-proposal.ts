import { createHash } from "node:crypto";
import { problem } from "../../../../shared/contracts/problems.ts";
import type { FilingAdditions } from "../../../../shared/contracts/resident-changes.ts";
import { draftOf } from "../../../../shared/domain/resident-change-draft.ts";
import type { Call } from "../../../../shared/http/call.ts";
import type { Reply } from "../../../../shared/http/respond.ts";
import type { Filing } from "../../../../shared/stores/filings.ts";
import { type ChangeRow, changedWrites, headWrite } from "../../../../shared/stores/resident-changes.ts";
import { takeFiling } from "../../../filings/take-filing.ts";
import type { Feed } from "../../feed.ts";
import { personChanges } from "../person-changes.ts";
import { redecide } from "../redecide.ts";

/** One key for one change: asked twice, the 届出 is taken once. */
const keyOf = (changeName: string) =>
  `resident-record-${createHash("sha256").update(changeName).digest("hex").slice(0, 40)}`;

/**
 * Files the proposed 届出 (法12条3項) as the counter would, in one transaction with the change's confirmation. Changes that
 * waited for it (someone now on file) are decided anew; should that fail, the next change or request does it.
 */
export const fileProposal = async (
  row: ChangeRow,
  { basicPensionNumber, documents, ...additions }: FilingAdditions,
  call: Call,
  feed: Feed,
): Promise<Reply> => {
  const { ports, occasion } = feed;
  if (row.personId === null || row.flow === null) throw new Error("nothing is proposed");
  const { head, loaded, contents } = await personChanges(row.personId, ports);
  const content = contents.get(row.changeName);
  if (!content) return problem("contended");
  const draft = draftOf(content.change, row.flow, loaded.person.facts);
  const body = {
    ...draft,
    ...additions,
    documents: [...new Set([...draft.documents, ...(documents ?? [])])],
    person: { ...draft.person, ...(basicPensionNumber === undefined ? {} : { basicPensionNumber }) },
  };
  const alongside = ({ filingId }: Filing) => [
    ...changedWrites(row, { ...row, state: "confirmed", filingId, decidedBy: occasion.by }),
    headWrite(loaded.personId, head),
  ];
  const filed = await takeFiling(
    row.flow,
    ports,
    alongside,
  )({ ...call, body, rawBody: JSON.stringify(body), idempotencyKey: keyOf(row.changeName) });
  if ("problem" in filed) return filed;
  const waiting = (await personChanges(row.personId, ports)).rows.find(({ state }) => state === "quarantined");
  if (waiting) await redecide(waiting, null, feed);
  return filed;
};
