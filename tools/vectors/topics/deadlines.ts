import { filingDeadline, reportDeadline } from "../../../shared/law/deadlines.ts";
import { InputError, type Topic } from "../input.ts";

/** 届出・報告期限. */
export const deadlines: Topic = (input) => {
  const event = input.date("event");
  const received = input.date("received", "accepted");
  if (event === undefined && received === undefined) throw new InputError("event or received is needed");
  return {
    ...(event === undefined ? {} : filingDeadline(event, input.number("days") ?? 14)),
    reportBy: received === undefined ? undefined : reportDeadline(received),
  };
};
