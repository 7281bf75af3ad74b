import { describe, expect, it } from "vitest";
import type { LinkedSystem } from "../../../shared/domain/departments.ts";
import type { Instant } from "../../../shared/law/calendar.ts";
import { acquisitionOf, applicants } from "../../support/people.ts";
import { claimOf, received, suspensionClaim } from "../../support/requests.ts";
import { openCounter } from "../support/counter.ts";

const [person] = applicants(1) as [ReturnType<typeof applicants>[number]];
const examiner = { as: "examiner-1", roles: ["examiner"] } as const;
const asked = (system: LinkedSystem) => ({ as: system, roles: ["system"], system }) as const;

const sexCorrected = () => ({
  filedOn: "2026-11-20",
  eventOn: "2026-11-16",
  counter: "main-office",
  channel: "counter",
  filer: "insured",
  identityDocument: "drivers-licence",
  person,
  documents: ["residence-record"],
  details: { correctSex: person.sex === "male" ? "female" : "male" },
});

const dayCorrected = (over: object = {}) => ({
  filedOn: "2026-11-20",
  eventOn: "2026-11-16",
  counter: "main-office",
  channel: "counter",
  filer: "ex-officio",
  identityDocument: "resident-notification",
  person,
  documents: ["basis-of-ex-officio"],
  details: { turn: "acquired", recordedOn: "2026-11-16", correctOn: "2026-11-10" },
  ...over,
});

const opened = async () => {
  const counter = openCounter();
  await counter.file("acquisition", acquisitionOf(person));
  const later = (hours: number) => {
    counter.time.now = new Date(Date.parse(counter.time.now) + hours * 3_600_000).toISOString() as Instant;
  };
  const pull = (system: LinkedSystem) => counter.ask("GET", `/v1/provisions/${person.atenaNumber}`, asked(system));
  const prepare = (filingId: string) => counter.ask("POST", `/v1/corrections/${filingId}/notices`, examiner);
  const list = () => counter.ask("GET", "/v1/notices", examiner);
  const settle = (noticeId: string, body: object) =>
    counter.ask("POST", `/v1/notices/${noticeId}/delivery`, { ...examiner, body });
  const correct = async (flow: "birth-or-sex-correction" | "ex-officio-correction", body: object) => {
    const filed = await counter.file(flow, body);
    if (filed.status !== 201) throw new Error(JSON.stringify(filed.body));
    return String(filed.body.filingId);
  };
  return { counter, later, pull, prepare, list, settle, correct };
};

const itemsOfNotices = (notices: readonly { list: string; items: readonly { item: string }[] }[]) =>
  Object.fromEntries(notices.map(({ list, items }) => [list, items.map(({ item }) => item)]));

