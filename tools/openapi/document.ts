import * as z from "zod";
import { dutiesFor } from "../../shared/access/may.ts";
import { assessmentRequest } from "../../shared/contracts/assessments.ts";
import {
  activityQuery,
  digestsQuery,
  entriesQuery,
  entryIdPattern,
  resolutionRequest,
  subjectRequest,
  verificationRequest,
} from "../../shared/contracts/audit.ts";
import { batchIdPattern, batchQuery, batchRequest } from "../../shared/contracts/batches.ts";
import { benefitKinds, benefitRequests } from "../../shared/contracts/benefit-assessments.ts";
import {
  certificateIdPattern,
  erasureDecisionRequest,
  erasureIdPattern,
  findingDecisionRequest,
  findingIdPattern,
  holdIdPattern,
  holdRequest,
  itemsQuery,
} from "../../shared/contracts/erasures.ts";
import { incomeOutputIdPattern, incomeOutputRequest } from "../../shared/contracts/income-outputs.ts";
import {
  correctionDecisionRequest,
  correctionsQuery,
  incomeQuery,
  incomesRequest,
  referenceRequest,
} from "../../shared/contracts/incomes.ts";
import { listQuery, listTitles } from "../../shared/contracts/lists.ts";
import { noticeDelivery, noticeIdPattern, noticesRequest } from "../../shared/contracts/notices.ts";
import type { Operation } from "../../shared/contracts/operation.ts";
import { type OperationId, operations } from "../../shared/contracts/operations.ts";
import { outputDecision, outputIdPattern, outputRequest, productionRequest } from "../../shared/contracts/outputs.ts";
import { type ProblemCode, problems } from "../../shared/contracts/problems.ts";
import { requestReceipt, requestStep, requestsQuery } from "../../shared/contracts/request-register.ts";
import {
  actionRequest,
  decisionRequest,
  importRequest,
  ledgerQuery,
  monthsQuery,
  purposes,
  registerQuery,
  searchRequest,
  startRunRequest,
} from "../../shared/contracts/requests.ts";
import {
  changeDecisionRequest,
  changeNamePattern,
  changesQuery,
  changesRequest,
} from "../../shared/contracts/resident-changes.ts";
import {
  officerEnding,
  officerIdentity,
  rightConfirmation,
  rightDecision,
  rightEnding,
  rightRequest,
  rightsQuery,
} from "../../shared/contracts/rights.ts";
import { liftingRequest, suspensionIdPattern, suspensionRequest } from "../../shared/contracts/suspensions.ts";
import {
  atenaNumberPattern,
  correctionIdPattern,
  filingIdPattern,
  importIdPattern,
  officerIdPattern,
  requestIdPattern,
  rightIdPattern,
  rightRequestIdPattern,
  runIdPattern,
} from "../../shared/domain/ids.ts";
import { roles } from "../../shared/domain/roles.ts";
import { type FlowId, flowIds, flows } from "../../shared/flows/catalogue.ts";
import { bodies, successes } from "./answers.ts";
import { always, failures, withBody } from "./failures.ts";
import { type JsonSchema, jsonSchema } from "./json-schema.ts";

const schemaNameOf = (flow: FlowId) => `File-${flow}`;

const requests: Partial<Record<OperationId, z.ZodType>> = {
  actOnFiling: actionRequest,
  searchPeople: searchRequest,
  assessExemption: assessmentRequest,
  assessBenefit: z.union(Object.entries(benefitRequests).map(([kind, body]) => body.meta({ title: kind }))),
  startRun: startRunRequest,
  decideRun: decisionRequest,
  importResults: importRequest,
  runIncomeOutput: incomeOutputRequest,
  decideIncomeOutput: decisionRequest,
  runBatch: batchRequest,
  takeResidentChanges: changesRequest,
  decideResidentChange: changeDecisionRequest,
  takeIncomes: incomesRequest,
  referIncome: referenceRequest,
  decideIncomeCorrection: correctionDecisionRequest,
  verifyDigests: verificationRequest,
  findSubject: subjectRequest,
  findTerms: searchRequest,
  resolveSubjects: resolutionRequest,
  requestRight: rightRequest,
  decideRight: rightDecision,
  confirmRight: rightConfirmation,
  endRight: rightEnding,
  endOfficer: officerEnding,
  identifyOfficer: officerIdentity,
  receiveRequest: requestReceipt,
  takeRequestStep: requestStep,
  placeSuspension: suspensionRequest,
  liftSuspension: liftingRequest,
  prepareNotices: noticesRequest,
  settleNotice: noticeDelivery,
  requestOutput: outputRequest,
  decideOutput: outputDecision,
  produceOutput: productionRequest,
  decideErasure: erasureDecisionRequest,
  settleFinding: findingDecisionRequest,
  placeHold: holdRequest,
};

