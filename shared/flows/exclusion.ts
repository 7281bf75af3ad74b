import { conclude } from "../domain/decision.ts";
import { lossDay } from "../law/qualification.ts";
import {
  check,
  daysInOrder,
  documentsAttached,
  filerAllowed,
  lateness,
  nothingRecordedLater,
  otherCategory,
  periodAtEvent,
  sameAsOnFile,
} from "./checks.ts";
import { defineFlow } from "./define.ts";
import { anyone } from "./filers.ts";
import { notEnrolled } from "./loss.ts";

/**
 * A07 適用除外該当届: a residence status (医療滞在・長期の観光など) that keeps its holder out of 第1号, since April 2020 (則1条の2).
 * No item of 別添1 holds the status; the loss and its cause are recorded. 非該当 is an acquisition with the cause `exclusion-ended`.
 */
export const exclusion = defineFlow({
  form: "A07",
  family: "qualification",
  title: "適用除外該当届",
  basis: ["国民年金法7条1項1号", "国民年金法9条", "国民年金法施行規則1条の2"],
  filers: anyone,
  deadlineDays: 14,
  details: {},
  atCounter: {},
  documents: () => ["residence-card-copy"],
  retention: "qualification-filing",
  report: "loss",
  decide: (input) => {
    const current = periodAtEvent(input);
    return conclude(
      [
        ...check(input, daysInOrder, filerAllowed, sameAsOnFile, documentsAttached, lateness),
        ...(current ? [] : [notEnrolled]),
        ...(current && current.category !== "1" ? [otherCategory(current)] : []),
        ...(current ? check(input, nothingRecordedLater) : []),
      ],
      () => [{ kind: "lost", on: lossDay("excluded", input.filing.eventOn), cause: "excluded" }],
    );
  },
});
