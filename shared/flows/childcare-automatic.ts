import { childcareItems } from "../domain/beyond-assessment.ts";
import { conclude, type Reason } from "../domain/decision.ts";
import { appliesWithoutFiling } from "../law/childcare-exemption.ts";
import { check, daysInOrder, documentsAttached, filerAllowed, onFile, sameAsOnFile } from "./checks.ts";
import { childReasons, exemptedFor, maternityOf, periodOfChild } from "./childcare-child.ts";
import { defineFlow } from "./define.ts";
import { eventIsOn } from "./family-exemption-rules.ts";
import { wardOnly } from "./filers.ts";

const maternityMissing: Reason = {
  weight: "incomplete",
  code: "maternity-not-recorded",
  message: "この出産の産前産後免除の記録がありません。先に記録してから補正してください",
  pointer: "/details/childBornOn",
  article: "国民年金法88条の3",
};

const filingNeeded: Reason = {
  weight: "refuse",
  code: "not-without-filing",
  message: "産前産後免除が令和8年8月以前に終わる人は、届出(B16)がなければ育児期間免除になりません",
  pointer: "/details/childBornOn",
  article: "国民年金法88条の3",
};

/**
 * B18. 日本年金機構 applies it without a 届出 to 実母 whose 産前産後免除 ended in September 2026 or later, where it can confirm
 * parent and household by number. Nobody files it: the ward records what it was told. 事実発生日 is 出生日.
 */
export const childcareAutomatic = defineFlow({
  form: "B18",
  family: "exemption",
  title: "育児期間免除の自動該当(届出不要)",
  basis: ["国民年金法88条の3(令和6年法律47号)"],
  filers: wardOnly,
  deadlineDays: null,
  details: { childBornOn: childcareItems.childBornOn },
  atCounter: {},
  documents: () => [],
  retention: "exemption-filing",
  report: null,
  beyond: "childcare",
  decide: (input) => {
    const { filing, person } = input;
    const child = { ...filing.details, parent: "mother" } as const;
    const maternity = maternityOf(person.reliefs, child);
    const period = periodOfChild(person.reliefs, child);
    return conclude(
      [
        ...check(input, daysInOrder, filerAllowed, onFile, sameAsOnFile, documentsAttached),
        ...eventIsOn(input, child.childBornOn, "出生日"),
        ...(maternity === null ? [maternityMissing] : []),
        ...(maternity !== null && !appliesWithoutFiling("mother", maternity) ? [filingNeeded] : []),
        ...childReasons({ ...input, filing: { ...filing, details: child } }, person.reliefs.childcare),
      ],
      () => (period === null ? [] : [exemptedFor(child, period)]),
    );
  },
});
