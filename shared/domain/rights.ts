import * as z from "zod";
import { dayAt } from "../law/calendar.ts";
import { keysOf } from "./keys-of.ts";
import { endCauses, grantSchema, type RightEntry, rightEntry, rightEvent } from "./right-events.ts";
import { instantSchema, plainDateSchema } from "./values.ts";

const [, approvedEvent, , confirmedEvent] = rightEvent.options;
const { by } = rightEntry.shape;
const asked = { requestId: approvedEvent.shape.requestId, requestedBy: by, requestedAt: instantSchema };

/** What was asked for and not yet decided. */
const openRequest = grantSchema.extend(asked);
export type OpenRequest = z.infer<typeof openRequest>;

/** A right that was granted, whether or not it is in force. */
const right = openRequest.extend({
  rightId: confirmedEvent.shape.rightId,
  decidedBy: by,
  decidedAt: instantSchema,
  /** The last day on which a 所属長 said that it is needed: that of the approval, or of a later confirmation. */
  confirmedOn: plainDateSchema,
  confirmedBy: by,
  ended: z.strictObject({ at: instantSchema, by, cause: z.enum(keysOf(endCauses)) }).nullable(),
});
export type Right = z.infer<typeof right>;

/** What the ledger of one officer comes to. */
export const standingSchema = z.strictObject({
  rights: z.array(right),
  requests: z.array(openRequest),
  /** When the officer last left their department. */
  leftAt: instantSchema.nullable(),
  identity: z.strictObject({ subject: z.string().nullable(), surname: z.string().nullable() }).nullable(),
});
export type Standing = z.infer<typeof standingSchema>;

/** Somebody of whom the ledger knows nothing. */
export const noStanding: Standing = { rights: [], requests: [], leftAt: null, identity: null };

/** @throws when the event speaks of a request or right that is not there: whoever adds an entry looks first. */
const the = <Held>(found: Held | undefined): Held => {
  if (found === undefined) throw new Error("an event of a right that is not in the ledger");
  return found;
};

/** The standing after one more entry. */
export const withEntry = (before: Standing, { at, by, event }: RightEntry): Standing => {
  const changed = (rightId: string, change: (held: Right) => Right): Standing => {
    the(before.rights.find((held) => held.rightId === rightId && held.ended === null));
    return { ...before, rights: before.rights.map((held) => (held.rightId === rightId ? change(held) : held)) };
  };
  switch (event.kind) {
    case "requested":
      return {
        ...before,
        requests: [
          ...before.requests,
          { ...event.grant, requestId: event.requestId, requestedBy: by, requestedAt: at },
        ],
      };
    case "approved": {
      const { requestId, rightId } = event;
      const request = the(before.requests.find((open) => open.requestId === requestId));
      const decided = { rightId, decidedBy: by, decidedAt: at, confirmedOn: dayAt(at), confirmedBy: by, ended: null };
      return {
        ...before,
        requests: before.requests.filter((open) => open !== request),
        rights: [...before.rights, { ...request, ...decided }],
      };
    }
    case "refused": {
      const request = the(before.requests.find((open) => open.requestId === event.requestId));
      return { ...before, requests: before.requests.filter((open) => open !== request) };
    }
    case "confirmed":
      return changed(event.rightId, (held) => ({ ...held, confirmedOn: dayAt(at), confirmedBy: by }));
    case "ended":
      return changed(event.rightId, (held) => ({ ...held, ended: { at, by, cause: event.cause } }));
    case "left":
      return {
        ...before,
        rights: before.rights.map((held) => (held.ended ? held : { ...held, ended: { at, by, cause: event.cause } })),
        requests: [],
        leftAt: at,
      };
    case "identified":
      return { ...before, identity: { subject: event.subject, surname: event.surname } };
  }
};

/** A ledger of rights as it stands after its last entry. */
export const foldRights = (entries: readonly RightEntry[]): Standing => entries.reduce(withEntry, noStanding);
