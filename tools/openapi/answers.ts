import * as z from "zod";
import { batchIdPattern } from "../../shared/contracts/batches.ts";
import { incomeOutputIdPattern } from "../../shared/contracts/income-outputs.ts";
import { listTitles } from "../../shared/contracts/lists.ts";
import type { OperationId } from "../../shared/contracts/operations.ts";
import { changeStates } from "../../shared/contracts/resident-changes.ts";
import { reportKindSchema } from "../../shared/contracts/steps.ts";
import { batchKinds, batchOutcomes } from "../../shared/domain/batch-kinds.ts";
import { categorySchema } from "../../shared/domain/causes.ts";
import { importIdPattern, runIdPattern } from "../../shared/domain/ids.ts";
import { incomeOutcomes, incomeOutputKinds } from "../../shared/domain/income-outputs.ts";
import { keysOf } from "../../shared/domain/keys-of.ts";
import { quarantineReasons } from "../../shared/domain/resident-change.ts";
import {
  atenaNumberSchema,
  filingIdSchema,
  instantSchema,
  plainDateSchema,
  plainMonthSchema,
} from "../../shared/domain/values.ts";
import { type FlowId, flowIds } from "../../shared/flows/catalogue.ts";
import { decisionSchema, manifestSchema, runStates } from "../../shared/stores/runs.ts";
import { auditBodies, auditSuccesses } from "./audit-answers.ts";
import { benefitBodies } from "./benefit-answers.ts";
import { erasureBodies, erasureSuccesses } from "./erasure-answers.ts";
import { filingBodies } from "./filing-answers.ts";
import { incomeBodies } from "./income-answers.ts";
import { outputBodies } from "./output-answers.ts";
import { ledger, months, person, wholePerson } from "./person-answers.ts";
import { provisionBodies } from "./provision-answers.ts";
import { benefits } from "./recipient-answers.ts";
import { requestBodies, requestSuccesses } from "./request-answers.ts";
import { rightsBodies, rightsSuccesses } from "./rights-answers.ts";
import { rowFault } from "./row-fault.ts";
import { suspensionBodies, suspensionSuccesses } from "./suspension-answers.ts";

const runId = z.string().regex(runIdPattern);
const words = z.string();

const file = manifestSchema.shape.files.element;
const linkedFile = file.extend({ url: words.optional().describe("管理責任者だけ。5分間有効") });

const run = z.strictObject({
  runId,
  state: z.enum(keysOf(runStates)),
  stateLabel: words,
  startedAt: instantSchema,
  startedBy: words,
  cutoff: instantSchema,
  kinds: z.array(reportKindSchema),
  decision: decisionSchema.nullable(),
  files: z.array(file),
});

const member = z.strictObject({
  filingId: filingIdSchema,
  kind: reportKindSchema,
  state: z.enum(["included", "stopped", "released", "put-back", "settled"]),
  reasons: z.array(z.strictObject({ code: words, message: words })),
});

const outcome = z.enum(["approved", "rejected", "returned", "amended", "unmatched"]);

const imported = z.strictObject({
  importId: z.string().regex(importIdPattern),
  importedAt: instantSchema,
  importedBy: words,
  records: z.int(),
  state: z.enum(["in-progress", "done"]),
  done: z.int(),
  next: words.optional(),
  counts: z.record(outcome, z.int()),
  lines: z.array(
    z.strictObject({
      line: z.int(),
      outcome,
      outcomeLabel: words,
      filingId: filingIdSchema.nullable(),
      reason: words.nullable(),
      detail: words.optional(),
    }),
  ),
});

const outputFile = file.omit({ kind: true });
const incomeOutcome = z.enum(keysOf(incomeOutcomes));

const incomeOutput = z.strictObject({
  outputId: z.string().regex(incomeOutputIdPattern),
  kind: z.enum(keysOf(incomeOutputKinds)),
  title: words,
  year: z.int().nullable().describe("免除年度"),
  listNumber: words.nullable().describe("受け取った一覧の番号"),
  state: z.enum(["composing", "sealed", "approved", "refused", "released", "empty"]),
  stateLabel: words,
  startedAt: instantSchema,
  startedBy: words,
  asOf: plainDateSchema.describe("この日を基準に月を数える"),
  examined: z.int().describe("調べた人数または行数"),
  total: z.int().nullable().describe("一覧の行数"),
  lines: z.int().describe("書いた行数"),
  counts: z.partialRecord(incomeOutcome, z.int()),
  countLabels: z.partialRecord(incomeOutcome, words),
  files: z.array(outputFile),
  decision: decisionSchema.nullable(),
  next: words.optional(),
});

const batchOutcome = z.enum(keysOf(batchOutcomes));

