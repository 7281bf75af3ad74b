import {
  circumstanceCodes,
  exemptionCriteria,
  type IncomeRecord,
  unidentifiedReasons,
  yesNoCriteria,
} from "../../../shared/domain/income-record.ts";

/** 参考情報 in words: what the income alone would open, never a decision. */
export const referenceView = ({ exemption, deferment, student }: IncomeRecord["reference"]) => ({
  exemption,
  exemptionLabel: exemptionCriteria[exemption],
  deferment,
  defermentLabel: yesNoCriteria[deferment],
  student,
  studentLabel: yesNoCriteria[student],
});

const labelled = <Person extends { readonly circumstance: keyof typeof circumstanceCodes }>(person: Person) => ({
  ...person,
  circumstanceLabel: circumstanceCodes[person.circumstance],
});

/** 所得情報 as staff see it. An income that is not known is null, never 0円. */
export const incomeView = ({ insured, spouse, head, unidentifiedReason, reference, ...record }: IncomeRecord) => ({
  ...record,
  insured: labelled(insured),
  spouse: spouse && labelled(spouse),
  head: head && labelled(head),
  unidentifiedReason,
  unidentifiedReasonLabel: unidentifiedReason && unidentifiedReasons[unidentifiedReason],
  reference: referenceView(reference),
});
