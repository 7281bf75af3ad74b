import { describe, expect, it } from "vitest";
import * as z from "zod";
import { localCloud } from "../support/local-cloud.ts";

const refusal = z.object({ code: z.string() });

/** Somebody at a terminal of the deployed API, by a token of the development provider and whatever the ledger of rights says. */
const seat = async (officer: string, terminal = `t-${officer}`) => {
  const { deployment, identityProvider } = await localCloud();
  const session = `${officer}-${process.pid}`;
  const token = (at: string) => identityProvider.mintToken({ officer, terminal: at, session });
  const call = async (method: string, path: string, body?: object, at = terminal) => {
    const response = await fetch(`${deployment.apiUrl}${path}`, {
      method,
      headers: { authorization: `Bearer ${await token(at)}`, "content-type": "application/json" },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    return { status: response.status, body: await response.json() };
  };
  const codeAt = async (path: string, at?: string) => {
    const { status, body } = await call("GET", path, undefined, at);
    return status === 200 ? "works" : refusal.parse(body).code;
  };
  return { call, codeAt };
};

describe("rights in the deployed application", () => {
  it("are asked for by one 所属長, approved by another, and gone with the call after their end", async () => {
    const [one, other, clerk] = await Promise.all([seat("head-01"), seat("head-02"), seat("clerk-of-rights")]);
    expect(await clerk.codeAt("/v1/filings")).toBe("no-rights");
    const today = new Date(Date.now() + 9 * 60 * 60 * 1000).toISOString().slice(0, 10);
    const wanted = { officer: "clerk-of-rights", duty: "clerk", department: "pension", from: today, until: today };
    const asked = await one.call("POST", "/v1/rights/requests", wanted);
    const { requestId } = z.object({ requestId: z.string() }).parse(asked.body);
    const decision = `/v1/rights/requests/${requestId}/decision`;
    const own = await one.call("POST", decision, { decision: "approve" });
    expect([own.status, refusal.parse(own.body).code]).toEqual([403, "own-right"]);
    const decided = await other.call("POST", decision, { decision: "approve" });
    const { right } = z.object({ right: z.object({ rightId: z.string() }) }).parse(decided.body);
    expect(await clerk.codeAt("/v1/filings")).toBe("works");
    expect(await clerk.codeAt("/v1/filings", "t-elsewhere")).toBe("session-elsewhere");
    const ended = await other.call("POST", `/v1/rights/${right.rightId}/ending`, { cause: "no-longer-needed" });
    expect(ended.status).toBe(200);
    expect(await clerk.codeAt("/v1/filings")).toBe("no-rights");
  });

  it("do not help whoever signed out, nor somebody whom the provider places elsewhere", async () => {
    // A 所属長 of 情報政策課, at a terminal of 年金担当.
    expect(await (await seat("head-03")).codeAt("/v1/session")).toBe("no-rights");
    const head = await seat("head-01");
    expect(await head.codeAt("/v1/session")).toBe("works");
    expect((await head.call("POST", "/v1/session/ending")).status).toBe(200);
    expect(await head.codeAt("/v1/session")).toBe("session-ended");
  });
});
