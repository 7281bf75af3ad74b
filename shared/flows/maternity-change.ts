import { conclude, type Reason } from "../domain/decision.ts";
import { item } from "../domain/record-items.ts";
import type { RecordedMaternity } from "../domain/recorded-reliefs.ts";
import { plainDateSchema } from "../domain/values.ts";
import { check, daysInOrder, documentsAttached, filerAllowed, onFile, sameAsOnFile } from "./checks.ts";
import { defineFlow } from "./define.ts";
import { eventIsOn } from "./family-exemption-rules.ts";
import { anyone } from "./filers.ts";
import { birthAtCounter, birthDetails, birthDocuments, birthReasons, periodOfBirth } from "./maternity-birth.ts";

const notRecorded: Reason = {
  weight: "refuse",
  code: "no-such-maternity",
  message: "その日の産前産後免除の記録がありません。届け出た出産(予定)日を確かめてください",
  pointer: "/details/recordedOn",
};

const nothingChanges: Reason = {
  weight: "refuse",
  code: "nothing-to-correct",
  message: "出産(予定)日も単胎・多胎の別も、記録と同じです",
  pointer: "/details/day",
};

const childcareFollows: Reason = {
  weight: "notice",
  code: "childcare-follows",
  message: "育児期間免除の始まりが変わることがあります。その変更届(B17-2)も要るか確かめてください",
  article: "国民年金法88条の3",
};

const differs = (recorded: RecordedMaternity, { day, type }: { readonly day: string; readonly type: string }) =>
  recorded.on !== day || recorded.type !== type;

/**
 * B15. The birth came in another month than it was due, or turned out 多胎. Without this 届出 the months stay as filed: that
 * nothing changes by itself is confidence medium (docs/law.md). 事実発生日 is 受付日.
 */
export const maternityChange = defineFlow({
  form: "B15",
  family: "exemption",
  title: "産前産後免除変更届",
  basis: ["国民年金法88条の2"],
  filers: anyone,
  deadlineDays: null,
  details: {
    /** The 出産(予定)日 on record. */
    recordedOn: item("insured.maternityDueOrDeliveryDate", plainDateSchema),
    ...birthDetails,
  },
  atCounter: birthAtCounter,
  documents: birthDocuments,
  retention: "exemption-filing",
  report: "family-exemption",
  decide: (input) => {
    const { filing, person } = input;
    const { recordedOn, day, type } = filing.details;
    const recorded = person.reliefs.maternity.find(({ on }) => on === recordedOn);
    const others = person.reliefs.maternity.filter(({ on }) => on !== recordedOn);
    const period = periodOfBirth(filing.details);
    return conclude(
      [
        ...check(input, daysInOrder, filerAllowed, onFile, sameAsOnFile, documentsAttached),
        ...eventIsOn(input, filing.filedOn, "受付日"),
        ...(recorded ? [] : [notRecorded]),
        ...(recorded && !differs(recorded, filing.details) ? [nothingChanges] : []),
        ...birthReasons(input, others),
        ...(person.reliefs.childcare.some(({ parent }) => parent === "mother") ? [childcareFollows] : []),
      ],
      () => (period === null ? [] : [{ kind: "maternity-exempted", on: day, type, ...period, was: recordedOn }]),
    );
  },
});
