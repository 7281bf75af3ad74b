import { describe, expect, it } from "vitest";
import { acquisitionOf, applicant, lossOf } from "../../support/people.ts";
import { openCounter } from "../support/counter.ts";

const person = applicant();
const steps = [
  ["withdraw", "withdrawn", "withdrawn"],
  ["return-for-correction", "awaiting-correction", "under-correction"],
] as const;

describe.each(steps)("%s", (action, status, why) => {
  it.each(["accepted", "examined"])("of an %s filing voids what it recorded and leaves the queue", async (from) => {
    const counter = openCounter();
    const { body } = await counter.file("acquisition", acquisitionOf(person));
    if (from === "examined") await counter.examine(body.filingId);
    expect(counter.queued()).toHaveLength(1);
    expect((await counter.ledger(person.atenaNumber)).periods).toHaveLength(1);

    const done = await counter.act(body.filingId, { action, note: "本人の申出" });
    expect(done).toMatchObject({ status: 200, body: { status, acceptedOn: null, reportBy: null } });
    expect(counter.queued()).toEqual([]);
    const shown = await counter.ask("GET", `/v1/filings/${body.filingId}`);
    expect(shown.body.notes).toMatchObject([{ by: "clerk-1", text: "本人の申出" }]);
    // Nobody but this filing had registered the person, so nobody is on file; the entries themselves are all there.
    expect(await counter.ask("GET", `/v1/people/${person.atenaNumber}`, { purpose: "filing" })).toMatchObject({
      status: 404,
    });
    expect(counter.database.dump("people").filter((item) => item.sk.startsWith("ENTRY#"))).toHaveLength(2);
  });

  it("of a later filing gives back what stood before it, and says why in the ledger", async () => {
    const counter = openCounter();
    await counter.file("acquisition", acquisitionOf(person));
    const lost = await counter.file("loss", lossOf(person));
    expect((await counter.ledger(person.atenaNumber)).periods).toMatchObject([{ until: "2026-11-19" }]);
    await counter.act(lost.body.filingId, { action, note: "本人の申出" });
    const after = await counter.ledger(person.atenaNumber);
    expect(after.periods).toMatchObject([{ from: "2026-11-16", until: null }]);
    expect(after.entries.at(-1)).toMatchObject({ events: [{ kind: "voided", entries: ["000002"], why }] });
  });

  it("of a filing on which a later one stands is refused, and changes nothing", async () => {
    const counter = openCounter();
    const first = await counter.file("acquisition", acquisitionOf(person));
    await counter.file("loss", lossOf(person));
    const before = counter.stored();
    const done = await counter.act(first.body.filingId, { action, note: "本人の申出" });
    expect(done).toMatchObject({
      status: 422,
      body: { code: "filing-refused", errors: [{ code: "later-filing-depends" }] },
    });
    expect(counter.stored()).toEqual(before);
  });

  it("of a filing never accepted touches no ledger", async () => {
    const counter = openCounter();
    const { body } = await counter.file("acquisition", acquisitionOf(person, { intake: "receive" }));
    const done = await counter.act(body.filingId, { action, note: "本人の申出" });
    expect(done).toMatchObject({ status: 200, body: { status } });
    expect(counter.database.dump("people")).toEqual([]);
  });

  it.each([
    ["no note", { action }],
    ["an empty note", { action, note: "" }],
    ["a note of 501 letters", { action, note: "あ".repeat(501) }],
    ["a broken letter in the note", { action, note: "\ud800" }],
  ])("with %s is refused at the note", async (_, body) => {
    const counter = openCounter();
    const filed = await counter.file("acquisition", acquisitionOf(person));
    const done = await counter.act(filed.body.filingId, body);
    expect(done).toMatchObject({ status: 400, body: { code: "invalid-content", errors: [{ pointer: "/note" }] } });
  });
});

describe("a person whose only filing was withdrawn", () => {
  it("may file again, and is registered anew", async () => {
    const counter = openCounter();
    const first = await counter.file("acquisition", acquisitionOf(person));
    await counter.act(first.body.filingId, { action: "withdraw", note: "出し直し" });
    const again = await counter.file("acquisition", acquisitionOf(person));
    expect(again).toMatchObject({ status: 201, body: { status: "accepted", reasons: [] } });
    expect((await counter.ledger(person.atenaNumber)).periods).toHaveLength(1);
  });
});
