import { acquisitionCauseSchema } from "../domain/causes.ts";
import { conclude } from "../domain/decision.ts";
import { item } from "../domain/record-items.ts";
import {
  alreadyEnrolled,
  check,
  daysInOrder,
  documentsAttached,
  filerAllowed,
  lateness,
  nothingRecordedLater,
  periodAtEvent,
  sameAsOnFile,
  withinCompulsoryAge,
} from "./checks.ts";
import { defineFlow } from "./define.ts";
import { anyone } from "./filers.ts";
import { opening } from "./opening.ts";

/** A01. Gained on the day of the fact: the day one came to live in Japan, or stopped being excluded (法8条). */
export const acquisition = defineFlow({
  form: "A01",
  family: "qualification",
  title: "資格取得届",
  basis: ["国民年金法12条1項", "国民年金法8条", "国民年金法施行規則1条の4"],
  filers: anyone,
  deadlineDays: 14,
  details: {
    cause: item("insured.acquisitionReason", acquisitionCauseSchema.extract(["moved-into-japan", "exclusion-ended"])),
  },
  atCounter: {},
  documents: ({ cause }) => (cause === "moved-into-japan" ? ["passport"] : []),
  retention: "qualification-filing",
  report: "acquisition",
  decide: (input) => {
    const current = periodAtEvent(input);
    return conclude(
      [
        ...check(input, daysInOrder, filerAllowed, withinCompulsoryAge, sameAsOnFile, documentsAttached, lateness),
        ...(current ? [alreadyEnrolled(current)] : check(input, nothingRecordedLater)),
      ],
      () => [
        ...opening(input),
        { kind: "acquired", on: input.filing.eventOn, category: "1", cause: input.filing.details.cause },
      ],
    );
  },
});
