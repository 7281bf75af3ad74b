import * as z from "zod";
import { recipientChangeSchema } from "./benefits.ts";
import { childcareItems } from "./beyond-assessment.ts";
import {
  acquisitionCauseSchema,
  additionalPremiumEndSchema,
  additionalPremiumTypeSchema,
  categorySchema,
  lossCauseSchema,
  voidReasonSchema,
} from "./causes.ts";
import type { EntryId, ImportId, OfficerId } from "./ids.ts";
import { personFacts } from "./person.ts";
import { recipientRight } from "./recipient-facts.ts";
import { administrative, item } from "./record-items.ts";
import { exemptionEndSchema, exemptionReasonSchema, exemptionTypeSchema, maternityTypeSchema } from "./reliefs.ts";
import { filingIdSchema, instantSchema, plainDateSchema, plainMonthSchema } from "./values.ts";

const entryId = z.string().transform((value) => value as EntryId);
const kind = <Name extends string>(name: Name) => administrative(z.literal(name), "出来事の種類");
const event = <Name extends string, Fields extends z.core.$ZodLooseShape>(name: Name, fields: Fields) =>
  z.strictObject({ kind: kind(name), ...fields });

const gain = {
  on: item("insured.acquisitionDate", plainDateSchema),
  category: item("insured.insuredCategory", categorySchema),
  cause: item("insured.acquisitionReason", acquisitionCauseSchema),
  /** 資格満了日: when it will end by itself, for 任意加入. */
  expiresOn: item("insured.expiryDate", plainDateSchema).optional(),
  /** 職権適用. */
  exOfficio: item("insured.exOfficioApplyType", z.literal(true)).optional(),
};

