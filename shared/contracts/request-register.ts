import * as z from "zod";
import { documentNumberSchema } from "../domain/document-number.ts";
import { identityDocuments } from "../domain/filing.ts";
import { keysOf } from "../domain/keys-of.ts";
import {
  extensionReasons,
  factsOfKind,
  inquirers,
  kindsOfShape,
  requesters,
  requestOutcomes,
} from "../domain/request-kinds.ts";
import { atenaNumberSchema, plainDateSchema, remarkSchema, requestIdSchema } from "../domain/values.ts";

const chosen = "用意された区分から選んでください";
const remark = remarkSchema.default("");
const documentNumber = documentNumberSchema.nullable().default(null);

const common = {
  receivedOn: plainDateSchema.describe("請求・問合せのあった日。事故は、知った日"),
  summary: remarkSchema.min(1, "内容を入力してください"),
};

const claim = z
  .strictObject({
    kind: z.enum(kindsOfShape("claim")),
    ...common,
    atenaNumber: atenaNumberSchema,
    requester: z.enum(keysOf(requesters), chosen),
    identityDocument: z.enum(keysOf(identityDocuments), chosen),
    disclosedOn: plainDateSchema.nullable().default(null).describe("開示を受けた日。訂正請求・利用停止請求だけ"),
  })
  .refine(({ kind, disclosedOn }) => disclosedOn === null || factsOfKind(kind).withinDays !== null, {
    message: "開示を受けた日は、訂正請求・利用停止請求にだけ入力してください",
    path: ["disclosedOn"],
  })
  .refine(({ receivedOn, disclosedOn }) => disclosedOn === null || disclosedOn <= receivedOn, {
    message: "開示を受けた日が、請求のあった日より後です",
    path: ["disclosedOn"],
  });

const inquiry = z.strictObject({
  kind: z.enum(kindsOfShape("inquiry")),
  ...common,
  atenaNumber: atenaNumberSchema.nullable().default(null),
  inquirer: z.enum(keysOf(inquirers), chosen),
});

const incident = z.strictObject({
  kind: z.enum(kindsOfShape("incident")),
  ...common,
  peopleCount: z.int().min(0).max(10_000_000).nullable().describe("及んだ人数。わからないときはnull"),
  specific: z.boolean().describe("特定個人情報を含むか"),
  wrongful: z.boolean().describe("不正の目的によるおそれがあるか"),
});

/** `receiveRequest`. The number of a person travels in the body, never in a URL. */
export const receivingRequest = z.discriminatedUnion("kind", [claim, inquiry, incident], "請求の種類を選んでください");
export type ReceivingRequest = z.infer<typeof receivingRequest>;

/** `listRequests`: the newest after this number. */
export const requestsQuery = z.strictObject({ after: requestIdSchema.optional() });

/** `actOnRequest`: every step but the decision. */
export const requestAction = z.discriminatedUnion(
  "action",
  [
    z.strictObject({ action: z.enum(["examine", "corrected", "close"]), note: remark }),
    z.strictObject({
      action: z.literal("ask-correction"),
      documentNumber,
      note: remarkSchema.min(1, "何の補正を求めたかを入力してください"),
    }),
    z.strictObject({
      action: z.literal("extend"),
      days: z.int().min(1, "延長する日数を入力してください").max(366),
      reason: z.enum(keysOf(extensionReasons), chosen),
      documentNumber: documentNumberSchema,
      note: remark,
    }),
    z.strictObject({ action: z.literal("tell-interim"), documentNumber, note: remark }),
    z.strictObject({ action: z.literal("withdraw"), note: remarkSchema.min(1, "取下げの事情を入力してください") }),
  ],
  "処理の名前を確かめてください",
);

/** `decideRequest`. Of a 請求 the paper that tells of the decision has a number (個人情報保護法82条・93条・101条: 書面). */
export const requestDecision = z.strictObject({
  outcome: z.enum(keysOf(requestOutcomes), chosen),
  documentNumber,
  note: remark,
});
