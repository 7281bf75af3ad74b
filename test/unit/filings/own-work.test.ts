import { describe, expect, it } from "vitest";
import { acquisitionOf, applicant } from "../../support/people.ts";
import { openCounter } from "../support/counter.ts";

const both = ["clerk", "examiner"] as const;

describe("受理した者は審査しない", () => {
  it("whoever took a filing in may not examine it; another examiner may", async () => {
    const counter = openCounter();
    const { body } = await counter.file("acquisition", acquisitionOf(applicant()), "officer-1");
    const before = counter.stored();
    const own = await counter.act(body.filingId, { action: "examine" }, "officer-1", both);
    expect(own).toMatchObject({ status: 403, body: { code: "own-work" } });
    expect(counter.stored()).toEqual(before);
    expect(counter.trail().at(-1)).toMatchObject({
      officer: "officer-1",
      result: "refused",
      codes: ["examine", "own-work"],
    });
    const other = await counter.act(body.filingId, { action: "examine" }, "officer-2", both);
    expect(other).toMatchObject({ status: 200, body: { status: "examined" } });
  });

  it("whoever corrected it last counts, not whoever took it in first", async () => {
    const counter = openCounter();
    const filed = await counter.file("acquisition", acquisitionOf(applicant(), { documents: [] }), "officer-1");
    const id = filed.body.filingId;
    await counter.act(id, { action: "correct", filing: acquisitionOf(applicant()) }, "officer-2", both);
    expect(await counter.act(id, { action: "examine" }, "officer-2", both)).toMatchObject({ status: 403 });
    expect(await counter.act(id, { action: "examine" }, "officer-1", both)).toMatchObject({ status: 200 });
  });

  it("whoever accepted what another had received counts", async () => {
    const counter = openCounter();
    const filed = await counter.file("acquisition", acquisitionOf(applicant(), { intake: "receive" }), "officer-1");
    const id = filed.body.filingId;
    await counter.act(id, { action: "accept" }, "officer-2", both);
    expect(await counter.act(id, { action: "examine" }, "officer-2", both)).toMatchObject({ status: 403 });
    expect(await counter.act(id, { action: "examine" }, "officer-1", both)).toMatchObject({ status: 200 });
  });

  it("a clerk may not examine at all, whether the filing exists or not, and the trail says who tried", async () => {
    const counter = openCounter();
    const { body } = await counter.file("acquisition", acquisitionOf(applicant()));
    const there = await counter.act(body.filingId, { action: "examine" }, "clerk-2", ["clerk"]);
    const missing = await counter.act("20261120-ZZZZZZ", { action: "examine" }, "clerk-2", ["clerk"]);
    expect(there).toMatchObject({ status: 403, body: { code: "not-allowed" } });
    expect(missing).toEqual(there);
    expect(counter.trail().slice(-2)).toMatchObject([
      { officer: "clerk-2", subjects: [], object: null, result: "refused", codes: ["not-allowed"] },
      { officer: "clerk-2", subjects: [], object: null, result: "refused", codes: ["not-allowed"] },
    ]);
  });
});
