import { describe, expect, it } from "vitest";
import { acquisitionOf, applicant, applicants } from "../../support/people.ts";
import { openCounter } from "../support/counter.ts";

const person = applicant();
const body = acquisitionOf(person);
const path = "/v1/filings/acquisition";

describe("Idempotency-Key", () => {
  it.each([
    ["none", undefined],
    ["seven letters", "abcdefg"],
    ["sixty-five letters", "a".repeat(65)],
    ["a blank in it", "abcd efgh"],
    ["Japanese", "受付番号受付番号"],
    ["a line break at the end", "abcdefgh\n"],
  ])("%s: refused, and nothing is stored", async (_, key) => {
    const counter = openCounter();
    const answer = await counter.ask("POST", path, { body, ...(key === undefined ? {} : { key }) });
    expect(answer).toMatchObject({ status: 400, body: { code: "idempotency-key-missing" } });
    expect(counter.storedItems()).toEqual([]);
  });

  it.each(["abcdefgh", "a".repeat(64), "5b6f4c6e-2f3a-4c9e-9c1e-0d6f6f6f6f6f"])("%s is taken", async (key) => {
    expect(await openCounter().ask("POST", path, { body, key })).toMatchObject({ status: 201 });
  });

  it("the same key and body get the first answer again, letter by letter, even when the ledger has moved on", async () => {
    const counter = openCounter();
    const first = await counter.ask("POST", path, { body, key: "same-key-1" });
    await counter.act(first.body.filingId, { action: "withdraw", note: "本人の申出" });
    const before = counter.stored();
    const again = await counter.ask("POST", path, { body, key: "same-key-1" });
    expect(JSON.stringify(again)).toBe(JSON.stringify(first));
    expect(counter.stored()).toEqual(before);
  });

  it("the same key with another body is refused and stores nothing", async () => {
    const counter = openCounter();
    await counter.ask("POST", path, { body, key: "same-key-1" });
    const before = counter.stored();
    const [, another] = applicants(2);
    for (const other of [{ ...body, filer: "household-head" }, acquisitionOf(another ?? person)])
      expect(await counter.ask("POST", path, { body: other, key: "same-key-1" })).toMatchObject({
        status: 409,
        body: { code: "idempotency-key-reused" },
      });
    expect(
      await counter.ask("POST", "/v1/filings/loss", {
        body: { ...body, details: { cause: "death" } },
        key: "same-key-1",
      }),
    ).toMatchObject({ status: 409 });
    expect(counter.stored()).toEqual(before);
  });

  it("the same key of another officer is another request", async () => {
    const counter = openCounter();
    const [one, two] = applicants(2);
    const first = await counter.ask("POST", path, {
      as: "clerk-1",
      body: acquisitionOf(one ?? person),
      key: "same-key-1",
    });
    const second = await counter.ask("POST", path, {
      as: "clerk-2",
      body: acquisitionOf(two ?? person),
      key: "same-key-1",
    });
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body.filingId).not.toBe(first.body.filingId);
  });

  it("a refused filing is judged anew under its key", async () => {
    const counter = openCounter();
    const early = acquisitionOf(person, { filedOn: "2026-11-24" });
    expect(await counter.ask("POST", path, { body: early, key: "same-key-1" })).toMatchObject({ status: 422 });
    counter.time.now = "2026-11-24T01:00:00.000Z" as typeof counter.time.now;
    expect(await counter.ask("POST", path, { body: early, key: "same-key-1" })).toMatchObject({ status: 201 });
  });

  it("the same request many times at once is one filing", async () => {
    const counter = openCounter();
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => counter.ask("POST", path, { body, key: "same-key-1" })),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ status: 201 });
    expect(counter.database.dump("filings")).toHaveLength(1);
    expect(counter.queued()).toHaveLength(1);
  });
});
