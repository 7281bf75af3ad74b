import type { APIGatewayProxyResult } from "aws-lambda";
import { type Problem, problems } from "../contracts/problems.ts";

/** What the work of an operation ends in. */
export type Reply = { readonly status: number; readonly body: unknown } | Problem;

export const isProblem = (reply: Reply): reply is Problem => "problem" in reply;

/** Nothing of an answer may be kept by anything between: it is personal data. */
const guarded = { "cache-control": "no-store", "x-content-type-options": "nosniff" } as const;

/** RFC 9457. `correlationId` is what a user tells the operators. */
export const problemBody = ({ problem, errors }: Problem, correlationId: string) => {
  const { status, title, detail } = problems[problem];
  return {
    type: `urn:kokunen:problem:${problem}`,
    title,
    status,
    detail,
    code: problem,
    correlationId,
    ...(errors ? { errors } : {}),
  };
};

export const respond = (reply: Reply, correlationId: string): APIGatewayProxyResult => {
  const [type, body] = isProblem(reply)
    ? ["application/problem+json", JSON.stringify(problemBody(reply, correlationId))]
    : ["application/json", JSON.stringify(reply.body)];
  return {
    statusCode: isProblem(reply) ? problems[reply.problem].status : reply.status,
    headers: {
      ...guarded,
      "content-type": `${type}; charset=utf-8`,
      "x-correlation-id": correlationId,
    },
    body,
  };
};
