import type { NonDisclosureReason } from "../../../shared/domain/disclosure.ts";
import type { ToldKind } from "./told-kinds.ts";

/** Kinds of record in a package: those that are stored, what follows from them month by month, and where data was given. */
export const packageKinds = {
  "ledger-entry": "国民年金ファイルの台帳の記録",
  months: "月ごとの被保険者の状態",
  filing: "届出",
  "queue-entry": "進達を待つ届出",
  "run-member": "進達に入れた届出",
  "import-line": "日本年金機構の処理結果",
  income: "所得情報",
  "income-history": "更正前の所得情報",
  "income-correction": "所得の更正による見直し",
  "resident-change": "住民記録の異動",
  "batch-row": "一括処理の結果",
  request: "開示などの請求と、その経緯",
  suspension: "利用停止",
  notices: "訂正の通知",
  provision: "庁内の移転先への提供の記録",
  "given-out": "出力と印刷の記録",
  "trail-entry": "そのほかのアクセス記録",
} as const satisfies Record<ToldKind | "months" | "provision" | "given-out", string>;
export type PackageKind = keyof typeof packageKinds;

export interface ToldField {
  /** Its place in the record, by which it can be withheld. */
  readonly name: string;
  readonly label: string;
  /** In words. */
  readonly value: string;
}

export interface LeftOut {
  /** Empty where the whole record is left out. */
  readonly name: string;
  readonly label: string;
  readonly reason: NonDisclosureReason;
}

/** One record as the person is told it. */
export interface ToldRecord {
  /** By this an officer withholds it. */
  readonly record: string;
  readonly kind: PackageKind;
  readonly fields: readonly ToldField[];
  readonly leftOut: readonly LeftOut[];
}
