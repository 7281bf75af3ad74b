import { describe, expect, it } from "vitest";
import type { Instant } from "../../../shared/law/calendar.ts";
import { acquisitionOf, applicants } from "../../support/people.ts";
import { manager, receiptOf, received } from "../../support/requests.ts";
import { openCounter } from "../support/counter.ts";

const [person, other] = applicants(2);
if (!person || !other) throw new Error("nobody of working age");
const registry = { as: "family-registry", roles: ["system"], system: "family-registry" } as const;
const examiner = { as: "examiner-1", roles: ["examiner"] } as const;

const dayCorrected = (requestId: string | undefined, over: object = {}) => ({
  filedOn: "2026-11-20",
  eventOn: "2026-11-16",
  counter: "main-office",
  channel: "counter",
  filer: "ex-officio",
  identityDocument: "resident-notification",
  person,
  documents: ["basis-of-ex-officio"],
  details: {
    turn: "acquired",
    recordedOn: "2026-11-16",
    correctOn: "2026-11-10",
    ...(requestId === undefined ? {} : { requestId }),
  },
  ...over,
});

const sexCorrected = (requestId: string) => ({
  ...dayCorrected(undefined),
  filer: "insured",
  identityDocument: "drivers-licence",
  documents: ["residence-record"],
  details: { correctSex: person.sex === "male" ? "female" : "male", requestId },
});

const opened = async () => {
  const counter = openCounter();
  await counter.file("acquisition", acquisitionOf(person));
  await counter.file("acquisition", acquisitionOf(other));
  await counter.ask("GET", `/v1/provisions/${person.atenaNumber}`, registry);
  counter.time.now = new Date(Date.parse(counter.time.now) + 3_600_000).toISOString() as Instant;
  const requestId = await received(counter, "correction", person.atenaNumber);
  const historyOf = async (id = requestId) =>
    (await counter.ask("GET", `/v1/subject-requests/${id}`, manager)).body.history.slice(1);
  const step = (id: string, body: object) =>
    counter.ask("POST", `/v1/subject-requests/${id}/steps`, {
      ...manager,
      body: { outcome: null, documentNumber: null, note: null, ...body },
    });
  const decide = (id: string, outcome: string) =>
    step(id, { step: "decide", outcome, documentNumber: "8目国発第12号" });
  const prepare = (filingId: string, body?: object) =>
    counter.ask("POST", `/v1/corrections/${filingId}/notices`, { ...examiner, ...(body ? { body } : {}) });
  /** 請求 that nothing may rest on. */
  const unfit = async () => {
    const [withdrawn, denied] = [
      await received(counter, "correction", person.atenaNumber),
      await received(counter, "correction", person.atenaNumber),
    ];
    await step(withdrawn, { step: "withdraw" });
    await decide(denied, "not-corrected");
    const late = await counter.ask("POST", "/v1/subject-requests", {
      ...manager,
      key: "too-late-0002",
      body: receiptOf("correction", person.atenaNumber, { disclosedOn: "2026-08-01" }),
    });
    return {
      unknown: "S20261120-7K3M9Q",
      others: await received(counter, "correction", other.atenaNumber),
      suspension: await received(counter, "suspension", person.atenaNumber),
      withdrawn,
      denied,
      late: String(late.body.requestId),
    };
  };
  return { counter, requestId, historyOf, step, decide, prepare, unfit };
};