/** Those that take an empty body for an empty request. */
const bodyMayBeLeftOut: readonly OperationId[] = ["startRun", "produceOutput", "prepareNotices"];

const queries: Partial<Record<OperationId, z.ZodObject>> = {
  listFilings: registerQuery,
  showLedger: ledgerQuery,
  showMonths: monthsQuery,
  showBatch: batchQuery,
  showList: listQuery,
  listResidentChanges: changesQuery,
  showIncome: incomeQuery,
  listIncomeCorrections: correctionsQuery,
  listEntries: entriesQuery,
  listDigests: digestsQuery,
  showActivity: activityQuery,
  listRequests: requestsQuery,
  listRights: rightsQuery,
  listErasureItems: itemsQuery,
};

const asksPurpose: readonly OperationId[] = [
  "showPerson",
  "showLedger",
  "showMonths",
  "showBenefits",
  "searchPeople",
  "showIncome",
];

/** Asked for only where the body names somebody on file. */
const mayAskPurpose: readonly OperationId[] = ["assessExemption", "assessBenefit"];

const idForms: Readonly<Record<string, readonly [RegExp, string]>> = {
  filingId: [filingIdPattern, "受付番号"],
  runId: [runIdPattern, "進達番号"],
  atenaNumber: [atenaNumberPattern, "宛名番号(個人番号ではない)"],
  importId: [importIdPattern, "取込番号(ファイルのSHA-256)"],
  changeId: [changeNamePattern, "異動番号"],
  correctionId: [correctionIdPattern, "更正番号"],
  outputId: [incomeOutputIdPattern, "出力の番号"],
  entryId: [entryIdPattern, "アクセス記録の番号(時刻_番号)"],
  month: [/^\d{4}-(0[1-9]|1[0-2])$/, "報告の月"],
  part: [/^[1-9]\d{0,3}$/, "ファイルの番号"],
  batchId: [batchIdPattern, "一括処理の番号"],
  requestId: [rightRequestIdPattern, "権限の申請の番号"],
  rightId: [rightIdPattern, "権限の番号"],
  subjectRequestId: [requestIdPattern, "請求等の番号"],
  suspensionId: [suspensionIdPattern, "利用停止の番号"],
  noticeId: [noticeIdPattern, "訂正の通知の番号"],
  officerId: [officerIdPattern, "職員ID"],
  erasureId: [erasureIdPattern, "消去の番号"],
  findingId: [findingIdPattern, "見つかった写しの番号"],
  certificateId: [certificateIdPattern, "消去証明の番号"],
  holdId: [holdIdPattern, "保留の番号"],
  kind: [new RegExp(`^(${Object.keys(benefitKinds).join("|")})$`), "給付の種類。本文の形は種類ごとに違う"],
  name: [new RegExp(`^(${Object.keys(listTitles).join("|")})$`), "一覧表の名前"],
};

const formOf = (name: string, id: OperationId): readonly [RegExp, string] =>
  name === "outputId" && operations[id].function === "outputs"
    ? [outputIdPattern, "出力の番号"]
    : (idForms[name] ?? [/.*/, name]);

const flowOf = (id: OperationId): FlowId | undefined => flowIds.find((flow) => id === `file:${flow}`);

const ref = (kind: "schemas" | "responses", name: string) => ({ $ref: `#/components/${kind}/${name}` });

const idempotencyKey = {
  name: "Idempotency-Key",
  in: "header",
  required: true,
  description: "届出ごとに異なる鍵。同じ鍵と本文には最初の答えが返る(14日間)",
  schema: { type: "string", pattern: "^[A-Za-z0-9-]{8,64}$" },
};

const purpose = {
  name: "Kokunen-Purpose",
  in: "header",
  required: true,
  description: `見る目的。アクセス記録に残る。${Object.entries(purposes)
    .map(([code, title]) => `${code} = ${title}`)
    .join("、")}`,
  schema: { type: "string", enum: Object.keys(purposes) },
};

const queryParameters = (schema: z.ZodObject) => {
  const { properties = {}, required = [] } = jsonSchema(schema, "input");
  return Object.entries(properties).map(([name, described]) => ({
    name,
    in: "query",
    required: required.includes(name),
    schema: described,
  }));
};

const pathParameters = (path: string, id: OperationId) =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => {
    const [form, title] = formOf(name, id);
    return id === "file:unknown"
      ? { name, in: "path", required: true, description: "知らない手続の名前", schema: { type: "string" } }
      : { name, in: "path", required: true, description: title, schema: { type: "string", pattern: form.source } };
  });

