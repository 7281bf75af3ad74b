import type { EntryKind } from "../audit/entry-kinds.ts";
import type { Role } from "../domain/roles.ts";
import { type FlowId, flows } from "../flows/catalogue.ts";
import type { FunctionName } from "./environment.ts";

export interface Operation {
  readonly method: "GET" | "POST";
  /** `{name}` marks a path parameter. */
  readonly path: string;
  readonly function: FunctionName;
  readonly roles: readonly Role[];
  /** What its entry in the access trail tells of. */
  readonly kind: EntryKind;
  /** Japanese, for the OpenAPI document and the audit label. */
  readonly title: string;
}

const staff = ["clerk", "examiner", "manager"] as const satisfies readonly Role[];

const filing = (flow: FlowId): Operation => ({
  method: "POST",
  path: `/v1/filings/${flow}`,
  function: flows[flow].family,
  roles: ["clerk", "examiner"],
  kind: "change",
  title: `${flows[flow].title}を受け付ける`,
});

/** Every call of the private API: routes, permissions and the OpenAPI document come from this table. */
export const operations = {
  ...(Object.fromEntries((Object.keys(flows) as FlowId[]).map((flow) => [`file:${flow}`, filing(flow)])) as Record<
    `file:${FlowId}`,
    Operation
  >),
  "file:unknown": {
    method: "POST",
    path: "/v1/filings/{filingId}",
    function: "register",
    roles: ["clerk", "examiner"],
    kind: "change",
    title: "手続の名前を確かめる",
  },
  listFilings: {
    method: "GET",
    path: "/v1/filings",
    function: "register",
    roles: staff,
    kind: "read",
    title: "受付処理簿を見る",
  },
  showFiling: {
    method: "GET",
    path: "/v1/filings/{filingId}",
    function: "register",
    roles: staff,
    kind: "read",
    title: "届出を見る",
  },
  actOnFiling: {
    method: "POST",
    path: "/v1/filings/{filingId}/actions",
    function: "register",
    roles: ["clerk", "examiner"],
    kind: "change",
    title: "届出を処理する",
  },
  showPerson: {
    method: "GET",
    path: "/v1/people/{atenaNumber}",
    function: "people",
    roles: staff,
    kind: "read",
    title: "被保険者を見る",
  },
  showLedger: {
    method: "GET",
    path: "/v1/people/{atenaNumber}/ledger",
    function: "people",
    roles: staff,
    kind: "read",
    title: "資格の履歴を見る",
  },
  showMonths: {
    method: "GET",
    path: "/v1/people/{atenaNumber}/months",
    function: "people",
    roles: staff,
    kind: "read",
    title: "被保険者期間を月ごとに見る",
  },
  searchPeople: {
    method: "POST",
    path: "/v1/people/search",
    function: "people",
    roles: staff,
    kind: "search",
    title: "被保険者を探す",
  },
  assessExemption: {
    method: "POST",
    path: "/v1/assessments/exemption",
    function: "assessments",
    roles: staff,
    kind: "read",
    title: "免除・猶予・学特の見込みを判定する(記録しない)",
  },
  listRuns: {
    method: "GET",
    path: "/v1/transmittals",
    function: "transmittal",
    roles: ["examiner", "manager"],
    kind: "read",
    title: "進達の一覧を見る",
  },
  startRun: {
    method: "POST",
    path: "/v1/transmittals",
    function: "transmittal",
    roles: ["examiner", "manager"],
    kind: "output",
    title: "進達を始める",
  },
  showRun: {
    method: "GET",
    path: "/v1/transmittals/{runId}",
    function: "transmittal",
    roles: ["examiner", "manager"],
    kind: "read",
    title: "進達を見る",
  },
  decideRun: {
    method: "POST",
    path: "/v1/transmittals/{runId}/decision",
    function: "transmittal",
    roles: ["manager"],
    kind: "approval",
    title: "進達を承認または差し戻す",
  },
  resumeRun: {
    method: "POST",
    path: "/v1/transmittals/{runId}/resume",
    function: "transmittal",
    roles: ["manager"],
    kind: "output",
    title: "止まった進達を再開する",
  },
  importResults: {
    method: "POST",
    path: "/v1/results",
    function: "results",
    roles: ["examiner", "manager", "system"],
    kind: "change",
    title: "処理結果一覧を取り込む",
  },
  showResults: {
    method: "GET",
    path: "/v1/results/{importId}",
    function: "results",
    roles: ["examiner", "manager"],
    kind: "read",
    title: "取込結果を見る",
  },
  runIncomeOutput: {
    method: "POST",
    path: "/v1/income-outputs",
    function: "income-outputs",
    roles: ["examiner", "manager"],
    kind: "output",
    title: "所得情報の出力を始める、または続ける",
  },
  listIncomeOutputs: {
    method: "GET",
    path: "/v1/income-outputs",
    function: "income-outputs",
    roles: ["examiner", "manager"],
    kind: "read",
    title: "所得情報の出力の一覧を見る",
  },
  showIncomeOutput: {
    method: "GET",
    path: "/v1/income-outputs/{outputId}",
    function: "income-outputs",
    roles: ["examiner", "manager"],
    kind: "read",
    title: "所得情報の出力を見る",
  },
  decideIncomeOutput: {
    method: "POST",
    path: "/v1/income-outputs/{outputId}/decision",
    function: "income-outputs",
    roles: ["manager"],
    kind: "approval",
    title: "所得情報の出力を承認または差し戻す",
  },
  runBatch: {
    method: "POST",
    path: "/v1/batches",
    function: "batches",
    roles: ["examiner", "manager"],
    kind: "change",
    title: "一括処理を始める、または続ける",
  },
  showBatch: {
    method: "GET",
    path: "/v1/batches/{batchId}",
    function: "batches",
    roles: ["examiner", "manager"],
    kind: "read",
    title: "一括処理の結果を見る",
  },
  showList: {
    method: "GET",
    path: "/v1/lists/{name}",
    function: "lists",
    roles: ["examiner", "manager"],
    kind: "read",
    title: "一覧表を出す",
  },
  takeResidentChanges: {
    method: "POST",
    path: "/v1/residents/changes",
    function: "residents",
    roles: ["examiner", "system"],
    kind: "change",
    title: "住民記録の異動を取り込む",
  },
  listResidentChanges: {
    method: "GET",
    path: "/v1/residents/changes",
    function: "residents",
    roles: staff,
    kind: "read",
    title: "住民記録の異動を見る",
  },
  decideResidentChange: {
    method: "POST",
    path: "/v1/residents/changes/{changeId}/decision",
    function: "residents",
    roles: ["clerk", "examiner"],
    kind: "change",
    title: "住民記録の異動を確認する",
  },
  takeIncomes: {
    method: "POST",
    path: "/v1/incomes",
    function: "incomes",
    roles: ["examiner", "system"],
    kind: "change",
    title: "所得情報を取り込む",
  },
  showIncome: {
    method: "GET",
    path: "/v1/incomes/{atenaNumber}",
    function: "incomes",
    roles: staff,
    kind: "read",
    title: "所得情報を見る",
  },
  referIncome: {
    method: "POST",
    path: "/v1/incomes/references",
    function: "incomes",
    roles: ["clerk", "examiner"],
    kind: "change",
    title: "税システムに所得情報を照会する",
  },
  listIncomeCorrections: {
    method: "GET",
    path: "/v1/incomes/corrections",
    function: "incomes",
    roles: staff,
    kind: "read",
    title: "所得の更正で見直すものを見る",
  },
  decideIncomeCorrection: {
    method: "POST",
    path: "/v1/incomes/corrections/{correctionId}/decision",
    function: "incomes",
    roles: ["examiner"],
    kind: "change",
    title: "所得の更正による見直しを終える",
  },
  requestOutput: {
    method: "POST",
    path: "/v1/outputs",
    function: "outputs",
    roles: ["examiner", "manager", "auditor"],
    kind: "output",
    title: "出力を申請する",
  },
  listOutputs: {
    method: "GET",
    path: "/v1/outputs",
    function: "outputs",
    roles: ["examiner", "manager", "auditor"],
    kind: "read",
    title: "出力の一覧を見る",
  },
  showOutput: {
    method: "GET",
    path: "/v1/outputs/{outputId}",
    function: "outputs",
    roles: ["examiner", "manager", "auditor"],
    kind: "read",
    title: "出力を見る",
  },
  decideOutput: {
    method: "POST",
    path: "/v1/outputs/{outputId}/decision",
    function: "outputs",
    roles: ["manager"],
    kind: "approval",
    title: "出力を承認する、またはしない",
  },
  produceOutput: {
    method: "POST",
    path: "/v1/outputs/{outputId}/production",
    function: "outputs",
    roles: ["examiner", "manager", "auditor"],
    kind: "output",
    title: "承認された出力を作る、または申請を取り下げる",
  },
  takeOutput: {
    method: "POST",
    path: "/v1/outputs/{outputId}/parts/{part}",
    function: "outputs",
    roles: ["examiner", "manager", "auditor"],
    kind: "output",
    title: "出力のファイルを受け取る",
  },
} as const satisfies Record<string, Operation>;

export type OperationId = keyof typeof operations;
