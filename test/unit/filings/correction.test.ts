import { describe, expect, it } from "vitest";
import { acquisitionOf, applicant, applicants } from "../../support/people.ts";
import { openCounter, resultsFile } from "../support/counter.ts";

const person = applicant();
const lacking = acquisitionOf(person, { documents: [] });

const waiting = async () => {
  const counter = openCounter();
  const { body } = await counter.file("acquisition", lacking);
  const correct = (filing: unknown) => counter.act(body.filingId, { action: "correct", filing });
  return { counter, id: body.filingId, body, correct };
};

describe("補正", () => {
  it("補正待ち records nothing in the ledger and waits for nothing in the queue", async () => {
    const { counter, body } = await waiting();
    expect(body).toMatchObject({
      status: "awaiting-correction",
      acceptedOn: null,
      reasons: [{ code: "document-missing" }],
    });
    expect(counter.queued()).toEqual([]);
    expect(counter.database.dump("people")).toEqual([]);
  });

  it("that mends the fault accepts the filing, dates it and queues it", async () => {
    const { counter, id, correct } = await waiting();
    expect(await correct(acquisitionOf(person))).toMatchObject({
      status: 200,
      body: { status: "accepted", acceptedOn: "2026-11-23", reportBy: "2026-12-08", reasons: [] },
    });
    expect(counter.queued()).toMatchObject([{ sk: id, state: "unexamined" }]);
    expect((await counter.ledger(person.atenaNumber)).periods).toMatchObject([{ from: "2026-11-16", until: null }]);
  });

  it("that leaves the fault leaves it 補正待ち, with the fault told again", async () => {
    const { counter, correct } = await waiting();
    expect(await correct(lacking)).toMatchObject({
      status: 200,
      body: { status: "awaiting-correction", reasons: [{ code: "document-missing" }] },
    });
    expect(counter.queued()).toEqual([]);
  });

  it("keeps what was corrected: the day of the fact and the counter too", async () => {
    const { counter, id, correct } = await waiting();
    await correct(acquisitionOf(person, { eventOn: "2026-11-17", counter: "north" }));
    const shown = await counter.ask("GET", `/v1/filings/${id}`);
    expect(shown.body).toMatchObject({
      eventOn: "2026-11-17",
      counter: "north",
      content: { eventOn: "2026-11-17", counter: "north", documents: ["passport"] },
    });
    const register = await counter.ask("GET", "/v1/filings", { query: { counter: "north" } });
    expect(register.body.filings).toMatchObject([{ filingId: id }]);
  });

  it("cannot make it another person's filing or another day's", async () => {
    const { counter, correct } = await waiting();
    const before = counter.stored();
    const [, other] = applicants(2);
    for (const filing of [acquisitionOf(other ?? person), acquisitionOf(person, { filedOn: "2026-11-19" })])
      expect(await correct(filing)).toMatchObject({
        status: 400,
        body: { code: "invalid-content", errors: [{ code: "not-a-correction", pointer: "/filing" }] },
      });
    expect(counter.stored()).toEqual(before);
  });

  it("of a wrong form is told where in the correction the fault lies", async () => {
    const { correct } = await waiting();
    const done = await correct(acquisitionOf({ ...person, individualNumber: "123456789019" }));
    expect(done.body.errors).toMatchObject([{ pointer: "/filing/person/individualNumber" }]);
    expect((await correct(undefined)).body.errors).toMatchObject([{ pointer: "/filing" }]);
  });

  it("that law or record stand against is refused and changes nothing", async () => {
    const { counter, correct } = await waiting();
    const before = counter.stored();
    const done = await correct(acquisitionOf(person, { eventOn: "2026-11-24" }));
    expect(done).toMatchObject({ status: 422, body: { errors: [{ code: "event-in-future", pointer: "/eventOn" }] } });
    expect(counter.stored()).toEqual(before);
  });

  it("after a 返戻 records it anew, and it may be sent again", async () => {
    const counter = openCounter();
    const { body } = await counter.file("acquisition", acquisitionOf(person));
    await counter.examine(body.filingId);
    await counter.send();
    const returned = { basicPensionNumber: person.basicPensionNumber ?? "", filingId: body.filingId };
    await counter.importFile(resultsFile([{ ...returned, result: "returned", reasonCode: "0101" }]));
    expect(await counter.statusOf(body.filingId)).toBe("returned");

    const corrected = acquisitionOf(person, { eventOn: "2026-11-17" });
    const done = await counter.act(body.filingId, { action: "correct", filing: corrected });
    expect(done).toMatchObject({ status: 200, body: { status: "accepted", eventOn: "2026-11-17" } });
    expect((await counter.ledger(person.atenaNumber)).periods).toMatchObject([
      { from: "2026-11-17", fromStanding: "provisional" },
    ]);
    await counter.examine(body.filingId);
    await counter.send();
    expect(await counter.statusOf(body.filingId)).toBe("transmitted");
  });
});
