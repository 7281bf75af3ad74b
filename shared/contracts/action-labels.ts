import type { Operation } from "./operation.ts";
import { operations } from "./operations.ts";

/** What acts by the clock or in a workflow, as its entries name what it did. */
const ownActions = {
  "resident-files": "住民記録の異動ファイルを取り込む",
  "income-files": "所得情報ファイルを取り込む",
  "batch:nightly": "夜間の一括処理",
  "transmittal:open": "進達の回を開く",
  "transmittal:collect": "進達する届出を集める",
  "transmittal:compose": "進達のファイルを作る",
  "transmittal:seal": "進達のファイルを封じる",
  "transmittal:await-approval": "進達の承認を待つ",
  "transmittal:release": "進達のファイルを出す",
  "transmittal:reopen": "差し戻された進達を戻す",
  "temporary-files:sweep": "要らなくなった一時ファイルを消す",
  "output:clock": "承認された出力を作り、期限の過ぎたものを消す",
  "report:monthly": "アクセス記録の月次報告を作る",
  unknown: "どの操作でもない呼出し",
} as const satisfies Record<string, string>;

const labels: ReadonlyMap<string, string> = new Map([
  ...Object.entries<Operation>(operations).map(([id, { title }]): [string, string] => [id, title]),
  ...Object.entries(ownActions),
]);

/** An action of the trail in Japanese; its code where nobody gave it a name. */
export const actionLabel = (action: string): string => labels.get(action) ?? action;
