import { problem } from "../../shared/contracts/problems.ts";
import { searchRequest } from "../../shared/contracts/requests.ts";
import type { Call } from "../../shared/http/call.ts";
import { faultsOf } from "../../shared/http/faults.ts";
import type { Reply } from "../../shared/http/respond.ts";
import { keepTrail } from "../../shared/stores/audit.ts";
import type { StorePorts } from "../ports.ts";
import { termsOf } from "./search-terms.ts";

/** What the trail keeps of a searched term, so that an auditor finds who else searched for it. Nobody is looked up. */
export const findTerms =
  ({ database, keyring }: StorePorts) =>
  async (call: Call): Promise<Reply> => {
    const asked = searchRequest.safeParse(call.body);
    if (!asked.success) return problem("invalid-content", faultsOf(asked.error));
    const terms = termsOf(asked.data, await keyring.index());
    await keepTrail(database, call.trail({ terms, purpose: "audit" }));
    return { status: 200, body: { terms } };
  };
