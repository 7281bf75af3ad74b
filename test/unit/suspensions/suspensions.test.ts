import { describe, expect, it } from "vitest";
import type { Instant } from "../../../shared/law/calendar.ts";
import { modelOf, putOnFile } from "../../support/income-outputs.ts";
import { openOutputOffice } from "../../support/outputs.ts";
import { applicant, lossOf } from "../../support/people.ts";
import { receiptOf, received } from "../../support/requests.ts";
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
  const grounds = new Map<string, string>();
  for (const each of [atenaNumber, other]) grounds.set(each, await received(office, "suspension", each));
  const place = (
    over: { readonly atenaNumber?: string; readonly [field: string]: unknown } = {},
    by: object = manager,
  ) =>
    office.ask("POST", "/v1/suspensions", {
      ...by,
      body: {
        requestId: grounds.get(over.atenaNumber ?? atenaNumber) ?? "S20261120-7K3M9Q",
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
  return { office, atenaNumber, other, place, lift, provide, show, list, requestId: grounds.get(atenaNumber) ?? "" };
};

describe("利用停止", () => {
  it("提供の停止がかかった人は移転先に渡さず、電話で確かめるよう伝え、解くと渡す。ほかの人には効かない", async () => {
    const { office, other, place, lift, provide, requestId } = await opened();
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
    const { office, place, requestId } = await opened();
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

  it("もとになる請求が受付簿になければ、または別の人・別の種類・取り下げたもの・期間を過ぎたものなら、かけられない", async () => {
    const { office, atenaNumber, other, place } = await opened();
    const disclosure = await received(office, "disclosure", atenaNumber);
    const others = await received(office, "suspension", other);
    const withdrawn = await received(office, "suspension", atenaNumber);
    await office.ask("POST", `/v1/subject-requests/${withdrawn}/steps`, {
      ...manager,
      body: { step: "withdraw", outcome: null, documentNumber: null, note: null },
    });
    const late = await office.ask("POST", "/v1/subject-requests", {
      ...manager,
      key: "too-late-0001",
      body: receiptOf("suspension", atenaNumber, { disclosedOn: "2026-08-01" }),
    });
    for (const requestId of ["S20261120-7K3M9Q", disclosure, others, withdrawn, late.body.requestId])
      expect(await place({ requestId })).toMatchObject({ status: 409, body: { code: "request-unfit" } });
  });

  it("解いたことも、もとになった請求の経過に一度だけ残る", async () => {
    const { office, place, lift, requestId } = await opened();
    const { suspensionId } = (await place()).body;
    for (let sent = 1; sent <= 2; sent += 1) expect((await lift(suspensionId)).status).toBe(200);
    const shown = await office.ask("GET", `/v1/subject-requests/${requestId}`, manager);
    expect(shown.body.history).toMatchObject([
      { step: "received" },
      { step: "suspension-placed", object: suspensionId, documentNumber: "8目国発第12号", by: "manager-1" },
      { step: "suspension-lifted", object: suspensionId, documentNumber: "8目国発第13号", by: "head-1" },
    ]);
    expect(shown.body).toMatchObject({ state: "open", outcome: null });
  });

  it("かけたことが、もとになった請求の経過に残る", async () => {
    const { office, place, requestId } = await opened();
    const { body } = await place();
    const shown = await office.ask("GET", `/v1/subject-requests/${requestId}`, manager);
    expect(shown.body.history.at(-1)).toMatchObject({
      step: "suspension-placed",
      object: body.suspensionId,
      by: "manager-1",
    });
  });
});
