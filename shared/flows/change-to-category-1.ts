import type { AcquisitionCause } from "../domain/causes.ts";
import { conclude, type Decision, type Reason } from "../domain/decision.ts";
import type { Category } from "../law/qualification.ts";
import {
  alreadyEnrolled,
  check,
  daysInOrder,
  documentsAttached,
  filerAllowed,
  lateness,
  nothingRecordedLater,
  otherCategory,
  periodAtEvent,
  sameAsOnFile,
  withinCompulsoryAge,
} from "./checks.ts";
import type { Case } from "./define.ts";
import { opening } from "./opening.ts";

/**
 * What A03 and A04 have in common: the category changes to 第1号 on the day of the fact (法11条の2, 則6条の2).
 * A ward often has no record of the earlier category (日本年金機構 keeps those), so none is no contradiction;
 * another one than `from` is.
 */
export const changeToCategory1 = (
  input: Case<unknown, unknown>,
  change: { from: Category; cause: AcquisitionCause; reasons?: readonly Reason[] },
): Decision => {
  const current = periodAtEvent(input);
  return conclude(
    [
      ...check(input, daysInOrder, filerAllowed, withinCompulsoryAge, sameAsOnFile, documentsAttached, lateness),
      ...(change.reasons ?? []),
      ...(current?.category === "1" ? [alreadyEnrolled(current)] : []),
      ...(current && current.category !== "1" && current.category !== change.from ? [otherCategory(current)] : []),
      ...(current?.category === "1" ? [] : check(input, nothingRecordedLater)),
    ],
    () => [
      ...opening(input),
      { kind: "category-changed", on: input.filing.eventOn, category: "1", cause: change.cause },
    ],
  );
};