/** What can be recorded of a person. `on` is the day it took effect, `month` the month it counts from. */
export const ledgerEvent = z.discriminatedUnion("kind", [
  event("registered", { facts: personFacts }),
  event("facts-changed", {
    on: administrative(plainDateSchema, "変更の生じた日"),
    /** 方書 null: the new address has none. */
    facts: personFacts
      .omit({ atenaNumber: true })
      .partial()
      .extend({ addressSupplement: personFacts.shape.addressSupplement.nullable() }),
  }),
  event("acquired", gain),
  event("category-changed", gain),
  event("lost", {
    on: item("insured.lossDate", plainDateSchema),
    cause: item("insured.lossCause", lossCauseSchema),
  }),
  /** 職権訂正: the turn recorded for `was` took effect on `on`, or (null) never. */
  event("turn-corrected", {
    turn: administrative(z.enum(["acquired", "category-changed", "lost"]), "訂正する記録の種類"),
    was: administrative(plainDateSchema, "訂正前の年月日"),
    on: administrative(plainDateSchema.nullable(), "訂正後の年月日(nullは取消し)"),
  }),
  event("additional-premium-started", {
    month: item("insured.additionalPremiumStartDate", plainMonthSchema),
    type: item("insured.additionalPremiumType", additionalPremiumTypeSchema),
  }),
  event("additional-premium-ended", {
    month: item("insured.additionalPremiumEndDate", plainMonthSchema),
    cause: item("insured.additionalPremiumEndReason", additionalPremiumEndSchema),
  }),
  /** 支援措置: while it holds, the address is hidden from whoever need not know it. */
  event("address-protected", { protected: administrative(z.boolean(), "支援措置による住所の表示制限") }),
  /** 申請免除・納付猶予・学特 was applied for: the months asked for, and the kinds in the order wished for (empty: the standard order). */
  event("exemption-applied", {
    on: item("insured.exemptionApplicationDate", plainDateSchema),
    from: item("insured.exemptionStartDate", plainMonthSchema),
    until: item("insured.exemptionEndDate", plainMonthSchema),
    wish: z.array(item("insured.exemptionType", exemptionTypeSchema)).max(6),
  }),
  /** Months of one 免除種別, both inclusive; `until` null while no end is known (法定免除 only). */
  event("exempted", {
    type: item("insured.exemptionType", exemptionTypeSchema),
    from: item("insured.exemptionStartDate", plainMonthSchema),
    until: item("insured.exemptionEndDate", plainMonthSchema.nullable()),
    reason: item("insured.exemptionReason", exemptionReasonSchema),
    /** Of 法定免除. */
    noticedOn: item("insured.exemptionQualifiedNoticeDate", plainDateSchema).optional(),
  }),
  /** Months of `type` after `lastMonth` are exempted no longer, nor were. */
  event("exemption-ended", {
    type: item("insured.exemptionType", exemptionTypeSchema),
    lastMonth: item("insured.exemptionEndDate", plainMonthSchema),
    cause: item("insured.exemptionReason", exemptionEndSchema),
    noticedOn: item("insured.exemptionCeasedNoticeDate", plainDateSchema).optional(),
  }),
  /** 納付申出 (法89条2項): months of 法定免除 that the person chose to pay; `until` null: until further notice. */
  event("payment-chosen", {
    on: item("insured.exemptionApplicationDate", plainDateSchema),
    from: item("insured.exemptionStartDate", plainMonthSchema),
    until: item("insured.exemptionEndDate", plainMonthSchema.nullable()),
  }),
  /** The 納付申出 that reaches beyond `lastMonth` ends with it. */
  event("payment-choice-ended", { lastMonth: item("insured.exemptionEndDate", plainMonthSchema) }),
  /** 継続審査の申出 or, where not wished, its 取下げ. */
  event("continuation-wished", {
    on: item("insured.exemptionApplicationDate", plainDateSchema),
    wished: item("income.continuationReviewFlag", z.boolean()),
  }),
  /** 産前産後免除. `was`: it takes the place of the one recorded for that day (変更届). */
  event("maternity-exempted", {
    on: item("insured.maternityDueOrDeliveryDate", plainDateSchema),
    type: item("insured.maternityExemptionType", maternityTypeSchema),
    from: item("insured.maternityExemptionStartMonth", plainMonthSchema),
    until: item("insured.maternityExemptionEndMonth", plainMonthSchema),
    was: item("insured.maternityDueOrDeliveryDate", plainDateSchema).optional(),
  }),
  /** 育児期間免除. `was`: it takes the place of the one recorded for a child born that day (変更). */
  event("childcare-exempted", {
    childBornOn: childcareItems.childBornOn,
    parent: childcareItems.parent,
    adoptedOn: childcareItems.adoptedOn.optional(),
    from: childcareItems.from,
    until: childcareItems.until,
    was: childcareItems.childBornOn.optional(),
  }),
  event("childcare-ended", {
    childBornOn: childcareItems.childBornOn,
    lastMonth: childcareItems.until,
    cause: childcareItems.endCause,
  }),
  /** 追納の申込み: exempted months to be paid later. 年金事務所 decides; the ward only records that it was asked for. */
  event("late-payment-applied", {
    on: administrative(plainDateSchema, "追納の申込みを受けた日"),
    from: item("insured.exemptionStartDate", plainMonthSchema),
    until: item("insured.exemptionEndDate", plainMonthSchema),
  }),
  /** 受給者: what befell a right of the person, and what is said of it since. */
  event("recipient-recorded", {
    change: administrative(recipientChangeSchema, "受給者の記録の変わった理由"),
    on: administrative(plainDateSchema, "受給者の記録の変わった日"),
    right: recipientRight,
  }),
  /** Something asked of 日本年金機構 that changes no record of the ward. */
  event("requested", { what: administrative(z.enum(["number-notice"]), "求めた書類") }),
  event("confirmed", { entries: z.array(administrative(entryId, "確定した記録の番号")) }),
  event("voided", {
    entries: z.array(administrative(entryId, "取り消した記録の番号")),
    why: administrative(voidReasonSchema, "取り消した理由の区分"),
  }),
]);
export type LedgerEvent = z.infer<typeof ledgerEvent>;
export type EventOf<Kind extends LedgerEvent["kind"]> = Extract<LedgerEvent, { kind: Kind }>;

const importId = administrative(
  z.string().transform((value) => value as ImportId),
  "取込番号",
);

const source = <Name extends string, Fields extends z.core.$ZodLooseShape>(name: Name, fields: Fields) =>
  z.strictObject({ kind: kind(name), ...fields });

/** What gave rise to an entry. Only what came from a 届出 or a batch is 参考 until 日本年金機構 has settled it. */
export const entrySource = z.discriminatedUnion("kind", [
  source("filing", { filingId: administrative(filingIdSchema, "受付番号") }),
  source("result", { filingId: administrative(filingIdSchema, "受付番号"), importId }),
  /** What 日本年金機構 decided and nobody had filed: 継続審査, 育児期間免除の自動該当. */
  source("jps", { importId }),
  /** 住民記録の異動. */
  source("resident-record", { changeId: administrative(z.string(), "異動の番号") }),
  /** 年齢到達など、届出を要しない出来事. */
  source("batch", { batchId: administrative(z.string(), "一括処理の番号") }),
  /** Records that 日本年金機構 had settled before they came here. */
  source("takeover", {}),
]);

/** One recording, never changed once written. Entries of a person are ordered by `id`, their running number. */
export const ledgerEntry = z.strictObject({
  id: administrative(entryId, "記録の番号"),
  recordedAt: administrative(instantSchema, "記録した時"),
  recordedBy: administrative(
    z.string().transform((value) => value as OfficerId),
    "記録した職員",
  ),
  source: entrySource,
  events: z.array(ledgerEvent).min(1),
});
export type LedgerEntry = z.infer<typeof ledgerEntry>;
