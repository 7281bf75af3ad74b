import * as z from "zod";
import { type Asked, outputSpecs } from "../contracts/outputs.ts";
import { departments } from "../domain/departments.ts";
import { keysOf } from "../domain/keys-of.ts";
import { outputPurposes } from "../domain/output-purposes.ts";
import { outputKinds, outputStates } from "../domain/outputs.ts";
import { isRecordItem, type RecordItemId } from "../domain/record-items.ts";
import { instantSchema } from "../domain/values.ts";
import { type Database, type Item, type Key, queryAll, type Write } from "./database.ts";
import { decisionSchema } from "./runs.ts";

const recordItem = z
  .string()
  .refine(isRecordItem)
  .transform((id) => id as RecordItemId);

/** No personal data: what was asked for, by whom and why, who decided, how far it is. */
export const outputRow = z.object({
  sk: z.string(),
  kind: z.enum(keysOf(outputKinds)),
  /** As it was asked for, as JSON. */
  spec: z.string(),
  purpose: z.enum(keysOf(outputPurposes)),
  reason: z.string(),
  instructionNumber: z.string().nullable(),
  state: z.enum(keysOf(outputStates)),
  requestedAt: instantSchema,
  requestedBy: z.string(),
  department: z.enum([...keysOf(departments), ""]),
  decision: decisionSchema.extend({ names: z.array(recordItem) }).nullable(),
  /** Where the next turn goes on; null before the first and behind the last. */
  cursor: z.string().nullable(),
  /** People, 届出 or hours looked at, and lines or 届出 written. */
  examined: z.int().nonnegative(),
  lines: z.int().nonnegative(),
  /** People not looked at, or 届出 left out, because of a suspended 利用. */
  leftOut: z.int().nonnegative().default(0),
  /** How often any 利用停止 had been placed or lifted when its first file was begun; null before that, and where nobody could be left out. */
  suspensionChanges: z.int().nonnegative().nullable().default(null),
  parts: z.int().nonnegative(),
  takenParts: z.int().nonnegative(),
  expiresAt: instantSchema,
  /** When its files were taken away; null while some may be left. */
  clearedAt: instantSchema.nullable(),
  version: z.int().positive(),
});
type Row = z.infer<typeof outputRow>;
export type Output = Omit<Row, "sk" | "kind" | "spec"> & Asked & { readonly outputId: string };

const outputsPartition = "OUTPUTS";
const outputKey = (outputId: string): Key => ({ pk: outputsPartition, sk: outputId });

const outputOf = (item: Item): Output => {
  const { sk, kind, spec, ...output } = outputRow.parse(item);
  // Which spec goes with which kind is what outputSpecs says.
  return { outputId: sk, kind, spec: outputSpecs[kind].parse(JSON.parse(spec)), ...output } as Output;
};

export const findOutput = async (database: Database, outputId: string): Promise<Output | undefined> => {
  const [item] = await database.getAll([{ table: "outputs", key: outputKey(outputId) }]);
  return item && outputOf(item);
};

/** The latest outputs that `matches`, at most `limit`, newest day first. */
export const recentOutputs = async (
  database: Database,
  limit: number,
  matches: (output: Output) => boolean,
): Promise<Output[]> => {
  const found: Output[] = [];
  for await (const item of queryAll(database, { table: "outputs", pk: outputsPartition, descending: true })) {
    const output = outputOf(item);
    if (matches(output)) found.push(output);
    if (found.length === limit) break;
  }
  return found;
};

/** Every output asked for from that day on. */
export const outputsSince = async (database: Database, day: string): Promise<Output[]> => {
  const outputs: Output[] = [];
  const between = { from: `O${day.replaceAll("-", "")}`, to: "P" };
  for await (const item of queryAll(database, { table: "outputs", pk: outputsPartition, between }))
    outputs.push(outputOf(item));
  return outputs;
};

export const outputWrite = ({ outputId, spec, decision, ...output }: Output): Write => {
  const item: Item = {
    ...outputKey(outputId),
    ...output,
    spec: JSON.stringify(spec),
    decision: decision && { ...decision },
  };
  return output.version === 1
    ? { kind: "create", table: "outputs", item }
    : { kind: "replace", table: "outputs", item, expects: output.version - 1 };
};

/** What a file of an output can be. */
export const partTypes = ["text/csv", "application/pdf", "text/html", "application/jsonl", "application/json"] as const;

/** A file of an output. The name of its object is drawn at random and says nothing. */
export const partRow = z.object({
  sk: z.string().regex(/^\d{6}$/),
  object: z.string(),
  name: z.string(),
  type: z.enum(partTypes),
  size: z.int(),
  lines: z.int(),
  sha256: z.string().length(64),
  takenAt: instantSchema.nullable(),
  version: z.int().positive(),
});
export type OutputPart = Omit<z.infer<typeof partRow>, "sk"> & { readonly part: number };

const partKey = (outputId: string, part: number): Key => ({
  pk: `OUTPUT#${outputId}`,
  sk: String(part).padStart(6, "0"),
});

const partOf = (item: Item): OutputPart => {
  const { sk, ...part } = partRow.parse(item);
  return { part: Number(sk), ...part };
};

export const findPart = async (database: Database, outputId: string, part: number): Promise<OutputPart | undefined> => {
  const [item] = await database.getAll([{ table: "outputs", key: partKey(outputId, part) }]);
  return item && partOf(item);
};

export const partsOf = async (database: Database, outputId: string): Promise<OutputPart[]> => {
  const parts: OutputPart[] = [];
  for await (const item of queryAll(database, { table: "outputs", pk: `OUTPUT#${outputId}` })) parts.push(partOf(item));
  return parts;
};

/** A part is written once and taken once: the second time of either is refused. */
export const partWrite = (outputId: string, { part, ...row }: OutputPart): Write => {
  const item: Item = { ...partKey(outputId, part), ...row };
  return row.version === 1
    ? { kind: "create", table: "outputs", item }
    : { kind: "replace", table: "outputs", item, expects: row.version - 1 };
};
