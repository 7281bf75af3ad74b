import { childcareItems } from "../domain/beyond-assessment.ts";
import { conclude, type Reason } from "../domain/decision.ts";
import type { RecordedChildcare } from "../domain/recorded-reliefs.ts";
import { type ClosedSpan, earlier } from "../law/month-span.ts";
import { check, daysInOrder, documentsAttached, filerAllowed, onFile, sameAsOnFile } from "./checks.ts";
import {
  type Child,
  childAtCounter,
  childDetails,
  childDocuments,
  childReasons,
  exemptedFor,
  notRecorded,
  periodOfChild,
} from "./childcare-child.ts";
import { defineFlow } from "./define.ts";
import { eventIsOn } from "./family-exemption-rules.ts";
import { insuredOnly } from "./filers.ts";

const nothingChanges: Reason = {
  weight: "refuse",
  code: "nothing-to-correct",
  message: "子の生年月日・養育する人・縁組日も、免除される月も、記録と同じです",
  pointer: "/details",
};

/** The facts, and the months: those of a mother move with her 産前産後免除, and what has ended stays ended. */
const sameAs = (recorded: RecordedChildcare, child: Child, period: ClosedSpan | null): boolean =>
  recorded.childBornOn === child.childBornOn &&
  recorded.parent === child.parent &&
  recorded.adoptedOn === (child.adoptedOn ?? null) &&
  period !== null &&
  recorded.from === period.from &&
  recorded.until === (recorded.end ? earlier(recorded.until, period.until) : period.until);

/** B17-2. The child's birthday, the parent or the adoption was wrong, or the 産前産後免除 before it has changed. 事実発生日 is 受付日. */
export const childcareChange = defineFlow({
  form: "B17-2",
  family: "exemption",
  title: "育児期間免除変更届",
  basis: ["国民年金法88条の3(令和6年法律47号)"],
  filers: [...insuredOnly, "ex-officio"],
  deadlineDays: null,
  details: {
    /** The child's birthday on record. */
    recordedBornOn: childcareItems.childBornOn,
    ...childDetails,
  },
  atCounter: childAtCounter,
  documents: childDocuments,
  retention: "exemption-filing",
  report: "family-exemption",
  beyond: "childcare",
  decide: (input) => {
    const { filing, person } = input;
    const { recordedBornOn, ...child } = filing.details;
    const recorded = person.reliefs.childcare.find(({ childBornOn }) => childBornOn === recordedBornOn);
    const others = person.reliefs.childcare.filter(({ childBornOn }) => childBornOn !== recordedBornOn);
    const period = periodOfChild(person.reliefs, child);
    return conclude(
      [
        ...check(input, daysInOrder, filerAllowed, onFile, sameAsOnFile, documentsAttached),
        ...eventIsOn(input, filing.filedOn, "受付日"),
        ...(recorded ? [] : [notRecorded("/details/recordedBornOn")]),
        ...(recorded && sameAs(recorded, child, period) ? [nothingChanges] : []),
        ...childReasons(input, others),
      ],
      () => (period === null ? [] : [{ ...exemptedFor(child, period), was: recordedBornOn }]),
    );
  },
});
