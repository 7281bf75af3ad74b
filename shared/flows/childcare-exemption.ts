import * as z from "zod";
import { conclude, type Reason } from "../domain/decision.ts";
import { appliesWithoutFiling } from "../law/childcare-exemption.ts";
import { check, daysInOrder, documentsAttached, filerAllowed, onFile, sameAsOnFile } from "./checks.ts";
import {
  childAtCounter,
  childDetails,
  childDocuments,
  childReasons,
  exemptedFor,
  maternityOf,
  periodOfChild,
  raisedFrom,
} from "./childcare-child.ts";
import { defineFlow } from "./define.ts";
import { eventIsOn } from "./family-exemption-rules.ts";
import { insuredOnly } from "./filers.ts";

const livingUnknown: Reason = {
  weight: "incomplete",
  code: "living-together-unknown",
  message: "子と同居しているかを確かめてください",
  pointer: "/atCounter/livesWithChild",
  article: "国民年金法88条の3",
};

const mayApplyByItself: Reason = {
  weight: "notice",
  code: "may-apply-by-itself",
  message:
    "産前産後免除を届け出た実母です。日本年金機構が番号で親子と同居を確かめられれば届出を要しません。届出も受け付けます",
  article: "国民年金法88条の3",
};

const maternityWasSingle: Reason = {
  weight: "notice",
  code: "maternity-was-single",
  message: "多胎ですが、産前産後免除は単胎で記録されています。変更届(B15)で産前産後免除の月が増えます",
  article: "国民年金法88条の2",
};

/**
 * B16, in force since 1 October 2026. 事実発生日 is the day the raising began: 出生日, of 養父母 縁組日. A mother's months follow
 * the 産前産後免除 on record for this birth; without one she is counted like a father.
 */
export const childcareExemption = defineFlow({
  form: "B16",
  family: "exemption",
  title: "育児期間免除該当届",
  basis: ["国民年金法88条の3(令和6年法律47号)"],
  filers: insuredOnly,
  deadlineDays: null,
  details: childDetails,
  atCounter: {
    ...childAtCounter,
    livesWithChild: z.boolean().optional(),
    /** 双子など. They are one exemption. */
    childrenAreMultiple: z.boolean().optional(),
  },
  documents: childDocuments,
  retention: "exemption-filing",
  report: "family-exemption",
  beyond: "childcare",
  decide: (input) => {
    const { filing, person } = input;
    const child = filing.details;
    const { livesWithChild, childrenAreMultiple } = filing.atCounter ?? {};
    const period = periodOfChild(person.reliefs, child);
    const maternity = maternityOf(person.reliefs, child);
    return conclude(
      [
        ...check(input, daysInOrder, filerAllowed, onFile, sameAsOnFile, documentsAttached),
        ...eventIsOn(input, raisedFrom(child), "養育を始めた日(出生日、養父母は縁組日)"),
        ...(livesWithChild === undefined ? [livingUnknown] : []),
        ...childReasons(input, person.reliefs.childcare, livesWithChild),
        ...(childrenAreMultiple && maternity?.type === "single" ? [maternityWasSingle] : []),
        ...(appliesWithoutFiling(child.parent, maternity) ? [mayApplyByItself] : []),
      ],
      () => (period === null ? [] : [exemptedFor(child, period)]),
    );
  },
});
