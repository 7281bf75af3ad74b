import { conclude, type Reason } from "../domain/decision.ts";
import type { LedgerEvent } from "../domain/ledger-events.ts";
import { item } from "../domain/record-items.ts";
import { endedReasons, exemptionEndSchema, exemptionReasons } from "../domain/reliefs.ts";
import { addMonths, monthOf } from "../law/calendar.ts";
import { statutoryPeriod } from "../law/statutory-exemption.ts";
import { defineFlow } from "./define.ts";
import { andTell, noticeInOrder, openStatutory, premiumsDueFrom } from "./exemption-rules.ts";
import { anyone } from "./filers.ts";

const none: Reason = {
  weight: "refuse",
  code: "no-statutory-exemption",
  message: "消滅日に続いている法定免除の記録がありません",
  pointer: "/eventOn",
  article: "国民年金法89条1項",
};

/** B02. Exempted to the month in which the ground ceased, inclusive (法89条1項). A 納付申出 has nothing left to stand on and ends too. */
export const statutoryExemptionEnd = defineFlow({
  form: "B02",
  family: "exemption",
  title: "国民年金保険料免除理由消滅届",
  basis: ["国民年金法89条1項", "国民年金法施行規則76条"],
  filers: anyone,
  deadlineDays: 14,
  details: {
    /** 3級以下で3年を過ぎたことは、支給停止の通知などを窓口で見て確かめる. */
    reason: item(
      "insured.exemptionReason",
      exemptionEndSchema.extract(["disability-pension-ended", "livelihood-aid-ended", "left-facility"]),
    ),
  },
  atCounter: {},
  documents: () => [],
  retention: "exemption-filing",
  report: "statutory-exemption",
  decide: (input) => {
    const { filing, person } = input;
    const { reason } = filing.details;
    const open = openStatutory(person);
    const lastMonth = monthOf(filing.eventOn);
    // The fact lies in the month after the first exempted one: nothing ceases before it began.
    const ongoing = open !== undefined && statutoryPeriod(filing.eventOn, null).from >= open.from;
    const differs: Reason[] =
      open === undefined || open.reason === endedReasons[reason]
        ? []
        : [
            {
              weight: "incomplete",
              code: "end-reason-differs",
              message: `記録の免除理由は「${exemptionReasons[open.reason]}」です。消滅の理由を確かめてください`,
              pointer: "/details/reason",
              article: "国民年金法89条1項",
            },
          ];
    return conclude(
      andTell([...noticeInOrder(input), ...(ongoing ? differs : [none])], () => [
        premiumsDueFrom(addMonths(lastMonth, 1)),
      ]),
      (): LedgerEvent[] => [
        { kind: "exemption-ended", type: "statutory", lastMonth, cause: reason, noticedOn: filing.filedOn },
        ...(person.reliefs.paymentChoices.some(({ until }) => until === null || until > lastMonth)
          ? [{ kind: "payment-choice-ended", lastMonth } as const]
          : []),
      ],
    );
  },
});
