import { conclude } from "../domain/decision.ts";
import {
  check,
  daysInOrder,
  documentsAttached,
  filerAllowed,
  nothingRecordedLater,
  otherCategory,
  periodAtEvent,
  sameAsOnFile,
} from "./checks.ts";
import { defineFlow } from "./define.ts";
import { wardOnly } from "./filers.ts";
import { notEnrolled } from "./loss.ts";

/** A06. 第1号 becomes 第2号 on the day 厚生年金 is gained (法7条・11条の2). Nobody files it: the ward records what 国保 or 日本年金機構 told it. */
export const employeesPensionJoined = defineFlow({
  form: "A06",
  family: "qualification",
  title: "厚生年金加入による第1号の終了(届出不要)",
  basis: ["国民年金法7条1項2号", "国民年金法11条の2"],
  filers: wardOnly,
  deadlineDays: null,
  details: {},
  atCounter: {},
  documents: () => [],
  retention: "qualification-filing",
  report: null,
  decide: (input) => {
    const current = periodAtEvent(input);
    return conclude(
      [
        ...check(input, daysInOrder, filerAllowed, sameAsOnFile, documentsAttached),
        ...(current ? [] : [notEnrolled]),
        ...(current?.category === "2" ? [otherCategory(current)] : []),
        ...(current ? check(input, nothingRecordedLater) : []),
      ],
      () => [{ kind: "category-changed", on: input.filing.eventOn, category: "2", cause: "joined-employees-pension" }],
    );
  },
});
