import { conclude, type Reason } from "../domain/decision.ts";
import { item } from "../domain/record-items.ts";
import { exemptionTypeSchema, reliefLabels } from "../domain/reliefs.ts";
import { plainMonthSchema } from "../domain/values.ts";
import { monthOf, type PlainMonth } from "../law/calendar.ts";
import { continuedKind } from "../law/continuation.ts";
import { type ClosedSpan, overlap } from "../law/month-span.ts";
import { cycleYear } from "../law/year-cycle.ts";
import { approvedIn, article } from "./continuation-rules.ts";
import { type Case, defineFlow } from "./define.ts";
import { andTell, isApplied, monthsInOrder, noticeInOrder } from "./exemption-rules.ts";
import { wardOnly } from "./filers.ts";

type Reviewed = Case<ClosedSpan & { readonly type: "full" | "deferment" | null }, unknown>;

const yearOf = (month: PlainMonth) => cycleYear("exemption", month);

/** A review is of one 免除年度, and done from its July on. */
const oneYear = ({ filing: { details, eventOn } }: Reviewed): readonly Reason[] =>
  yearOf(details.from) === yearOf(details.until) && yearOf(details.from) <= yearOf(monthOf(eventOn))
    ? []
    : [
        {
          weight: "refuse",
          code: "not-one-exemption-year",
          message: "期間は、結果の日までに始まった一つの免除年度(7月から翌年6月)の中の月にしてください",
          pointer: "/details/from",
          article,
        },
      ];

const notExemptedYet = ({ filing: { details }, person }: Reviewed): readonly Reason[] => {
  const already = person.reliefs.exemptions.find((span) => isApplied(span) && overlap(span, details));
  return already === undefined
    ? []
    : [
        {
          weight: "refuse",
          code: "exempted-already",
          message: `すでに${reliefLabels[already.type]}の記録がある月が含まれています`,
          pointer: "/details/from",
          article: "国民年金法90条1項",
        },
      ];
};

/** 猶予 stays 猶予: what is continued is of the kind granted the year before. */
const sameKind = ({ filing: { details }, person }: Reviewed): readonly Reason[] => {
  const before = approvedIn(person, yearOf(details.from) - 1);
  if (details.type === null || before.length === 0) return [];
  return before.some((approved) => continuedKind(approved) === details.type)
    ? []
    : [
        {
          weight: "incomplete",
          code: "continued-kind-differs",
          message: `前年度の記録からは、継続して${reliefLabels[details.type]}になりません。結果の通知と記録を確かめてください`,
          pointer: "/details/type",
          article,
        },
      ];
};

/** 日本年金機構 has decided: what the ward's record lacks keeps nothing from being recorded, and is told. */
const lacking = ({ filing: { details }, person }: Reviewed): readonly Reason[] => [
  ...(person.reliefs.continuation === true
    ? []
    : [
        {
          weight: "notice",
          code: "continuation-not-on-file",
          message: "継続審査の申出の記録がありません。結果の通知を確かめてください",
          article,
        } as const,
      ]),
  ...(details.type === null || approvedIn(person, yearOf(details.from) - 1).length > 0
    ? []
    : [
        {
          weight: "notice",
          code: "earlier-year-not-on-file",
          message: "前年度の免除・納付猶予の記録がありません",
          article,
        } as const,
      ]),
];

/**
 * B10. The result of 継続審査 as the ward hears of it: what was granted for the year, or (`type` null) that nothing was, which
 * spends the wish: from then on it takes an application again.
 */
export const continuedExemption = defineFlow({
  form: "B10-3",
  family: "exemption",
  title: "継続審査の結果の記録(届出不要)",
  basis: ["国民年金法90条1項", "国民年金法施行規則77条の2(要確認)"],
  filers: wardOnly,
  deadlineDays: null,
  details: {
    type: item("insured.exemptionType", exemptionTypeSchema.extract(["full", "deferment"])).nullable(),
    from: item("insured.exemptionStartDate", plainMonthSchema),
    until: item("insured.exemptionEndDate", plainMonthSchema),
  },
  atCounter: {},
  documents: () => [],
  retention: "exemption-filing",
  report: null,
  decide: (input) => {
    const { details, eventOn } = input.filing;
    const { type, from, until } = details;
    const reasons = [
      ...noticeInOrder(input),
      ...monthsInOrder(details),
      ...oneYear(input),
      ...notExemptedYet(input),
      ...sameKind(input),
    ];
    return conclude(
      andTell(reasons, () => lacking(input)),
      () => [
        type === null
          ? { kind: "continuation-wished", on: eventOn, wished: false }
          : { kind: "exempted", type, from, until, reason: "income" },
      ],
    );
  },
});
