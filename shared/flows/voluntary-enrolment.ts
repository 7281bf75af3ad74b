import * as z from "zod";
import { acquisitionCauseSchema } from "../domain/causes.ts";
import { conclude } from "../domain/decision.ts";
import { item } from "../domain/record-items.ts";
import { hasAttained } from "../law/age.ts";
import { monthOf } from "../law/calendar.ts";
import { fullMonthsLossDay, mayEnrolVoluntarily, voluntaryAgeLimit } from "../law/voluntary-enrolment.ts";
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

/** A12. Gained on the day of the 申出, never earlier; ends at 65 or when 480 months are reached, whichever comes first (法附則5条). */
export const voluntaryEnrolment = defineFlow({
  form: "A12",
  family: "voluntary-enrolment",
  title: "任意加入申出書",
  basis: ["国民年金法附則5条1項・3項・5項"],
  filers: insuredOnly,
  deadlineDays: null,
  details: {
    cause: item(
      "insured.acquisitionReason",
      acquisitionCauseSchema.extract(["applied-domestic-60", "applied-domestic-20", "applied-abroad"]),
    ),
  },
  atCounter: {
    /** 納付した月数 (年金事務所への照会または可搬型窓口装置で確かめる). */
    creditedMonths: z.int().min(0).max(600),
    isJapanese: z.boolean(),
    receivesOldAgeBasic: z.boolean(),
  },
  documents: ({ cause }) => (cause === "applied-domestic-20" ? ["old-age-benefit-certificate"] : []),
  retention: "qualification-filing",
  report: "voluntary-enrolment",
  decide: (input) => {
    const { filing } = input;
    const { cause } = filing.details;
    const known = filing.atCounter;
    const current = periodAtEvent(input);
    const birthDate = filing.person.birthDate;
    const verdict =
      known &&
      mayEnrolVoluntarily(
        {
          birthDate,
          residence: cause === "applied-abroad" ? "abroad" : "domestic",
          hasOldAgeBenefit: cause === "applied-domestic-20",
          ...known,
        },
        filing.eventOn,
      );
    return conclude(
      [
        ...check(input, daysInOrder, onTheDayOfApplication, filerAllowed, sameAsOnFile, documentsAttached),
        ...(current ? [alreadyEnrolled(current)] : check(input, nothingRecordedLater)),
        ...(cause === "applied-domestic-20" && hasAttained(birthDate, 60, filing.eventOn)
          ? [
              {
                weight: "incomplete",
                code: "other-voluntary-cause",
                message: "60歳以上です。申出の区分(国内・60歳以上65歳未満)を確かめてください",
                pointer: "/details/cause",
                article: "国民年金法附則5条1項",
              } as const,
            ]
          : []),
        ...(verdict
          ? lawful(verdict, "/details/cause")
          : [
              {
                weight: "incomplete",
                code: "payment-record-unknown",
                message: "納付した月数・国籍・受給の有無を確かめて入力してください",
                pointer: "/atCounter",
              } as const,
            ]),
      ],
      () => {
        const ageLimit = voluntaryAgeLimit(birthDate);
        const full = fullMonthsLossDay(known?.creditedMonths ?? 0, monthOf(filing.eventOn));
        return [
          ...opening(input),
          {
            kind: "acquired",
            on: filing.eventOn,
            category: "voluntary",
            cause,
            expiresOn: full < ageLimit ? full : ageLimit,
          },
        ];
      },
    );
  },
});
