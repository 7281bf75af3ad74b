import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import type { ConsoleIdentity } from "../../shared/contracts/console.ts";
import { authorizationCodes, authorizationRequest } from "./authorization-codes.ts";
import type { IdentityProvider } from "./identity-provider.ts";
import { whoSignsIn } from "./officers.ts";
import { signInPage } from "./sign-in-page.ts";

export type IdentityServer = {
  /** What the deployment is told of it. */
  consoleIdentity: Omit<ConsoleIdentity, "issuer">;
  stop(): Promise<void>;
};

const send = (
  response: ServerResponse,
  status: number,
  type: string,
  body: string,
  more: Record<string, string> = {},
) => response.writeHead(status, { "content-type": type, "cache-control": "no-store", ...more }).end(body);

/**
 * The development identity provider as the console meets it: OpenID Connect's code flow with PKCE over loopback. It lets
 * anybody be anybody, so it belongs to the local cloud alone.
 */
export const startIdentityServer = async (provider: IdentityProvider): Promise<IdentityServer> => {
  const codes = authorizationCodes();

  const choose = (query: URLSearchParams, response: ServerResponse) => {
    const asked = authorizationRequest.safeParse(Object.fromEntries(query));
    const officer = query.get("officer");
    if (!asked.success || officer === null) return send(response, 400, "text/plain", "invalid_request");
    const back = new URL(asked.data.redirect_uri);
    back.searchParams.set("code", codes.grant({ asked: asked.data, officer }));
    back.searchParams.set("state", asked.data.state);
    back.searchParams.set("iss", provider.issuer);
    return send(response, 302, "text/plain", "", { location: back.href });
  };

  const exchange = async (request: IncomingMessage, response: ServerResponse) => {
    // The console is at the emulator's address, another origin than this one.
    const cors = { "access-control-allow-origin": request.headers.origin ?? "null", vary: "origin" };
    const granted = codes.exchange(new URLSearchParams(await text(request)));
    const who = whoSignsIn.find(({ officer }) => officer === granted?.officer);
    if (granted === undefined || who === undefined) {
      return send(response, 400, "application/json", JSON.stringify({ error: "invalid_grant" }), cors);
    }
    const { officer, department } = who;
    const { client_id: clientId, nonce } = granted.asked;
    const answer = {
      access_token: await provider.mintToken({ officer, department }),
      id_token: await provider.mintIdToken({ officer, clientId, nonce }),
      token_type: "Bearer",
      expires_in: 8 * 60 * 60,
    };
    return send(response, 200, "application/json", JSON.stringify(answer), cors);
  };

  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://127.0.0.1");
    if (request.method === "GET" && pathname === "/authorize") {
      send(response, 200, "text/html; charset=utf-8", signInPage(searchParams));
    } else if (request.method === "GET" && pathname === "/choice") choose(searchParams, response);
    else if (request.method === "POST" && pathname === "/token") {
      void exchange(request, response).catch(() => send(response, 500, "text/plain", "server_error"));
    } else send(response, 404, "text/plain", "not found");
  });
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(0, "127.0.0.1", resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    consoleIdentity: {
      authorizationEndpoint: `${address}/authorize`,
      tokenEndpoint: `${address}/token`,
      clientId: "kokunen-console",
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
