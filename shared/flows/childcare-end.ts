import { childcareItems } from "../domain/beyond-assessment.ts";
import { conclude, type Reason } from "../domain/decision.ts";
import type { RecordedChildcare } from "../domain/recorded-reliefs.ts";
import { childcareLastMonth, isLastMonthDoubtful } from "../law/childcare-exemption.ts";
import { check, daysInOrder, documentsAttached, filerAllowed, onFile, sameAsOnFile } from "./checks.ts";
import { notRecorded } from "./childcare-child.ts";
import { defineFlow } from "./define.ts";
import { insuredOnly } from "./filers.ts";

const beforeBirth: Reason = {
  weight: "refuse",
  code: "end-before-birth",
  message: "養育の終わった日が子の生年月日より前です",
  pointer: "/eventOn",
};

const nothingToEnd = ({ until }: RecordedChildcare): Reason => ({
  weight: "refuse",
  code: "childcare-over-already",
  message: `記録の育児期間免除は${until}で終わるため、変わる月がありません`,
  pointer: "/eventOn",
});

const lastMonthDoubtful: Reason = {
  weight: "notice",
  code: "last-month-unconfirmed",
  message: "終わりの月の数え方は公開資料で確かめられていません。月は見込みで、日本年金機構の処理結果によります",
  article: "国民年金法88条の3",
};

/**
 * B17-1. 事実発生日 is the day the raising ended: 親子関係の終了, 別居 or 死亡. No deadline is known (docs/law.md). Leaving 第1号
 * is no end of its own: the qualification says which months count.
 */
export const childcareEnd = defineFlow({
  form: "B17-1",
  family: "exemption",
  title: "育児期間免除終了届",
  basis: ["国民年金法88条の3(令和6年法律47号)"],
  filers: [...insuredOnly, "ex-officio"],
  deadlineDays: null,
  details: {
    childBornOn: childcareItems.childBornOn,
    endedBecause: childcareItems.endCause,
  },
  atCounter: {},
  documents: () => [],
  retention: "exemption-filing",
  report: "family-exemption",
  beyond: "childcare",
  decide: (input) => {
    const { filing, person } = input;
    const { childBornOn, endedBecause } = filing.details;
    const recorded = person.reliefs.childcare.find((each) => each.childBornOn === childBornOn);
    const lastMonth = childcareLastMonth(filing.eventOn);
    return conclude(
      [
        ...check(input, daysInOrder, filerAllowed, onFile, sameAsOnFile, documentsAttached),
        ...(recorded ? [] : [notRecorded("/details/childBornOn")]),
        ...(filing.eventOn < childBornOn ? [beforeBirth] : []),
        ...(recorded && lastMonth >= recorded.until ? [nothingToEnd(recorded)] : []),
        ...(isLastMonthDoubtful(filing.eventOn) ? [lastMonthDoubtful] : []),
      ],
      () => [{ kind: "childcare-ended", childBornOn, lastMonth, cause: endedBecause }],
    );
  },
});
