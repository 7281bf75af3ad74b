import * as z from "zod";
import { assessedSpans, outcomeLabels } from "../../shared/domain/assessed-spans.ts";
import { counters, documentSchema, filingStep } from "../../shared/domain/filing.ts";
import { filingStatuses } from "../../shared/domain/filing-status.ts";
import { runIdPattern } from "../../shared/domain/ids.ts";
import { keysOf } from "../../shared/domain/keys-of.ts";
import { filingIdSchema, instantSchema, plainDateSchema, plainMonthSchema } from "../../shared/domain/values.ts";
import { flowIds } from "../../shared/flows/catalogue.ts";
import { standingOf } from "./person-answers.ts";

const runId = z.string().regex(runIdPattern);
const words = z.string();

const reason = z.strictObject({
  weight: z.enum(["refuse", "incomplete", "notice"]),
  code: words,
  message: words,
  pointer: words.optional(),
  article: words.optional(),
});

const filing = z.strictObject({
  filingId: filingIdSchema,
  flow: z.enum(flowIds),
  title: words,
  status: z.enum(keysOf(filingStatuses)),
  statusLabel: words,
  filedOn: plainDateSchema,
  eventOn: plainDateSchema,
  counter: z.enum(keysOf(counters)),
  deadline: plainDateSchema.describe("届出期限。手続に期限がなければnull").nullable(),
  acceptedOn: plainDateSchema.nullable().describe("受理日"),
  reportBy: plainDateSchema.nullable().describe("報告期限"),
  runId: runId.nullable().describe("進達番号"),
});

const assessment = assessedSpans.describe("免除・猶予・学特の申請についての区の判定(参考)").optional();

const papers = z
  .array(
    z.strictObject({
      anyOf: z.array(z.strictObject({ code: documentSchema, label: words })),
      attached: z.boolean().describe("添えられたか"),
    }),
  )
  .describe("要る書類のチェック欄。anyOfはどれか一つでよい")
  .optional();

const decidedFiling = filing.extend({ reasons: z.array(reason), assessment, papers });

const assessedForm = z.strictObject({
  year: z.int().describe("年度の始まる年"),
  yearLabel: words,
  from: plainMonthSchema,
  until: plainMonthSchema,
  incomeYear: z.int().describe("審査する所得の年"),
  outcome: z.enum(["accept", "incomplete", "refuse"]).describe("届け出たときの扱い。受理・補正待ち・受け付けられない"),
  reasons: z.array(reason),
  spans: z.array(assessedSpans.element.extend({ outcomeLabel: words })),
  months: z.array(
    z.strictObject({
      month: plainMonthSchema,
      outcome: z.enum([...keysOf(outcomeLabels), "left-out"]),
      outcomeLabel: words.describe("left-outでは、判定から除いたわけ"),
      premium: z.int().nullable().describe("保険料の月額(円)。まだ決まっていなければnull"),
      toPay: z.int().nullable().describe("免除の後に納める額(円)。保留・対象外はnull"),
    }),
  ),
  documents: z.array(z.strictObject({ anyOf: z.array(z.strictObject({ code: words, label: words })) })),
});

/** What is answered of 届出 and of what they would come to. */
export const filingBodies = {
  Filing: filing,
  DecidedFiling: decidedFiling,
  WholeFiling: filing.extend({
    content: z.record(z.string(), z.unknown()).describe("届け出られた内容。個人番号は伏せ字"),
    assessment,
    papers,
    notes: z.array(z.strictObject({ at: instantSchema, by: words, text: words })),
    history: z.array(filingStep),
  }),
  Register: z.strictObject({
    from: plainDateSchema,
    to: plainDateSchema,
    filings: z.array(filing),
    next: filingIdSchema.nullable().describe("続きがあるときafterに指定する受付番号"),
  }),
  Assessment: z.strictObject({
    ...standingOf,
    cycle: z.enum(["exemption", "student"]),
    filedOn: plainDateSchema,
    forms: z.array(assessedForm).describe("申請書1枚ごと"),
  }),
};
