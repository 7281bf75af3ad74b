import { may } from "../../shared/access/may.ts";
import { outputIdPattern } from "../../shared/contracts/outputs.ts";
import type { Call } from "../../shared/http/call.ts";
import type { Database } from "../../shared/stores/database.ts";
import { findOutput, type Output } from "../../shared/stores/outputs.ts";

/** What the policies tell outputs apart by: records of people, or the access trail. */
export const contentOf = ({ kind }: Pick<Output, "kind">) => ({ content: kind === "trail" ? "trail" : "people" });

/** What decides over an output: what is in it, and whether the caller asked for it. */
export const factsOfOutput = (output: Output, { officer }: Call["caller"]) => ({
  ...contentOf(output),
  own: output.requestedBy === officer,
});

/** A 管理責任者 sees every output, since they decide; everybody else their own. */
export const maySee = (output: Output, { caller }: Pick<Call, "caller">): boolean =>
  may(caller, "showOutput", factsOfOutput(output, caller));

/** The output that a call is about; undefined for one that does not exist, for what is no number of one, and for one that the caller may not see alike. */
export const outputOfCall = async (call: Call, database: Database): Promise<Output | undefined> => {
  const { outputId = "" } = call.params;
  const output = outputIdPattern.test(outputId) ? await findOutput(database, outputId) : undefined;
  return output && maySee(output, call) ? output : undefined;
};
