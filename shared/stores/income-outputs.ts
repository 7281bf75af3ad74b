import * as z from "zod";
import { type IncomeOutcome, incomeOutcomes, incomeOutputKinds } from "../domain/income-outputs.ts";
import { keysOf } from "../domain/keys-of.ts";
import { instantSchema, plainDateSchema } from "../domain/values.ts";
import { type Database, type Item, type Key, queryAll, type Write } from "./database.ts";
import { decisionSchema, manifestSchema, type RunState, runStates } from "./runs.ts";

/** States of 所得情報の出力: those of 進達 that files pass through without 届出. */
const outputStates = [
  "composing",
  "sealed",
  "approved",
  "refused",
  "released",
  "empty",
] as const satisfies readonly RunState[];
export const outputStateLabels = { ...runStates, released: "出力済み" } as const;

const file = manifestSchema.shape.files.element.omit({ kind: true });

/** No personal data: what is put out, how far it is, and what came of it by count. */
export const outputRow = z.object({
  sk: z.string(),
  kind: z.enum(keysOf(incomeOutputKinds)),
  /** 免除年度; null for the answer to a list, whose lines say the year of income. */
  year: z.int().nullable(),
  /** The number that the sender gave the list; null without a list. */
  listNumber: z.string().nullable(),
  state: z.enum(outputStates),
  startedAt: instantSchema,
  startedBy: z.string(),
  /** The day that months are counted from. */
  asOf: plainDateSchema,
  /** Where the next step goes on; null when all are done and the file is to be put together. */
  cursor: z.string().nullable(),
  steps: z.int().nonnegative(),
  /** People or lines looked at; of how many, where that is known. */
  examined: z.int().nonnegative(),
  total: z.int().nonnegative().nullable(),
  lines: z.int().nonnegative(),
  counts: z.partialRecord(z.enum(keysOf(incomeOutcomes)), z.int()),
  files: z.array(file),
  /** How many 利用停止 had ever been placed when its first step was taken; null before that, and for what none reaches. */
  suspensionsPlaced: z.int().nonnegative().nullable().default(null),
  decision: decisionSchema.nullable(),
  version: z.int().positive(),
});
export type IncomeOutput = Omit<z.infer<typeof outputRow>, "sk"> & { readonly outputId: string };

const outputsPartition = "INCOME-OUTPUTS";
const outputKey = (outputId: string): Key => ({ pk: outputsPartition, sk: outputId });

const outputOf = (item: Item): IncomeOutput => {
  const { sk, ...output } = outputRow.parse(item);
  return { outputId: sk, ...output };
};

export const findIncomeOutput = async (database: Database, outputId: string): Promise<IncomeOutput | undefined> => {
  const [item] = await database.getAll([{ table: "transmittals", key: outputKey(outputId) }]);
  return item && outputOf(item);
};

/** Every output there was, in no order that means anything. */
export const allIncomeOutputs = async (database: Database): Promise<IncomeOutput[]> => {
  const outputs: IncomeOutput[] = [];
  for await (const item of queryAll(database, { table: "transmittals", pk: outputsPartition }))
    outputs.push(outputOf(item));
  return outputs;
};

/** `base` says what is put out; its outputs are numbered, one after the other. */
export const outputIdOf = (base: string, number: number): string => `${base}.${String(number).padStart(3, "0")}`;
export const outputNumber = (outputId: string): number => Number(outputId.slice(-3));

/** The last output of a base. */
export const latestIncomeOutput = async (database: Database, base: string): Promise<IncomeOutput | undefined> => {
  const [item] = await database.query({
    table: "transmittals",
    pk: outputsPartition,
    prefix: `${base}.`,
    descending: true,
    limit: 1,
  });
  return item && outputOf(item);
};

export const incomeOutputWrite = ({ outputId, ...output }: IncomeOutput): Write => {
  const item: Item = { ...outputKey(outputId), ...output };
  return output.version === 1
    ? { kind: "create", table: "transmittals", item }
    : { kind: "replace", table: "transmittals", item, expects: output.version - 1 };
};

/** A step done: the part of the file that came of it, by its own SHA-256. */
export const stepRow = z.object({ sha256: z.string().length(64).nullable(), lines: z.int().nonnegative() });
export type OutputStep = z.infer<typeof stepRow>;

const stepsPartition = (outputId: string) => `INCOME-OUTPUT#${outputId}`;

/** A step is done once; a second time is refused, with the count that would follow from it. */
export const outputStepWrite = (outputId: string, number: number, step: OutputStep): Write => ({
  kind: "create",
  table: "transmittals",
  item: { pk: stepsPartition(outputId), sk: String(number).padStart(6, "0"), ...step },
});

export const stepsOfOutput = async (database: Database, outputId: string): Promise<OutputStep[]> => {
  const steps: OutputStep[] = [];
  for await (const item of queryAll(database, { table: "transmittals", pk: stepsPartition(outputId) }))
    steps.push(stepRow.parse(item));
  return steps;
};

export type OutcomeCounts = Partial<Record<IncomeOutcome, number>>;
