import type { Reason } from "../../domain/decision.ts";
import { expectedSuspension } from "../../domain/expected-suspension.ts";
import type { IncomeRecord } from "../../domain/income-record.ts";
import type { PlainMonth } from "../../law/calendar.ts";
import { notice } from "./checks.ts";

/** What income leaves of a right in `month`, told at the counter (参考). */
export const suspensionTold = (month: PlainMonth, income: IncomeRecord | null): readonly Reason[] => {
  const expected = expectedSuspension(month, income);
  if (!expected.known) return [notice("suspension-unsure", expected.why, "国民年金法36条の3・施行令5条の4")];
  const { code, message, article } = expected.decision.reason;
  return [notice(code, `参考: ${message}`, article)];
};
