import { conclude, type Reason } from "../domain/decision.ts";
import { voluntaryLossDay } from "../law/voluntary-enrolment.ts";
import {
  check,
  daysInOrder,
  documentsAttached,
  filerAllowed,
  nothingRecordedLater,
  onTheDayOfApplication,
  periodAtEvent,
  sameAsOnFile,
} from "./checks.ts";
import { defineFlow } from "./define.ts";
import { insuredOnly } from "./filers.ts";

const notVoluntary: Reason = {
  weight: "refuse",
  code: "not-voluntary",
  message: "任意加入の資格の記録がありません",
  pointer: "/eventOn",
  article: "国民年金法附則5条5項",
};

/** A14 (評価書の「任意脱退」). Lost on the day the 申出 is accepted; that day is own knowledge, confidence medium. */
export const voluntaryWithdrawal = defineFlow({
  form: "A14",
  family: "voluntary-enrolment",
  title: "任意加入被保険者資格喪失申出書",
  basis: ["国民年金法附則5条5項"],
  filers: insuredOnly,
  deadlineDays: null,
  details: {},
  atCounter: {},
  documents: () => [],
  retention: "qualification-filing",
  report: "voluntary-enrolment",
  decide: (input) => {
    const current = periodAtEvent(input);
    const voluntary = current?.category === "voluntary" || current?.category === "special-voluntary";
    return conclude(
      [
        ...check(input, daysInOrder, onTheDayOfApplication, filerAllowed, sameAsOnFile, documentsAttached),
        ...(voluntary ? check(input, nothingRecordedLater) : [notVoluntary]),
      ],
      () => [{ kind: "lost", on: voluntaryLossDay("withdrawal", input.filing.eventOn), cause: "withdrew" }],
    );
  },
});
