import type { PlainDate } from "../law/calendar.ts";

/** What a 利用停止 stops (個人情報保護法98条〜100条). What the law obliges the ward to do for the person goes on: docs/suspensions.md. */
export const suspensionScopes = {
  use: "まとめての利用(抽出・一覧表・帳票の出力、免除勧奨)",
  provision: "庁内の移転先への提供",
} as const satisfies Record<string, string>;
export type SuspensionScope = keyof typeof suspensionScopes;

interface Term {
  readonly scopes: readonly SuspensionScope[];
  /** The last day that it holds; null until it is lifted. */
  readonly until: PlainDate | null;
}

export const inForceOn = ({ until }: Pick<Term, "until">, day: PlainDate): boolean => until === null || until >= day;

/** Whether `scope` is stopped on that day; nothing is for whoever has no 利用停止. */
export const isSuspended = (term: Term | undefined, scope: SuspensionScope, day: PlainDate): boolean =>
  term !== undefined && inForceOn(term, day) && term.scopes.includes(scope);
