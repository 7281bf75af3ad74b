import { beforeEach, describe, expect, it } from "vitest";
import { auditEntry } from "../../../shared/audit/entry.ts";
import type { OfficerId } from "../../../shared/domain/ids.ts";
import { memoryDatabase } from "../../../shared/stores/memory-database.ts";
import { findRequest, linkWrites } from "../../../shared/stores/requests.ts";
import { openOffice } from "../../support/office.ts";
import { applicants } from "../../support/people.ts";
import { auditor, clerk, manager, receiptOf, received } from "../../support/requests.ts";

const [person] = applicants(1, 31);
if (!person) throw new Error("nobody of working age");
const { atenaNumber } = person;

describe("請求・問合せ・事故の受付簿", () => {
  let database: ReturnType<typeof memoryDatabase>;
  let office: ReturnType<typeof openOffice>;
  beforeEach(() => {
    database = memoryDatabase();
    office = openOffice({ database });
  });
  const step = (requestId: string, who: object, body: object) =>
    office.ask("POST", `/v1/subject-requests/${requestId}/steps`, {
      ...who,
      body: { outcome: null, documentNumber: null, note: null, ...body },
    });

  it("takes in a 請求 with its time, and once only however often it is sent", async () => {
    const send = () =>
      office.ask("POST", "/v1/subject-requests", {
        ...clerk,
        key: "request-story-1",
        body: receiptOf("disclosure", atenaNumber),
      });
    const first = await send();
    expect(first).toMatchObject({
      status: 201,
      body: { kindLabel: "開示請求", stateLabel: "対応中", decideBy: "2026-12-20", overdue: false },
    });
    expect(await send()).toEqual({ status: 200, body: first.body });
    expect(database.dump("requests").filter(({ pk }) => pk === "REQUESTS")).toHaveLength(1);
    const other = await office.ask("POST", "/v1/subject-requests", {
      ...clerk,
      key: "request-story-1",
      body: receiptOf("disclosure", atenaNumber, { note: "別の請求" }),
    });
    expect(other).toMatchObject({ status: 409, body: { code: "idempotency-key-reused" } });
  });

  it("keeps what was written out of every row and of the trail, and shows it to those who work on it alone", async () => {
    const words = "電話番号を聞かれた件";
    const { body } = await office.ask("POST", "/v1/subject-requests", {
      ...clerk,
      key: "request-story-2",
      body: receiptOf("inquiry", null, { note: words }),
    });
    expect(JSON.stringify(database.dump())).not.toContain(words);
    const seen = await office.ask("GET", `/v1/subject-requests/${body.requestId}`, manager);
    expect(seen.body.notes).toMatchObject([{ by: "clerk-1", text: words }]);
    const audited = await office.ask("GET", `/v1/subject-requests/${body.requestId}`, auditor);
    expect(audited).toMatchObject({ status: 200, body: { notes: null, history: [{ step: "received" }] } });
  });

  it("is decided by somebody other than who received it, and is then over", async () => {
    const requestId = await received(office, "disclosure", atenaNumber);
    const decide = { step: "decide", outcome: "disclosed-part", documentNumber: "8目国発第12号" };
    expect(await step(requestId, { as: "clerk-1", roles: ["manager"] }, decide)).toMatchObject({
      status: 403,
      body: { code: "own-work" },
    });
    expect(await step(requestId, clerk, decide)).toMatchObject({ status: 403 });
    const decided = await step(requestId, manager, decide);
    expect(decided).toMatchObject({
      status: 200,
      body: { state: "decided", outcomeLabel: "一部を開示する", dueBy: null },
    });
    expect(await step(requestId, manager, decide)).toEqual(decided);
    expect(await step(requestId, clerk, { step: "withdraw" })).toMatchObject({ body: { code: "request-over" } });
    const otherWords = await step(requestId, manager, { ...decide, note: "理由を書き足す" });
    expect(otherWords).toMatchObject({ status: 409, body: { code: "request-over" } });
    const entries = database.dump("audit").map(({ entry }) => auditEntry.parse(JSON.parse(String(entry))));
    expect(entries.filter(({ codes }) => codes.includes("disclosed-part"))).toMatchObject([
      { object: requestId, officer: "manager-1", purpose: "request", subjects: { length: 1 } },
    ]);
  });

  it("stands still for a 補正, is extended once, and remembers every step", async () => {
    const requestId = await received(office, "disclosure", atenaNumber);
    expect(await step(requestId, clerk, { step: "ask-supplement", note: "対象の期間が不明" })).toMatchObject({
      body: { state: "awaiting-supplement" },
    });
    expect(
      await step(requestId, manager, { step: "decide", outcome: "disclosed-whole", documentNumber: "8目国発第12号" }),
    ).toMatchObject({ status: 409, body: { code: "step-not-now" } });
    await step(requestId, clerk, { step: "supplemented" });
    const extend = { step: "extend", documentNumber: "8目国発第13号", note: "対象が多い" };
    expect(await step(requestId, clerk, extend)).toMatchObject({ body: { decideBy: "2027-01-19" } });
    expect(await step(requestId, manager, extend)).toMatchObject({ status: 409, body: { code: "extended-before" } });
    const { body } = await office.ask("GET", `/v1/subject-requests/${requestId}`, clerk);
    expect(body.history.map((each: { step: string }) => each.step)).toEqual([
      "received",
      "ask-supplement",
      "supplemented",
      "extend",
    ]);
    expect(body.notes.map((each: { text: string }) => each.text)).toEqual([
      "窓口で受けた",
      "対象の期間が不明",
      "対象が多い",
    ]);
  });

  it("lists those that wait by the nearest day, so that what is overdue is on top", async () => {
    const disclosure = await received(office, "disclosure", atenaNumber);
    const incident = await received(office, "incident", null);
    const inquiry = await received(office, "inquiry", null);
    await step(inquiry, clerk, { step: "withdraw" });
    const late = openOffice({ database, master: office.master, now: "2026-11-27T01:00:00.000Z" as never });
    const { body } = await late.ask("GET", "/v1/subject-requests", manager);
    expect(
      body.requests.map((each: { requestId: string; overdue: boolean }) => [each.requestId, each.overdue]),
    ).toEqual([
      [incident, true],
      [disclosure, false],
    ]);
    const all = await late.ask("GET", "/v1/subject-requests", { ...manager, query: { which: "all" } });
    expect(all.body.requests).toHaveLength(3);
  });

  it.each([
    ["a 請求 of nobody", { atenaNumber: null }, "/atenaNumber"],
    ["one whose maker nobody looked at", { proof: null }, "/proof"],
    ["one from tomorrow", { receivedOn: "2027-01-01" }, "/receivedOn"],
    ["one with nothing written", { note: " " }, "/note"],
    ["a disclosure after a disclosure", { disclosedOn: "2026-11-01" }, "/disclosedOn"],
    ["people touched by no incident", { affected: 2 }, "/affected"],
    ["the purpose of no incident", { wrongful: false }, "/wrongful"],
    ["an incident of which nobody said whether it was wrongful", { kind: "incident", wrongful: null }, "/wrongful"],
  ])("refuses %s, and says where", async (_, over, pointer) => {
    const answer = await office.ask("POST", "/v1/subject-requests", {
      ...clerk,
      key: "request-story-3",
      body: receiptOf("disclosure", atenaNumber, over),
    });
    expect(answer).toMatchObject({ status: 400, body: { code: "invalid-content" } });
    expect(answer.body.errors.map((each: { pointer: string }) => each.pointer)).toContain(pointer);
    expect(database.dump("requests")).toEqual([]);
  });

  it.each([
    ["correction", "not-corrected", "corrected-part"],
    ["suspension", "not-suspended", "suspended-whole"],
  ])("takes in a %s that comes too late and says so; it is decided as %s, and not as %s", async (kind, no, yes) => {
    const send = (disclosedOn: string | null, key: string) =>
      office.ask("POST", "/v1/subject-requests", {
        ...clerk,
        key,
        body: receiptOf(kind, atenaNumber, { disclosedOn }),
      });
    const late = await send("2026-08-21", "request-story-4");
    expect(late).toMatchObject({ status: 201, body: { outOfTime: true, decideBy: "2026-12-20" } });
    const { requestId } = late.body;
    const papers = { step: "decide", documentNumber: "8目国発第12号" };
    const refused = await step(requestId, manager, { ...papers, outcome: yes });
    expect(refused).toMatchObject({ status: 409, body: { code: "request-out-of-time" } });
    expect(refused.body.detail).toMatch(/90条3項・98条3項/);
    expect(await step(requestId, manager, { ...papers, outcome: no })).toMatchObject({
      status: 200,
      body: { state: "decided", outcome: no, outOfTime: true },
    });
    expect(await send(null, "request-story-5")).toMatchObject({ status: 201, body: { outOfTime: false } });
    expect(await send("2026-11-21", "request-story-6")).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: "/disclosedOn" }] },
    });
  });

  it("gives an incident that may have been done 不正の目的で sixty days for its last word", async () => {
    const { body } = await office.ask("POST", "/v1/subject-requests", {
      ...clerk,
      key: "request-story-7",
      body: receiptOf("incident", null, { wrongful: true }),
    });
    expect(body).toMatchObject({ wrongful: true, firstWordBy: "2026-11-22", decideBy: "2027-01-18" });
    const requestId = await received(office, "incident", null);
    const found = { step: "found-wrongful", note: "持ち出した職員がいた" };
    for (let sent = 1; sent <= 2; sent += 1)
      expect(await step(requestId, clerk, found)).toMatchObject({
        status: 200,
        body: { state: "open", wrongful: true, decideBy: "2027-01-18", history: { length: 2 } },
      });
  });

  it("answers a step sent again as before, though something came of the request since", async () => {
    const requestId = await received(office, "disclosure", atenaNumber);
    const decide = { step: "decide", outcome: "disclosed-whole", documentNumber: "8目国発第12号" };
    const first = await step(requestId, manager, decide);
    const request = await findRequest(database, requestId);
    if (!request) throw new Error("the request is not on the register");
    const occasion = { at: office.time.now, by: "examiner-1" as OfficerId };
    await database.transact(linkWrites(request, "output-asked", "X20261123-000001", occasion));
    const again = await step(requestId, manager, decide);
    expect([first.status, again.status, again.body.history.length]).toEqual([200, 200, 3]);
  });

  it("refuses an outcome of another kind", async () => {
    const requestId = await received(office, "inquiry", null);
    const decide = { step: "decide", outcome: "disclosed-whole", documentNumber: "8目国発第12号" };
    expect(await step(requestId, manager, decide)).toMatchObject({
      status: 400,
      body: { errors: [{ code: "outcome-of-another-kind", pointer: "/outcome" }] },
    });
  });
});
