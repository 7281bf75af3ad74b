import * as z from "zod";
import { outputIdPattern, outputSpecs } from "../../shared/contracts/outputs.ts";
import { departments } from "../../shared/domain/departments.ts";
import { keysOf } from "../../shared/domain/keys-of.ts";
import { outputPurposes } from "../../shared/domain/output-purposes.ts";
import { outputKinds, outputStates } from "../../shared/domain/outputs.ts";
import { instantSchema } from "../../shared/domain/values.ts";
import { partTypes } from "../../shared/stores/outputs.ts";
import { decisionSchema } from "../../shared/stores/runs.ts";

const words = z.string();
const outputId = z.string().regex(outputIdPattern);

const output = z.strictObject({
  outputId,
  kind: z.enum(keysOf(outputKinds)),
  kindLabel: words,
  spec: z.union([outputSpecs.list, outputSpecs.extract, outputSpecs.forms, outputSpecs.trail, outputSpecs.disclosure]),
  purpose: z.enum(keysOf(outputPurposes)),
  purposeLabel: words,
  reason: words,
  instructionNumber: words.nullable(),
  state: z.enum(keysOf(outputStates)),
  stateLabel: words,
  requestedAt: instantSchema,
  requestedBy: words,
  department: z.enum([...keysOf(departments), ""]),
  decision: decisionSchema.extend({ names: z.array(words) }).nullable(),
  sensitiveItems: z
    .array(z.strictObject({ item: words, label: words }))
    .describe("個人番号・要配慮の項目。承認のnamesに過不足なく挙げる"),
  examined: z.int().describe("見た人・届出・時間の数"),
  lines: z.int(),
  leftOut: z.int().describe("利用の停止により見なかった人、または載せなかった届出の数"),
  parts: z.int().describe("ファイルの数"),
  takenParts: z.int(),
  expiresAt: instantSchema.describe("この時を過ぎると期限切れになる"),
  clearedAt: instantSchema.nullable().describe("ファイルを消去した時"),
});

const part = z.strictObject({
  part: z.int().positive(),
  name: words,
  type: z.enum(partTypes),
  size: z.int(),
  lines: z.int(),
  sha256: z.string().length(64),
  takenAt: instantSchema.nullable(),
});

/** The bodies of answers about bulk output, by name. */
export const outputBodies = {
  Output: output,
  Outputs: z.strictObject({ outputs: z.array(output) }),
  WholeOutput: output.extend({ files: z.array(part) }),
  TakenPart: part.extend({ outputId, contentBase64: z.base64() }),
} as const satisfies Record<string, z.ZodType>;
