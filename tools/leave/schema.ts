import * as z from "zod";
import { type RecordKind, recordKinds } from "../../functions/erasure/leaving/record-kinds.ts";
import { incomeRecord } from "../../shared/domain/income-record.ts";
import { keysOf } from "../../shared/domain/keys-of.ts";
import { ledgerEntry } from "../../shared/domain/ledger-events.ts";
import { instantSchema } from "../../shared/domain/values.ts";
import { flowIds } from "../../shared/flows/catalogue.ts";
import { batchRow, batchRowContent, personRow } from "../../shared/stores/batches.ts";
import { listed } from "../../shared/stores/certificates.ts";
import { lineRow as fileLineRow, fileRow } from "../../shared/stores/dropped-files.ts";
import { erasureRow, findingRow, itemRow } from "../../shared/stores/erasures.ts";
import { filingBody, row as filingRow } from "../../shared/stores/filings.ts";
import { holdRow } from "../../shared/stores/holds.ts";
import { importRow, lineRow } from "../../shared/stores/imports.ts";
import { correctionRow, sealedCorrection } from "../../shared/stores/income-corrections.ts";
import { outputRow as incomeOutputRow, stepRow } from "../../shared/stores/income-outputs.ts";
import { row as incomeRow } from "../../shared/stores/incomes.ts";
import { outputRow, partRow } from "../../shared/stores/outputs.ts";
import { sealedRow } from "../../shared/stores/people.ts";
import { row as queueRow } from "../../shared/stores/queue.ts";
import { requestNotes, requestRow } from "../../shared/stores/requests.ts";
import { changeRow, sealedChange } from "../../shared/stores/resident-changes.ts";
import { entryRow } from "../../shared/stores/rights.ts";
import { memberRow, runRow } from "../../shared/stores/runs.ts";
import { suspensionRow } from "../../shared/stores/suspensions.ts";
import { takeoverMark, takeoverRow } from "../../shared/stores/takeovers.ts";
import { storedRow } from "../../shared/stores/trail-rows.ts";
import { jsonSchema } from "../openapi/json-schema.ts";

interface Described {
  /** Attributes of a row beside its key. */
  readonly row: z.ZodObject;
  /** What was sealed in it. */
  readonly opened?: z.ZodType;
}

/** Written as these tables are read; of what is left open here only the key, the owner and plain values are promised. */
const anything = z.looseObject({});

const storedVersion = z.object({
  name: z.string(),
  version: z.string(),
  latest: z.boolean(),
  marker: z.boolean(),
  at: instantSchema,
  size: z.int(),
});

const receivedIncome = incomeRow.extend({ receivedAt: instantSchema });

export const described = {
  "ledger-entry": { row: sealedRow, opened: ledgerEntry },
  filing: { row: filingRow, opened: z.union(flowIds.map(filingBody)) },
  "queue-entry": { row: queueRow },
  run: { row: runRow },
  "run-member": { row: memberRow },
  import: { row: importRow },
  "import-line": { row: lineRow },
  "income-output": { row: incomeOutputRow },
  "income-output-step": { row: stepRow },
  batch: { row: batchRow },
  "batch-row": { row: personRow, opened: batchRowContent },
  takeover: { row: takeoverRow },
  "takeover-person": { row: takeoverMark },
  "resident-change": { row: changeRow, opened: sealedChange },
  "linkage-file": { row: fileRow },
  "linkage-file-line": { row: fileLineRow },
  income: { row: receivedIncome, opened: incomeRecord },
  "income-history": { row: receivedIncome, opened: incomeRecord },
  "income-correction": { row: correctionRow, opened: sealedCorrection },
  output: { row: outputRow },
  "output-part": { row: partRow },
  request: { row: requestRow, opened: requestNotes },
  suspension: { row: suspensionRow },
  notices: { row: anything },
  "right-entry": { row: entryRow },
  erasure: { row: erasureRow },
  "erasure-item": { row: itemRow },
  "erasure-finding": { row: findingRow },
  hold: { row: holdRow },
  certificate: { row: listed },
  "erasure-note": { row: anything },
  "trail-entry": { row: storedRow },
  "audit-object": { row: storedVersion },
} as const satisfies Record<Exclude<RecordKind, "outbox-object">, Described>;

const notAttributes = ["pk", "sk", "sealed"];

/** Schema of a line: its key, whose it is, what lay open, and what was sealed. */
const lineOf = (kind: keyof typeof described) => {
  const { row, opened }: Described = described[kind];
  const attributes = z.object(
    Object.fromEntries(Object.entries(row.shape).filter(([name]) => !notAttributes.includes(name))),
  );
  if (kind === "audit-object") return jsonSchema(attributes, "input");
  return jsonSchema(
    z.object({
      kind: z.literal(kind),
      table: z.string(),
      pk: z.string(),
      sk: z.string(),
      owner: z.string().nullable().describe("同じ人の記録をつなぐ仮名。だれの記録でもなければnull"),
      row: attributes.describe("封をせずに保管していた項目"),
      opened: z
        .object(opened === undefined ? {} : { sealed: opened.optional() })
        .describe("封をして保管していた項目(開いたもの)"),
    }),
    "input",
  );
};

/** `schema.json`: what each kind of file of a return holds, field by field, with the items of 別添1 and the labels of codes. */
export const returnSchema = () => ({
  form: 1,
  kinds: Object.fromEntries(
    keysOf(recordKinds).map((kind) => [
      kind,
      {
        title: recordKinds[kind].title,
        line: kind === "outbox-object" ? "送り出したファイルそのもの(名前は目録のobject)" : lineOf(kind),
      },
    ]),
  ),
});
