/** What is put out in bulk, and the whole record of one person for a 開示請求, each only after a 管理責任者 approved it (評価書 III-3 その他のリスク3⑤). */
export const outputKinds = {
  list: "一覧表",
  extract: "条件を指定した抽出(EUC)",
  forms: "帳票の一括作成",
  trail: "アクセス記録の書出し",
  disclosure: "開示の一式",
} as const satisfies Record<string, string>;
export type OutputKind = keyof typeof outputKinds;

export const outputStates = {
  requested: "承認待ち",
  withdrawn: "取下げ",
  refused: "不承認",
  approved: "承認済み",
  producing: "作成中",
  ready: "受取待ち",
  taken: "受取済み",
  expired: "期限切れ",
} as const satisfies Record<string, string>;
export type OutputState = keyof typeof outputStates;

/** Every way from one state to the next; there is no other, and none leads back. */
export const outputMoves = {
  withdraw: { from: ["requested"], to: "withdrawn" },
  refuse: { from: ["requested"], to: "refused" },
  approve: { from: ["requested"], to: "approved" },
  begin: { from: ["approved"], to: "producing" },
  finish: { from: ["producing"], to: "ready" },
  "take-last": { from: ["ready"], to: "taken" },
  expire: { from: ["requested", "approved", "producing", "ready"], to: "expired" },
} as const satisfies Record<string, { readonly from: readonly OutputState[]; readonly to: OutputState }>;
export type OutputMove = keyof typeof outputMoves;

/** The state behind a move. @throws where the table has no such move: whoever asks has looked at the state before. */
export const stateAfter = (state: OutputState, move: OutputMove): OutputState => {
  const { from, to } = outputMoves[move];
  if (!(from as readonly OutputState[]).includes(state)) throw new Error(`an output cannot ${move} from ${state}`);
  return to;
};

export const mayExpire = (state: OutputState): boolean =>
  (outputMoves.expire.from as readonly OutputState[]).includes(state);

/** Hours until an output in that state expires: to be decided on, to be produced, to be taken. */
export const hoursKept = {
  requested: 14 * 24,
  approved: 24,
  ready: 24,
} as const satisfies Partial<Record<OutputState, number>>;

/** Days within which every output has come to its end: who looks for what is left to do need look no further back. */
export const mostDaysAlive = Math.ceil((hoursKept.requested + hoursKept.approved + hoursKept.ready) / 24) + 1;
