import { describe, expect, it } from "vitest";
import { type FlowId, flowIds, flows } from "../../../shared/flows/catalogue.ts";
import { acquisitionOf, applicant } from "../../support/people.ts";
import { openCounter } from "../support/counter.ts";

const person = applicant();
const form = (over: object = {}) =>
  acquisitionOf(person, { documents: [], details: {}, filer: "ex-officio", eventOn: "2026-11-20", ...over });

const bornOn = "2026-11-18";

const enrolled = async () => {
  const counter = openCounter();
  await counter.file("acquisition", acquisitionOf(person));
  await counter.file("additional-premium-start", form({ filer: "insured" }));
  await counter.file(
    "maternity-exemption",
    form({ eventOn: bornOn, details: { day: bornOn, dayIs: "delivered", type: "single" } }),
  );
  return counter;
};

/** What a flow asks beside the common header. */
const asked: Partial<Record<FlowId, object>> = {
  "childcare-automatic": { eventOn: bornOn, details: { childBornOn: bornOn } },
};

const onlyRecorded = flowIds.filter((flow) => flows[flow].report === null);

it("what 日本年金機構 knows already is 厚生年金, 国民年金基金 and 育児期間免除 that it applied itself", () => {
  expect(onlyRecorded).toEqual(["employees-pension-joined", "fund-joined", "childcare-automatic"]);
});

describe.each(onlyRecorded as FlowId[])("%s, which is only recorded", (flow) => {
  it("is 受理 without a 報告期限, and 完了 when it is examined; it never waits for 進達", async () => {
    const counter = await enrolled();
    const queued = counter.queued();
    const { status, body } = await counter.file(flow, form(asked[flow]));
    expect([status, body.status, body.acceptedOn, body.reportBy]).toEqual([201, "accepted", "2026-11-23", null]);
    expect(counter.queued()).toEqual(queued);

    expect(await counter.examine(body.filingId)).toMatchObject({ status: 200, body: { status: "closed" } });
    expect(counter.queued()).toEqual(queued);
    const shown = await counter.ask("GET", `/v1/filings/${body.filingId}`);
    expect(shown.body.history.map(({ transition }: { transition: string }) => transition)).toEqual([
      "receive",
      "accept",
      "examine",
      "close",
    ]);
    await counter.send();
    expect(await counter.statusOf(body.filingId)).toBe("closed");
  });

  it("is examined by another than whoever took it, and not twice", async () => {
    const counter = await enrolled();
    const { body } = await counter.file(flow, form(asked[flow]));
    const own = await counter.act(body.filingId, { action: "examine" }, "clerk-1", ["examiner"]);
    expect(own).toMatchObject({ body: { code: "own-work" } });
    await counter.examine(body.filingId);
    expect(await counter.examine(body.filingId)).toMatchObject({
      status: 409,
      body: { errors: [{ code: "wrong-status" }] },
    });
  });

  it("taken back before it is examined leaves the ledger as it was", async () => {
    const counter = await enrolled();
    const before = await counter.ledger(person.atenaNumber);
    const { body } = await counter.file(flow, form(asked[flow]));
    const withdrawn = await counter.act(body.filingId, { action: "withdraw", note: "誤って入力した" });
    expect(withdrawn).toMatchObject({ status: 200, body: { status: "withdrawn" } });
    const after = await counter.ledger(person.atenaNumber);
    expect([after.periods, after.reliefs]).toEqual([before.periods, before.reliefs]);
  });
});
