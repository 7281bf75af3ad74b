import * as z from "zod";
import { noticeIdPattern } from "../../shared/contracts/notices.ts";
import { suspensionIdPattern } from "../../shared/contracts/suspensions.ts";
import { keysOf } from "../../shared/domain/keys-of.ts";
import { provisionLists } from "../../shared/domain/provisions.ts";
import { suspensionScopes } from "../../shared/domain/suspensions.ts";
import { filingIdSchema, instantSchema, plainDateSchema } from "../../shared/domain/values.ts";
import { noticeWays } from "../../shared/stores/notices.ts";

const words = z.string();

const suspension = z.strictObject({
  suspensionId: z.string().regex(suspensionIdPattern),
  requestId: words.describe("もとになった請求の番号"),
  scopes: z.array(z.enum(keysOf(suspensionScopes))),
  scopeLabels: z.array(words),
  until: plainDateSchema.nullable().describe("効く最後の日。nullは解くまで"),
  documentNumber: words,
  placedBy: words,
  placedAt: instantSchema,
  ended: z
    .strictObject({ by: words, at: instantSchema, documentNumber: words.nullable() })
    .nullable()
    .describe("解いた、または期限の後に次の停止に代わったとき"),
});

const listed = suspension.extend({ inForce: z.boolean().describe("いま効いているか") });

const notice = z.strictObject({
  noticeId: z.string().regex(noticeIdPattern),
  filingId: filingIdSchema.describe("訂正した届出"),
  list: z.enum(keysOf(provisionLists)),
  listTitle: words,
  items: z.array(z.strictObject({ item: words, label: words })).describe("変わった項目。内容は含まない"),
  correctedAt: instantSchema,
  receivedAt: instantSchema.describe("訂正の前に、移転先が最後に受け取った時"),
  preparedBy: words,
  preparedAt: instantSchema,
  offeredAt: instantSchema.nullable().describe("移転先への答えに初めて付けた時"),
  told: z
    .strictObject({
      how: z.enum(keysOf(noticeWays)),
      howLabel: words,
      by: words,
      at: instantSchema,
      documentNumber: words.nullable(),
    })
    .nullable(),
});

/** The bodies of answers about 利用停止 and notices of 訂正, by name. */
export const suspensionBodies = {
  Suspension: suspension,
  Suspensions: z.strictObject({ suspensions: z.array(listed), ended: z.array(listed) }),
  Notice: notice,
  PreparedNotices: z.strictObject({ filingId: filingIdSchema, notices: z.array(notice) }),
  Notices: z.strictObject({ open: z.array(notice), told: z.array(notice) }),
} as const satisfies Record<string, z.ZodType>;

export const suspensionSuccesses = {
  placeSuspension: {
    200: { description: "同じ利用停止をすでにかけてある", body: "Suspension" },
    201: { description: "利用停止をかけた", body: "Suspension" },
  },
  liftSuspension: { 200: { description: "解いた", body: "Suspension" } },
  listSuspensions: { 200: { description: "いまあるものと、終わったもの(新しい順に100件)", body: "Suspensions" } },
  prepareNotices: {
    200: { description: "前に用意してある", body: "PreparedNotices" },
    201: { description: "用意した。知らせる移転先がなければ空", body: "PreparedNotices" },
  },
  listNotices: { 200: { description: "知らせていないものと、知らせたもの(新しい順に100件)", body: "Notices" } },
  settleNotice: { 200: { description: "届けたことを記した", body: "Notice" } },
} as const;
