import { identityProofs, kindRow, requesters } from "../../shared/domain/request-kinds.ts";
import {
  decideBy,
  dueBy,
  firstWordBy,
  isOutOfTime,
  requestEvents,
  requestStates,
  requestSteps,
} from "../../shared/domain/requests.ts";
import type { PlainDate } from "../../shared/law/calendar.ts";
import type { Request } from "../../shared/stores/requests.ts";

const stepLabels: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(requestSteps).map(([step, { title }]) => [step, title])),
  ...requestEvents,
};

/** A request as an answer shows it: no pseudonym leaves, and no words. */
export const requestView = (request: Request, today: PlainDate) => {
  const { requestId, kind, state, receivedOn, requester, proof, disclosedOn, affected, wrongful, outcome, history } =
    request;
  const row = kindRow(kind);
  const due = dueBy(request, today);
  return {
    requestId,
    kind,
    kindLabel: row.title,
    law: row.law,
    state,
    stateLabel: requestStates[state],
    receivedOn,
    requester,
    requesterLabel: requester && requesters[requester],
    proof,
    proofLabel: proof && identityProofs[proof],
    disclosedOn,
    outOfTime: isOutOfTime(request),
    affected,
    wrongful,
    outcome,
    outcomeLabel: outcome === null ? null : (row.outcomes[outcome]?.title ?? outcome),
    decideBy: decideBy(request, today),
    firstWordBy: firstWordBy(request),
    dueBy: due,
    overdue: due !== null && due < today,
    history: history.map((step) => ({ ...step, stepLabel: stepLabels[step.step] ?? step.step })),
  };
};
