import { leafOf, proofOf } from "../../../shared/audit/proof.ts";
import { entryIdPattern } from "../../../shared/contracts/audit.ts";
import { problem } from "../../../shared/contracts/problems.ts";
import type { Call } from "../../../shared/http/call.ts";
import type { Reply } from "../../../shared/http/respond.ts";
import { keepTrail } from "../../../shared/stores/audit.ts";
import { findEntry } from "../../../shared/stores/newest-entries.ts";
import { entryView } from "./entry-view.ts";
import type { AuditPorts } from "./ports.ts";

/** One entry, the digest that seals it, and the proof that it is in there (RFC 6962) which shows nothing of the others. */
export const showEntry =
  ({ database, audit }: AuditPorts) =>
  async (call: Call): Promise<Reply> => {
    const { entryId = "" } = call.params;
    if (!entryIdPattern.test(entryId)) return problem("not-found");
    await keepTrail(database, call.trail({ purpose: "audit", object: entryId }));
    const entry = await findEntry(database, entryId);
    if (!entry) return problem("not-found");
    const proved = await proofOf(audit, entry);
    const { digest, index, size, path } = proved ?? {};
    return {
      status: 200,
      body: {
        entry: entryView(entry),
        digest: digest ? { name: digest.name, hour: digest.hour, signed: true } : null,
        proof: digest ? { leaf: leafOf(entry), index, size, path, root: digest.merkleRoot } : null,
      },
    };
  };