const batch = z.strictObject({
  batchId: z.string().regex(batchIdPattern),
  kind: z.enum(keysOf(batchKinds)),
  title: words,
  month: plainMonthSchema.nullable(),
  asOf: plainDateSchema.describe("この日の記録で判定する"),
  startedAt: instantSchema,
  startedBy: words,
  finishedAt: instantSchema.nullable(),
  state: z.enum(["in-progress", "done"]),
  done: z.int(),
  total: z.int(),
  unit: words.describe("doneとtotalの単位"),
  examined: z.int().describe("調べた人数"),
  counts: z.partialRecord(batchOutcome, z.int()),
  countLabels: z.partialRecord(batchOutcome, words),
  next: words.optional(),
});

const batchRow = z.strictObject({
  line: z.int().nullable().describe("送られた行の番号"),
  atenaNumber: atenaNumberSchema.nullable(),
  outcome: batchOutcome,
  reason: words,
  article: words.optional(),
  on: plainDateSchema.nullable(),
  category: categorySchema.nullable(),
  categoryLabel: words.nullable(),
  cause: words.nullable(),
  causeLabel: words.nullable(),
});

const changeState = z.enum(keysOf(changeStates));

const changeOutcome = {
  changeId: words,
  state: changeState,
  stateLabel: words,
  reason: z.enum(keysOf(quarantineReasons)).nullable(),
  detail: words.optional(),
};

const change = z.strictObject({
  ...changeOutcome,
  takenAt: instantSchema,
  decidedBy: words.nullable(),
  flow: z.enum(["acquisition", "loss"]).nullable().describe("案の手続"),
  flowTitle: words.nullable(),
  filingId: filingIdSchema.nullable(),
  kindLabel: words.nullable(),
  change: z
    .record(z.string(), z.unknown())
    .nullable()
    .describe("異動の内容。個人番号と支援措置を受ける人の住所は伏せ字。読めなかった行はnull"),
  note: words,
  faults: z.array(rowFault),
});

/** The bodies of answers, by name. A test parses the office's real answers with them. */
export const bodies = {
  ...filingBodies,
  ...benefitBodies,
  Person: wholePerson,
  Ledger: ledger,
  Months: months,
  Benefits: benefits,
  FoundPeople: z.strictObject({ people: z.array(person), more: z.boolean() }),
  Run: run,
  WholeRun: run.extend({ files: z.array(linkedFile), members: z.array(member).optional().describe("運用には出ない") }),
  Runs: z.strictObject({ runs: z.array(run) }),
  StartedRun: z.strictObject({ execution: words }),
  Import: imported,
  IncomeOutput: incomeOutput,
  WholeIncomeOutput: incomeOutput.extend({
    files: z.array(outputFile.extend({ url: linkedFile.shape.url })),
  }),
  IncomeOutputs: z.strictObject({ outputs: z.array(incomeOutput) }),
  Batch: batch,
  WholeBatch: batch.extend({
    rows: z.array(batchRow).optional().describe("運用には出ない"),
    nextPage: words.nullable().optional().describe("続きがあるときafterに指定する。運用には出ない"),
  }),
  List: z.strictObject({
    name: z.enum(keysOf(listTitles)),
    title: words,
    from: plainDateSchema,
    to: plainDateSchema,
    columns: z.array(z.strictObject({ key: words, heading: words })),
    rows: z.array(z.record(z.string(), z.union([words, z.int(), z.null()]))).describe("初めの50件まで"),
    total: z.int(),
    more: z.boolean().describe("50件を超える。続きは出力の承認を求める"),
    next: words.optional(),
  }),
  TakenChanges: z.strictObject({
    counts: z.record(changeState, z.int()),
    changes: z.array(
      z.strictObject({
        at: z.int().describe("送った順の番号(0から)"),
        ...changeOutcome,
        repeated: z.boolean().describe("同じ内容を取込済み"),
        faults: z.array(rowFault).optional(),
      }),
    ),
  }),
  Change: change,
  Changes: z.strictObject({
    state: changeState,
    changes: z.array(change),
    next: words.nullable().describe("続きがあるときafterに指定する異動番号"),
  }),
  ...incomeBodies,
  ...auditBodies,
  ...erasureBodies,
  ...requestBodies,
  ...suspensionBodies,
  ...rightsBodies,
  ...provisionBodies,
  ...outputBodies,
} as const satisfies Record<string, z.ZodType>;

export type BodyName = keyof typeof bodies;

interface Success {
  readonly description: string;
  readonly body: BodyName;
}

const taken: Readonly<Record<number, Success>> = {
  201: { description: "受け付けた。statusは受理・補正待ち・受付のどれか", body: "DecidedFiling" },
};

