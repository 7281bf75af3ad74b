import { describe, expect, it } from "vitest";
import type { Instant } from "../../../shared/law/calendar.ts";
import { modelOf, putOnFile } from "../../support/income-outputs.ts";
import { openOutputOffice } from "../../support/outputs.ts";
import { claimOf, received } from "../../support/requests.ts";

const clerk = { as: "clerk-1", roles: ["clerk"], department: "pension" } as const;
const examiner = { as: "examiner-1", roles: ["examiner"] } as const;
const manager = { as: "manager-1", roles: ["manager"] } as const;
const head = { as: "head-1", roles: ["head"], department: "pension" } as const;
const auditor = { as: "auditor-1", roles: ["auditor"] } as const;
const documentNumber = "8目国発第12号";

const incident = (over: object = {}) => ({
  kind: "incident",
  receivedOn: "2026-11-20",
  peopleCount: 12,
  specific: true,
  wrongful: false,
  summary: "封筒を取り違えて送った",
  ...over,
});
const inquiry = (over: object = {}) => ({
  kind: "inquiry",
  receivedOn: "2026-11-20",
  inquirer: "pension-service",
  summary: "届書の記載について",
  ...over,
});

const opened = async () => {
  const office = openOutputOffice();
  const atenaNumber = await putOnFile(office, 0);
  const receive = (body: unknown, key = "receive-0001", by: object = clerk) =>
    office.ask("POST", "/v1/requests", { ...by, key, body });
  const act = (requestId: string, body: object, by: object = examiner) =>
    office.ask("POST", `/v1/requests/${requestId}/actions`, { ...by, body });
  const decide = (requestId: string, body: object, by: object = head) =>
    office.ask("POST", `/v1/requests/${requestId}/decision`, { ...by, body });
  const show = (requestId: string, by: object = examiner) => office.ask("GET", `/v1/requests/${requestId}`, by);
  const list = (by: object = head, query = {}) => office.ask("GET", "/v1/requests", { ...by, query });
  const on = (day: string) => {
    office.time.now = `${day}T01:00:00.000Z` as Instant;
  };
  return { office, atenaNumber, receive, act, decide, show, list, on };
};

const numbers = (rows: readonly { requestId: string }[]) => rows.map(({ requestId }) => requestId);

