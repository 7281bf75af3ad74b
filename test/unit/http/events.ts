import type { APIGatewayProxyEvent, APIGatewayProxyResult, Context } from "aws-lambda";

/** An event as API Gateway makes it, for what `ask` of the office cannot say: bytes, and headers as they come. */
export const event = (over: Partial<APIGatewayProxyEvent>): APIGatewayProxyEvent =>
  ({
    httpMethod: "GET",
    path: "/v1/filings",
    headers: {},
    queryStringParameters: null,
    body: null,
    isBase64Encoded: false,
    requestContext: { requestId: "test-request" },
    ...over,
  }) as unknown as APIGatewayProxyEvent;

export const answered = async (
  run: (event: APIGatewayProxyEvent, context: Context) => Promise<unknown>,
  over: Partial<APIGatewayProxyEvent>,
): Promise<APIGatewayProxyResult> =>
  (await run(event(over), { awsRequestId: "test" } as Context)) as APIGatewayProxyResult;
