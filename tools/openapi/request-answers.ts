import * as z from "zod";
import { keysOf } from "../../shared/domain/keys-of.ts";
import { requestStates } from "../../shared/domain/requests.ts";
import { atenaNumberSchema, plainDateSchema, requestIdSchema } from "../../shared/domain/values.ts";
import { requestRow, requestStepRow } from "../../shared/stores/requests.ts";

const words = z.string();

const request = requestRow.omit({ personId: true, version: true }).extend({
  kindTitle: words,
  basis: words.describe("根拠の条、または区の定め"),
  stateLabel: words,
  outcomeLabel: words.nullable(),
  requesterLabel: words.nullable(),
  inquirerLabel: words.nullable(),
  aboutPerson: z.boolean().describe("国民年金ファイルにいる一人についてのものか"),
  dueOn: plainDateSchema.nullable().describe("次にすることの期限。補正待ちと、決定の後はnull"),
  decideBy: plainDateSchema.describe("決定・回答・確報の期限"),
  interimBy: plainDateSchema.nullable().describe("速報の期限"),
  overdue: z.boolean().describe("期限を過ぎているか"),
  outOfTime: z.boolean().describe("開示を受けた日から90日を過ぎた請求か"),
});

const step = requestStepRow.omit({ requestId: true, personId: true, sealed: true }).extend({
  to: z.enum(keysOf(requestStates)),
  stepTitle: words,
  toLabel: words,
  codeLabels: z.array(words),
  note: words.nullable().describe("職員が書いたこと。なければ、または消去されていればnull"),
});

/** The bodies of answers about 請求, 問合せ and 事故, by name. */
export const requestBodies = {
  Request: z.strictObject(request.shape),
  WholeRequest: z.strictObject({
    ...request.shape,
    atenaNumber: atenaNumberSchema.nullable(),
    history: z.array(z.strictObject(step.shape)),
  }),
  Requests: z.strictObject({
    overdue: z.int().describe("期限を過ぎた件数"),
    open: z.array(z.strictObject(request.shape)).describe("終わっていないもの。期限の順"),
    newest: z.array(z.strictObject(request.shape)).describe("番号の新しい順に100件"),
    next: requestIdSchema.nullable().describe("続きがあるときafterに指定する番号"),
  }),
} as const satisfies Record<string, z.ZodType>;

export const requestSuccesses = {
  receiveRequest: {
    200: { description: "同じ内容をすでに受け付けてある", body: "Request" },
    201: { description: "受け付けた", body: "Request" },
  },
  listRequests: { 200: { description: "終わっていないものと、新しいもの", body: "Requests" } },
  showRequest: { 200: { description: "内容と経過", body: "WholeRequest" } },
  actOnRequest: { 200: { description: "進めた", body: "Request" } },
  decideRequest: { 200: { description: "決定した", body: "Request" } },
} as const;
