import * as z from "zod";
import { conclude } from "../domain/decision.ts";
import { mayEnrolSpecially, voluntaryAgeLimit } from "../law/voluntary-enrolment.ts";
import {
  alreadyEnrolled,
  check,
  daysInOrder,
  documentsAttached,
  filerAllowed,
  lawful,
  nothingRecordedLater,
  onTheDayOfApplication,
  periodAtEvent,
  sameAsOnFile,
} from "./checks.ts";
import { defineFlow } from "./define.ts";
import { insuredOnly } from "./filers.ts";
import { opening } from "./opening.ts";

/** A13. From 65 to 69, born early enough and short of the 受給資格期間; no 付加保険料. The limit of birth is confidence medium (docs/law.md). */
export const specialVoluntaryEnrolment = defineFlow({
  form: "A13",
  family: "voluntary-enrolment",
  title: "特例任意加入申出書",
  basis: ["平成6年改正法附則11条", "平成16年改正法附則23条", "令和7年法律74号"],
  filers: insuredOnly,
  deadlineDays: null,
  details: {},
  atCounter: {
    /** 受給資格期間の月数. */
    qualifyingMonths: z.int().min(0).max(600),
  },
  documents: () => [],
  retention: "qualification-filing",
  report: "voluntary-enrolment",
  decide: (input) => {
    const { filing } = input;
    const current = periodAtEvent(input);
    const { birthDate } = filing.person;
    return conclude(
      [
        ...check(input, daysInOrder, onTheDayOfApplication, filerAllowed, sameAsOnFile, documentsAttached),
        ...(current ? [alreadyEnrolled(current)] : check(input, nothingRecordedLater)),
        ...(filing.atCounter
          ? lawful(mayEnrolSpecially(birthDate, filing.atCounter.qualifyingMonths, filing.eventOn), "/person/birthDate")
          : [
              {
                weight: "incomplete",
                code: "payment-record-unknown",
                message: "受給資格期間の月数を確かめて入力してください",
                pointer: "/atCounter",
              } as const,
            ]),
      ],
      () => [
        ...opening(input),
        {
          kind: "acquired",
          on: filing.eventOn,
          category: "special-voluntary",
          cause: "applied-special",
          expiresOn: voluntaryAgeLimit(birthDate, 70),
        },
      ],
    );
  },
});
