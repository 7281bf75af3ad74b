import { describe, expect, it } from "vitest";
import type { Instant } from "../../../shared/law/calendar.ts";
import { modelOf, putOnFile } from "../../support/income-outputs.ts";
import { openOutputOffice } from "../../support/outputs.ts";
import { applicant, lossOf } from "../../support/people.ts";
import { claimOf, received, suspensionClaim } from "../../support/requests.ts";
import { changeOf } from "../../support/resident-changes.ts";

const manager = { as: "manager-1", roles: ["manager"] } as const;
const head = { as: "head-1", roles: ["head"], department: "pension" } as const;
const insurance = {
  as: "national-health-insurance",
  roles: ["system"],
  system: "national-health-insurance",
} as const;

const opened = async () => {
  const office = openOutputOffice();
  const atenaNumber = await putOnFile(office, 0);
  const other = await putOnFile(office, 1);
  const requestId = await suspensionClaim(office, atenaNumber);
  const place = (over: object = {}, by: object = manager) =>
    office.ask("POST", "/v1/suspensions", {
      ...by,
      body: {
        requestId,
        atenaNumber,
        scopes: ["use", "provision"],
        until: null,
        documentNumber: "8目国発第12号",
        ...over,
      },
    });
  const lift = (suspensionId: string, documentNumber = "8目国発第13号") =>
    office.ask("POST", `/v1/suspensions/${suspensionId}/lifting`, { ...head, body: { documentNumber } });
  const provide = (who = atenaNumber) => office.ask("GET", `/v1/provisions/${who}`, insurance);
  const show = () => office.ask("GET", `/v1/people/${atenaNumber}`, { purpose: "counter-inquiry" });
  const list = () => office.ask("GET", "/v1/suspensions", manager);
  return { office, atenaNumber, other, requestId, place, lift, provide, show, list };
};

