import { departments, linkedSystems } from "../../../shared/domain/departments.ts";
import type { OfficerId } from "../../../shared/domain/ids.ts";
import { endCauses, type Grant } from "../../../shared/domain/right-events.ts";
import { dueForReview, reviewBy, rightState, rightStates } from "../../../shared/domain/right-review.ts";
import type { OpenRequest, Right } from "../../../shared/domain/rights.ts";
import { roles } from "../../../shared/domain/roles.ts";
import type { Instant, PlainDate } from "../../../shared/law/calendar.ts";

const grantView = ({ duty, department, system, from, until, temporary }: Grant) => ({
  duty,
  dutyLabel: roles[duty],
  department,
  departmentLabel: departments[department],
  system,
  systemLabel: system && linkedSystems[system],
  from,
  until,
  temporary,
});

export const requestView = (officer: OfficerId, request: OpenRequest) => ({
  officer,
  requestId: request.requestId,
  ...grantView(request),
  requestedBy: request.requestedBy,
  requestedAt: request.requestedAt,
});

/** A right as it stands on `day`; `lastUsedAt` up to the last hour that was digested. */
export const rightView = (officer: OfficerId, right: Right, day: PlainDate, lastUsedAt: Instant | null) => {
  const state = rightState(right, day);
  return {
    ...requestView(officer, right),
    rightId: right.rightId,
    decidedBy: right.decidedBy,
    decidedAt: right.decidedAt,
    confirmedOn: right.confirmedOn,
    confirmedBy: right.confirmedBy,
    reviewBy: reviewBy(right.confirmedOn),
    reviewDue: dueForReview(right, day),
    state,
    stateLabel: rightStates[state],
    ended: right.ended && { ...right.ended, causeLabel: endCauses[right.ended.cause] },
    lastUsedAt,
  };
};