const requestBody = (id: OperationId) => {
  const flow = flowOf(id);
  const schema = requests[id];
  const described: JsonSchema | undefined = flow
    ? ref("schemas", schemaNameOf(flow))
    : schema && jsonSchema(schema, "input");
  return described
    ? {
        requestBody: {
          required: !bodyMayBeLeftOut.includes(id),
          content: { "application/json": { schema: described } },
        },
      }
    : {};
};

/** Every way the operation can fail, by its status; several codes may share one. */
const failuresOf = (id: OperationId, { method }: Operation): readonly ProblemCode[] => [
  ...new Set([...always, ...(method === "POST" ? withBody : []), ...failures[id]]),
];

const responses = (id: OperationId, operation: Operation) => {
  const done = Object.entries(successes[id]).map(([status, { description, body }]) => [
    status,
    {
      description,
      content: {
        "application/json": { schema: ref("schemas", body) },
      },
    },
  ]);
  const failed = Map.groupBy(failuresOf(id, operation), (code) => problems[code].status);
  return Object.fromEntries([
    ...done,
    ...[...failed]
      .sort(([a], [b]) => a - b)
      .map(([status, codes]) => [
        String(status),
        {
          description: codes.map((code) => `${code}: ${problems[code].title}`).join("、"),
          content: {
            "application/problem+json": {
              schema: { allOf: [ref("schemas", "Problem"), { properties: { code: { enum: codes } } }] },
            },
          },
        },
      ]),
  ]);
};

const described = (id: OperationId, operation: Operation) => {
  const query = queries[id];
  const flow = flowOf(id);
  return {
    operationId: id,
    summary: operation.title,
    description: `できる職務: ${dutiesFor(id)
      .map((role) => `${roles[role]}(${role})`)
      .join("、")}${flow ? `。根拠: ${flows[flow].basis.join("、")}` : ""}`,
    tags: [operation.function],
    parameters: [
      ...pathParameters(operation.path, id),
      ...(flow || id === "receiveRequest" ? [idempotencyKey] : []),
      ...(asksPurpose.includes(id) ? [purpose] : []),
      ...(mayAskPurpose.includes(id) ? [{ ...purpose, required: false }] : []),
      ...(query ? queryParameters(query) : []),
    ],
    ...requestBody(id),
    responses: responses(id, operation),
  };
};

const problemSchema: JsonSchema = {
  type: "object",
  description: "RFC 9457。値(個人番号など)を繰り返さない",
  required: ["type", "title", "status", "detail", "code", "correlationId"],
  properties: {
    type: { type: "string", pattern: "^urn:kokunen:problem:" },
    title: { type: "string" },
    status: { type: "integer" },
    detail: { type: "string" },
    code: { type: "string", enum: Object.keys(problems) },
    correlationId: { type: "string", description: "照会番号" },
    errors: {
      type: "array",
      items: {
        type: "object",
        required: ["code", "detail"],
        properties: {
          code: { type: "string" },
          detail: { type: "string" },
          pointer: { type: "string", description: "誤りの箇所(JSON Pointer)" },
          article: { type: "string", description: "根拠の条文" },
        },
      },
    },
  },
};

/** The OpenAPI 3.1 document of the private API, from the tables and schemas by which the functions serve it. */
export const openApiDocument = () => {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [id, operation] of Object.entries(operations) as [OperationId, Operation][]) {
    paths[operation.path] = { ...paths[operation.path], [operation.method.toLowerCase()]: described(id, operation) };
  }
  return {
    openapi: "3.1.1",
    info: {
      title: "国年 Kokunen",
      version: "1",
      description: "国民年金システムの閉域API。docs/api.mdに使い方。",
    },
    servers: [{ url: "/", description: "区のVPCエンドポイントからだけ届く" }],
    security: [{ ward: [] }],
    paths,
    components: {
      securitySchemes: {
        ward: {
          type: "http",
          scheme: "bearer",
          bearerFormat: "JWT",
          description:
            "区の認証基盤のOIDCアクセストークン(ES256・PS256・RS256)。職員はamrに異なる種類の2要素かmfa、sid・auth_time・terminal・departmentが要る。職務は権限の台帳による",
        },
      },
      schemas: {
        ...Object.fromEntries(flowIds.map((flow) => [schemaNameOf(flow), jsonSchema(flows[flow].request, "input")])),
        ...Object.fromEntries(Object.entries(bodies).map(([name, body]) => [name, jsonSchema(body, "input")])),
        Problem: problemSchema,
      },
    },
  };
};
