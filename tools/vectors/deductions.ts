import type { Input } from "./input.ts";

/** 控除 as the vectors write them: one sum, or a sum for each. */
export const deductionsOf = (input: Input): number => {
  if (typeof input.values.deductions === "number") return input.number("deductions") ?? 0;
  const given = input.object("deductions");
  return (given?.keys() ?? []).reduce((sum, key) => sum + (given?.number(key) ?? 0), 0);
};
