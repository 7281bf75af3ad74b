import { describe, expect, it } from "vitest";
import { foldLedger } from "../../../shared/domain/ledger.ts";
import { type FlowId, flowIds, flows } from "../../../shared/flows/catalogue.ts";
import { acquisitionOf, applicant } from "../../support/people.ts";
import { openCounter } from "../support/counter.ts";

const person = applicant();
const form = (over: object = {}) =>
  acquisitionOf(person, { documents: [], details: {}, filer: "ex-officio", eventOn: "2026-11-20", ...over });

const bornOn = "2026-07-16";

const enrolled = async () => {
  const counter = openCounter();
  await counter.file("acquisition", acquisitionOf(person));
  await counter.file("additional-premium-start", form({ filer: "insured" }));
  await counter.file("statutory-exemption-start", {
    ...form({ filer: "insured", documents: ["facility-certificate"] }),
    details: { reason: "facility" },
  });
  await counter.file(
    "maternity-exemption",
    form({ eventOn: bornOn, details: { day: bornOn, dayIs: "delivered", type: "single" } }),
  );
  return counter;
};

const onlyRecorded = flowIds.filter((flow) => flows[flow].report === null);

/** What each is filed with. */
const particulars: Partial<Record<FlowId, object>> = {
  "employees-pension-joined": {},
  "fund-joined": {},
  "continued-exemption": { details: { type: "full", from: "2026-07", until: "2027-06" } },
  "childcare-automatic": { eventOn: bornOn, details: { childBornOn: bornOn } },
  "late-payment": { filer: "insured", details: { from: "2026-11", until: "2026-11" } },
};

it("what 日本年金機構 knows already is 厚生年金, 国民年金基金, 継続審査 and 育児期間免除 that it applied itself; 追納 it takes itself", () => {
  expect(onlyRecorded.toSorted()).toEqual(Object.keys(particulars).toSorted());
});

describe.each(onlyRecorded as FlowId[])("%s, which is only recorded", (flow) => {
  const filed = form(particulars[flow]);

  it("is 受理 without a 報告期限, and 完了 when it is examined; it never waits for 進達", async () => {
    const counter = await enrolled();
    const queued = counter.queued();
    const { status, body } = await counter.file(flow, filed);
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
    const { body } = await counter.file(flow, filed);
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
    const told = async () => foldLedger((await counter.ledger(person.atenaNumber)).entries);
    const before = await told();
    const { body } = await counter.file(flow, filed);
    const withdrawn = await counter.act(body.filingId, { action: "withdraw", note: "誤って入力した" });
    expect(withdrawn).toMatchObject({ status: 200, body: { status: "withdrawn" } });
    expect(await told()).toEqual(before);
  });
});
