import * as z from "zod";
import { keysOf } from "../domain/keys-of.ts";
import { isOver, requestStates } from "../domain/requests.ts";
import { instantSchema } from "../domain/values.ts";
import { dayAt, type PlainDate } from "../law/calendar.ts";
import { byForm, none, parsedAs, part, personIdSchema } from "./holding.ts";

const any = /^/;
const requestRow = z.object({
  sk: z.string(),
  personId: personIdSchema.nullable(),
  state: z.enum(keysOf(requestStates)),
  history: z.array(z.object({ at: instantSchema })).min(1),
});
const suspensionRow = z.object({
  suspensionId: z.string(),
  personId: personIdSchema,
  ended: z.object({ at: instantSchema }).nullable(),
});
const noticesRow = z.object({
  personId: personIdSchema,
  list: z.string(),
  notices: z.array(z.object({ told: z.object({ at: instantSchema }).nullable() })),
});

/** A book is over when every notice in it is; an empty one never began. */
const bookClock = (notices: z.infer<typeof noticesRow>["notices"]): PlainDate | null => {
  const told = notices.map((notice) => notice.told?.at);
  if (told.length === 0 || told.some((at) => at === undefined)) return null;
  return told.flatMap((at) => (at === undefined ? [] : [dayAt(at)])).reduce((last, day) => (day > last ? day : last));
};

/** Rows of the table of 請求等, of 利用停止 and of notices. */
export const requestHoldings = byForm([
  {
    pk: /^REQUESTS$/,
    sk: any,
    holding: parsedAs(requestRow, ({ sk, personId, state, history }) => {
      const last = history.at(-1);
      return {
        kind: "record",
        owner: personId ?? "~",
        record: `request:${sk}`,
        class: "request-record",
        clockOn: isOver({ state }) && last ? dayAt(last.at) : null,
      };
    }),
  },
  {
    pk: /^SUSPENSION#[\w-]{27}$/,
    sk: any,
    holding: parsedAs(suspensionRow, ({ suspensionId, personId, ended }) => ({
      kind: "record",
      owner: personId,
      record: `suspension:${suspensionId}`,
      class: "request-record",
      clockOn: ended && dayAt(ended.at),
    })),
  },
  {
    pk: /^NOTICES#[\w-]{27}$/,
    sk: any,
    holding: parsedAs(noticesRow, ({ personId, list, notices }) => ({
      kind: "record",
      owner: personId,
      record: `notices:${list}`,
      class: "request-record",
      clockOn: bookClock(notices),
    })),
  },
  { pk: /^((OPEN|TOLD)-NOTICES|(ENDED-)?SUSPENSIONS|OPEN-REQUESTS)$/, sk: any, holding: () => part },
  // Goes with the 届出 that corrected.
  { pk: /^CORRECTION#/, sk: /^NOTICES$/, holding: () => part },
  { pk: /^SUSPENSION-CHANGES$/, sk: any, holding: () => none },
]);
