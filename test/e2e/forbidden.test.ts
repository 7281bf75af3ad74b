import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Department } from "../../shared/domain/departments.ts";
import type { Role } from "../../shared/domain/roles.ts";
import { openDesk, problemAnswer } from "../../tools/demo/client.ts";
import { appoint } from "../../tools/local/appoint.ts";
import { localStores } from "../../tools/local/stores.ts";
import { type MarkedPerson, markedPeople, secretsOf } from "../support/leaks/marked-people.ts";
import { leakSearch } from "../support/leaks/search.ts";
import { localCloud } from "../support/local-cloud.ts";
import { acquisitionOf } from "../support/people.ts";

const people = markedPeople(2, 131);
const [known, stranger] = people as [MarkedPerson, MarkedPerson];
const search = leakSearch(secretsOf(people));
const searched = { individualNumber: known.individualNumber };
const acquisition = acquisitionOf(stranger);
const approve = { decision: "approve" };

interface Attempt {
  readonly who: Role;
  readonly department: Department;
  readonly method?: "GET";
  /** `{filingId}` is a 届出 that is there. */
  readonly path: string;
  readonly body?: object;
}

/** The most telling of test/unit/access/forbidden.test.ts, each tried at the deployed API. */
const attempts: Readonly<Record<string, Attempt>> = {
  "a 地区サービス事務所 starts a 進達": {
    who: "clerk",
    department: "district-office",
    path: "/v1/transmittals",
    body: {},
  },
  "a 地区サービス事務所 approves a 進達": {
    who: "clerk",
    department: "district-office",
    path: "/v1/transmittals/T20261120-ZZZZZZ/decision",
    body: approve,
  },
  "a 地区サービス事務所 prints a list": {
    who: "clerk",
    department: "district-office",
    method: "GET",
    path: "/v1/lists/register?format=csv",
  },
  "a clerk examines": {
    who: "clerk",
    department: "pension",
    path: "/v1/filings/{filingId}/actions",
    body: { action: "examine" },
  },
  "a manager takes in a 届出": {
    who: "manager",
    department: "pension",
    path: "/v1/filings/acquisition",
    body: acquisition,
  },
  "the operator reads a person": {
    who: "operator",
    department: "operations",
    method: "GET",
    path: `/v1/people/${known.atenaNumber}`,
  },
  "the operator searches by 個人番号": {
    who: "operator",
    department: "operations",
    path: "/v1/people/search",
    body: searched,
  },
  "the steward reads a 届出": {
    who: "steward",
    department: "information-policy",
    method: "GET",
    path: "/v1/filings/{filingId}",
  },
  "the 所属長 reads a person": {
    who: "head",
    department: "pension",
    method: "GET",
    path: `/v1/people/${known.atenaNumber}/ledger`,
  },
  "the auditor decides a 届出": {
    who: "auditor",
    department: "audit",
    path: "/v1/filings/{filingId}/actions",
    body: { action: "withdraw", note: "監査" },
  },
  "the auditor reads a person": {
    who: "auditor",
    department: "audit",
    method: "GET",
    path: `/v1/people/${known.atenaNumber}`,
  },
  "a linked system reads a person": {
    who: "system",
    department: "linked-system",
    method: "GET",
    path: `/v1/people/${known.atenaNumber}`,
  },
  "a linked system takes in a 届出": {
    who: "system",
    department: "linked-system",
    path: "/v1/filings/acquisition",
    body: acquisition,
  },
};

describe("what somebody may not do, at the deployed API", () => {
  let filingId = "";
  let send: (token: string | null, attempt: Attempt) => Promise<{ status: number; text: string }>;
  let mint: (request: { who: Role; department: Department; amr?: readonly string[] }) => Promise<string>;

  beforeAll(async () => {
    const cloud = await localCloud();
    const { deployment, identityProvider } = cloud;
    const clerk = await openDesk(cloud, "clerk-forbidden", "clerk");
    const filed = await clerk.post("/v1/filings/acquisition", { key: randomUUID(), body: acquisitionOf(known) });
    filingId = (filed.body as { filingId: string }).filingId;
    mint = async ({ who, department, amr }) => {
      const officer = `${who}-of-${department}-forbidden`;
      const stores = localStores(cloud);
      try {
        await appoint(stores, { officer, duty: who, department, ...(who === "system" ? { system: "tax" } : {}) });
      } finally {
        stores.close();
      }
      return who === "system"
        ? identityProvider.mintSystemToken(officer)
        : identityProvider.mintToken({ officer, department, ...(amr ? { amr } : {}) });
    };
    send = async (token, { method = "POST", path, body }) => {
      const answer = await fetch(`${deployment.apiUrl}${path.replace("{filingId}", filingId)}`, {
        method,
        headers: {
          ...(token === null ? {} : { authorization: `Bearer ${token}` }),
          "idempotency-key": randomUUID(),
          "kokunen-purpose": "filing",
          "content-type": "application/json",
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
      return { status: answer.status, text: await answer.text() };
    };
  });

  it.each(Object.entries(attempts))("%s: refused, and told nothing", async (_, attempt) => {
    const { status, text } = await send(await mint(attempt), attempt);
    expect([status, problemAnswer.parse(JSON.parse(text)).code]).toEqual([403, "not-allowed"]);
    expect(search(text)).toEqual([]);
  });

  it.each(Object.entries(attempts))(
    "%s: without a token, or with one factor only, nobody at all",
    async (_, attempt) => {
      const tokens = [null, ...(attempt.who === "system" ? [] : [await mint({ ...attempt, amr: ["pwd"] })])];
      for (const token of tokens) {
        const { status, text } = await send(token, attempt);
        expect([status, problemAnswer.parse(JSON.parse(text)).code]).toEqual([401, "no-token"]);
        expect(search(text)).toEqual([]);
      }
    },
  );

  it("leaves the 届出 as it was", async () => {
    const token = await mint({ who: "clerk", department: "pension" });
    const { text } = await send(token, {
      who: "clerk",
      department: "pension",
      method: "GET",
      path: "/v1/filings/{filingId}",
    });
    expect(JSON.parse(text)).toMatchObject({ filingId, status: "accepted" });
  });
});
