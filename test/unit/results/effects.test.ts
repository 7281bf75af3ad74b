import { describe, expect, it } from "vitest";
import type { FilingId } from "../../../shared/domain/ids.ts";
import { plainDate } from "../../../shared/law/calendar.ts";
import { acquisitionOf, applicant, lossOf } from "../../support/people.ts";
import { openCounter, resultsFile } from "../support/counter.ts";

const person = applicant();
const number = person.basicPensionNumber ?? "";

/** An 取得 that was sent and waits for its result. */
const sent = async (over: object = {}) => {
  const counter = openCounter();
  const { body } = await counter.file("acquisition", acquisitionOf({ ...person, ...over }));
  await counter.examine(body.filingId);
  const runId = await counter.send();
  return { counter, filingId: body.filingId as FilingId, runId };
};

const shown = (counter: ReturnType<typeof openCounter>) =>
  counter.ask("GET", `/v1/people/${person.atenaNumber}`, { purpose: "jps-inquiry" });

describe("日本年金機構's result", () => {
  it("承認 makes the record 確定 and closes the filing", async () => {
    const { counter, filingId, runId } = await sent();
    const answer = await counter.importFile(
      resultsFile([{ basicPensionNumber: number, filingId, reasonCode: "0001" }]),
    );
    expect(answer).toMatchObject({ status: 201, body: { state: "done", counts: { approved: 1, unmatched: 0 } } });
    const { history, status } = (await counter.ask("GET", `/v1/filings/${filingId}`)).body;
    expect(status).toBe("closed");
    expect(history.slice(-2)).toMatchObject([
      { transition: "approve", to: "approved", codes: ["jps-0001"] },
      { transition: "close", to: "closed" },
    ]);
    expect((await counter.ledger(person.atenaNumber)).periods).toMatchObject([
      { from: "2026-11-16", fromStanding: "confirmed", fromStandingLabel: "確定", until: null },
    ]);
    const run = await counter.ask("GET", `/v1/transmittals/${runId}`, { roles: ["manager"] });
    expect(run.body.members).toMatchObject([{ filingId, state: "settled" }]);
  });

  it.each([
    ["rejected", "rejected"],
    ["returned", "returned"],
  ] as const)("%s takes what the filing recorded out of count, and keeps it in the ledger", async (result, why) => {
    const { counter, filingId } = await sent();
    await counter.importFile(resultsFile([{ basicPensionNumber: number, filingId, result, reasonCode: "A1" }]));
    expect(await counter.statusOf(filingId)).toBe(result);
    expect((await shown(counter)).status).toBe(404);
    const entries = counter.database.dump("people").filter((item) => item.sk.startsWith("ENTRY#"));
    expect(entries).toHaveLength(2);
    const again = await counter.file("acquisition", acquisitionOf(person));
    expect(again).toMatchObject({ status: 201, body: { status: "accepted" } });
    expect((await counter.ledger(person.atenaNumber)).entries).toMatchObject([
      { source: { kind: "filing", filingId } },
      { source: { kind: "result", filingId }, events: [{ kind: "voided", entries: ["000001"], why }] },
      { source: { kind: "filing" } },
    ]);
  });

  it("訂正 puts JPS's day in place of the reported one, 確定, and waits to be seen to", async () => {
    const { counter, filingId } = await sent();
    const amendedOn = plainDate("2026-11-10");
    await counter.importFile(resultsFile([{ basicPensionNumber: number, filingId, result: "amended", amendedOn }]));
    expect(await counter.statusOf(filingId)).toBe("amended");
    expect((await counter.ledger(person.atenaNumber)).periods).toMatchObject([
      { from: "2026-11-10", fromStanding: "confirmed", fromCause: "moved-into-japan", until: null },
    ]);
    expect((await shown(counter)).body.facts).toMatchObject({
      atenaNumber: person.atenaNumber,
      name: expect.any(String),
    });
  });

  it.each(["rejected", "returned"] as const)(
    "%s of the filing that registered someone leaves them on file while a later filing of theirs waits",
    async (result) => {
      const { counter, filingId } = await sent();
      const lost = await counter.file("loss", lossOf(person));
      await counter.examine(lost.body.filingId);
      await counter.send();
      await counter.importFile(resultsFile([{ basicPensionNumber: number, filingId, result }]));
      const answer = await counter.importFile(
        resultsFile([{ basicPensionNumber: number, filingId: lost.body.filingId, form: "A05", result: "returned" }]),
      );
      expect(answer.body.counts).toMatchObject({ returned: 1, unmatched: 0 });
    },
  );
});

describe("someone who filed without a 基礎年金番号", () => {
  const unnumbered = { basicPensionNumber: undefined };
  const search = (counter: ReturnType<typeof openCounter>) =>
    counter.ask("POST", "/v1/people/search", { purpose: "jps-inquiry", body: { basicPensionNumber: number } });

  it.each(["approved", "amended"] as const)("gets it by the 受付番号 when %s, and is found by it", async (result) => {
    const { counter, filingId } = await sent(unnumbered);
    expect((await search(counter)).body.people).toEqual([]);
    const amendedOn = result === "amended" ? { amendedOn: plainDate("2026-11-10") } : {};
    await counter.importFile(resultsFile([{ basicPensionNumber: number, filingId, result, ...amendedOn }]));
    expect((await search(counter)).body.people).toMatchObject([
      { facts: { atenaNumber: person.atenaNumber, basicPensionNumber: number } },
    ]);
  });

  it.each(["rejected", "returned"] as const)("gets none when %s", async (result) => {
    const { counter, filingId } = await sent(unnumbered);
    await counter.importFile(resultsFile([{ basicPensionNumber: number, filingId, result }]));
    expect((await search(counter)).body.people).toEqual([]);
    expect(await counter.statusOf(filingId)).toBe(result);
  });

  it("is not matched without the 受付番号", async () => {
    const { counter, filingId } = await sent(unnumbered);
    const answer = await counter.importFile(resultsFile([{ basicPensionNumber: number }]));
    expect(answer.body.lines).toMatchObject([{ outcome: "unmatched", reason: "person-not-on-file" }]);
    expect(await counter.statusOf(filingId)).toBe("transmitted");
  });
});
