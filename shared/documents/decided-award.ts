import type * as z from "zod";
import type { BenefitKind } from "../domain/benefits.ts";
import { pensionFacts, specialDisabilityFacts } from "../domain/recipient-facts.ts";
import { type AwardItem, awardItems, benefitDecisions } from "./layouts/benefit-decisions.ts";
import type { Award, ResultRecord } from "./result-record.ts";

export type AwardFault = "missing" | "unfit-fact" | "unexpected-award";

interface Fault {
  readonly code: AwardFault;
  /** Japanese; names the item and never what it says. */
  readonly message: string;
}

type Said = Readonly<Partial<Record<AwardItem | "benefitKind", string>>>;

const labels = new Map<string, string>(
  benefitDecisions.data.fields.flatMap((field) => ("item" in field ? [[field.item, field.label]] : [])),
);

const missing = (item: string): Fault => ({ code: "missing", message: `${labels.get(item)}: 値がありません` });

/** Two items that say one thing: half of it would leave the other half of what was recorded before. */
const together = [
  ["suspensionType", "suspensionMonth"],
  ["forfeiture", "forfeitedOn"],
] as const satisfies readonly (readonly [AwardItem, AwardItem])[];

const counted: ReadonlySet<AwardItem> = new Set(
  benefitDecisions.data.fields.flatMap((field) =>
    field.type === "numeric" && awardItems.includes(field.item as AwardItem) ? [field.item as AwardItem] : [],
  ),
);

const unfit = ({ issues: [issue] }: z.ZodError): Fault => {
  const item = issue?.code === "unrecognized_keys" ? issue.keys[0] : issue?.path[0];
  const why = issue?.code === "unrecognized_keys" ? "この給付の項目ではありません" : "値が項目に合いません";
  return { code: "unfit-fact", message: `${labels.get(String(item)) ?? "決定"}: ${why}` };
};

const awardBy = (kind: BenefitKind, facts: Readonly<Record<string, string | number>>): Award | Fault => {
  if (kind === "special-disability") {
    const read = specialDisabilityFacts.safeParse(facts);
    return read.success ? { register: "special-disability", kind, facts: read.data } : unfit(read.error);
  }
  const read = pensionFacts.safeParse(facts);
  return read.success ? { register: "pension", kind, facts: read.data } : unfit(read.error);
};

/** What a line says of a right; null where it says nothing, and why where that cannot be. A kind alone says nothing. */
export const awardOf = (values: Said, result: ResultRecord["result"]): Award | Fault | null => {
  const said = awardItems.flatMap((item) => {
    const value = values[item];
    return value === undefined ? [] : [[item, counted.has(item) ? Number(value) : value] as const];
  });
  if (said.length === 0) return null;
  if (result === "rejected" || result === "returned")
    return { code: "unexpected-award", message: "決定: 却下・返戻の行に決定があります" };
  if (values.benefitKind === undefined) return missing("benefitKind");
  for (const [one, other] of together)
    if ((values[one] === undefined) !== (values[other] === undefined))
      return missing(values[one] === undefined ? one : other);
  // The layout has read it by its table.
  return awardBy(values.benefitKind as BenefitKind, Object.fromEntries(said));
};
