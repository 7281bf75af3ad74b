import type { Filer } from "../domain/filing.ts";

/** 法12条1項・2項: 本人、世帯主、それぞれの代理人. */
export const anyone = [
  "insured",
  "household-head",
  "legal-representative",
  "proxy",
  "ex-officio",
] as const satisfies readonly Filer[];

/** 申出 is the insured's own, or their representative's; nobody makes it for them. */
export const insuredOnly = ["insured", "legal-representative", "proxy"] as const satisfies readonly Filer[];

/** 職権. */
export const wardOnly = ["ex-officio"] as const satisfies readonly Filer[];

/** 請求 is the claimant's own, or their representative's (法16条・特別障害給付金法6条). */
export const claimants = insuredOnly;

/** 死亡した受給者については、遺族とその代理人 (法19条・105条4項). */
export const survivorsOnly = ["survivor", "legal-representative", "proxy"] as const satisfies readonly Filer[];
