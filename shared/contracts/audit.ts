import * as z from "zod";
import { entryKinds } from "../audit/entry-kinds.ts";
import { keysOf } from "../domain/keys-of.ts";
import { atenaNumberSchema, plainDateSchema } from "../domain/values.ts";
import { addDays, type PlainDate } from "../law/calendar.ts";

/** Days in Japan, both inclusive. */
export interface Days {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/** What an auditor looks at when no period is said: the last seven days. */
export const usualDays = 7;
/** Days of the whole trail that can be looked through at once. */
export const mostDays = 31;
/** Days that can be drawn at once. */
export const mostDaysDrawn = 92;

const period = { from: plainDateSchema.optional(), to: plainDateSchema.optional() };
type Asked = { readonly from?: PlainDate | undefined; readonly to?: PlainDate | undefined };

/** The days asked for: up to today and a week back from there unless said otherwise. */
export const daysOf = ({ from, to }: Asked, today: PlainDate): Days => {
  const until = to ?? today;
  return { from: from ?? addDays(until, 1 - usualDays), to: until };
};

const inOrder = ({ from, to }: Asked) => !from || !to || from <= to;
const orderFault = { message: "始めの日が終わりの日より後です", path: ["from"] };
const within =
  (days: number) =>
  ({ from, to }: Asked) =>
    !from || !to || addDays(from, days) > to;
const lengthFault = (days: number) => ({ message: `一度に見られるのは${days}日分までです`, path: ["from"] });

const pseudonym = z.string().regex(/^[\w-]{27}$/, "仮名の形が違います(英数字と - _ の27文字)");

/** The place of an entry in the trail, `<at>_<id>`; sorts by time. */
export const entryIdPattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z_[0-9A-HJKMNP-TV-Z]{16}$/;
/** Where a page of the trail goes on: before an entry, or before all of an hour. */
const cursor = z
  .string()
  .regex(new RegExp(`${entryIdPattern.source}|^\\d{4}-\\d\\d-\\d\\dT\\d\\d$`), "続きの位置の形が違います");

/** `listEntries`. */
export const entriesQuery = z
  .strictObject({
    officer: z
      .string()
      .regex(/^[\w.@:-]{1,64}$/, "職員IDの形が違います")
      .optional(),
    subject: pseudonym.optional(),
    term: pseudonym.optional(),
    action: z
      .string()
      .regex(/^[\w:-]{1,60}$/, "操作の名前の形が違います")
      .optional(),
    kind: z.enum(keysOf(entryKinds)).optional(),
    result: z.enum(["done", "refused"]).optional(),
    ...period,
    limit: z
      .string()
      .regex(/^\d{1,3}$/, "1から100の数で指定してください")
      .transform(Number)
      .pipe(z.int().min(1).max(100))
      .default(50),
    after: cursor.optional(),
  })
  .refine(inOrder, orderFault)
  .refine((asked) => asked.officer !== undefined || asked.subject !== undefined || within(mostDays)(asked), {
    message: `職員か対象者を決めないときは、一度に見られるのは${mostDays}日分までです`,
    path: ["from"],
  });
export type EntriesQuery = z.infer<typeof entriesQuery>;

/** `listDigests`. */
export const digestsQuery = z
  .strictObject(period)
  .refine(inOrder, orderFault)
  .refine(within(mostDays), lengthFault(mostDays));

/** `showActivity`. */
export const activityQuery = z
  .strictObject(period)
  .refine(inOrder, orderFault)
  .refine(within(mostDaysDrawn), lengthFault(mostDaysDrawn));

/** `verifyDigests`. */
export const verificationRequest = z
  .strictObject({ from: plainDateSchema, to: plainDateSchema })
  .refine(inOrder, orderFault)
  .refine(within(mostDays), lengthFault(mostDays));

/** `findSubject`. */
export const subjectRequest = z.strictObject({ atenaNumber: atenaNumberSchema });

/** `resolveSubjects`: at most a page of the trail. */
export const resolutionRequest = z.strictObject({
  subjects: z.array(pseudonym).min(1, "仮名を入力してください").max(50, "一度に調べられるのは50人までです"),
});
