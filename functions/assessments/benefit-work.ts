import type * as z from "zod";
import type { Fault } from "../../shared/contracts/problems.ts";
import { faultsOf } from "../../shared/http/faults.ts";
import type { Estimate } from "../../shared/law/benefit-estimates/estimate.ts";
import type { PlainDate } from "../../shared/law/calendar.ts";
import type { BenefitSubject, Whom } from "./benefit-subject.ts";

/** How one kind of 給付 is estimated from its request. */
export interface BenefitWork<Request> {
  /** The 年 of income that decide; none where income does not matter or was told. */
  readonly years: (request: Request, today: PlainDate) => readonly number[];
  readonly estimate: (request: Request, subject: BenefitSubject, today: PlainDate) => Estimate;
}

/** A request that was read: whom it is about, and the estimate once they are known. */
export interface AskedBenefit {
  readonly whom: Whom;
  readonly years: readonly number[];
  readonly estimate: (subject: BenefitSubject) => Estimate;
}

export type ReadBenefit = (body: unknown, today: PlainDate) => AskedBenefit | { readonly faults: readonly Fault[] };

/** Events that the request tells of as having happened. */
interface Past {
  readonly diedOn?: PlainDate;
  readonly firstVisitOn?: PlainDate;
}

const inFuture = (past: Past, today: PlainDate): Fault[] =>
  (["diedOn", "firstVisitOn"] as const).flatMap((name) =>
    (past[name] ?? today) > today ? [{ code: "not-yet", detail: "今日より後の日です", pointer: `/${name}` }] : [],
  );

/** What reads the body of one kind and estimates it. */
export const benefit =
  <Request extends Whom & Past>(schema: z.ZodType<Request>, work: BenefitWork<Request>): ReadBenefit =>
  (body, today) => {
    const asked = schema.safeParse(body);
    if (!asked.success) return { faults: faultsOf(asked.error) };
    const request = asked.data;
    const faults = inFuture(request, today);
    if (faults.length > 0) return { faults };
    return {
      whom: request,
      years: work.years(request, today),
      estimate: (subject) => work.estimate(request, subject, today),
    };
  };