describe("利用停止", () => {
  it("提供の停止がかかった人は移転先に渡さず、電話で確かめるよう伝え、解くと渡す。ほかの人には効かない", async () => {
    const { office, other, requestId, place, lift, provide } = await opened();
    const placed = await place();
    expect(placed).toMatchObject({
      status: 201,
      body: { scopes: ["use", "provision"], until: null, requestId, ended: null },
    });
    const refused = await provide();
    expect(refused).toMatchObject({ status: 409, body: { code: "provision-suspended" } });
    expect(refused.body.detail).toContain("電話");
    expect(refused.body).not.toHaveProperty("items");
    expect(office.entries().at(-1)).toMatchObject({
      action: "provideItems",
      result: "refused",
      codes: ["provision-suspended"],
      items: [],
    });
    expect((await provide(other)).status).toBe(200);
    expect((await lift(placed.body.suspensionId)).body.ended).toMatchObject({ by: "head-1" });
    expect((await provide()).status).toBe(200);
  });

  it("範囲にない停止は効かない。窓口で見る人には、何が停止されているかを示し、見ることは止めない", async () => {
    const { place, provide, show } = await opened();
    expect((await show()).body.suspended).toEqual([]);
    await place({ scopes: ["use"] });
    expect((await provide()).status).toBe(200);
    const shown = await show();
    expect(shown.status).toBe(200);
    expect(shown.body.suspended).toEqual([{ scope: "use", label: expect.stringContaining("まとめての利用") }]);
    expect(shown.body.facts.name).toBe(modelOf(0).name);
  });

  it("法が区に求める処理は止めない: 届出を受け、住民記録の異動を取り込む", async () => {
    const { office, place } = await opened();
    await place();
    const person = { ...applicant(), ...modelOf(0) };
    const filed = await office.ask("POST", "/v1/filings/loss", { key: "while-suspended-1", body: lossOf(person) });
    expect(filed.status).toBe(201);
    const changed = await office.ask("POST", "/v1/residents/changes", {
      as: "juki",
      roles: ["system"],
      system: "resident-registry",
      body: { changes: [changeOf(person, "protection-started", { changedOn: "2026-11-17" })] },
    });
    expect(changed.body.changes).toMatchObject([{ state: "recorded" }]);
  });

  it("期限の翌日から効かなくなり、かけ直せば前の停止は履歴になる", async () => {
    const { office, place, provide, list } = await opened();
    const first = await place({ until: "2026-11-24" });
    office.time.now = "2026-11-24T14:59:59.000Z" as Instant;
    expect((await provide()).status).toBe(409);
    office.time.now = "2026-11-24T15:00:00.000Z" as Instant;
    expect((await provide()).status).toBe(200);
    expect((await list()).body.suspensions).toMatchObject([{ inForce: false, until: "2026-11-24" }]);
    const second = await place({ documentNumber: "8目国発第20号" });
    expect(second.status).toBe(201);
    expect((await provide()).status).toBe(409);
    expect((await list()).body).toMatchObject({
      suspensions: [{ suspensionId: second.body.suspensionId, inForce: true }],
      ended: [{ suspensionId: first.body.suspensionId, ended: { by: "lapsed" } }],
    });
  });

  it("一人に一つ。答えが届かず同じものをかけ直せば同じ答えで、違うものは断る", async () => {
    const { place } = await opened();
    const first = await place();
    const again = await place();
    expect([again.status, again.body.suspensionId]).toEqual([200, first.body.suspensionId]);
    expect(await place({ scopes: ["use"] })).toMatchObject({ status: 409, body: { code: "already-suspended" } });
  });

  it("解くのも一度だけ。同じ文書でもう一度解けば同じ答えで、ほかの文書では断る", async () => {
    const { place, lift, list } = await opened();
    const { suspensionId } = (await place()).body;
    const first = await lift(suspensionId);
    const again = await lift(suspensionId);
    expect([again.status, again.body]).toEqual([200, first.body]);
    expect(await lift(suspensionId, "8目国発第99号")).toMatchObject({
      status: 409,
      body: { code: "suspension-ended" },
    });
    expect(await lift("B20261123-000000")).toMatchObject({ status: 404 });
    expect((await list()).body).toMatchObject({ suspensions: [], ended: [{ suspensionId }] });
  });

  it("かけた本人は解けない", async () => {
    const { office, place } = await opened();
    const { suspensionId } = (await place()).body;
    const lifting = { ...manager, body: { documentNumber: "8目国発第13号" } };
    const answer = await office.ask("POST", `/v1/suspensions/${suspensionId}/lifting`, lifting);
    expect(answer).toMatchObject({ status: 403, body: { code: "own-work" } });
    expect((await office.ask("GET", "/v1/suspensions", manager)).body.suspensions).toHaveLength(1);
  });

  it("いない人、過ぎた期限、名前や番号の書かれた文書番号では、かけられない", async () => {
    const { place } = await opened();
    expect(await place({ atenaNumber: "999999999999999" })).toMatchObject({ status: 404 });
    expect(await place({ until: "2026-11-22" })).toMatchObject({ status: 400 });
    expect(await place({ documentNumber: "山田太郎" })).toMatchObject({ status: 400 });
    expect(await place({ documentNumber: "第1234567号" })).toMatchObject({ status: 400 });
    expect(await place({ scopes: [] })).toMatchObject({ status: 400 });
  });

  it("窓口と審査はかけられない。台帳に名前も番号も残らず、アクセス記録にだれが何をしたかが残る", async () => {
    const { office, requestId, place } = await opened();
    expect((await place({}, { as: "clerk-1", roles: ["clerk"] })).status).toBe(403);
    expect((await place({}, { as: "examiner-1", roles: ["examiner"] })).status).toBe(403);
    const { body } = await place();
    expect(office.entries().at(-1)).toMatchObject({
      action: "placeSuspension",
      object: requestId,
      codes: ["placed", body.suspensionId, "use", "provision"],
    });
    const stored = JSON.stringify(office.database.dump("requests"));
    for (const value of [modelOf(0).name, modelOf(0).atenaNumber, modelOf(0).birthDate])
      expect(stored).not.toContain(value);
    expect(JSON.stringify(body)).not.toMatch(/personId/);
  });

  it("台帳にない請求、ほかの人の請求、種類の違う請求、認めなかった請求、補正待ちの請求ではかけられない", async () => {
    const { office, atenaNumber, other, place } = await opened();
    const act = async (requestId: string, path: string, body: object) => {
      expect((await office.ask("POST", `/v1/requests/${requestId}/${path}`, { ...head, body })).status).toBe(200);
    };
    const [refused, awaited] = [await suspensionClaim(office, atenaNumber), await suspensionClaim(office, atenaNumber)];
    await act(refused, "decision", { outcome: "not-suspended", documentNumber: "8目国発第30号" });
    await act(awaited, "actions", { action: "ask-correction", note: "本人確認書類の写し" });
    const unfit = [
      "S20261120-000000",
      await suspensionClaim(office, other),
      await received(office, claimOf("correction", atenaNumber)),
      refused,
      awaited,
    ];
    const before = office.database.dump("requests");
    for (const requestId of unfit)
      expect([requestId, await place({ requestId })]).toMatchObject([
        requestId,
        { status: 409, body: { code: "request-not-fitting", detail: expect.stringContaining("請求の台帳") } },
      ]);
    expect(office.database.dump("requests")).toEqual(before);
    expect(office.entries().at(-1)).toMatchObject({ result: "refused", codes: ["request-not-fitting"] });
  });

  it("認める決定の後でもかけられ、かけたことが請求の経過に一度だけ残る", async () => {
    const { office, requestId, place } = await opened();
    await office.ask("POST", `/v1/requests/${requestId}/decision`, {
      ...head,
      body: { outcome: "suspended-part", documentNumber: "8目国発第30号" },
    });
    const { body } = await place();
    expect((await place()).status).toBe(200);
    const shown = await office.ask("GET", `/v1/requests/${requestId}`, head);
    expect(shown.body.history.map(({ step, codes }: { step: string; codes: string[] }) => [step, ...codes])).toEqual([
      ["receive"],
      ["decide", "suspended-part"],
      ["suspension-placed", body.suspensionId],
    ]);
    expect(shown.body.state).toBe("decided");
  });
});
