import { type Problem, problem } from "../../../shared/contracts/problems.ts";
import { today } from "../../../shared/domain/filing.ts";
import { type OfficerId, rightIdPattern } from "../../../shared/domain/ids.ts";
import type { RightEvent } from "../../../shared/domain/right-events.ts";
import type { Right } from "../../../shared/domain/rights.ts";
import type { Call } from "../../../shared/http/call.ts";
import type { Reply } from "../../../shared/http/respond.ts";
import { isRefused, ownerOf } from "./find-officer.ts";
import { lastUses } from "./last-use.ts";
import type { RightsPorts } from "./ports.ts";
import { recordRight } from "./record-right.ts";
import { rightView } from "./right-view.ts";

interface Change {
  readonly event: RightEvent;
  readonly codes: readonly string[];
}

/** Something happens to one right that was granted: answered with the right as it stands after it. */
export const changeRight = (
  ports: RightsPorts,
  call: Call,
  change: (right: Right, officer: OfficerId) => Change | Problem,
): Promise<Reply> => {
  const { rightId } = call.params;
  const find = (rights: readonly Right[]) => rights.find((right) => right.rightId === rightId);
  return recordRight(
    ports,
    call,
    () => ownerOf(ports.database, rightIdPattern, rightId),
    ({ officer, standing }) => {
      const right = find(standing.rights);
      if (!right) return problem("not-found");
      const changed = change(right, officer);
      if (isRefused(changed)) return changed;
      return {
        ...changed,
        reply: async (after) => {
          const lastUse = await lastUses(ports.database, officer);
          const now = find(after.standing.rights) ?? right;
          return { status: 200, body: rightView(officer, now, today(call.occasion), lastUse(now)) };
        },
      };
    },
  );
};
