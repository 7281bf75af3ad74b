import { examinedOf } from "../domain/income-examined.ts";
import type { IncomeRecord } from "../domain/income-record.ts";
import type { ExaminedRole } from "../law/examined-person.ts";
import type { Examinee, Examinees } from "./application.ts";

/** Who is stated beside the applicant, and what the counter knows of them. */
interface Stated {
  readonly spouse: boolean;
  /** The household has another head. */
  readonly head: boolean;
  readonly headDependants?: number | undefined;
}

const examineeIn = (record: IncomeRecord | null, role: ExaminedRole, headDependants?: number): Examinee => {
  const inRecord = record !== null && record[role === "applicant" ? "insured" : role] !== null;
  return {
    person: examinedOf(record, role, new Set(), role === "head" ? headDependants : undefined),
    whyUnknown: (inRecord ? record.unidentifiedReason : null) ?? "not-received",
  };
};

/** Those examined, with what the 所得情報 on file says of each. Who is stated and not in it is unknown, never without income. */
export const examineesIn = (record: IncomeRecord | null, { spouse, head, headDependants }: Stated): Examinees => ({
  applicant: examineeIn(record, "applicant"),
  spouse: spouse ? examineeIn(record, "spouse") : null,
  head: head ? examineeIn(record, "head", headDependants) : null,
});
