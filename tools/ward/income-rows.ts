/** Rows of 所得情報 as the tax system sends them, of people who do not exist. Income year 2025 unless said otherwise. */
export type Row = Readonly<Record<string, unknown>>;
export type Someone = { readonly atenaNumber: string };

/** 所得情報 of somebody single who heads the household and earned `income`; what else is to be said is given in `over`. */
export const incomeOf = (person: Someone, income: number, over: Row = {}): Row => ({
  atenaNumber: person.atenaNumber,
  incomeYear: 2025,
  exists: "present",
  insuredIncome: income,
  insuredIncomeAfterDeductions: income,
  insuredCircumstance: "none",
  insuredDependants: 0,
  insuredElderlyDependants: 0,
  insuredSpecificDependants: 0,
  continuationReview: false,
  ...over,
});

export const headOf = (income: number, over: Row = {}): Row => ({
  headIncome: income,
  headIncomeAfterDeductions: income,
  headCircumstance: "none",
  headElderlyDependants: 0,
  headSpecificDependants: 0,
  ...over,
});