describe("訂正の通知", () => {
  it("訂正の前に受け取り、渡す項目が変わった移転先にだけ、変わった項目を用意する", async () => {
    const { later, pull, prepare, correct } = await opened();
    await pull("family-registry");
    await pull("national-health-insurance");
    later(2);
    const sex = await prepare(await correct("birth-or-sex-correction", sexCorrected()));
    expect([sex.status, itemsOfNotices(sex.body.notices)]).toEqual([201, { transfer2: ["addressee.sex"] }]);
  });

  it("取得日の訂正は、どちらの移転先も受け取っていた項目なので、どちらにも知らせる", async () => {
    const { later, pull, prepare, correct } = await opened();
    await pull("family-registry");
    await pull("national-health-insurance");
    later(2);
    const { body } = await prepare(await correct("ex-officio-correction", dayCorrected()));
    expect(itemsOfNotices(body.notices)).toEqual({
      transfer1: ["insured.acquisitionDate"],
      transfer2: ["insured.acquisitionDate"],
    });
  });

  it("受け取っていない移転先、訂正の後に初めて受け取った移転先、断られた移転先には知らせない", async () => {
    const { counter, later, pull, prepare, correct } = await opened();
    await counter.ask("POST", "/v1/suspensions", {
      as: "manager-1",
      roles: ["manager"],
      body: {
        requestId: await suspensionClaim(counter, person.atenaNumber),
        atenaNumber: person.atenaNumber,
        scopes: ["provision"],
        until: "2026-11-23",
        documentNumber: "8目国発第12号",
      },
    });
    expect((await pull("family-registry")).status).toBe(409);
    later(24);
    const filingId = await correct("ex-officio-correction", dayCorrected());
    later(1);
    expect((await pull("national-health-insurance")).status).toBe(200);
    expect((await prepare(filingId)).body).toEqual({ filingId, notices: [] });
  });

  it("訂正請求による訂正は、その請求の経過に残る。ほかの種類やほかの人の請求、台帳にない請求では用意しない", async () => {
    const { counter, later, pull, correct } = await opened();
    await pull("family-registry");
    later(2);
    const filingId = await correct("ex-officio-correction", dayCorrected());
    const requestId = await received(counter, claimOf("correction", person.atenaNumber));
    const prepareFor = (of: unknown) =>
      counter.ask("POST", `/v1/corrections/${filingId}/notices`, { ...examiner, body: { requestId: of } });
    expect(await prepareFor("第1号")).toMatchObject({ status: 400 });
    for (const wrong of ["S20261120-000000", await suspensionClaim(counter, person.atenaNumber)])
      expect(await prepareFor(wrong)).toMatchObject({ status: 409, body: { code: "request-not-fitting" } });
    expect((await prepareFor(requestId)).body.notices).toHaveLength(1);
    expect((await prepareFor(requestId)).status).toBe(200);
    const shown = await counter.ask("GET", `/v1/requests/${requestId}`, examiner);
    expect(shown.body.history).toMatchObject([
      { step: "receive" },
      { step: "notices-prepared", codes: [filingId], to: "received" },
    ]);
  });

  it("時間ごとのダイジェストに入った記録からも、まだ入っていない記録からも、受け取った移転先を見つける", async () => {
    const { counter, later, pull, prepare, correct } = await opened();
    await pull("family-registry");
    for (let hour = 0; hour < 30; hour += 1) {
      later(1);
      await counter.digestTrail();
    }
    await pull("national-health-insurance");
    later(1);
    const { body } = await prepare(await correct("ex-officio-correction", dayCorrected()));
    expect(Object.keys(itemsOfNotices(body.notices)).toSorted()).toEqual(["transfer1", "transfer2"]);
  });

  it("同じ訂正では何度尋ねても同じ通知で、増えない", async () => {
    const { later, pull, prepare, list, correct } = await opened();
    await pull("family-registry");
    later(1);
    const filingId = await correct("ex-officio-correction", dayCorrected());
    const first = await prepare(filingId);
    await pull("national-health-insurance");
    later(1);
    const again = await prepare(filingId);
    expect([again.status, again.body]).toEqual([200, first.body]);
    expect((await list()).body.open).toEqual(first.body.notices);
  });

  it("訂正でない届出、取り下げた訂正、ない届出では用意しない", async () => {
    const { counter, pull, prepare, correct } = await opened();
    const acquisition = (await counter.ask("GET", "/v1/filings")).body.filings[0].filingId;
    await pull("family-registry");
    expect(await prepare(acquisition)).toMatchObject({ status: 409, body: { code: "not-a-correction" } });
    const filingId = await correct("ex-officio-correction", dayCorrected());
    expect((await counter.act(filingId, { action: "withdraw", note: "誤りでした" })).status).toBe(200);
    expect(await prepare(filingId)).toMatchObject({ status: 409, body: { code: "not-a-correction" } });
    expect(await prepare("20261101-000000")).toMatchObject({ status: 404 });
  });

  it("移転先への答えに、通知を済ませるまで何度でも付き、尋ねただけでは済んだことにならない", async () => {
    const { later, pull, prepare, list, settle, correct } = await opened();
    await pull("family-registry");
    later(1);
    const { body } = await prepare(await correct("ex-officio-correction", dayCorrected()));
    const [{ noticeId }] = body.notices;
    expect(await settle(noticeId, { by: "api-pull" })).toMatchObject({
      status: 409,
      body: { code: "notice-not-offered" },
    });
    const corrected = [{ items: ["insured.acquisitionDate"], on: "2026-11-23" }];
    expect((await pull("family-registry")).body).toMatchObject({ corrected, items: { acquisitionDate: "2026-11-10" } });
    later(1);
    expect((await pull("family-registry")).body.corrected).toEqual(corrected);
    expect((await pull("national-health-insurance")).body).not.toHaveProperty("corrected");
    expect((await list()).body.open).toMatchObject([{ noticeId, told: null, offeredAt: "2026-11-23T02:00:00.000Z" }]);
    expect((await settle(noticeId, { by: "api-pull" })).body.told).toMatchObject({ how: "api-pull", by: "examiner-1" });
    expect((await pull("family-registry")).body).not.toHaveProperty("corrected");
    expect((await list()).body).toMatchObject({ open: [], told: [{ noticeId }] });
  });

  it("文書で知らせたことを一度だけ記せる。同じ文書なら同じ答えで、違えば断る", async () => {
    const { counter, later, pull, prepare, settle, correct } = await opened();
    await pull("family-registry");
    later(1);
    const { body } = await prepare(await correct("ex-officio-correction", dayCorrected()));
    const [{ noticeId }] = body.notices;
    const by = { by: "document", documentNumber: "8目国発第21号" };
    const told = await settle(noticeId, by);
    expect(told.body.told).toMatchObject({ how: "document", howLabel: "文書", documentNumber: "8目国発第21号" });
    expect(counter.trail().at(-1)).toMatchObject({
      action: "settleNotice",
      object: noticeId,
      codes: ["told", "document"],
    });
    expect((await settle(noticeId, by)).body).toEqual(told.body);
    expect(await settle(noticeId, { by: "api-pull" })).toMatchObject({
      status: 409,
      body: { code: "already-decided" },
    });
    expect(await settle("20261101-000000-transfer1", by)).toMatchObject({ status: 404 });
    expect(await settle(noticeId, { by: "document" })).toMatchObject({ status: 400 });
  });

  it("通知には項目の名前だけがあり、内容も名前も残らない", async () => {
    const { counter, later, pull, prepare, list, correct } = await opened();
    await pull("national-health-insurance");
    later(1);
    await prepare(await correct("birth-or-sex-correction", sexCorrected()));
    const text = JSON.stringify([(await list()).body, counter.database.dump("requests")]);
    for (const value of [person.name, person.atenaNumber, person.birthDate, person.basicPensionNumber])
      expect(text).not.toContain(value);
    expect(text).not.toMatch(/"(fe)?male"/);
  });
});
