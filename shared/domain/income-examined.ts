import type { Circumstance, ExaminedPerson, ExaminedRole, Ground } from "../law/examined-person.ts";
import type { IncomeRecord, PersonalIncome } from "./income-record.ts";

const rolesInRecord = { applicant: "insured", spouse: "spouse", head: "head" } as const satisfies Record<
  ExaminedRole,
  keyof IncomeRecord
>;

/** Made once: a pass over a ward asks for them by the hundred thousand. */
const circumstances = {
  none: new Set(),
  disabled: new Set(["disabled"]),
  "specially-disabled": new Set(["specially-disabled"]),
  widow: new Set(["widow"]),
  "single-parent": new Set(["single-parent"]),
} as const satisfies Record<PersonalIncome["circumstance"], ReadonlySet<Circumstance>>;

const noGrounds: ReadonlySet<Ground> = new Set();

/** Somebody of whom nothing is known: whatever turns on their income is held. */
export const unknownPerson: ExaminedPerson = {
  income: null,
  deductions: 0,
  statedAfterDeductions: null,
  dependants: { general: 0, elderly: 0, specific: 0 },
  circumstances: new Set(),
  grounds: new Set(),
};

/**
 * A person of the record as the law examines them. `headDependants` is what the counter knows of 世帯主の配偶・扶養数 where
 * the record does not hold it; without either the count is unknown, and an income over the limit settles nothing.
 */
export const examinedOf = (
  record: Pick<IncomeRecord, "insured" | "spouse" | "head"> | null,
  role: ExaminedRole,
  grounds: ReadonlySet<Ground> = noGrounds,
  headDependants?: number,
): ExaminedPerson => {
  const of = record?.[rolesInRecord[role]] ?? null;
  if (of === null) return { ...unknownPerson, grounds };
  const general = of.dependants ?? headDependants;
  return {
    income: of.income,
    deductions: 0,
    statedAfterDeductions: of.incomeAfterDeductions,
    dependants: { general: general ?? 0, elderly: of.elderlyDependants, specific: of.specificDependants },
    circumstances: circumstances[of.circumstance],
    grounds,
    ...(general === undefined ? { generalDependantsUnknown: true } : {}),
  };
};
