import { type IRestApi, ResponseType } from "aws-cdk-lib/aws-apigateway";

interface Problem {
  readonly type: ResponseType;
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
}

/** What API Gateway answers by itself, before any function: RFC 9457 problems in the words of the functions. */
const problems = [
  {
    type: ResponseType.REQUEST_TOO_LARGE,
    status: 413,
    code: "request-too-large",
    title: "要求が大きすぎます",
    detail: "要求の本文は10MBまでです。",
  },
  {
    type: ResponseType.BAD_REQUEST_BODY,
    status: 400,
    code: "malformed-request",
    title: "要求の形が正しくありません",
    detail: "要求の本文を読み取れませんでした。",
  },
  {
    type: ResponseType.BAD_REQUEST_PARAMETERS,
    status: 400,
    code: "malformed-request",
    title: "要求の形が正しくありません",
    detail: "要求の項目を読み取れませんでした。",
  },
  {
    type: ResponseType.UNSUPPORTED_MEDIA_TYPE,
    status: 415,
    code: "unsupported-media-type",
    title: "この形式は受け付けていません",
    detail: "要求の形式を確かめてください。",
  },
  {
    type: ResponseType.THROTTLED,
    status: 429,
    code: "too-many-requests",
    title: "要求が多すぎます",
    detail: "しばらく待ってから、もう一度送ってください。",
  },
  {
    type: ResponseType.MISSING_AUTHENTICATION_TOKEN,
    status: 403,
    code: "forbidden",
    title: "この操作は許可されていません",
    detail: "要求の宛先と権限を確かめてください。",
  },
  {
    type: ResponseType.ACCESS_DENIED,
    status: 403,
    code: "forbidden",
    title: "この操作は許可されていません",
    detail: "要求の宛先と権限を確かめてください。",
  },
  {
    type: ResponseType.INTEGRATION_TIMEOUT,
    status: 504,
    code: "timeout",
    title: "時間内に終わりませんでした",
    detail: "同じ Idempotency-Key でもう一度送ってください。二重には登録されません。",
  },
  {
    type: ResponseType.DEFAULT_4XX,
    status: 400,
    code: "malformed-request",
    title: "要求を受け付けられません",
    detail: "要求の内容を確かめてください。",
  },
  {
    type: ResponseType.DEFAULT_5XX,
    status: 500,
    code: "internal-error",
    title: "処理できませんでした",
    detail: "要求番号を添えて管理者に知らせてください。",
  },
] as const satisfies readonly Problem[];

/** Puts the problems on an API. `correlationId` is the gateway's request id, the one in the access log. */
export const gatewayProblems = (api: IRestApi): void => {
  for (const { type, status, code, title, detail } of problems) {
    const body = { type: `urn:kokunen:problem:${code}`, title, status, detail, code };
    api.addGatewayResponse(`Problem${type.responseType}`, {
      type,
      // The catch-alls keep the status API Gateway chose.
      ...(type.responseType.startsWith("DEFAULT") ? {} : { statusCode: String(status) }),
      responseHeaders: { "Content-Type": "'application/problem+json'", "Cache-Control": "'no-store'" },
      templates: {
        "application/json": JSON.stringify({ ...body, correlationId: "$context.requestId" }),
      },
    });
  }
};
