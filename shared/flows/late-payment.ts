import * as z from "zod";
import { conclude, type Reason } from "../domain/decision.ts";
import { recordedMonths } from "../domain/months.ts";
import { item } from "../domain/record-items.ts";
import { plainMonthSchema } from "../domain/values.ts";
import { monthOf } from "../law/calendar.ts";
import { carriesSurcharge, oldestLateMonth } from "../law/late-payment.ts";
import type { ClosedSpan } from "../law/month-span.ts";
import { countsAsPaid, type Relief } from "../law/relief-priority.ts";
import { type Case, defineFlow } from "./define.ts";
import { andTell, applicationInOrder, monthsInOrder } from "./exemption-rules.ts";
import { insuredOnly } from "./filers.ts";

type Late = Case<ClosedSpan, unknown>;

const article = "国民年金法94条1項";

const partial: readonly (Relief | undefined)[] = ["three-quarters", "half", "quarter"];

const withinTenYears = ({ filing: { details, filedOn } }: Late): readonly Reason[] => {
  const oldest = oldestLateMonth(filedOn);
  if (details.from < oldest)
    return [
      {
        weight: "refuse",
        code: "late-payment-too-old",
        message: `追納できるのは10年以内の月です。${oldest}より前の月は追納できません`,
        pointer: "/details/from",
        article,
      },
    ];
  return details.until > monthOf(filedOn)
    ? [
        {
          weight: "refuse",
          code: "late-payment-too-soon",
          message: "申込みの月より後の月は、まだ追納できません。納付するときは免除の取消しを申請してください",
          pointer: "/details/until",
          article,
        },
      ]
    : [];
};

const reliefsIn = ({ filing: { details }, person }: Late) =>
  recordedMonths(person, details.from, details.until).map(({ month, relief }) => ({ month, relief: relief?.relief }));

const onlyExempted = (input: Late): readonly Reason[] => {
  const missing = reliefsIn(input).find(({ relief }) => relief === undefined || countsAsPaid(relief));
  return missing === undefined
    ? []
    : [
        {
          weight: "refuse",
          code: "no-exemption-in-month",
          message: `${missing.month}分は、免除・納付猶予・学生納付特例の記録がないため追納できません`,
          pointer: "/details/from",
          article,
        },
      ];
};

const receivesOldAge: Reason = {
  weight: "refuse",
  code: "old-age-received",
  message: "老齢基礎年金の受給権者は追納できません",
  pointer: "/atCounter/receivesOldAgeBasic",
  article,
};

const guidance = (input: Late): readonly Reason[] => {
  const { details, filedOn } = input.filing;
  return [
    {
      weight: "notice",
      code: "apply-at-pension-office",
      message: "追納の申込みと承認は年金事務所の手続です。区では記録だけをします。年金事務所を案内してください",
      article,
    },
    ...(carriesSurcharge(details.from, filedOn)
      ? [
          {
            weight: "notice",
            code: "surcharge-applies",
            message: "免除などを受けた年度の翌年度から数えて3年度目以降に追納する月には、加算額が付きます",
            article: "国民年金法94条3項・施行令10条",
          } as const,
        ]
      : []),
    ...(reliefsIn(input).some(({ relief }) => partial.includes(relief))
      ? [
          {
            weight: "notice",
            code: "remainder-first",
            message: "一部免除の月は、減額された保険料を納付していなければ追納できません",
            article,
          } as const,
        ]
      : []),
  ];
};

/** B19. 追納 is a matter of 年金事務所: the ward records that it was asked for, and says what to expect. */
export const latePayment = defineFlow({
  form: "B19",
  family: "exemption",
  title: "追納申込の記録(年金事務所の手続)",
  basis: ["国民年金法94条"],
  filers: insuredOnly,
  deadlineDays: null,
  details: {
    from: item("insured.exemptionStartDate", plainMonthSchema),
    until: item("insured.exemptionEndDate", plainMonthSchema),
  },
  atCounter: { receivesOldAgeBasic: z.boolean().optional() },
  documents: () => [],
  retention: "exemption-filing",
  report: null,
  decide: (input) => {
    const { details, filedOn, atCounter } = input.filing;
    const span = [...monthsInOrder(details), ...withinTenYears(input)];
    const reasons = [
      ...applicationInOrder(input),
      ...(atCounter?.receivesOldAgeBasic === true ? [receivesOldAge] : []),
      ...(span.length > 0 ? span : onlyExempted(input)),
    ];
    return conclude(
      andTell(reasons, () => guidance(input)),
      () => [{ kind: "late-payment-applied", on: filedOn, from: details.from, until: details.until }],
    );
  },
});
