import type { FactKind } from "./log-facts.ts";

interface LogRow {
  /** Japanese, for those who run the system. It holds no data of people. */
  readonly message: string;
  readonly level: "info" | "warn" | "error";
  /** What a line may carry, by name. Anything else is dropped. */
  readonly facts: Readonly<Record<string, FactKind>>;
}

const fileDone = {
  fileId: "digest",
  rows: "count",
  recorded: "count",
  corrected: "count",
  proposed: "count",
  quarantined: "count",
  confirmed: "count",
  dismissed: "count",
} as const;
const fileRefused = { fileId: "digest", fault: "code", line: "count" } as const;

/** What is logged, by code: the metric filters, alarms and runbooks go by these. docs/logs.md says the same for people. */
export const logCodes = {
  "request-done": {
    message: "要求を処理した",
    level: "info",
    facts: { status: "count", correlationId: "correlation" },
  },
  "request-refused": {
    message: "要求を断った",
    level: "info",
    facts: { problem: "problem", correlationId: "correlation" },
  },
  "access-refused": {
    message: "認証または権限で断った",
    level: "warn",
    facts: { status: "count", operation: "operation" },
  },
  "internal-error": {
    message: "想定しない誤りが起きた",
    level: "error",
    facts: { error: "error-name", where: "place", correlationId: "correlation" },
  },
  "transmittal-step": {
    message: "進達の一段を終えた",
    level: "info",
    facts: { step: "code", runId: "run", next: "code" },
  },
  "transmittal-stopped": {
    message: "媒体に書けない記録を進達から外した",
    level: "warn",
    facts: { runId: "run", filingId: "filing" },
  },
  "resident-file-done": { message: "住民記録の異動ファイルを取り込んだ", level: "info", facts: fileDone },
  "resident-file-refused": { message: "住民記録の異動ファイルを読めなかった", level: "warn", facts: fileRefused },
  "income-file-done": { message: "所得情報ファイルを取り込んだ", level: "info", facts: fileDone },
  "income-file-refused": { message: "所得情報ファイルを読めなかった", level: "warn", facts: fileRefused },
  "income-reference-failed": {
    message: "税システムへの照会に答えが得られなかった",
    level: "warn",
    facts: { fault: "code" },
  },
  "results-unmatched": {
    message: "処理結果一覧に突合できない行があった",
    level: "warn",
    facts: { importId: "digest", unmatched: "count" },
  },
  "batches-done": { message: "夜間の一括処理を終えた", level: "info", facts: { month: "month" } },
  "audit-head": {
    message: "アクセス記録の一時間のダイジェストを作り署名した",
    level: "info",
    facts: { hour: "hour", entries: "count", files: "count", sha256: "digest" },
  },
  "trail-differs": {
    message: "アクセス記録が署名したダイジェストと違う",
    level: "error",
    facts: {
      fault: "code",
      hour: "hour",
      place: "trail-place",
      changed: "count",
      removed: "count",
      added: "count",
      places: "trail-places",
    },
  },
  "trail-gap": {
    message: "API呼出しとアクセス記録の数が合わない",
    level: "error",
    facts: {
      day: "day",
      calls: "count",
      entries: "count",
      withoutEntry: "count",
      withoutCall: "count",
      requestIds: "correlations",
    },
  },
  "trail-compared": {
    message: "API呼出しとアクセス記録を突き合わせた",
    level: "info",
    facts: { day: "day", calls: "count", entries: "count", hours: "count" },
  },
  "outputs-tended": {
    message: "出力の続きと期限切れを処理した",
    level: "info",
    facts: { outputs: "count", expired: "count" },
  },
  "erasure-turned": {
    message: "消去の一回分を終えた",
    level: "info",
    facts: { erasureId: "erasure", state: "code", examined: "count", next: "code" },
  },
  "erasure-left": {
    message: "消去できないもの、または見つかった写しが残った",
    level: "warn",
    facts: { erasureId: "erasure", failed: "count", found: "count" },
  },
  "erasure-unknown-rows": {
    message: "消去の一覧で決まった形に合わない行があった",
    level: "warn",
    facts: { erasureId: "erasure", phase: "code", rows: "count" },
  },
  "temporary-file-stays": {
    message: "一時ファイルが、なくなるはずの時を過ぎて残っている",
    level: "warn",
    facts: { bucket: "code", stuck: "count", late: "count", untaken: "count", waiting: "count" },
  },
  "temporary-files-swept": {
    message: "一時ファイルを見回った",
    level: "info",
    facts: { looked: "count", gone: "count" },
  },
} as const satisfies Record<string, LogRow>;

export type LogCode = keyof typeof logCodes;
