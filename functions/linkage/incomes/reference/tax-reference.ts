import type { AtenaNumber } from "../../../../shared/domain/ids.ts";

/** Why the tax system gave no answer that can be used. */
export type ReferenceFault = "not-configured" | "unreachable" | "refused" | "unreadable" | "absent";

/** What the tax system says of one person and one year: a row as the feed has it, not yet read. */
export type ReferenceAnswer =
  | { readonly ok: true; readonly row: unknown }
  | { readonly ok: false; readonly fault: ReferenceFault };

/** The ward's tax system, asked for one person at a time. It never throws for what the other side does. */
export interface TaxReference {
  ask(atenaNumber: AtenaNumber, year: number): Promise<ReferenceAnswer>;
}

export const notConfigured: TaxReference = { ask: async () => ({ ok: false, fault: "not-configured" }) };

/** A double: answers what was put there for `<宛名番号> <年>`, and counts what it was asked. */
export const memoryTaxReference = (): TaxReference & {
  readonly answers: Map<string, ReferenceAnswer>;
  readonly asked: string[];
} => {
  const answers = new Map<string, ReferenceAnswer>();
  const asked: string[] = [];
  return {
    answers,
    asked,
    ask: async (atenaNumber, year) => {
      const question = `${atenaNumber} ${year}`;
      asked.push(question);
      return answers.get(question) ?? { ok: false, fault: "absent" };
    },
  };
};
