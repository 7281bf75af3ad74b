import type { ExemptionKind } from "./exemption-decision.ts";
import { type Reason, type Verdict, verdictOf } from "./reason.ts";

/** What was approved last year, and on which ground: hardship is never reviewed again without an application. */
export interface Approved {
  readonly kind: ExemptionKind | "student-deferment";
  readonly by: "income" | "hardship";
}

const article = "国民年金法施行規則77条の2(継続審査)";

const obstacles = {
  hardship: { code: "hardship-not-continued", message: "失業・災害等の特例は年度ごとに申請が必要です。", article },
  partial: { code: "partial-not-continued", message: "一部免除は年度ごとに申請が必要です。", article },
  student: { code: "student-not-continued", message: "学生納付特例は年度ごとに申請が必要です。", article },
} as const satisfies Record<string, Reason>;

/** Whether JPS reviews the next 免除年度 by itself in July: only 全額免除・納付猶予 approved on income, when so wished (B10). */
export const mayContinue = ({ kind, by }: Approved): Verdict =>
  verdictOf(
    [
      by === "hardship" && obstacles.hardship,
      kind === "student-deferment" && obstacles.student,
      (["three-quarters", "half", "quarter"] as const).some((each) => each === kind) && obstacles.partial,
    ],
    { code: "continued", message: "翌年度は申請がなくても継続して審査されます。", article },
  );

/**
 * The kind that the review of the next year examines, null where a new application is needed. 納付猶予 stays 納付猶予 even when
 * 全額免除 would be met: to change it takes an application.
 */
export const continuedKind = (approved: Approved): ExemptionKind | null =>
  mayContinue(approved).ok && (approved.kind === "full" || approved.kind === "deferment") ? approved.kind : null;
