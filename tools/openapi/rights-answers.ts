import * as z from "zod";
import { type OperationId, operations } from "../../shared/contracts/operations.ts";
import { departments, linkedSystems } from "../../shared/domain/departments.ts";
import { rightIdPattern, rightRequestIdPattern } from "../../shared/domain/ids.ts";
import { keysOf } from "../../shared/domain/keys-of.ts";
import { endCauses, officerIdSchema } from "../../shared/domain/right-events.ts";
import { rightStates } from "../../shared/domain/right-review.ts";
import { roles } from "../../shared/domain/roles.ts";
import { instantSchema, plainDateSchema } from "../../shared/domain/values.ts";

const words = z.string();
const role = z.enum(keysOf(roles));
const department = z.enum(keysOf(departments));
const number = z.string().regex(new RegExp(`${rightIdPattern.source}|${rightRequestIdPattern.source}`));

const request = z.strictObject({
  officer: officerIdSchema,
  requestId: z.string().regex(rightRequestIdPattern),
  duty: role,
  dutyLabel: words,
  department,
  departmentLabel: words,
  system: z.enum(keysOf(linkedSystems)).nullable(),
  systemLabel: words.nullable(),
  from: plainDateSchema,
  until: plainDateSchema,
  temporary: words.nullable().describe("臨時の権限の理由。恒常の権限ではnull"),
  requestedBy: officerIdSchema,
  requestedAt: instantSchema,
});

const right = request.extend({
  rightId: z.string().regex(rightIdPattern),
  decidedBy: officerIdSchema,
  decidedAt: instantSchema,
  confirmedOn: plainDateSchema.describe("承認または最後に点検された日"),
  confirmedBy: officerIdSchema,
  reviewBy: plainDateSchema.describe("点検されなければ、この日の翌日に終わる"),
  reviewDue: z.boolean().describe("今の半年の点検が済んでいないか"),
  state: z.enum(keysOf(rightStates)),
  stateLabel: words,
  ended: z
    .strictObject({ at: instantSchema, by: officerIdSchema, cause: z.enum(keysOf(endCauses)), causeLabel: words })
    .nullable(),
  lastUsedAt: instantSchema.nullable().describe("最後に使った時(集計済みの時間まで)"),
});

const officer = z.strictObject({
  officer: officerIdSchema,
  leftAt: instantSchema.nullable().describe("最後に異動・退職で終わった時"),
  identified: z.boolean().describe("本人の仮名が登録されているか"),
  rights: z.array(right),
  requests: z.array(request),
});

/** The bodies of answers about rights and sessions, by name. */
export const rightsBodies = {
  Session: z.strictObject({
    officer: officerIdSchema,
    department,
    departmentLabel: words,
    roles: z.array(role),
    roleLabels: z.array(words),
    counter: words,
    terminal: words,
    startedAt: instantSchema.nullable(),
    endsAt: instantSchema.nullable().describe("この時を過ぎると、もう一度サインインする"),
    idleSeconds: z.int().describe("操作のないまま画面を閉じるまでの秒数"),
    actions: z.array(z.enum(keysOf<OperationId>(operations))).describe("できる操作(operationId)"),
  }),
  EndedSession: z.strictObject({ endedAt: instantSchema }),
  RightRequest: request,
  DecidedRight: z.strictObject({ request, right: right.nullable().describe("却下ではnull") }),
  Right: right,
  Rights: z.strictObject({
    asOf: plainDateSchema,
    rights: z.array(right),
    requests: z.array(request),
    firstHeads: z
      .array(z.strictObject({ officer: officerIdSchema, department, departmentLabel: words }))
      .describe("設定による所属長(点検の対象外)"),
  }),
  Officer: officer,
  WholeOfficer: officer.extend({
    history: z.array(
      z.strictObject({
        id: words,
        at: instantSchema,
        by: officerIdSchema,
        kind: words,
        kindLabel: words,
        number: number.nullable(),
        causeLabel: words.nullable(),
        reason: words.nullable(),
      }),
    ),
  }),
  IdentifiedOfficer: z.strictObject({ officer: officerIdSchema, identified: z.literal(true) }),
} as const satisfies Record<string, z.ZodType>;

/** How each of its operations answers when all is well. */
export const rightsSuccesses = {
  showSession: { 200: { description: "自分のセッション", body: "Session" } },
  endSession: { 200: { description: "サインアウトした", body: "EndedSession" } },
  requestRight: { 201: { description: "申請した", body: "RightRequest" } },
  listRights: { 200: { description: "権限と申請", body: "Rights" } },
  decideRight: { 200: { description: "決定した", body: "DecidedRight" } },
  confirmRight: { 200: { description: "確認した", body: "Right" } },
  endRight: { 200: { description: "終わった権限", body: "Right" } },
  showOfficer: { 200: { description: "権限の台帳", body: "WholeOfficer" } },
  endOfficer: { 200: { description: "終わった後の権限", body: "Officer" } },
  identifyOfficer: { 200: { description: "登録した", body: "IdentifiedOfficer" } },
} as const satisfies Partial<
  Record<OperationId, Readonly<Record<number, { description: string; body: keyof typeof rightsBodies }>>>
>;
