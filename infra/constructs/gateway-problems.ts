import { ResponseType, type RestApi } from "aws-cdk-lib/aws-apigateway";
import { type ProblemCode, problem } from "../../shared/contracts/problems.ts";
import { problemBody } from "../../shared/http/respond.ts";

/** The gateway's request id: the one in the access log. */
const correlationId = "$context.requestId";

const shared = (code: ProblemCode) => problemBody(problem(code), correlationId);

const gatewayOnly = (code: string, status: number, title: string, detail: string) => ({
  type: `urn:kokunen:problem:${code}`,
  title,
  status,
  detail,
  code,
  correlationId,
});

const notAccepted = gatewayOnly("not-accepted", 400, "要求を受け付けられません", "要求の形を確かめてください");

/**
 * What API Gateway answers by itself, before any function: the same problems, in the same words, as the functions give;
 * and three that only a gateway can have.
 */
const answers = [
  { type: ResponseType.REQUEST_TOO_LARGE, body: shared("body-too-large") },
  { type: ResponseType.BAD_REQUEST_BODY, body: shared("malformed-json") },
  { type: ResponseType.BAD_REQUEST_PARAMETERS, body: shared("invalid-content") },
  { type: ResponseType.MISSING_AUTHENTICATION_TOKEN, body: shared("no-such-operation") },
  { type: ResponseType.ACCESS_DENIED, body: shared("not-allowed") },
  {
    type: ResponseType.THROTTLED,
    body: gatewayOnly("too-many-requests", 429, "要求が多すぎます", "しばらく待ってから、もう一度送ってください"),
  },
  {
    type: ResponseType.INTEGRATION_TIMEOUT,
    body: gatewayOnly(
      "timeout",
      504,
      "時間内に終わりませんでした",
      "同じIdempotency-Keyでもう一度送ってください。二重には登録されません",
    ),
  },
  { type: ResponseType.DEFAULT_4XX, body: notAccepted },
  { type: ResponseType.DEFAULT_5XX, body: shared("internal-error") },
] as const;

/** Puts the problems on an API. The catch-alls keep the status that API Gateway chose. */
export const gatewayProblems = (api: RestApi): void => {
  for (const { type, body } of answers) {
    api.addGatewayResponse(`Problem${type.responseType}`, {
      type,
      ...(type.responseType.startsWith("DEFAULT") ? {} : { statusCode: String(body.status) }),
      responseHeaders: { "Content-Type": "'application/problem+json; charset=utf-8'", "Cache-Control": "'no-store'" },
      templates: { "application/json": JSON.stringify(body) },
    });
  }
};
