import { acquisitionCauseSchema } from "../domain/causes.ts";
import { conclude } from "../domain/decision.ts";
import { item } from "../domain/record-items.ts";
import {
  alreadyEnrolled,
  check,
  daysInOrder,
  documentsAttached,
  filerAllowed,
  nothingRecordedLater,
  periodAtEvent,
  sameAsOnFile,
  withinCompulsoryAge,
} from "./checks.ts";
import { defineFlow } from "./define.ts";
import { wardOnly } from "./filers.ts";
import { opening } from "./opening.ts";

/** A19 職権適用: someone who should be 第1号 and never filed, on the papers the ward has. */
export const exOfficioAcquisition = defineFlow({
  form: "A19-1",
  family: "qualification",
  title: "職権適用",
  basis: ["国民年金法12条", "国民年金法105条"],
  filers: wardOnly,
  deadlineDays: null,
  details: {
    cause: item(
      "insured.acquisitionReason",
      acquisitionCauseSchema.extract([
        "turned-20",
        "moved-into-japan",
        "exclusion-ended",
        "left-employees-pension",
        "spouse-left-employment",
        "spouse-turned-65",
        "divorced",
        "income-increased",
        "spouse-died",
      ]),
    ),
  },
  atCounter: {},
  documents: () => ["basis-of-ex-officio"],
  retention: "qualification-filing",
  report: "acquisition",
  decide: (input) => {
    const current = periodAtEvent(input);
    const changes = current !== undefined && current.category !== "1";
    return conclude(
      [
        ...check(input, daysInOrder, filerAllowed, withinCompulsoryAge, sameAsOnFile, documentsAttached),
        ...(current?.category === "1" ? [alreadyEnrolled(current)] : check(input, nothingRecordedLater)),
      ],
      () => [
        ...opening(input),
        {
          kind: changes ? "category-changed" : "acquired",
          on: input.filing.eventOn,
          category: "1",
          cause: input.filing.details.cause,
          exOfficio: true,
        },
      ],
    );
  },
});
