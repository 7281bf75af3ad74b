import type { APIGatewayProxyResult } from "aws-lambda";
import { type Problem, problems } from "../contracts/problems.ts";

/** A file to be saved as it is: text, in UTF-8. The name is for the caller's disk, in ASCII. */
interface TextFile {
  readonly name: string;
  readonly type: "text/csv";
  readonly text: string;
}

/** What the work of an operation ends in. */
export type Reply =
  | { readonly status: number; readonly body: unknown }
  | { readonly status: number; readonly file: TextFile }
  | Problem;

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

const contentOf = (reply: Exclude<Reply, Problem>): readonly [type: string, text: string, name?: string] =>
  "file" in reply
    ? [reply.file.type, reply.file.text, reply.file.name]
    : ["application/json", JSON.stringify(reply.body)];

export const respond = (reply: Reply, correlationId: string): APIGatewayProxyResult => {
  const [type, body, name] = isProblem(reply)
    ? (["application/problem+json", JSON.stringify(problemBody(reply, correlationId))] as const)
    : contentOf(reply);
  return {
    statusCode: isProblem(reply) ? problems[reply.problem].status : reply.status,
    headers: {
      ...guarded,
      "content-type": `${type}; charset=utf-8`,
      ...(name === undefined ? {} : { "content-disposition": `attachment; filename="${name}"` }),
      "x-correlation-id": correlationId,
    },
    body,
  };
};
