import type { FunctionName } from "../../shared/contracts/environment.ts";
import type { LogCode } from "../../shared/http/log-codes.ts";

/** A line of CloudTrail that someone must look at. Written in the filter language of CloudWatch Logs. */
export const trailSignals = {
  "key-ending-attempted": {
    title: "KMSの鍵の削除・無効化・方針変更が試みられた",
    pattern:
      '{ ($.eventSource = "kms.amazonaws.com") && (($.eventName = "ScheduleKeyDeletion") || ($.eventName = "DisableKey") || ($.eventName = "DisableKeyRotation") || ($.eventName = "PutKeyPolicy")) }',
    threshold: 1,
  },
  "api-call-refused": {
    title: "許可されていないAWSのAPI呼び出しが続いた",
    pattern: '{ ($.errorCode = "*UnauthorizedOperation") || ($.errorCode = "AccessDenied*") }',
    threshold: 5,
  },
  "trail-touched": {
    title: "監査証跡またはその保管場所の設定が変えられた",
    pattern:
      '{ ($.eventName = "StopLogging") || ($.eventName = "DeleteTrail") || ($.eventName = "UpdateTrail") || ($.eventName = "PutEventSelectors") || ($.eventName = "DeleteFlowLogs") || ($.eventName = "PutBucketPolicy") || ($.eventName = "DeleteBucketPolicy") || ($.eventName = "PutObjectLockConfiguration") }',
    threshold: 1,
  },
  "audit-entry-touched": {
    title: "アクセス記録の表に追記以外の操作が試みられた",
    // Entries past their years are taken away by the erasure's own function, and by nobody else.
    pattern:
      '{ ($.eventSource = "dynamodb.amazonaws.com") && (($.eventName = "DeleteItem") || ($.eventName = "UpdateItem") || ($.eventName = "DeleteTable")) && ($.requestParameters.tableName = "*-audit") && (($.eventName != "DeleteItem") || ($.userIdentity.sessionContext.sessionIssuer.arn NOT EXISTS) || ($.userIdentity.sessionContext.sessionIssuer.arn != "*-erasure-turns-function")) }',
    threshold: 1,
  },
  "root-used": {
    title: "ルートユーザーが使われた",
    pattern: '{ ($.userIdentity.type = "Root") && ($.eventType != "AwsServiceEvent") }',
    threshold: 1,
  },
} as const satisfies Record<string, { title: string; pattern: string; threshold: number }>;

export interface LogSignal {
  readonly title: string;
  readonly code: LogCode;
  readonly threshold: number;
  readonly hours?: number;
}

/**
 * A line of a function's log that someone must look at, by its code. Threshold: lines in five minutes, or in `hours` where the
 * line is said again by the hour for as long as it is true.
 */
export const logSignals = {
  "unexpected-error": { title: "想定しない誤りが起きた", code: "internal-error", threshold: 1 },
  "access-refused-often": { title: "認証または権限での拒否が続いた", code: "access-refused", threshold: 20 },
  "record-left-out": { title: "媒体に書けない届出が進達から外れた", code: "transmittal-stopped", threshold: 1 },
  "results-unmatched": { title: "処理結果一覧に突合できない行があった", code: "results-unmatched", threshold: 1 },
  "trail-gap": { title: "API呼出しとアクセス記録の数が合わない", code: "trail-gap", threshold: 1 },
  "trail-differs": { title: "アクセス記録が署名したダイジェストと違う", code: "trail-differs", threshold: 1 },
  "erasure-left": {
    title: "消去できないもの、または見つかった写しが残った",
    code: "erasure-left",
    threshold: 1,
  },
  "temporary-file-stays": {
    title: "一時ファイルが残っている",
    code: "temporary-file-stays",
    threshold: 1,
    hours: 2,
  },
} as const satisfies Record<string, LogSignal>;

/** A line that a function by the clock must write at least once in so many hours; its silence is what someone must look at. */
export const heartbeats = {
  "digest-missing": {
    title: "アクセス記録のダイジェストが作られていない",
    code: "audit-head",
    fn: "audit-digest",
    hours: 2,
  },
  "reconciliation-missing": {
    title: "API呼出しとアクセス記録の突合が行われていない",
    code: "trail-compared",
    fn: "audit-reconciliation",
    hours: 26,
  },
  "erasure-missing": {
    title: "消去の夜の処理が行われていない",
    code: "erasure-turned",
    fn: "erasure-turns",
    hours: 26,
  },
  "temporary-files-missing": {
    title: "一時ファイルの見回りが終わっていない",
    code: "temporary-files-swept",
    fn: "temporary-files",
    hours: 3,
  },
} as const satisfies Record<string, { title: string; code: LogCode; fn: FunctionName; hours: number }>;
