import { keysOf } from "./keys-of.ts";

/** 消去の状態. At most one erasure is open; `settled` ones are over and have their certificate, or had nothing to erase. */
export const erasureStates = {
  listing: "満了した記録を集めている",
  "awaiting-approval": "承認待ち",
  "half-approved": "一人目の承認済み",
  erasing: "消している",
  "reading-back": "読み返している",
  "awaiting-settlement": "残りの確認待ち",
  done: "証明済み",
  refused: "差し戻し",
  empty: "対象なし",
} as const satisfies Record<string, string>;
export type ErasureState = keyof typeof erasureStates;

interface Transition {
  readonly from: readonly ErasureState[];
  readonly to: ErasureState;
}

/** Who asks is checked elsewhere; this is only what may follow what. */
export const erasureTransitions = {
  listed: { from: ["listing"], to: "awaiting-approval" },
  "nothing-due": { from: ["listing"], to: "empty" },
  "first-approval": { from: ["awaiting-approval"], to: "half-approved" },
  "second-approval": { from: ["half-approved"], to: "erasing" },
  refuse: { from: ["awaiting-approval", "half-approved"], to: "refused" },
  erased: { from: ["erasing"], to: "reading-back" },
  "something-left": { from: ["reading-back"], to: "awaiting-settlement" },
  /** What was left has been decided on: erased again, then read again. */
  "go-on": { from: ["awaiting-settlement"], to: "erasing" },
  certified: { from: ["reading-back", "awaiting-settlement"], to: "done" },
} as const satisfies Record<string, Transition>;
export type ErasureTransition = keyof typeof erasureTransitions;

/** @throws when the table has no such transition: the caller looks first. */
export const erasureAfter = (state: ErasureState, transition: ErasureTransition): ErasureState => {
  const { from, to }: Transition = erasureTransitions[transition];
  if (!from.includes(state)) throw new Error(`no ${transition} from ${state}`);
  return to;
};

/** States in which the erasure is still somebody's business. */
export const openErasureStates: readonly ErasureState[] = keysOf(erasureStates).filter(
  (state) => state !== "done" && state !== "refused" && state !== "empty",
);

/** What became of one record of an erasure. */
export const itemStates = {
  listed: "満了",
  held: "保留",
  kept: "保存期間の残る記録があり残す",
  changed: "一覧の後に変わったため残す",
  marked: "消去中",
  erased: "消去済み(読み返し前)",
  verified: "消去済み",
  failed: "消去できない",
} as const satisfies Record<string, string>;
export type ItemState = keyof typeof itemStates;

/** Why a person or a class is held back from erasure. */
export const holdReasons = {
  litigation: "訴訟・審査請求",
  inspection: "会計検査・監査",
  "subject-request": "開示・訂正・利用停止の請求の処理中",
  incident: "事故の調査",
  "jps-inquiry": "日本年金機構からの照会",
} as const satisfies Record<string, string>;
export type HoldReason = keyof typeof holdReasons;
