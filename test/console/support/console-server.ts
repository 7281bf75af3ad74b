import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { decodeJwt } from "jose";
import { readConsoleFiles } from "../../../functions/console/console-files.ts";
import { serveConsole } from "../../../functions/console/serve-console.ts";
import type { ConsoleIdentity } from "../../../shared/contracts/console.ts";
import { openIdentityProvider } from "../../../tools/local/identity-provider.ts";
import { startIdentityServer } from "../../../tools/local/identity-server.ts";
import { whoSignsIn } from "../../../tools/local/officers.ts";
import { scratchFolder } from "../../tools/scratch.ts";
import type { ConsoleApi } from "./contract-api.ts";

/** The stage of API Gateway, below which everything lies. */
const stage = "/ward";

const callerOf = ({ headers }: IncomingMessage) => {
  const [, token = ""] = /^Bearer (\S+)$/.exec(headers.authorization ?? "") ?? [];
  return token === "" ? undefined : whoSignsIn.find(({ officer }) => officer === decodeJwt(token).sub);
};

const askApi = async (api: ConsoleApi, request: IncomingMessage, url: URL, response: ServerResponse) => {
  const caller = callerOf(request);
  const sent = await text(request);
  const answer =
    caller === undefined
      ? { status: 401, body: { title: "認証が必要です", detail: "もう一度サインインしてください" } }
      : await api({
          method: request.method ?? "GET",
          path: decodeURIComponent(url.pathname.slice(stage.length)),
          query: Object.fromEntries(url.searchParams),
          body: sent === "" ? {} : JSON.parse(sent),
          caller,
        });
  response.writeHead(answer.status, { "content-type": "application/json" }).end(JSON.stringify(answer.body));
};

/**
 * The built console behind the real function that serves it, the development identity provider on an origin of its own,
 * and `api` behind both. `unconfigured` leaves the provider out, as a ward does that has not arranged it.
 */
export const startConsole = async (folder: string, api: ConsoleApi, unconfigured = false) => {
  const provider = await openIdentityProvider(await scratchFolder());
  const signIn = await startIdentityServer(provider);
  const identity: ConsoleIdentity = { issuer: provider.issuer, ...signIn.consoleIdentity };
  const serve = serveConsole(readConsoleFiles(folder), unconfigured ? null : identity);
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? "/", "http://127.0.0.1");
    if (url.pathname.startsWith(`${stage}/v1/`)) return askApi(api, request, url, response);
    const answer = await serve({ httpMethod: request.method ?? "GET", path: url.pathname });
    return response.writeHead(answer.statusCode, answer.headers as Record<string, string>).end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    address: `${origin}${stage}/console`,
    identityOrigin: new URL(identity.tokenEndpoint).origin,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await signIn.stop();
    },
  };
};
