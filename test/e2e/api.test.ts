import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { type Desk, openDesk, problemAnswer, tokenOf } from "../../tools/demo/client.ts";
import { localCloud } from "../support/local-cloud.ts";
import { acquisitionOf, applicants, lossOf } from "../support/people.ts";

const people = applicants(8, 31);
const person = (at: number) => {
  const found = people[at];
  if (!found) throw new Error("too few generated people");
  return found;
};

describe("the deployed API", () => {
  let clerk: Desk;
  let api: string;
  beforeAll(async () => {
    const cloud = await localCloud();
    clerk = await openDesk(cloud, "clerk-e2e", "clerk");
    api = cloud.deployment.apiUrl;
  });

  it("answers without a token 401, whatever is asked for", async () => {
    for (const path of ["/v1/filings", `/v1/people/${person(0).atenaNumber}`, "/v1/nothing"]) {
      const answer = await fetch(`${api}${path}`);
      // A path of no operation never reaches a function: API Gateway itself refuses it.
      expect([401, 403, 404]).toContain(answer.status);
      expect(await answer.text()).not.toContain(person(0).atenaNumber);
    }
    expect((await fetch(`${api}/v1/filings`)).status).toBe(401);
  });

  it("refuses malformed JSON and a body of 10 MB as problems", async () => {
    const token = await tokenOf(await localCloud(), "clerk-e2e", "clerk");
    const send = (body: string) =>
      fetch(`${api}/v1/filings/acquisition`, {
        method: "POST",
        headers: {
          authorization: `Bearer ${token}`,
          "idempotency-key": randomUUID(),
          "content-type": "application/json",
        },
        body,
      });
    const malformed = await send('{"person": ');
    expect([malformed.status, problemAnswer.parse(await malformed.json()).code]).toEqual([400, "malformed-json"]);
    const huge = await send(JSON.stringify({ padding: "あ".repeat(3_500_000) }));
    expect([huge.status, problemAnswer.parse(await huge.json()).code]).toEqual([413, "body-too-large"]);
  });

  it("takes one filing for many sendings at once under one Idempotency-Key", async () => {
    const key = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => clerk.post("/v1/filings/acquisition", { key, body: acquisitionOf(person(1)) })),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
  });

  it("shows the person and the ledger after the filing, the 個人番号 masked", async () => {
    await clerk.post("/v1/filings/acquisition", { key: randomUUID(), body: acquisitionOf(person(2)) });
    const shown = await clerk.get(`/v1/people/${person(2).atenaNumber}`);
    expect(shown).toMatchObject({
      status: 200,
      body: { qualification: { enrolled: true, period: { category: "1" } } },
    });
    expect(JSON.stringify(shown.body)).not.toContain(person(2).individualNumber);
    const ledger = await clerk.get(`/v1/people/${person(2).atenaNumber}/ledger?asOf=2026-11-15`);
    expect(ledger).toMatchObject({ status: 200, body: { period: null, periods: [{ from: "2026-11-16" }] } });
    const found = await clerk.post("/v1/people/search", { body: { basicPensionNumber: person(2).basicPensionNumber } });
    expect(found).toMatchObject({ status: 200, body: { people: [{ facts: { atenaNumber: person(2).atenaNumber } }] } });
  });

  it("refuses a death before birth and a second acquisition with the place of the fault", async () => {
    await clerk.post("/v1/filings/acquisition", { key: randomUUID(), body: acquisitionOf(person(3)) });
    const death = lossOf(person(3), { eventOn: "1890-01-01", documents: [], details: { cause: "death" } });
    expect(await clerk.post("/v1/filings/loss", { key: randomUUID(), body: death })).toMatchObject({
      status: 422,
      body: {
        errors: expect.arrayContaining([expect.objectContaining({ code: "event-before-birth", pointer: "/eventOn" })]),
      },
    });
    const again = await clerk.post("/v1/filings/acquisition", { key: randomUUID(), body: acquisitionOf(person(3)) });
    expect(again).toMatchObject({ status: 422, body: { errors: [{ code: "already-enrolled" }] } });
  });
});