describe("訂正請求による訂正", () => {
  it.each([
    ["ex-officio-correction", dayCorrected],
    ["birth-or-sex-correction", sexCorrected],
  ] as const)("%s に請求の番号を付けると、届出と請求がたがいにたどれる", async (flow, bodyOf) => {
    const { counter, requestId, historyOf } = await opened();
    const filed = await counter.file(flow, bodyOf(requestId));
    expect(filed.status).toBe(201);
    const { filingId } = filed.body;
    expect(await historyOf()).toMatchObject([{ step: "correction-filed", object: filingId, by: "clerk-1" }]);
    const shown = await counter.ask("GET", `/v1/filings/${filingId}`);
    expect(shown.body.content.details).toMatchObject({ requestId });
  });

  it("認めると決めた請求による届出も受け付け、決定は変わらない", async () => {
    const { counter, requestId, historyOf, decide } = await opened();
    await decide(requestId, "corrected-part");
    const { body } = await counter.file("ex-officio-correction", dayCorrected(requestId));
    expect(await historyOf()).toMatchObject([
      { step: "decide", outcome: "corrected-part" },
      { step: "correction-filed", object: body.filingId, outcome: null },
    ]);
    const shown = await counter.ask("GET", `/v1/subject-requests/${requestId}`, manager);
    expect(shown.body).toMatchObject({ state: "decided", outcome: "corrected-part" });
  });

  it("番号のない職権訂正は、どの請求の経過にも残らない", async () => {
    const { counter, historyOf } = await opened();
    expect((await counter.file("ex-officio-correction", dayCorrected(undefined))).status).toBe(201);
    expect(await historyOf()).toEqual([]);
  });

  it("もとにできない請求の届出は断り、台帳にも請求にも何も残らない", async () => {
    const { counter, unfit } = await opened();
    const before = counter.database.dump("people");
    for (const [which, requestId] of Object.entries(await unfit())) {
      const requests = counter.database.dump("requests");
      const refused = await counter.file("ex-officio-correction", dayCorrected(requestId));
      expect([which, refused.status, refused.body.errors]).toMatchObject([
        which,
        422,
        [{ code: "request-unfit", pointer: "/details/requestId" }],
      ]);
      expect(counter.database.dump("requests")).toEqual(requests);
      expect(counter.trail().at(-1)).toMatchObject({ result: "refused", codes: ["request-unfit"] });
    }
    expect(counter.database.dump("people")).toEqual(before);
  });

  it("番号のような形でない請求は、書き直すところを示す", async () => {
    const { counter } = await opened();
    expect(await counter.file("ex-officio-correction", dayCorrected("S1"))).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: "/details/requestId" }] },
    });
  });

  it("断られた届出は請求に何も残さず、補正でもとになる請求は変えられない", async () => {
    const { counter, requestId, historyOf } = await opened();
    const nobody = { ...dayCorrected(requestId).details, recordedOn: "2026-11-15" };
    expect((await counter.file("ex-officio-correction", dayCorrected(requestId, { details: nobody }))).status).toBe(
      422,
    );
    expect(await historyOf()).toEqual([]);
    const lacking = await counter.file("ex-officio-correction", dayCorrected(requestId, { documents: [] }));
    expect(lacking.body.status).toBe("awaiting-correction");
    const correct = (filing: object) => counter.act(lacking.body.filingId, { action: "correct", filing });
    expect(await correct(dayCorrected(undefined))).toMatchObject({
      status: 400,
      body: { errors: [{ code: "not-a-correction", pointer: "/filing" }] },
    });
    expect(await correct(dayCorrected(requestId))).toMatchObject({ status: 200, body: { status: "accepted" } });
    expect(await historyOf()).toMatchObject([{ step: "correction-filed", object: lacking.body.filingId }]);
  });
});

describe("訂正請求による訂正の通知", () => {
  const corrected = async () => {
    const office = await opened();
    const { body } = await office.counter.file("ex-officio-correction", dayCorrected(undefined));
    return { ...office, filingId: String(body.filingId) };
  };

  it("請求の番号を付けて用意すると、請求の経過に一度だけ残る", async () => {
    const { filingId, requestId, historyOf, prepare } = await corrected();
    const first = await prepare(filingId, { requestId });
    expect([first.status, first.body.notices.length]).toEqual([201, 1]);
    expect(await prepare(filingId, { requestId })).toEqual({ status: 200, body: first.body });
    expect(await historyOf()).toMatchObject([{ step: "notices-prepared", object: filingId, by: "examiner-1" }]);
  });

  it("番号を付けずに用意したあとで番号を付ければ、同じ通知のまま、経過に残る", async () => {
    const { counter, filingId, requestId, historyOf, prepare } = await corrected();
    const first = await prepare(filingId);
    expect(await historyOf()).toEqual([]);
    expect(await prepare(filingId, { requestId })).toEqual({ status: 200, body: first.body });
    expect(await historyOf()).toMatchObject([{ step: "notices-prepared", object: filingId }]);
    expect((await counter.ask("GET", "/v1/notices", examiner)).body.open).toHaveLength(1);
  });

  it("用意したあとで請求が終わっても、もう一度尋ねれば同じ答え", async () => {
    const { filingId, requestId, prepare, decide } = await corrected();
    const first = await prepare(filingId, { requestId });
    await decide(requestId, "not-corrected");
    expect(await prepare(filingId, { requestId })).toEqual({ status: 200, body: first.body });
  });

  it("もとにできない請求では用意しない", async () => {
    const { counter, filingId, prepare, unfit } = await corrected();
    for (const [which, requestId] of Object.entries(await unfit())) {
      const requests = counter.database.dump("requests");
      const { status, body } = await prepare(filingId, { requestId });
      expect([which, status, body.code]).toEqual([which, 409, "request-unfit"]);
      expect(counter.database.dump("requests")).toEqual(requests);
    }
    expect(await prepare(filingId, { requestId: "S1" })).toMatchObject({ status: 400 });
    expect((await prepare(filingId)).status).toBe(201);
  });
});
