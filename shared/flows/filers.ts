import type { Filer } from "../domain/filing.ts";

/** 法12条1項・2項: 本人、世帯主、それぞれの代理人. */
export const anyone = [
  "insured",
  "household-head",
  "legal-representative",
  "proxy",
  "ex-officio",
] as const satisfies readonly Filer[];

/** 申出 and 請求 (法16条) are the person's own, or their representative's; nobody makes them for them. */
export const insuredOnly = ["insured", "legal-representative", "proxy"] as const satisfies readonly Filer[];

/** 職権. */
export const wardOnly = ["ex-officio"] as const satisfies readonly Filer[];

/** 死亡した受給者については、遺族とその代理人 (法19条・105条4項). */
export const survivorsOnly = ["survivor", "legal-representative", "proxy"] as const satisfies readonly Filer[];
