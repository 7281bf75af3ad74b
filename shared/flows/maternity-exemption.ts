import { conclude, type Reason } from "../domain/decision.ts";
import type { RecordedMonth } from "../domain/months.ts";
import { isOpenTo, notOpen } from "../law/procedures.ts";
import { check, daysInOrder, documentsAttached, filerAllowed, onFile, sameAsOnFile } from "./checks.ts";
import { defineFlow } from "./define.ts";
import { decidingCategory, eventIsOn, monthsOf, notInsured } from "./family-exemption-rules.ts";
import { anyone } from "./filers.ts";
import { birthAtCounter, birthDetails, birthDocuments, birthReasons, periodOfBirth } from "./maternity-birth.ts";

/** 第1号 in one month at least. */
const eligible = (months: readonly RecordedMonth[]): readonly Reason[] => {
  if (months.length === 0) return [];
  const category = decidingCategory(months, "maternity");
  if (category === null) return [notInsured];
  return isOpenTo("maternity", category)
    ? []
    : [{ weight: "refuse", pointer: "/details/day", ...notOpen("maternity") }];
};

/**
 * B14. From six months before the due date on, without a last day. 事実発生日 is 出産日, before the birth 受付日. The period of the
 * law is recorded whole; which of its months are 第1号 the qualification says, also where it is corrected later.
 */
export const maternityExemption = defineFlow({
  form: "B14",
  family: "exemption",
  title: "産前産後免除該当届",
  basis: ["国民年金法88条の2", "国民年金法施行規則73条の7(要確認)"],
  filers: anyone,
  deadlineDays: null,
  details: birthDetails,
  atCounter: birthAtCounter,
  documents: birthDocuments,
  retention: "exemption-filing",
  report: "family-exemption",
  decide: (input) => {
    const { filing, person } = input;
    const { day, dayIs, type } = filing.details;
    const period = periodOfBirth(filing.details);
    return conclude(
      [
        ...check(input, daysInOrder, filerAllowed, onFile, sameAsOnFile, documentsAttached),
        ...eventIsOn(input, dayIs === "delivered" ? day : filing.filedOn, "出産日(出産前の届出は受付日)"),
        ...eligible(monthsOf(person, period)),
        ...birthReasons(input, person.reliefs.maternity),
      ],
      () => (period === null ? [] : [{ kind: "maternity-exempted", on: day, type, ...period }]),
    );
  },
});
