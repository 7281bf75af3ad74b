import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { auditEntry } from "../../shared/audit/entry.ts";
import { type Fault, faultModes } from "../support/faulty-database.ts";
import { acquisitionOf, applicant } from "../support/people.ts";
import { manager, receiptOf } from "../support/requests.ts";
import { copyOf, openStores, restartingOffice, type Stores } from "../support/restarting-office.ts";

const person = applicant();
const clerk = { as: "clerk-1", roles: ["clerk"] } as const;
const registry = { as: "family-registry", roles: ["system"], system: "family-registry" } as const;
const documentNumber = "8目国発第12号";

/** Somebody on file whose day of acquisition was told to 移転先1. */
const prepared = async (): Promise<Stores> => {
  const stores = openStores();
  const office = restartingOffice(stores, []);
  await office.insist("POST", "/v1/filings/acquisition", { key: "before-faults-1", body: acquisitionOf(person) });
  await office.insist("GET", `/v1/provisions/${person.atenaNumber}`, registry);
  return stores;
};

/** The access trail says by throwing that it could not be kept: then nothing was shown, and the caller asks again. */
const foreseen = /^(InjectedFault|Error: the access trail could not be written)/;

/** A 訂正請求 from its coming in over the 届出 and the notices that it led to until its decision, with calls that fail. */
const story = async (base: Stores, faults: readonly Fault[]) => {
  const stores = await copyOf(base);
  const office = restartingOffice(stores, faults);
  const claim = await office.insist("POST", "/v1/subject-requests", {
    ...clerk,
    key: "claim-0001",
    body: receiptOf("correction", person.atenaNumber),
  });
  const { requestId } = claim.body;
  const step = (by: object, body: object) =>
    office.insist("POST", `/v1/subject-requests/${requestId}/steps`, {
      ...by,
      body: { outcome: null, documentNumber: null, note: null, ...body },
    });
  const extended = await step(clerk, { step: "extend", documentNumber, note: "戸籍を確かめる" });
  const filed = await office.insist("POST", "/v1/filings/ex-officio-correction", {
    key: "correction-0001",
    body: {
      ...acquisitionOf(person),
      filer: "ex-officio",
      documents: ["basis-of-ex-officio"],
      details: { turn: "acquired", recordedOn: "2026-11-16", correctOn: "2026-11-10", requestId },
    },
  });
  const { filingId } = filed.body;
  const notices = await office.insist("POST", `/v1/corrections/${filingId}/notices`, {
    ...manager,
    body: { requestId },
  });
  const decided = await step(manager, { step: "decide", outcome: "corrected-whole", documentNumber });
  const shown = await office.insist("GET", `/v1/subject-requests/${requestId}`, manager);
  const calls = office.plan.calls();
  await office.plan.land();
  const named = (value: unknown) =>
    JSON.stringify(value, (key, each) => (key === "sealed" ? "sealed" : each)).replaceAll(filingId, "F");
  const done = stores.database
    .dump("audit")
    .map(({ entry }) => auditEntry.parse(JSON.parse(String(entry))))
    .filter(({ object }) => object === requestId)
    .flatMap(({ codes: [code], action, result }) =>
      code && result === "done" && !code.endsWith("-before") && action !== "showRequest" ? [code] : [],
    );
  return {
    calls,
    told: {
      surprises: office.surprises().filter((error) => !foreseen.test(error)),
      answers: [extended.status, filed.status, notices.body.notices?.length, decided.status],
      history: shown.body.history.map(({ step: taken, object }: { step: string; object: string | null }) => [
        taken,
        object === filingId ? "F" : object,
      ]),
      notes: shown.body.notes.map(({ text }: { text: string }) => text),
      done: done.toSorted(),
      rows: named(stores.database.dump("requests")),
      filings: stores.database.dump("filings").length,
    },
  };
};

describe("訂正請求とそれによる届出・通知は、どの呼出しが失敗しても途切れても", () => {
  let base: Stores;
  let whole: Awaited<ReturnType<typeof story>>;
  beforeAll(async () => {
    base = await prepared();
    whole = await story(base, []);
  });

  it("失敗がなければ、一度ずつ進み、経過は一行ずつ増える", () => {
    expect(whole.told).toMatchObject({
      surprises: [],
      answers: [200, 201, 1, 200],
      history: [
        ["received", null],
        ["extend", null],
        ["correction-filed", "F"],
        ["notices-prepared", "F"],
        ["decide", null],
      ],
      notes: ["窓口で受けた", "戸籍を確かめる"],
      done: ["decide", "extend", "received"],
      filings: 2,
    });
  });

  it.each(faultModes)("%s: どの呼出しでも、記録は失敗のないときと同じで、二度はしない", async (mode) => {
    for (let call = 1; call <= whole.calls; call += 1) {
      const { told } = await story(base, [{ call, mode }]);
      expect([call, told]).toEqual([call, whole.told]);
    }
  });

  it("いくつ重なっても同じ", async () => {
    const fault = fc.record({
      call: fc.integer({ min: 1, max: whole.calls + 10 }),
      mode: fc.constantFrom(...faultModes),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(fault, { minLength: 2, maxLength: 6 }), async (faults) => {
        expect([faults, (await story(base, faults)).told]).toEqual([faults, whole.told]);
      }),
      { numRuns: 500 },
    );
  }, 120_000);
});