/** How each operation answers when all is well, by status; `file:unknown` never does. */
export const successes: Readonly<Record<OperationId, Readonly<Record<number, Success>>>> = {
  ...(Object.fromEntries(flowIds.map((flow) => [`file:${flow}`, taken])) as Record<`file:${FlowId}`, typeof taken>),
  "file:unknown": {},
  listFilings: { 200: { description: "受付処理簿の1ページ(新しい順)", body: "Register" } },
  showFiling: { 200: { description: "届出の全体", body: "WholeFiling" } },
  actOnFiling: { 200: { description: "処理した後の届出", body: "DecidedFiling" } },
  showPerson: { 200: { description: "被保険者", body: "Person" } },
  showLedger: { 200: { description: "資格の履歴", body: "Ledger" } },
  showBenefits: { 200: { description: "受給権と履歴", body: "Benefits" } },
  showMonths: { 200: { description: "被保険者期間(月ごと)", body: "Months" } },
  searchPeople: { 200: { description: "見つかった人(20人まで)", body: "FoundPeople" } },
  assessExemption: { 200: { description: "判定(参考)。何も記録しない", body: "Assessment" } },
  assessBenefit: { 200: { description: "給付の見込み(参考)。何も記録しない", body: "BenefitEstimate" } },
  listRuns: { 200: { description: "新しい順に60回分", body: "Runs" } },
  startRun: { 202: { description: "始めた", body: "StartedRun" } },
  showRun: { 200: { description: "進達の全体", body: "WholeRun" } },
  decideRun: { 200: { description: "決定した", body: "Run" } },
  resumeRun: { 202: { description: "再開した", body: "Run" } },
  importResults: {
    200: { description: "同じファイルを取込済み、または続きから取り込み終えた", body: "Import" },
    201: { description: "取り込んだ", body: "Import" },
    202: { description: "時間内に終わらず途中まで取り込んだ。同じファイルをもう一度送る", body: "Import" },
  },
  showResults: { 200: { description: "取込結果", body: "Import" } },
  runIncomeOutput: {
    200: { description: "ファイルができて承認を待っている、または前にできている", body: "IncomeOutput" },
    202: { description: "途中まで作った。同じ内容をもう一度送る", body: "IncomeOutput" },
  },
  listIncomeOutputs: { 200: { description: "新しい順に60件", body: "IncomeOutputs" } },
  showIncomeOutput: { 200: { description: "進み具合と結果ごとの件数", body: "WholeIncomeOutput" } },
  decideIncomeOutput: { 200: { description: "決定した", body: "IncomeOutput" } },
  runBatch: {
    200: { description: "終えた、または前に終えている", body: "Batch" },
    202: { description: "途中まで処理した。同じ内容をもう一度送る", body: "Batch" },
  },
  takeResidentChanges: { 200: { description: "1件ごとの結果", body: "TakenChanges" } },
  listResidentChanges: { 200: { description: "その状態の異動(1ページ)", body: "Changes" } },
  decideResidentChange: { 200: { description: "決めた後の異動", body: "Change" } },
  takeIncomes: { 200: { description: "1件ごとの結果", body: "TakenIncomes" } },
  showIncome: { 200: { description: "所得情報と参考情報", body: "Income" } },
  referIncome: { 200: { description: "税システムの答えを取り込んだ結果", body: "TakenIncome" } },
  listIncomeCorrections: { 200: { description: "その状態の更正(1ページ)", body: "IncomeCorrections" } },
  decideIncomeCorrection: { 200: { description: "決めた後の更正", body: "IncomeCorrection" } },
  provideItems: { 200: { description: "その移転先に移転する情報", body: "Provision" } },
  showBatch: { 200: { description: "進み具合と、だれに何をしたか(1ページ)", body: "WholeBatch" } },
  showList: { 200: { description: "一覧表の初めの50件", body: "List" } },
  requestOutput: { 201: { description: "申請した。管理責任者の承認を待つ", body: "Output" } },
  listOutputs: { 200: { description: "新しい日の順に60件", body: "Outputs" } },
  showOutput: { 200: { description: "出力と、そのファイルの一覧(内容は含まない)", body: "WholeOutput" } },
  decideOutput: {
    200: { description: "決定した。承認したものは作り終えて受取りを待っている", body: "Output" },
    202: { description: "承認し、途中まで作った、またはこれから作る(帳票)。続きは自動でも作る", body: "Output" },
  },
  produceOutput: {
    200: { description: "作り終えている、または申請を取り下げた", body: "Output" },
    202: { description: "途中まで作った", body: "Output" },
  },
  takeOutput: { 200: { description: "ファイルの内容(Base64)。一度だけ", body: "TakenPart" } },
  ...requestSuccesses,
  ...suspensionSuccesses,
  ...rightsSuccesses,
  ...auditSuccesses,
  ...erasureSuccesses,
};
