import { conclude, type Reason } from "../domain/decision.ts";
import { addMonths } from "../law/calendar.ts";
import { lastStudentMonth } from "../law/deferment-period.ts";
import { defineFlow } from "./define.ts";
import { andTell, noticeInOrder, premiumsDueFrom } from "./exemption-rules.ts";
import { anyone } from "./filers.ts";

const none: Reason = {
  weight: "refuse",
  code: "no-student-deferment",
  message: "学生でなくなった月以後に、学生納付特例の記録がありません",
  pointer: "/eventOn",
  article: "国民年金法90条の3",
};

/** B13. Deferred up to the month before the one in which the person ceased to be a student (confidence medium, as are the 14 days). */
export const studentDefermentEnd = defineFlow({
  form: "B13",
  family: "deferment",
  title: "国民年金保険料学生納付特例不該当届",
  basis: ["国民年金法90条の3第1項", "国民年金法施行規則(学生納付特例の不該当の届出。条番号要確認)"],
  filers: anyone,
  deadlineDays: 14,
  details: {},
  atCounter: {},
  documents: () => [],
  retention: "exemption-filing",
  report: "student-deferment",
  decide: (input) => {
    const { filing, person } = input;
    const lastMonth = lastStudentMonth(filing.eventOn);
    const reached = person.reliefs.exemptions.some(
      ({ type, until }) => type === "student-deferment" && (until === null || until > lastMonth),
    );
    return conclude(
      andTell([...noticeInOrder(input), ...(reached ? [] : [none])], () => [premiumsDueFrom(addMonths(lastMonth, 1))]),
      () => [
        {
          kind: "exemption-ended",
          type: "student-deferment",
          lastMonth,
          cause: "no-longer-student",
          noticedOn: filing.filedOn,
        },
      ],
    );
  },
});
