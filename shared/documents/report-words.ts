import type { EventOf } from "../domain/ledger-events.ts";
import { type ExemptionReason, exemptionReasons } from "../domain/reliefs.ts";
import type { ExaminedRole } from "../law/examined-person.ts";

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

/** 継続審査: the 申出, and where it is not wished, none or its 取下げ. */
export const continuations = { wished: "希望する", "not-wished": "希望しない" } as const;

/** 所得情報の継続審査該当表示. */
export const reviewMarks = { marked: "該当", unmarked: "非該当" } as const;

/** 該当被保険者存在有無. */
export const existences = { present: "有", absent: "無" } as const;

/** That the 支払金融機関 is another: which one is on the form. */
export const accountChanges = { changed: "変更あり" } as const;
export type AccountChange = keyof typeof accountChanges;

/** Who heads the household of the applicant. */
export const householdHeads = { self: "本人", other: "本人以外" } as const;

/** Which day of the birth was filed. */
export const birthDays = { due: "出産予定日", delivered: "出産日" } as const;

export const examinedRoles = { applicant: "本人", spouse: "配偶者", head: "世帯主" } as const satisfies Record<
  ExaminedRole,
  string
>;

type GroundSlug = `${ExaminedRole}:${ExemptionReason}`;

/** 特例の事由, each with the person it is of. */
export const grounds = Object.fromEntries(
  Object.entries(examinedRoles).flatMap(([role, who]) =>
    Object.entries(exemptionReasons).map(([reason, what]) => [`${role}:${reason}`, `${who} ${what}`]),
  ),
) as Readonly<Record<GroundSlug, string>>;
