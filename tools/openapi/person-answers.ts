import * as z from "zod";
import { categorySchema } from "../../shared/domain/causes.ts";
import { keysOf } from "../../shared/domain/keys-of.ts";
import { ledgerEntry } from "../../shared/domain/ledger-events.ts";
import {
  childcareEndSchema,
  exemptionReasonSchema,
  exemptionTypeSchema,
  maternityTypeSchema,
  parentSchema,
  reliefLabels,
} from "../../shared/domain/reliefs.ts";
import { suspensionScopes } from "../../shared/domain/suspensions.ts";
import { plainDateSchema, plainMonthSchema } from "../../shared/domain/values.ts";

/** What is answered about one person: the record, the ledger and the months. */
const words = z.string();

/** A person's facts, every 個人番号 masked, so that they no longer match the schema they were filed by. */
const maskedFacts = z
  .record(z.string(), z.unknown())
  .describe("記録項目。個人番号は、被保険者を見る操作で目的を個人番号の確認・照合と述べたときのほかは伏せ字");

const standing = z.enum(["provisional", "confirmed"]).describe("provisional = 参考(見込み)、confirmed = 確定");

const period = z.strictObject({
  category: categorySchema,
  categoryLabel: words,
  from: plainDateSchema,
  fromCause: words,
  fromCauseLabel: words,
  fromStanding: standing,
  fromStandingLabel: words,
  until: plainDateSchema.nullable(),
  untilCause: words.nullable(),
  untilCauseLabel: words.nullable(),
  untilStanding: standing.nullable(),
  untilStandingLabel: words.nullable(),
  expiresOn: plainDateSchema.nullable().describe("資格満了日(任意加入)"),
});

export const person = z.strictObject({
  facts: maskedFacts.nullable(),
  qualification: z.strictObject({ on: plainDateSchema, enrolled: z.boolean(), period: period.nullable() }),
});

export const standingOf = { standing, standingLabel: words };

/** The relief of one month. */
const relief = z.strictObject({
  kind: z.enum(keysOf(reliefLabels)),
  label: words,
  reason: exemptionReasonSchema.nullable().describe("免除理由。産前産後・育児はnull"),
  reasonLabel: words.nullable(),
  ...standingOf,
  countsAsPaid: z.boolean().describe("保険料納付済期間として扱われる(産前産後・育児)"),
});

const sparedMonths = z.array(plainMonthSchema).describe("実際に免除される月(第1号で、優先する免除のない月)");

const reliefs = z.strictObject({
  month: plainMonthSchema,
  current: relief.nullable().describe("monthの月の免除・猶予"),
  openStatutory: z.boolean().describe("終わりの決まらない法定免除がある"),
  continuation: z.boolean().nullable().describe("継続審査の申出。申し出たことがなければnull"),
  exemptions: z.array(
    z.strictObject({
      type: exemptionTypeSchema,
      typeLabel: words,
      from: plainMonthSchema,
      until: plainMonthSchema.nullable(),
      reason: exemptionReasonSchema,
      reasonLabel: words,
      ...standingOf,
    }),
  ),
  paymentChoices: z
    .array(z.strictObject({ from: plainMonthSchema, until: plainMonthSchema.nullable() }))
    .describe("納付申出をした法定免除の月"),
  maternity: z.array(
    z.strictObject({
      on: plainDateSchema.describe("出産(予定)日"),
      type: maternityTypeSchema,
      typeLabel: words,
      from: plainMonthSchema,
      until: plainMonthSchema,
      months: sparedMonths,
      ...standingOf,
    }),
  ),
  childcare: z.array(
    z.strictObject({
      childBornOn: plainDateSchema,
      parent: parentSchema,
      parentLabel: words,
      adoptedOn: plainDateSchema.nullable(),
      from: plainMonthSchema,
      until: plainMonthSchema,
      months: sparedMonths,
      ...standingOf,
      end: z
        .strictObject({ cause: childcareEndSchema, causeLabel: words, ...standingOf })
        .nullable()
        .describe("期間の途中で養育が終わったとき"),
    }),
  ),
});

export const wholePerson = person.extend({
  reliefs,
  suspended: z
    .array(z.strictObject({ scope: z.enum(keysOf(suspensionScopes)), label: words }))
    .describe("いま効いている利用停止。なければ空"),
});

export const ledger = z.strictObject({
  asOf: plainDateSchema,
  knownOn: plainDateSchema,
  facts: maskedFacts.nullable(),
  period: period.nullable(),
  periods: z.array(period),
  reliefs,
  entries: z.array(ledgerEntry.extend({ events: z.array(z.record(z.string(), z.unknown())) })),
});

/** 被保険者期間, month by month. */
export const months = z.strictObject({
  from: plainMonthSchema,
  until: plainMonthSchema,
  months: z.array(
    z.strictObject({
      month: plainMonthSchema,
      category: categorySchema.nullable(),
      categoryLabel: words.nullable(),
      additionalPremium: z.boolean().describe("付加保険料"),
      reason: words.nullable(),
      standing: standing.nullable(),
      standingLabel: words.nullable(),
      relief: relief.nullable().describe("免除・猶予・学特・産前産後・育児"),
      toPay: z
        .strictObject({
          premium: z.int().nullable().describe("保険料(円)。額の決まっていない年度はnull"),
          additionalPremium: z.int().describe("付加保険料(円)"),
          ...standingOf,
        })
        .nullable()
        .describe("納める額。国民年金の保険料を納める月でなければnull"),
    }),
  ),
});
