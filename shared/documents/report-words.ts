import type { EventOf } from "../domain/ledger-events.ts";

/** 職権訂正: the record that is corrected. */
export const turns = {
  acquired: "資格取得",
  "category-changed": "種別変更",
  lost: "資格喪失",
} as const satisfies Record<EventOf<"turn-corrected">["turn"], string>;

/** 職権訂正: another day, or no such record at all. Said apart from the day, so that a blank day is never read as a 取消し. */
export const corrections = { redated: "年月日の訂正", cancelled: "取消し" } as const;
export type Correction = keyof typeof corrections;

export const requestedDocuments = {
  "number-notice": "基礎年金番号通知書",
} as const satisfies Record<EventOf<"requested">["what"], string>;