describe("請求・問合せ・事故の台帳", () => {
  it("受けて、補正を求め、延長し、決定し、終えるまでの経過が、書いたこととともに残る", async () => {
    const { office, atenaNumber, receive, act, decide, show, on } = await opened();
    const first = await receive(claimOf("disclosure", atenaNumber, { summary: "年金の記録の全部" }));
    expect(first).toMatchObject({
      status: 201,
      body: { kindTitle: "開示請求", stateLabel: "受付", dueOn: "2026-12-20", overdue: false, aboutPerson: true },
    });
    const { requestId } = first.body;
    await act(requestId, { action: "examine" });
    on("2026-11-25");
    await act(requestId, { action: "ask-correction", note: "委任状がない" });
    on("2026-11-30");
    expect((await act(requestId, { action: "corrected" })).body).toMatchObject({ stoppedDays: 5, dueOn: "2026-12-25" });
    await act(requestId, { action: "extend", days: 10, reason: "third-party", documentNumber, note: "照会の答え待ち" });
    await decide(requestId, { outcome: "disclosed-part", documentNumber: "8目国発第13号" });
    const closed = await act(requestId, { action: "close" });
    expect(closed.body).toMatchObject({
      state: "closed",
      decideBy: "2027-01-04",
      dueOn: null,
      endedAt: office.time.now,
    });
    const { body } = await show(requestId);
    expect(body.atenaNumber).toBe(atenaNumber);
    expect(body.history).toMatchObject([
      { nth: 1, step: "receive", by: "clerk-1", note: "年金の記録の全部" },
      { nth: 2, step: "examine", stepTitle: "審査・対応を始める", note: null },
      { nth: 3, step: "ask-correction", to: "awaiting-correction", note: "委任状がない" },
      { nth: 4, step: "corrected" },
      { nth: 5, step: "extend", codes: ["third-party", "days-10"], documentNumber, note: "照会の答え待ち" },
      { nth: 6, step: "decide", by: "head-1", codeLabels: ["部分開示"], documentNumber: "8目国発第13号" },
      { nth: 7, step: "close", toLabel: "終わり" },
    ]);
  });

  it("一覧は期限の早いものから、過ぎたものに印がつき、補正待ちは後に来て、終わったものは番号の順にだけ残る", async () => {
    const { office, atenaNumber, act, list, on } = await opened();
    const waiting = await received(office, claimOf("disclosure", atenaNumber, { receivedOn: "2026-10-01" }));
    const late = await received(office, claimOf("disclosure", atenaNumber, { receivedOn: "2026-10-22" }));
    const asked = await received(office, inquiry());
    const accident = await received(office, incident());
    const gone = await received(office, claimOf("correction", atenaNumber));
    await act(waiting, { action: "ask-correction", note: "委任状" });
    await act(gone, { action: "withdraw", note: "本人の申出" });
    const { body } = await list();
    expect([body.overdue, numbers(body.open)]).toEqual([2, [late, accident, asked, waiting]]);
    expect(body.open.map(({ overdue, dueOn }: { overdue: boolean; dueOn: string }) => [dueOn, overdue])).toEqual([
      ["2026-11-21", true],
      ["2026-11-22", true],
      ["2026-12-04", false],
      [null, false],
    ]);
    expect(numbers(body.newest)).toEqual([waiting, late, asked, accident, gone].toSorted().toReversed());
    await act(accident, { action: "tell-interim", documentNumber });
    on("2026-12-05");
    const later = (await list()).body;
    expect([later.overdue, numbers(later.open)]).toEqual([2, [late, asked, accident, waiting]]);
    expect((await list(head, { after: later.newest[1].requestId })).body.newest).toHaveLength(3);
    expect((await list(head, { after: "x" })).status).toBe(400);
  });

  it("一覧にも、アクセス記録にも、保管する行にも、書いたこととだれのものかは出ない。監査人は一覧だけを見る", async () => {
    const { office, atenaNumber, list, show } = await opened();
    const { name } = modelOf(0);
    const requestId = await received(office, claimOf("disclosure", atenaNumber, { summary: `${name}の記録` }));
    const accident = await received(office, incident({ summary: `${name}あての封筒` }));
    const seen = await list(auditor);
    expect(seen.status).toBe(200);
    expect((await show(requestId, auditor)).status).toBe(403);
    expect((await show(accident)).body).toMatchObject({ atenaNumber: null, history: [{ note: `${name}あての封筒` }] });
    const everything = [
      seen.body,
      office.entries(),
      office.database.dump("requests"),
      office.database.dump("idempotency"),
      office.log.lines,
    ];
    for (const value of [name, atenaNumber]) expect(JSON.stringify(everything)).not.toContain(value);
    expect(JSON.stringify([seen.body, (await show(requestId)).body])).not.toContain("personId");
    expect(office.entries().at(-1)).toMatchObject({ action: "showRequest", object: requestId, purpose: "request" });
    expect(office.entries().at(-1)?.subjects).toHaveLength(1);
  });

  it("同じ鍵で同じ内容なら同じものが返り、違う内容なら断り、鍵がなければ受けない", async () => {
    const { office, atenaNumber, receive } = await opened();
    const body = claimOf("disclosure", atenaNumber);
    const first = await receive(body);
    const again = await receive(body);
    expect([again.status, again.body]).toEqual([200, first.body]);
    expect(await receive({ ...body, summary: "ほか" })).toMatchObject({ body: { code: "idempotency-key-reused" } });
    expect((await receive(body, "receive-0002")).body.requestId).not.toBe(first.body.requestId);
    const without = await office.ask("POST", "/v1/requests", { ...clerk, body });
    expect(without).toMatchObject({ body: { code: "idempotency-key-missing" } });
  });

  it("同じ処理をもう一度しても一度だけ残り、状態に合わない処理は断る", async () => {
    const { office, atenaNumber, act, decide, show } = await opened();
    const requestId = await received(office, claimOf("disclosure", atenaNumber));
    const step = { action: "extend", days: 10, reason: "many-records", documentNumber };
    const first = await act(requestId, step);
    expect(await act(requestId, step)).toEqual(first);
    expect(await act(requestId, { ...step, note: "前とは違う事情" })).toMatchObject({
      body: { code: "extension-refused" },
    });
    expect(await act(requestId, { ...step, days: 11 })).toMatchObject({ body: { code: "extension-refused" } });
    expect(await act(requestId, { action: "corrected" })).toMatchObject({
      status: 409,
      body: { code: "transition-refused" },
    });
    const decision = { outcome: "disclosed-whole", documentNumber };
    const decided = await decide(requestId, decision);
    expect(await decide(requestId, decision)).toEqual(decided);
    expect(await decide(requestId, { ...decision, outcome: "not-disclosed" })).toMatchObject({
      body: { code: "transition-refused" },
    });
    expect((await show(requestId)).body.history).toHaveLength(3);
    expect(await act("S20261120-000000", { action: "close" })).toMatchObject({ status: 404 });
    expect(await show("S1")).toMatchObject({ status: 404 });
  });

  it("請求と事故を決めるのは所属長で、問合せは管理責任者も決められる。受け付けた本人は決められない", async () => {
    const { office, atenaNumber, receive, decide } = await opened();
    const requestId = await received(office, claimOf("disclosure", atenaNumber));
    const decision = { outcome: "disclosed-whole", documentNumber };
    expect(await decide(requestId, decision, manager)).toMatchObject({ status: 403, body: { code: "not-allowed" } });
    const own = (await receive(inquiry(), "receive-0009", manager)).body.requestId;
    expect(await decide(own, { outcome: "answered" }, manager)).toMatchObject({ body: { code: "own-work" } });
    expect((await decide(own, { outcome: "answered" }, { ...manager, as: "manager-2" })).body).toMatchObject({
      outcomeLabel: "回答済み",
      state: "decided",
    });
    const accident = await received(office, incident());
    expect((await decide(accident, { outcome: "reported" }, manager)).status).toBe(403);
    expect((await decide(accident, { outcome: "reported" })).status).toBe(200);
  });

  it("請求の決定には文書番号が要り、種類に合わない決定と期間を過ぎた請求を認める決定はできない", async () => {
    const { office, atenaNumber, decide } = await opened();
    const requestId = await received(office, claimOf("correction", atenaNumber, { disclosedOn: "2026-05-01" }));
    expect(await decide(requestId, { outcome: "not-corrected" })).toMatchObject({
      status: 400,
      body: { errors: [{ code: "document-number-missing" }] },
    });
    const codeOf = async (outcome: string) => (await decide(requestId, { outcome, documentNumber })).body.code;
    expect(await codeOf("disclosed-whole")).toBe("outcome-refused");
    expect(await codeOf("corrected-whole")).toBe("request-out-of-time");
    expect(await codeOf("not-corrected")).toBe(undefined);
  });

  it("いない人、先の日付、足りない項目、個人番号の入った内容では受けない", async () => {
    const { atenaNumber, receive } = await opened();
    const statusOf = async (body: object) => (await receive(body)).status;
    expect(await statusOf(claimOf("disclosure", "999999999999999"))).toBe(404);
    expect(await statusOf(claimOf("disclosure", atenaNumber, { receivedOn: "2026-11-24" }))).toBe(400);
    expect(await statusOf(claimOf("disclosure", atenaNumber, { requester: undefined }))).toBe(400);
    expect(await statusOf(claimOf("disclosure", atenaNumber, { disclosedOn: "2026-11-01" }))).toBe(400);
    expect(await statusOf(claimOf("correction", atenaNumber, { disclosedOn: "2026-11-21" }))).toBe(400);
    expect(await statusOf(claimOf("disclosure", atenaNumber, { summary: "" }))).toBe(400);
    expect(await statusOf(claimOf("disclosure", atenaNumber, { summary: modelOf(0).individualNumber }))).toBe(400);
    expect(await statusOf(incident({ atenaNumber }))).toBe(400);
    expect(await statusOf({ kind: "other" })).toBe(400);
  });

  it("だれのものでもない問合せは自分の鍵で封じ、人の消去の後は内容だけが読めず、新しく書けない", async () => {
    const { office, atenaNumber, act, show } = await opened();
    const nobody = await received(office, inquiry());
    expect(office.database.dump("keys").map(({ pk }) => pk)).toContain(`REQUEST#${nobody}`);
    const about = await received(office, inquiry({ atenaNumber, inquirer: "resident" }));
    expect((await show(about)).body.atenaNumber).toBe(atenaNumber);
    const key = office.database.dump("keys").find(({ pk }) => pk.startsWith("PERSON#"));
    if (!key) throw new Error("no key");
    await office.database.transact([{ kind: "remove", table: "keys", key: { pk: key.pk, sk: key.sk } }]);
    expect((await show(about)).body).toMatchObject({ atenaNumber: null, history: [{ step: "receive", note: null }] });
    expect(await act(about, { action: "examine", note: "調べる" })).toMatchObject({
      status: 400,
      body: { errors: [{ code: "note-cannot-be-kept" }] },
    });
    expect((await act(about, { action: "examine" })).status).toBe(200);
    expect((await show(nobody)).body.history).toMatchObject([{ note: "届書の記載について" }]);
  });
});
