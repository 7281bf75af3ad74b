import type { Dependants } from "../../shared/law/exemption-thresholds.ts";
import { type Input, wordIn } from "./input.ts";

const kinds: Readonly<Record<string, keyof Dependants>> = {
  general: "general",
  under16: "general",
  elderly: "elderly",
  specific: "specific",
  under19: "specific",
};

/** 扶養親族等 as the vectors write them: a count by kind, missing kinds being none, or a plain count. */
export const dependantsOf = (input: Input): Dependants => {
  const counts = { general: 0, elderly: 0, specific: 0 };
  if (typeof input.values.dependents === "number") {
    return { ...counts, general: input.number("dependents") ?? 0 };
  }
  const given = input.object("dependents");
  for (const key of given?.keys() ?? []) {
    const kind = wordIn(kinds, key, "a kind of dependants");
    counts[kind] += given?.number(key) ?? 0;
  }
  return counts;
};
