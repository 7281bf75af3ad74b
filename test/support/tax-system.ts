import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { jwtVerify } from "jose";
import type { TaxReferenceParameter } from "../../shared/contracts/tax-reference.ts";

/** What the stand-in answers with instead of its ordinary answer. */
interface Behaviour {
  status?: number;
  body?: string;
  /** The connection is cut without an answer. */
  cut?: boolean;
  location?: string;
}

const bodyOf = async (request: IncomingMessage) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
};

/**
 * A small stand-in for the ward's linkage platform on loopback: an OAuth 2.0 token endpoint that verifies the client
 * assertion, and a tax system that takes only its tokens. Both can be told to misbehave.
 */
export const openTaxSystem = async (secret: Uint8Array, now: () => number) => {
  const rows = new Map<string, unknown>();
  const calls: { path: string; body: string }[] = [];
  const token: Behaviour & { expiresIn?: number; type?: string } = {};
  const tax: Behaviour = {};
  const seen = new Set<string>();
  let issued = 0;
  let valid = "";
  let base = "";

  const reply = (response: ServerResponse, status: number, body: string, headers: Record<string, string> = {}) => {
    response.writeHead(status, { "content-type": "application/json", ...headers }).end(body);
  };

  const misbehaves = (response: ServerResponse, { cut, status, body, location }: Behaviour): boolean => {
    if (cut) response.destroy();
    else if (status !== undefined || body !== undefined)
      reply(response, status ?? 200, body ?? "{}", location === undefined ? {} : { location });
    else return false;
    return true;
  };

  const grant = async (body: string, response: ServerResponse) => {
    if (misbehaves(response, token)) return;
    const form = new URLSearchParams(body);
    const { payload, protectedHeader } = await jwtVerify(form.get("client_assertion") ?? "", secret, {
      algorithms: ["HS256"],
      issuer: "kokunen",
      subject: "kokunen",
      audience: base,
      requiredClaims: ["exp", "iat", "jti"],
      maxTokenAge: "60s",
      currentDate: new Date(now()),
    });
    const once = !seen.has(String(payload.jti));
    seen.add(String(payload.jti));
    const wellAsked =
      once &&
      protectedHeader.typ === "JWT" &&
      form.get("grant_type") === "client_credentials" &&
      form.get("client_assertion_type") === "urn:ietf:params:oauth:client-assertion-type:jwt-bearer" &&
      form.get("scope") === "income.read";
    if (!wellAsked) return reply(response, 400, '{"error":"invalid_request"}');
    issued += 1;
    valid = `token-${issued}`;
    const { expiresIn = 3600, type = "Bearer" } = token;
    reply(response, 200, JSON.stringify({ access_token: valid, token_type: type, expires_in: expiresIn }));
  };

  const answer = (request: IncomingMessage, body: string, response: ServerResponse) => {
    if (misbehaves(response, tax)) return;
    if (request.headers.authorization !== `Bearer ${valid}`) return reply(response, 401, "{}");
    const { form, atenaNumber, incomeYear } = JSON.parse(body);
    if (form !== "standin-1") return reply(response, 400, "{}");
    const income = rows.get(`${atenaNumber} ${incomeYear}`) ?? null;
    reply(response, 200, JSON.stringify({ form: "standin-1", income }));
  };

  const server = createServer((request, response) => {
    const work = async () => {
      const body = await bodyOf(request);
      calls.push({ path: request.url ?? "", body });
      if (request.url === "/token") await grant(body, response);
      else answer(request, body, response);
    };
    work().catch(() => reply(response, 401, '{"error":"invalid_client"}'));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const parameter: TaxReferenceParameter = {
    url: `${base}/incomes`,
    tokenUrl: `${base}/token`,
    clientId: "kokunen",
    audience: base,
    scope: "income.read",
    hmacKeyArn: "arn:aws:kms:ap-northeast-1:000000000000:key/1",
  };

  return {
    parameter,
    rows,
    calls,
    token,
    tax,
    /** Tokens given out so far are no longer taken. */
    revoke: () => {
      valid = "";
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
};
