import { conclude } from "../../domain/decision.ts";
import { addMonths, monthOf, type PlainDate } from "../../law/calendar.ts";
import { suspensionIncomeYear } from "../../law/disability-income-limit.ts";
import { defineFlow } from "../define.ts";
import { andTell } from "../exemption-rules.ts";
import { insuredOnly } from "../filers.ts";
import { opening } from "../opening.ts";
import { claimInOrder, notice, ofWard, otherSchemeSeen } from "./checks.ts";
import { suspensionTold } from "./income-suspension.ts";
import { pensionRecorded, rightOf, seqDetail, seqOf } from "./rights.ts";

/** The month whose suspension a report of `filedOn` decides: until September the October to come, from October the month itself. */
export const suspensionMonthOf = (filedOn: PlainDate) => {
  const month = monthOf(filedOn);
  const inSummer = month.slice(5) >= "07" && month.slice(5) <= "09";
  return inSummer ? addMonths(month, 10 - Number(month.slice(5))) : month;
};

/** C06. Left out as a rule since 令和元年 (番号照会); taken where 日本年金機構 asks for it (confidence medium). */
export const recipientIncomeReport = defineFlow({
  form: "C06",
  family: "disability-revision",
  title: "所得状況届(20歳前傷病の障害基礎年金)",
  basis: ["国民年金法36条の3", "国民年金法施行規則36条の5(要確認)"],
  filers: insuredOnly,
  deadlineDays: null,
  details: seqDetail,
  atCounter: otherSchemeSeen,
  documents: () => [],
  incomeYear: (_, { filedOn }) => suspensionIncomeYear(suspensionMonthOf(filedOn)),
  retention: "benefit-filing",
  report: "recipient-notice",
  decide: (input) => {
    const { filedOn, details, atCounter } = input.filing;
    const kind = "disability-before-20";
    const found = rightOf(input, [kind], details.seq);
    const reasons = [...claimInOrder(input), ...ofWard(atCounter), ...found.reasons];
    return conclude(
      andTell(reasons, () => [
        notice(
          "income-known-by-number",
          "所得は番号照会で確かめられるため、届出は原則として省略できます",
          "国民年金法施行規則36条の5(要確認)",
        ),
        ...suspensionTold(suspensionMonthOf(filedOn), input.income),
      ]),
      () => [
        ...opening(input),
        pensionRecorded("income-reported", filedOn, { seq: seqOf(input, found, "pension"), kind }),
      ],
    );
  },
});
