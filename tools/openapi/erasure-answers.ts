import * as z from "zod";
import { certificateKinds, erasureCertificate } from "../../shared/audit/certificate.ts";
import {
  certificateIdPattern,
  erasureIdPattern,
  findingIdPattern,
  holdIdPattern,
} from "../../shared/contracts/erasures.ts";
import type { OperationId } from "../../shared/contracts/operations.ts";
import { erasureStates, holdReasons, itemStates } from "../../shared/domain/erasures.ts";
import { keysOf } from "../../shared/domain/keys-of.ts";
import { retentionClassSchema, retentionRow } from "../../shared/domain/retention.ts";
import { atenaNumberSchema, instantSchema, plainDateSchema } from "../../shared/domain/values.ts";
import { erasureDecision, erasureRow, findingRow } from "../../shared/stores/erasures.ts";

const words = z.string();
const count = z.int().nonnegative();
const itemState = z.enum(keysOf(itemStates));

const erasureId = z.string().regex(erasureIdPattern);
const certificateId = z.string().regex(certificateIdPattern);

const erasure = z.strictObject({
  erasureId,
  state: z.enum(keysOf(erasureStates)),
  stateLabel: words,
  asOf: plainDateSchema.describe("この日に満了しているもの"),
  startedAt: instantSchema,
  listedAt: instantSchema.nullable(),
  approvals: z.array(erasureDecision),
  erasedFrom: instantSchema.nullable(),
  erasedUntil: instantSchema.nullable(),
  examined: count.describe("いまの状態で調べた行とファイルの数"),
  counts: erasureRow.shape.counts.describe("保存区分と状態ごとの件数"),
  found: count.describe("見つかった写しのうち、扱いの決まっていない数"),
  certificateId: certificateId.nullable(),
});

const finding = z.strictObject({
  findingId: z.string().regex(findingIdPattern),
  record: words,
  place: findingRow.shape.place,
  known: words,
  knownLabel: words,
  decision: findingRow.shape.decision,
});

const { keep, source, inForceFrom } = retentionRow.shape;

const reportRow = z.strictObject({
  class: retentionClassSchema,
  classLabel: words,
  clock: words.describe("保存期間を数え始める日"),
  keep,
  source,
  inForceFrom,
  earliestDue: plainDateSchema.nullable(),
  latestDue: plainDateSchema.nullable(),
  states: z.array(z.strictObject({ state: itemState, label: words, records: count })),
  reasons: z.array(z.strictObject({ state: itemState, reason: words, label: words, records: count })),
});

const item = z.strictObject({
  atenaNumber: atenaNumberSchema.nullable().describe("人のものでないか、もう開けないときはnull"),
  record: words.describe("記録の種類"),
  class: retentionClassSchema,
  classLabel: words,
  clockOn: plainDateSchema,
  dueOn: plainDateSchema,
  state: itemState,
  stateLabel: words,
  reason: words.nullable(),
  reasonLabel: words.nullable(),
});

const hold = z.strictObject({
  holdId: z.string().regex(holdIdPattern),
  atenaNumber: atenaNumberSchema.nullable(),
  class: retentionClassSchema.nullable(),
  classLabel: words.nullable(),
  reason: z.enum(keysOf(holdReasons)),
  reasonLabel: words,
  documentNumber: words,
  until: plainDateSchema.nullable(),
  placedBy: words,
  placedAt: instantSchema,
  ended: z.strictObject({ by: words, at: instantSchema }).nullable(),
});

/** The bodies of the answers about erasure, by name. */
export const erasureBodies = {
  Erasures: z.strictObject({ erasures: z.array(erasure) }),
  Erasure: erasure,
  WholeErasure: erasure.extend({
    report: z.array(reportRow).describe("消す前の報告(保存区分ごと)"),
    findings: z.array(finding).optional().describe("管理責任者と所属長だけ"),
  }),
  ErasureItems: z.strictObject({
    items: z.array(item),
    next: words.nullable().describe("続きがあるときafterに指定する"),
  }),
  Finding: finding,
  Certificates: z.strictObject({
    certificates: z.array(
      z.strictObject({
        certificateId,
        kind: z.enum(keysOf(certificateKinds)),
        kindLabel: words,
        of: words,
        until: instantSchema,
        records: count,
      }),
    ),
  }),
  Certificate: z.strictObject({
    certificateId,
    certificate: erasureCertificate.nullable().describe("証明の形をなさないときnull"),
    contentBase64: words.describe("署名された、そのままの内容"),
    signature: words,
    publicKeyPem: words,
    verified: z.boolean().describe("署名が区の鍵によるものか"),
  }),
  Retention: z.strictObject({
    on: plainDateSchema,
    classes: z.array(
      z.strictObject({
        class: retentionClassSchema,
        classLabel: words,
        clock: words,
        inForce: retentionRow,
        rows: z.array(retentionRow),
      }),
    ),
  }),
  Hold: hold,
  Holds: z.strictObject({ holds: z.array(hold), ended: z.array(hold) }),
} as const satisfies Record<string, z.ZodType>;

/** How each of its operations answers when all is well. */
export const erasureSuccesses = {
  listErasures: { 200: { description: "新しい順に60回分", body: "Erasures" } },
  showErasure: { 200: { description: "進み具合と、消す前の報告", body: "WholeErasure" } },
  listErasureItems: { 200: { description: "対象の1ページ(50件まで)", body: "ErasureItems" } },
  decideErasure: { 200: { description: "決定した。二人目の承認で消し始める", body: "Erasure" } },
  resumeErasure: { 202: { description: "再開した", body: "Erasure" } },
  settleFinding: { 200: { description: "扱いを決めた。再開したときに行う", body: "Finding" } },
  listCertificates: { 200: { description: "新しい順", body: "Certificates" } },
  showCertificate: { 200: { description: "証明と署名", body: "Certificate" } },
  showRetention: { 200: { description: "保存期間の表", body: "Retention" } },
  listHolds: { 200: { description: "いまの保留と、終わった保留", body: "Holds" } },
  placeHold: {
    200: { description: "同じ内容で前に保留している", body: "Hold" },
    201: { description: "保留した", body: "Hold" },
  },
  liftHold: { 200: { description: "解いた", body: "Hold" } },
} as const satisfies Partial<
  Record<OperationId, Readonly<Record<number, { description: string; body: keyof typeof erasureBodies }>>>
>;
