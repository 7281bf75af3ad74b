import { beforeAll, describe, expect, it } from "vitest";
import { type Desk, openDesk } from "../../tools/demo/client.ts";
import { localCloud, runByTheClock } from "../support/local-cloud.ts";

const today = new Date(Date.now() + 9 * 60 * 60 * 1000).toISOString().slice(0, 10);
const request = {
  kind: "list",
  spec: { name: "register", from: today, to: today },
  purpose: "progress",
  reason: "受付の件数を確かめる",
};

describe("an output of the deployed application", () => {
  let examiner: Desk;
  let manager: Desk;

  beforeAll(async () => {
    const cloud = await localCloud();
    examiner = await openDesk(cloud, "examiner-of-outputs", "examiner");
    manager = await openDesk(cloud, "manager-of-outputs", "manager");
  });

  it("is approved by another, taken once by who asked, and then gone from the bucket", async () => {
    const asked = await examiner.post("/v1/outputs", { body: request });
    expect(asked).toMatchObject({ status: 201, body: { state: "requested" } });
    const { outputId } = asked.body as { outputId: string };
    const take = () => examiner.post(`/v1/outputs/${outputId}/parts/1`, { body: {} });
    expect(await take()).toMatchObject({ status: 409, body: { code: "output-not-approved" } });
    const decision = { body: { decision: "approve" } };
    expect(await examiner.post(`/v1/outputs/${outputId}/decision`, decision)).toMatchObject({ status: 403 });
    expect(await manager.post(`/v1/outputs/${outputId}/decision`, decision)).toMatchObject({
      status: 200,
      body: { state: "ready" },
    });
    expect(await manager.post(`/v1/outputs/${outputId}/parts/1`, { body: {} })).toMatchObject({ status: 403 });
    const taken = await take();
    expect(taken).toMatchObject({ status: 200, body: { outputId } });
    const { contentBase64 } = taken.body as { contentBase64: string };
    expect(Buffer.from(contentBase64, "base64").toString("utf8")).toContain("受付番号");
    expect(await take()).toMatchObject({ status: 409, body: { code: "already-taken" } });
    expect(await examiner.get(`/v1/outputs/${outputId}`)).toMatchObject({ body: { state: "taken" } });
  });

  it("of 帳票 is made by the clock", async () => {
    const { endpoint } = await localCloud();
    const spec = { filedOn: today };
    const asked = await examiner.post("/v1/outputs", {
      body: { kind: "forms", spec, purpose: "record-check", reason: "控えの確認" },
    });
    const { outputId } = asked.body as { outputId: string };
    const decided = await manager.post(`/v1/outputs/${outputId}/decision`, { body: { decision: "approve" } });
    expect(decided).toMatchObject({ status: 202 });
    expect(await runByTheClock(endpoint, "outputs-clock")).toBe(200);
    expect(await examiner.get(`/v1/outputs/${outputId}`)).toMatchObject({ body: { state: "ready" } });
  });

  it("does not come from a list itself", async () => {
    expect(await examiner.get(`/v1/lists/register?from=${today}&format=csv`)).toMatchObject({
      status: 403,
      body: { code: "output-needs-approval" },
    });
  });
});
