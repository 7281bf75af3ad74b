import { type Fault, problem } from "../../shared/contracts/problems.ts";
import type { Reason } from "../../shared/domain/decision.ts";
import type { Call, TrailFacts } from "../../shared/http/call.ts";
import type { Reply } from "../../shared/http/respond.ts";
import { keepTrail } from "../../shared/stores/audit.ts";
import type { StorePorts } from "../ports.ts";

export const faultOf = ({ code, message, pointer, article }: Reason): Fault => ({
  code,
  detail: message,
  ...(pointer ? { pointer } : {}),
  ...(article ? { article } : {}),
});

/** A filing that law or record stand against: nothing of it is stored but that it was refused, and why. */
export const refusal = async (
  call: Call,
  reasons: readonly Reason[],
  about: TrailFacts,
  ports: StorePorts,
): Promise<Reply> => {
  const against = reasons.filter((reason) => reason.weight !== "notice");
  await keepTrail(
    ports.database,
    call.trail({ ...about, result: "refused", codes: against.map((reason) => reason.code) }),
  );
  return problem("filing-refused", against.map(faultOf));
};
