import * as z from "zod";
import { documentNumberSchema } from "../domain/document-number.ts";
import { keysOf } from "../domain/keys-of.ts";
import { identityProofs, kindRow, requesters, requestKinds } from "../domain/request-kinds.ts";
import { isOutcome, requestSteps } from "../domain/requests.ts";
import { atenaNumberSchema, plainDateSchema, requestIdSchema } from "../domain/values.ts";

const noteSchema = z.string().trim().min(1, { error: "内容を入力してください" }).max(2_000);
const choice = "用意された区分から選んでください";

/** `receiveRequest`. Which of the fields are wanted follows from the kind. */
export const requestReceipt = z
  .strictObject({
    kind: z.enum(keysOf(requestKinds), choice),
    receivedOn: plainDateSchema,
    /** Of whom it is; null for what is of nobody in particular. */
    atenaNumber: atenaNumberSchema.nullable(),
    requester: z.enum(keysOf(requesters), choice).nullable(),
    proof: z.enum(keysOf(identityProofs), choice).nullable(),
    /** Of a 訂正請求 and a 利用停止請求: the day of the disclosure that it follows; null where nobody knows it. */
    disclosedOn: plainDateSchema.nullable(),
    /** Of an incident: how many people it touches, as far as is known. */
    affected: z.int().nonnegative().max(1_000_000).nullable(),
    /** Of an incident: whether it may have been done 不正の目的で. */
    wrongful: z.boolean().nullable(),
    note: noteSchema,
  })
  .check((context) => {
    const { kind, receivedOn, atenaNumber, requester, proof, disclosedOn, affected, wrongful } = context.value;
    const row = kindRow(kind);
    const fault = (field: string, message: string) =>
      context.issues.push({ code: "custom", message, path: [field], input: context.value });
    if (row.ofPerson) {
      if (atenaNumber === null) fault("atenaNumber", "請求の対象となる人の宛名番号を入力してください");
      if (requester === null) fault("requester", "請求した人の立場を選んでください");
      if (proof === null) fault("proof", "本人または代理人を確かめた書類を選んでください");
    } else if (requester !== null || proof !== null) fault("requester", "この種類では入力しません");
    if (disclosedOn !== null) {
      if (row.daysAfterDisclosure === null) fault("disclosedOn", "この種類では入力しません");
      else if (disclosedOn > receivedOn) fault("disclosedOn", "開示を受けた日が、請求を受け付けた日より後です");
    }
    if ((wrongful !== null) !== (kind === "incident"))
      fault(
        "wrongful",
        kind === "incident" ? "不正の目的によるおそれがあるかを選んでください" : "この種類では入力しません",
      );
    if ((affected !== null) !== (kind === "incident"))
      fault("affected", kind === "incident" ? "かかわる人の数を入力してください" : "この種類では入力しません");
  });

/** `takeRequestStep`. A decision has an outcome of its kind and a paper; an extension a paper. */
export const requestStep = z
  .strictObject({
    step: z.enum(keysOf(requestSteps), choice),
    outcome: z.string().max(40).nullable(),
    documentNumber: documentNumberSchema.nullable(),
    note: noteSchema.nullable(),
  })
  .check((context) => {
    const { step, outcome, documentNumber } = context.value;
    const fault = (field: string, message: string) =>
      context.issues.push({ code: "custom", message, path: [field], input: context.value });
    const papers = step === "decide" || step === "extend" || step === "first-word";
    if (papers && documentNumber === null) fault("documentNumber", "文書番号を入力してください");
    if (
      step === "decide"
        ? outcome === null || !keysOf(requestKinds).some((kind) => isOutcome(kind, outcome))
        : outcome !== null
    )
      fault("outcome", step === "decide" ? choice : "決定のときだけ入力します");
  });

/** `listRequests`: those that wait, or a page of all. */
export const requestsQuery = z.strictObject({
  which: z.enum(["open", "all"], choice).default("open"),
  after: requestIdSchema.optional(),
});

export const requestsLimit = 50;
