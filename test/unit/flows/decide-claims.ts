import { afterwards, decide, fold, reasonsOf } from "./decide.ts";
import { goodClaims } from "./good-claims.ts";

export type Claim = keyof typeof goodClaims;
export const claims = Object.keys(goodClaims) as Claim[];

/** The good claim of a flow, but for `over`. */
export const decided = (flow: Claim, over: object = {}, events = goodClaims[flow].events, today?: string) =>
  decide(flow, { ...goodClaims[flow].body, ...over }, events, today);

/** With other details, or other things seen at the counter. */
export const claimWith = (flow: Claim, { details = {}, seen = {} }: { details?: object; seen?: object }) => {
  const { body } = goodClaims[flow];
  return {
    details: { ...body.details, ...details },
    atCounter: { ...("atCounter" in body ? (body.atCounter as object) : {}), ...seen },
  };
};

export const codesOf = (flow: Claim, change: { details?: object; seen?: object }, over: object = {}) =>
  reasonsOf(decided(flow, { ...claimWith(flow, change), ...over }));

/** The rights on record once the claim is accepted. */
export const recipientsAfter = (flow: Claim, over: object = {}, events = goodClaims[flow].events) =>
  fold(afterwards(events, decided(flow, over, events))).recipients;
