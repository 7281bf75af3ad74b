import type { Occasion } from "../domain/filing.ts";
import type { requestEvents } from "../domain/requests.ts";
import type { Write } from "./database.ts";
import { type Request, steppingWrites } from "./requests.ts";

/** Tells in the history of a case what came of it: `code` is the number of that. The case stays where it is. */
export const linkingWrites = (
  request: Request,
  step: Exclude<keyof typeof requestEvents, "receive">,
  code: string,
  { at, by }: Occasion,
): Write[] => {
  const after = { ...request, version: request.version + 1 };
  return steppingWrites(request, after, {
    requestId: request.requestId,
    personId: request.personId,
    nth: after.version,
    step,
    to: request.state,
    at,
    by,
    codes: [code],
    documentNumber: null,
  });
};
