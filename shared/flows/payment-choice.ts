import { conclude, type Reason } from "../domain/decision.ts";
import { recordedMonths } from "../domain/months.ts";
import { item } from "../domain/record-items.ts";
import { plainMonthSchema } from "../domain/values.ts";
import { monthOf, type PlainMonth } from "../law/calendar.ts";
import { coveredThrough, earlier, overlap } from "../law/month-span.ts";
import { oldestPayableMonth } from "../law/payment-choice.ts";
import { type Case, defineFlow } from "./define.ts";
import { andTell, applicationInOrder, monthsInOrder, statutorySpans } from "./exemption-rules.ts";
import { insuredOnly } from "./filers.ts";

type Chosen = Case<{ from: PlainMonth; until?: PlainMonth | undefined }, unknown>;

const article = "国民年金法89条2項";

const notExempted: Reason = {
  weight: "refuse",
  code: "not-statutorily-exempted",
  message: "法定免除の記録がない月、または第1号被保険者でない月が含まれています",
  pointer: "/details/from",
  article,
};

/** Every month lies in 法定免除; that the person is 第1号 can be asked up to the month of the 申出 only. */
const inExemption = (
  { filing: { details, filedOn }, person }: Chosen,
  through: PlainMonth | null | undefined,
): readonly Reason[] => {
  const { from, until } = details;
  if (through === undefined || (through !== null && until !== undefined && until > through)) return [notExempted];
  const known = earlier(until ?? monthOf(filedOn), monthOf(filedOn));
  return recordedMonths(person, from, known).every(({ category }) => category === "1") ? [] : [notExempted];
};

const notPrescribed = ({ filing: { details, filedOn } }: Chosen): readonly Reason[] => {
  const oldest = oldestPayableMonth(filedOn);
  return details.from >= oldest
    ? []
    : [
        {
          weight: "refuse",
          code: "premium-prescribed",
          message: `${oldest}より前の月の保険料は、2年の時効により納付できません`,
          pointer: "/details/from",
          article: "国民年金法102条4項",
        },
      ];
};

const notChosenYet = ({ filing: { details }, person }: Chosen): readonly Reason[] =>
  person.reliefs.paymentChoices.some((span) => overlap(span, { from: details.from, until: details.until ?? null }))
    ? [
        {
          weight: "refuse",
          code: "payment-choice-already",
          message: "すでに納付申出をしている月が含まれています",
          pointer: "/details/from",
          article,
        },
      ]
    : [];

const consequences: readonly Reason[] = [
  {
    weight: "notice",
    code: "payment-choice-binds",
    message: "申し出た月は保険料の納付が必要になります。納期限の過ぎた月は、後から免除に戻せません",
    article,
  },
  {
    weight: "notice",
    code: "additional-premium-separate",
    message: "申し出た月は付加保険料の納付や国民年金基金への加入ができます。希望するときは別に申し出てください",
    article: "国民年金法87条の2第1項",
  },
];

/** B03. Months of 法定免除, past or to come, that the person pays all the same (法89条2項). Without `until`: 当分の間. */
export const paymentChoice = defineFlow({
  form: "B03",
  family: "exemption",
  title: "国民年金保険料免除期間納付申出書",
  basis: ["国民年金法89条2項"],
  filers: insuredOnly,
  deadlineDays: null,
  details: {
    from: item("insured.exemptionStartDate", plainMonthSchema),
    until: item("insured.exemptionEndDate", plainMonthSchema).optional(),
  },
  atCounter: {},
  documents: () => [],
  retention: "exemption-filing",
  report: "statutory-exemption",
  decide: (input) => {
    const { filing, person } = input;
    const { from, until } = filing.details;
    const through = coveredThrough(statutorySpans(person), from);
    const reasons = [
      ...applicationInOrder(input),
      ...monthsInOrder(filing.details),
      ...inExemption(input, through),
      ...notPrescribed(input),
      ...notChosenYet(input),
    ];
    return conclude(
      andTell(reasons, () => consequences),
      // 当分の間 lasts no longer than the exemption itself.
      () => [{ kind: "payment-chosen", on: filing.filedOn, from, until: until ?? through ?? null }],
    );
  },
});
