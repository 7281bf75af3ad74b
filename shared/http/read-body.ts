import type { APIGatewayProxyEvent } from "aws-lambda";
import { type Problem, problem } from "../contracts/problems.ts";

const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: false });

/** The body as text and as JSON, or why not. An empty body has no value. */
export const readBody = (
  event: Pick<APIGatewayProxyEvent, "body" | "isBase64Encoded">,
  mostBytes: number,
): { readonly text: string; readonly value: unknown } | Problem => {
  const { body } = event;
  if (!body) return { text: "", value: undefined };
  if (body.length > mostBytes * 1.4) return problem("body-too-large");
  const bytes = Buffer.from(body, event.isBase64Encoded ? "base64" : "utf8");
  if (bytes.length > mostBytes) return problem("body-too-large");
  try {
    const text = strict.decode(bytes);
    return { text, value: JSON.parse(text) };
  } catch {
    return problem("malformed-json");
  }
};
