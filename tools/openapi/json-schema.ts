import * as z from "zod";
import { incomeStates } from "../../shared/contracts/incomes.ts";
import { acquisitionCauses, categories, lossCauses, voidReasons } from "../../shared/domain/causes.ts";
import { correctionStates } from "../../shared/domain/correction-states.ts";
import { channels, counters, documents, filers, identityDocuments } from "../../shared/domain/filing.ts";
import { filingStatuses } from "../../shared/domain/filing-status.ts";
import { circumstanceCodes, unidentifiedReasons } from "../../shared/domain/income-record.ts";
import { recordItems, recordItemsOf } from "../../shared/domain/record-items.ts";
import { exemptionEnds, exemptionReasons, exemptionTypes } from "../../shared/domain/reliefs.ts";
import { schoolKinds } from "../../shared/domain/schools.ts";
import { basicPensionNumberSchema, individualNumberSchema, plainDateSchema } from "../../shared/domain/values.ts";
import { flowIds, flows } from "../../shared/flows/catalogue.ts";
import { runStates } from "../../shared/stores/runs.ts";

export type JsonSchema = z.core.JSONSchema.JSONSchema;

/** What a refinement checks and JSON Schema cannot be told by zod. A marked copy keeps its definition, by which it is known. */
const forms: readonly (readonly [z.ZodType, Partial<JsonSchema>])[] = [
  [plainDateSchema, { format: "date" }],
  [basicPensionNumberSchema, { pattern: "^\\d{10}$" }],
  [individualNumberSchema, { pattern: "^\\d{12}$" }],
];

const flowTitles = Object.fromEntries(flowIds.map((flow) => [flow, flows[flow].title]));

/** Codes and what users read for them. */
const labels: readonly Readonly<Record<string, string>>[] = [
  counters,
  channels,
  filers,
  identityDocuments,
  documents,
  acquisitionCauses,
  lossCauses,
  categories,
  voidReasons,
  exemptionTypes,
  exemptionReasons,
  exemptionEnds,
  schoolKinds,
  filingStatuses,
  flowTitles,
  runStates,
  correctionStates,
  incomeStates,
  circumstanceCodes,
  unidentifiedReasons,
];

const labelled = (values: readonly unknown[]): string | undefined => {
  const table = labels.find((each) => values.every((value) => typeof value === "string" && Object.hasOwn(each, value)));
  return table && values.map((value) => `${String(value)} = ${table[String(value)]}`).join("、");
};

/** The item of 別添1 that the value is, or what an administrative one is for. */
const meaning = (schema: z.core.$ZodType): string | undefined => {
  const [leaf, another] = recordItemsOf(schema);
  if (!leaf || another || leaf.path !== "" || leaf.kind === "unmarked") return undefined;
  if (leaf.kind === "beyond") return "評価書の別添1に項目がない";
  return leaf.kind === "item" ? recordItems[leaf.id].ja : leaf.why;
};

/** A schema as JSON Schema, with the meaning of each item and the label of each code. `io`: what is sent, or what is answered. */
export const jsonSchema = (schema: z.ZodType, io: "input" | "output"): JsonSchema => {
  const { $schema: _dialect, ...described } = z.toJSONSchema(schema, {
    io,
    unrepresentable: "any",
    override: ({ zodSchema, jsonSchema: found }) => {
      const form = forms.find(([known]) => known._zod.def === zodSchema._zod.def);
      Object.assign(found, form?.[1]);
      const said = [found.description, meaning(zodSchema), found.enum && labelled(found.enum)].filter(Boolean);
      if (said.length > 0) found.description = said.join("。");
    },
  });
  return described;
};
