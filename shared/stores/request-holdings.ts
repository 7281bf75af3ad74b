import * as z from "zod";
import { instantSchema } from "../domain/values.ts";
import { dayAt, type PlainDate } from "../law/calendar.ts";
import { none, parsedAs, part, personIdSchema, type RowForm } from "./holding.ts";

const any = /^/;

const latestDay = (days: readonly PlainDate[]): PlainDate | null =>
  days.reduce<PlainDate | null>((last, day) => (last === null || day > last ? day : last), null);

const suspensionRow = z.object({
  suspensionId: z.string(),
  personId: personIdSchema,
  ended: z.object({ at: instantSchema }).nullable(),
});
const noticeBook = z.object({
  sk: z.string(),
  personId: personIdSchema,
  notices: z.array(z.object({ told: z.object({ at: instantSchema }).nullable() })),
});

const caseRow = z.object({
  requestId: z.string(),
  personId: personIdSchema.nullable(),
  endedAt: instantSchema.nullable(),
});

/** Rows of the table `requests`: 請求 and what came of them. */
export const requestForms: readonly RowForm[] = [
  {
    pk: /^SUSPENSION#[\w-]{27}$/,
    sk: /^(NOW|ENDED#)/,
    // One that stands has no clock, even where its last day is over: it goes on to be shown until somebody lifts it.
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
    // All notices of a person to a receiver are one row, so they go together: when the last that was told may go.
    holding: parsedAs(noticeBook, ({ sk, personId, notices }) => ({
      kind: "record",
      owner: personId,
      record: `notices:${sk}`,
      class: "request-record",
      clockOn: notices.some(({ told }) => told === null)
        ? null
        : latestDay(notices.flatMap(({ told }) => (told ? [dayAt(told.at)] : []))),
    })),
  },
  {
    pk: /^CORRECTION#/,
    sk: /^NOTICES$/,
    // It may have led to no notice at all, so no record of one can stand for it.
    holding: parsedAs(z.object({ personId: personIdSchema }), ({ personId }) => ({ kind: "whole", owner: personId })),
  },
  {
    pk: /^REQUEST#/,
    sk: /^NOW$/,
    holding: parsedAs(caseRow, ({ requestId, personId, endedAt }) => ({
      kind: "record",
      owner: personId ?? "~",
      record: `request:${requestId}`,
      class: "request-record",
      clockOn: endedAt && dayAt(endedAt),
    })),
  },
  { pk: /^REQUEST#/, sk: /^STEP#\d{6}$/, holding: () => part },
  { pk: /^(OPEN-)?REQUESTS$/, sk: any, holding: () => part },
  { pk: /^((ENDED-)?SUSPENSIONS|(OPEN|TOLD)-NOTICES)$/, sk: any, holding: () => part },
  // How often any was placed or lifted, of the whole ward.
  { pk: /^SUSPENSION-CHANGES$/, sk: any, holding: () => none },
];
