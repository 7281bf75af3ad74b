import * as z from "zod";
import { plainDateSchema } from "../domain/values.ts";
import { addDays } from "../law/calendar.ts";

/** 一覧表 that a section head expects. */
export const listTitles = {
  changes: "異動者一覧",
  corrections: "不備・補正待ち一覧",
  overdue: "期限超過一覧",
  register: "国民年金関係書類受付処理簿",
  "certificates-due": "診断書督促一覧",
  "suspension-turn": "10月の支給停止切替一覧",
} as const satisfies Record<string, string>;
export type ListName = keyof typeof listTitles;

export const isListName = (name: string | undefined): name is ListName =>
  name !== undefined && Object.hasOwn(listTitles, name);

/** A year and a day at a time, as in the register. */
const mostDays = 366;

/** `showList`: of which days, and in which form. */
export const listQuery = z
  .strictObject({
    from: plainDateSchema.optional(),
    to: plainDateSchema.optional(),
    format: z.enum(["json", "csv"], "jsonかcsvを選んでください").default("json"),
  })
  .refine(({ from, to }) => !from || !to || from <= to, { message: "始めの日が終わりの日より後です", path: ["from"] })
  .refine(({ from, to }) => !from || !to || addDays(from, mostDays) >= to, {
    message: "一度に見られるのは1年分までです",
    path: ["from"],
  });
