import { conclude, type Reason } from "../domain/decision.ts";
import { item } from "../domain/record-items.ts";
import { plainMonthSchema } from "../domain/values.ts";
import { addMonths, type PlainMonth } from "../law/calendar.ts";
import { later, type MonthSpan } from "../law/month-span.ts";
import { firstMonthNotDue } from "../law/payment-choice.ts";
import { defineFlow } from "./define.ts";
import { applicationInOrder } from "./exemption-rules.ts";
import { insuredOnly } from "./filers.ts";

const article = "国民年金法89条2項";

const none: Reason = {
  weight: "refuse",
  code: "no-payment-choice",
  message: "新しい終わりの月より後に、納付申出の記録がありません。終わりを延ばすときは、納付申出書を出してください",
  pointer: "/details/until",
  article,
};

/** The first month of `choices` that would be exempted again. */
const firstReleased = (choices: readonly MonthSpan[], until: PlainMonth): PlainMonth | undefined =>
  choices
    .filter((choice) => choice.until === null || choice.until > until)
    .map(({ from }) => later(from, addMonths(until, 1)))
    .toSorted()[0];

/** B04. A 納付申出 ends sooner: only for months whose 納期限 has not come (法89条2項). To make it longer is a 納付申出 of its own. */
export const paymentChoiceCorrection = defineFlow({
  form: "B04",
  family: "exemption",
  title: "国民年金保険料免除期間納付申出期間訂正申出書",
  basis: ["国民年金法89条2項"],
  filers: insuredOnly,
  deadlineDays: null,
  details: { until: item("insured.exemptionEndDate", plainMonthSchema) },
  atCounter: {},
  documents: () => [],
  retention: "exemption-filing",
  report: "statutory-exemption",
  decide: (input) => {
    const { filing, person } = input;
    const { until } = filing.details;
    const released = firstReleased(person.reliefs.paymentChoices, until);
    const open = firstMonthNotDue(filing.filedOn);
    const due: Reason = {
      weight: "refuse",
      code: "premium-already-due",
      message: `${open}より前の月は納期限を過ぎています。終わりの月は${addMonths(open, -1)}以後にしてください`,
      pointer: "/details/until",
      article,
    };
    return conclude(
      [
        ...applicationInOrder(input),
        ...(released === undefined ? [none] : []),
        ...(released !== undefined && released < open ? [due] : []),
      ],
      () => [{ kind: "payment-choice-ended", lastMonth: until }],
    );
  },
});
