import type { APIGatewayProxyEvent, APIGatewayProxyResult } from "aws-lambda";
import type { ConsoleConfig, ConsoleIdentity } from "../../shared/contracts/console.ts";
import type { ConsoleFiles } from "./console-files.ts";
import { securityHeaders } from "./security-headers.ts";

const page = "index.html";

/** A name that Vite made from the content: what it names never changes. */
const isHashed = (name: string) => /^assets\/[\w-]+-[\w-]{8}\.(?:js|css)$/.test(name);

const nameIn = (path: string): string | undefined => /\/console\/(.+)$/.exec(path)?.[1];

/**
 * The console's files and its configuration. No token is asked for: nothing in them is about anybody, and nothing but
 * what was built can be had.
 */
export const serveConsole = (files: ConsoleFiles, identity: ConsoleIdentity | null) => {
  const headers = securityHeaders(identity);
  const config: ConsoleConfig = { apiBase: "..", ...(identity ?? { issuer: null }) };
  const answer = (statusCode: number, body: string, type: string, cache: string, more = {}): APIGatewayProxyResult => ({
    statusCode,
    headers: { ...headers, "content-type": type, "cache-control": cache, ...more },
    body,
  });
  const plain = "text/plain; charset=utf-8";

  return async (event: Pick<APIGatewayProxyEvent, "httpMethod" | "path">): Promise<APIGatewayProxyResult> => {
    if (event.httpMethod !== "GET") return answer(405, "", plain, "no-store", { allow: "GET" });
    const name = nameIn(event.path);
    if (name === undefined) {
      // Relative, because the path before it differs between the stage of API Gateway and the emulator.
      const location = event.path.endsWith("/") ? page : `console/${page}`;
      return answer(302, "", plain, "no-store", { location });
    }
    if (name === "config.json") {
      return answer(200, JSON.stringify(config), "application/json; charset=utf-8", "no-store");
    }
    const file = files.get(name);
    if (file === undefined) return answer(404, "見つかりません", plain, "no-store");
    return answer(200, file.text, file.type, isHashed(name) ? "private, max-age=31536000, immutable" : "no-store");
  };
};
