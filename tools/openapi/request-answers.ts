import * as z from "zod";
import { requestIdPattern } from "../../shared/domain/ids.ts";
import { keysOf } from "../../shared/domain/keys-of.ts";
import { identityProofs, requesters, requestKinds } from "../../shared/domain/request-kinds.ts";
import { requestStates } from "../../shared/domain/requests.ts";
import { instantSchema, plainDateSchema } from "../../shared/domain/values.ts";

const words = z.string();

const request = z.strictObject({
  requestId: z.string().regex(requestIdPattern),
  kind: z.enum(keysOf(requestKinds)),
  kindLabel: words,
  law: words.describe("もとになる法の条、または区の定め"),
  state: z.enum(keysOf(requestStates)),
  stateLabel: words,
  receivedOn: plainDateSchema,
  requester: z.enum(keysOf(requesters)).nullable(),
  requesterLabel: words.nullable(),
  proof: z.enum(keysOf(identityProofs)).nullable(),
  proofLabel: words.nullable(),
  disclosedOn: plainDateSchema.nullable().describe("もとになる開示を受けた日。わからないときはnull"),
  outOfTime: z.boolean().describe("開示を受けた日から90日を過ぎて受け付けたか。過ぎたものは認められない"),
  affected: z.int().nullable().describe("事故にかかわる人の数"),
  wrongful: z.boolean().nullable().describe("事故が、不正の目的によるおそれのあるものか"),
  outcome: words.nullable(),
  outcomeLabel: words.nullable(),
  decideBy: plainDateSchema.describe("決定の期限。補正に要した日数を除き、延長を加えた日"),
  firstWordBy: plainDateSchema.nullable().describe("速報の期限。済んだか、要らないときはnull"),
  dueBy: plainDateSchema.nullable().describe("いちばん近い期限。終わったものはnull"),
  overdue: z.boolean(),
  history: z.array(
    z.strictObject({
      step: words,
      stepLabel: words,
      on: plainDateSchema,
      at: instantSchema,
      by: words,
      outcome: words.nullable(),
      documentNumber: words.nullable(),
      object: words.nullable().describe("これによってした届出・利用停止・出力の番号"),
    }),
  ),
});

/** The bodies of answers about 請求等, by name. */
export const requestBodies = {
  SubjectRequest: request,
  SubjectRequests: z.strictObject({ requests: z.array(request), next: words.nullable().describe("続きは after に") }),
  SubjectRequestWithNotes: request.extend({
    notes: z
      .array(z.strictObject({ at: instantSchema, by: words, text: words }))
      .nullable()
      .describe("書かれた内容。見られない者にはnull"),
  }),
} as const satisfies Record<string, z.ZodType>;

export const requestSuccesses = {
  receiveRequest: {
    200: { description: "同じ請求をすでに受け付けてある", body: "SubjectRequest" },
    201: { description: "受け付けた", body: "SubjectRequest" },
  },
  listRequests: {
    200: { description: "対応中のもの(期限の近い順)、またはすべて(新しい順に50件ずつ)", body: "SubjectRequests" },
  },
  showRequest: { 200: { description: "経過と期限", body: "SubjectRequestWithNotes" } },
  takeRequestStep: { 200: { description: "進めた", body: "SubjectRequest" } },
} as const;
