/**
 * Every DynamoDB table, once: the CDK app, the tests on DynamoDB Local and the stores all read this.
 * Each has `pk` and `sk` (strings) and no secondary index: look-ups are items of their own, written in the same transaction.
 */
export const tables = {
  /** 国民年金ファイル: the sealed snapshot of a person, the ledger entries behind it, and the blind-index rows that lead to it. */
  people: { expires: false },
  /** 届出 with their status and history; 国民年金関係書類受付処理簿 is a query of it. */
  filings: { expires: false },
  /** Branch keys (wrapped by KMS) and person keys (wrapped by a branch key). Apart, so that erasing a key outlives every other copy. */
  keys: { expires: false },
  /** The 進達 queue, its runs and their members, and the imports of 処理結果一覧. */
  transmittals: { expires: false },
  /** 一括処理 (batches): how far each is, and what it did for whom. */
  batches: { expires: false },
  /** 住民記録の異動 with what became of each, and the files they came in. */
  residents: { expires: false },
  /** 所得情報 by year of income, with what went before a 更正, and what a 更正 opens again. */
  incomes: { expires: false },
  /** The access trail. Functions may only add. */
  audit: { expires: false },
  /** Ways to the entries of the trail, by officer and by subject, and when each right was last used. Made anew from the trail at will. */
  traces: { expires: false },
  /** 権限の台帳: requests, grants, confirmations and ends of every right. */
  rights: { expires: false },
  /** Sessions at terminals, as they were first seen; expire by `expiresAt`. */
  sessions: { expires: true },
  /** 出力: what was asked for, approved, produced, taken and expired. */
  outputs: { expires: false },
  /** 消去: what is due, held, approved and erased, and the certificates. */
  erasures: { expires: false },
  /** 開示・訂正・利用停止の請求、問合せ、事故. */
  requests: { expires: false },
  /** First answers by Idempotency-Key; expire by `expiresAt` (epoch seconds). */
  idempotency: { expires: true },
} as const satisfies Record<string, { expires: boolean }>;

export type TableName = keyof typeof tables;

export const tableNames = Object.keys(tables) as TableName[];
