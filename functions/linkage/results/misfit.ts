import type { ResultRecord } from "../../../shared/documents/result-record.ts";
import type { BeyondAssessment } from "../../../shared/domain/beyond-assessment.ts";
import { plainDateSchema, plainMonthSchema } from "../../../shared/domain/values.ts";
import type { Relief } from "../../../shared/law/relief-priority.ts";
import type { Mismatch } from "../../../shared/stores/imports.ts";
import { ownChange, unfitAward } from "./award-rules.ts";

interface Grantable {
  readonly kinds: readonly Relief[];
  /** How many spans a line may grant. */
  readonly most: number;
  /** 訂正 may say another day and no months: the law tells them. */
  readonly byDay?: boolean;
}

const any = 4;

/** What 日本年金機構 can grant on each 手続. The others grant no months: their result says no more than how it was settled. */
const grantable: Readonly<Record<string, Grantable>> = {
  B01: { kinds: ["statutory"], most: any },
  B05: { kinds: ["full", "deferment", "three-quarters", "half", "quarter"], most: any },
  "B10-3": { kinds: ["full", "deferment"], most: any },
  B12: { kinds: ["student-deferment"], most: any },
  B14: { kinds: ["maternity"], most: 1, byDay: true },
  B15: { kinds: ["maternity"], most: 1, byDay: true },
  B16: { kinds: ["childcare"], most: 1 },
  "B17-2": { kinds: ["childcare"], most: 1 },
  B18: { kinds: ["childcare"], most: 1 },
};

/** 手続 that nobody files: 日本年金機構 decides them by itself and the ward learns of it from the results. */
const unfiled: readonly string[] = ["B10-3", "B18", ownChange];

export const isUnfiled = ({ form }: ResultRecord): boolean => unfiled.includes(form);

const storable = ({ processedOn, amendedOn, childBornOn, grants = [] }: ResultRecord): boolean =>
  [processedOn, amendedOn, childBornOn].every((day) => day === undefined || plainDateSchema.safeParse(day).success) &&
  grants.every(({ from, until }) => [from, until ?? from].every((month) => plainMonthSchema.safeParse(month).success));

/** Why a line cannot be taken, whoever it is about; undefined when it can. */
export const misfit = (record: ResultRecord, covered: ReadonlySet<BeyondAssessment>): Mismatch | undefined => {
  const { form, result, grants = [], childBornOn } = record;
  if (!storable(record)) return "unreadable-line";
  if ((form.startsWith("C") || record.award !== undefined) && grants.length === 0) return unfitAward(record);
  const fits = grantable[form];
  if (fits?.kinds.includes("childcare") && grants.length > 0 && !covered.has("childcare")) return "beyond-assessment";
  if (grants.length > (fits?.most ?? 0) || grants.some(({ kind }) => !fits?.kinds.includes(kind))) return "unfit-grant";
  if (grants.length > 0) return form === "B18" && childBornOn === undefined ? "grant-missing" : undefined;
  const needed = (result === "amended" && !fits?.byDay) || (result === "approved" && isUnfiled(record));
  return fits !== undefined && needed ? "grant-missing" : undefined;
};
