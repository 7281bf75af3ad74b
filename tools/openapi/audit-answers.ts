import * as z from "zod";
import { auditEntry } from "../../shared/audit/entry.ts";
import { entryKinds } from "../../shared/audit/entry-kinds.ts";
import { hourSchema } from "../../shared/audit/hours.ts";
import { entryIdPattern } from "../../shared/contracts/audit.ts";
import { findings } from "../../shared/domain/audit-findings.ts";
import { keysOf } from "../../shared/domain/keys-of.ts";
import { atenaNumberSchema, instantSchema, plainDateSchema, plainMonthSchema } from "../../shared/domain/values.ts";

const words = z.string();
const count = z.int().nonnegative();
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const subject = z
  .string()
  .regex(/^[\w-]{27}$/)
  .describe("仮名");

const entry = auditEntry.extend({
  entryId: z.string().regex(entryIdPattern),
  actionLabel: words,
  kindLabel: words,
  departmentLabel: words.describe("職員でないものは空"),
});

const head = z.strictObject({ name: words, hour: hourSchema, sha256: hash });
const kinds = z.partialRecord(z.enum(keysOf(entryKinds)), count);
const findingCounts = z.record(z.enum(keysOf(findings)), count);

/** The bodies of the auditor's answers, by name. */
export const auditBodies = {
  Entries: z.strictObject({
    entries: z.array(entry),
    next: words.nullable().describe("続きがあるときafterに指定する"),
    digestedUntil: instantSchema.nullable().describe("ここまではダイジェストに入っている"),
  }),
  Entry: z.strictObject({
    entry,
    digest: z.strictObject({ name: words, hour: hourSchema, signed: z.boolean() }).nullable(),
    proof: z
      .strictObject({ leaf: hash, index: count, size: count, path: z.array(hash), root: hash })
      .nullable()
      .describe("RFC 6962の包含証明。ほかの記録を見せずに、この1件があったことを示す"),
  }),
  Digests: z.strictObject({
    digests: z.array(
      z.strictObject({
        hour: hourSchema,
        name: words,
        entries: count,
        files: count,
        late: count.describe("この時間のダイジェストに遅れて入った、前の時間の記録"),
        merkleRoot: hash,
        sha256: hash,
      }),
    ),
    missing: z.array(hourSchema).describe("ダイジェストのない時間"),
    head: head.nullable(),
  }),
  Verification: z.strictObject({
    ok: z.boolean(),
    hours: count,
    entries: count,
    faults: z.array(z.strictObject({ code: words, place: words, detail: words })),
    head: head.nullable(),
    checkedAt: instantSchema,
  }),
  Activity: z.strictObject({
    days: z.array(z.strictObject({ day: plainDateSchema, total: count, refused: count, outOfHours: count, kinds })),
    officers: z.array(
      z.strictObject({
        officer: words,
        total: count,
        refused: count,
        outOfHours: count,
        lastAt: instantSchema.nullable(),
      }),
    ),
  }),
  Reports: z.strictObject({
    reports: z.array(z.strictObject({ month: plainMonthSchema, createdAt: instantSchema, findings: findingCounts })),
  }),
  Report: z.strictObject({
    month: plainMonthSchema,
    createdAt: instantSchema,
    findings: findingCounts.describe("指摘ごとの件数。rowsより多いことがある"),
    rows: z.array(
      z.strictObject({
        finding: z.enum(keysOf(findings)),
        findingLabel: words,
        officer: words,
        subject: subject.nullable(),
        at: instantSchema,
        detail: words,
      }),
    ),
    csv: words,
    pdfBase64: words,
  }),
  Subject: z.strictObject({ subject }),
  Terms: z.strictObject({ terms: z.array(z.strictObject({ by: words, value: subject })) }),
  ResolvedSubjects: z.strictObject({
    people: z.array(z.strictObject({ subject, atenaNumber: atenaNumberSchema.nullable() })),
  }),
} as const satisfies Record<string, z.ZodType>;

/** How the auditor's operations answer when all is well. */
export const auditSuccesses = {
  listEntries: { 200: { description: "アクセス記録の1ページ(新しい順)", body: "Entries" } },
  showEntry: { 200: { description: "アクセス記録の1件と、ダイジェストに入っていることの証明", body: "Entry" } },
  listDigests: { 200: { description: "ダイジェストの一覧と、欠けている時間", body: "Digests" } },
  verifyDigests: { 200: { description: "検証の結果。okがfalseなら改ざんか欠落がある", body: "Verification" } },
  showActivity: { 200: { description: "日別・職員別の件数", body: "Activity" } },
  listReports: { 200: { description: "月次報告の一覧(新しい順)", body: "Reports" } },
  showReport: { 200: { description: "月次報告", body: "Report" } },
  findSubject: { 200: { description: "仮名", body: "Subject" } },
  findTerms: { 200: { description: "検索語の目隠し索引", body: "Terms" } },
  resolveSubjects: { 200: { description: "仮名ごとの宛名番号。台帳にいなければnull", body: "ResolvedSubjects" } },
} as const;
