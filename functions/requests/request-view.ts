import {
  extensionReasons,
  factsOfKind,
  inquirers,
  requesters,
  requestOutcomes,
} from "../../shared/domain/request-kinds.ts";
import {
  decideBy,
  dueNext,
  interimBy,
  isOutOfTime,
  isOverdue,
  requestEvents,
  requestStates,
  requestSteps,
} from "../../shared/domain/requests.ts";
import type { PlainDate } from "../../shared/law/calendar.ts";
import type { Request, RequestStepRow } from "../../shared/stores/requests.ts";

/** A case as an answer shows it on that day. No pseudonym leaves; whom it is about is shown by `showRequest` alone. */
export const requestView = (request: Request, day: PlainDate) => {
  const { personId, version: _version, ...row } = request;
  const { title, basis } = factsOfKind(row.kind);
  return {
    ...row,
    kindTitle: title,
    basis,
    stateLabel: requestStates[row.state],
    outcomeLabel: row.outcome && requestOutcomes[row.outcome].title,
    requesterLabel: row.requester && requesters[row.requester],
    inquirerLabel: row.inquirer && inquirers[row.inquirer],
    aboutPerson: personId !== null,
    dueOn: dueNext(request),
    decideBy: decideBy(request),
    interimBy: interimBy(request),
    overdue: isOverdue(request, day),
    outOfTime: isOutOfTime(request),
  };
};

const stepTitles: Readonly<Record<RequestStepRow["step"], string>> = {
  ...requestEvents,
  ...Object.fromEntries(Object.entries(requestSteps).map(([name, { title }]) => [name, title])),
} as Record<RequestStepRow["step"], string>;

const codeLabels: Readonly<Record<string, string>> = {
  ...extensionReasons,
  ...Object.fromEntries(Object.entries(requestOutcomes).map(([name, { title }]) => [name, title])),
};

/** One line of the history; `note` is null where nothing was written or the key is gone. */
export const stepView = (
  { requestId: _requestId, personId: _personId, sealed: _sealed, ...step }: RequestStepRow,
  note: string | null,
) => ({
  ...step,
  stepTitle: stepTitles[step.step],
  toLabel: requestStates[step.to],
  codeLabels: step.codes.map((code) => codeLabels[code] ?? code),
  note,
});
