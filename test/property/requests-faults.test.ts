import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { auditEntry } from "../../shared/audit/entry.ts";
import { type Fault, faultModes } from "../support/faulty-database.ts";
import { acquisitionOf, applicant } from "../support/people.ts";
import { claimOf } from "../support/requests.ts";
import { copyOf, openStores, restartingOffice, type Stores } from "../support/restarting-office.ts";

const person = applicant();
const clerk = { as: "clerk-1", roles: ["clerk"], department: "pension" } as const;
const head = { as: "head-1", roles: ["head"], department: "pension" } as const;
const documentNumber = "8目国発第12号";

const prepared = async (): Promise<Stores> => {
  const stores = openStores();
  const office = restartingOffice(stores, []);
  await office.insist("POST", "/v1/filings/acquisition", { key: "before-faults-1", body: acquisitionOf(person) });
  return stores;
};

/** The access trail says by throwing that it could not be kept: then nothing was shown, and the caller asks again. */
const foreseen = /^(InjectedFault|Error: the access trail could not be written)/;

/** A 利用停止請求 from its coming in to its end and a 事故 about nobody on file, with calls that fail. */
const story = async (base: Stores, faults: readonly Fault[]) => {
  const stores = await copyOf(base);
  const office = restartingOffice(stores, faults);
  const body = claimOf("suspension", person.atenaNumber);
  const claim = (await office.insist("POST", "/v1/requests", { ...clerk, key: "request-faults-1", body })).body
    .requestId;
  const answers: number[] = [];
  const act = async (requestId: string, step: object, path = "actions") => {
    answers.push((await office.insist("POST", `/v1/requests/${requestId}/${path}`, { ...head, body: step })).status);
  };
  await act(claim, { action: "ask-correction", note: "委任状がない" });
  await act(claim, { action: "corrected" });
  await act(claim, { action: "extend", days: 5, reason: "many-records", documentNumber, note: "量が多い" });
  const decision = { outcome: "suspended-whole", documentNumber, note: "認める" };
  await act(claim, decision, "decision");
  const placed = await office.insist("POST", "/v1/suspensions", {
    ...head,
    body: { requestId: claim, atenaNumber: person.atenaNumber, scopes: ["use"], until: null, documentNumber },
  });
  await act(claim, { action: "close" });
  const accident = await office.insist("POST", "/v1/requests", {
    ...clerk,
    key: "request-faults-2",
    body: {
      kind: "incident",
      receivedOn: "2026-11-20",
      peopleCount: null,
      specific: true,
      wrongful: true,
      summary: "封筒を取り違えて送った",
    },
  });
  await act(accident.body.requestId, { action: "tell-interim", note: "速報した" });
  const shown = await office.insist("GET", `/v1/requests/${claim}`, head);
  const listed = await office.insist("GET", "/v1/requests", head);
  const calls = office.plan.calls();
  await office.plan.land();
  const named = (value: unknown) =>
    JSON.stringify(value, (key, each) => (key === "sealed" ? "sealed" : each))
      .replaceAll(claim, "S1")
      .replaceAll(accident.body.requestId, "S2")
      .replaceAll(placed.body.suspensionId, "B");
  const done = stores.database
    .dump("audit")
    .map(({ entry }) => auditEntry.parse(JSON.parse(String(entry))))
    .flatMap(({ codes: [code], action, result }) =>
      code && result === "done" && /Request$/.test(action) && !code.endsWith("-before") ? [`${action} ${code}`] : [],
    );
  return {
    calls,
    told: {
      answers,
      surprises: office.surprises().filter((error) => !foreseen.test(error)),
      notes: shown.body.history.map(({ step, note }: { step: string; note: string | null }) => [step, note]),
      open: listed.body.open.map(({ kind, dueOn }: { kind: string; dueOn: string }) => [kind, dueOn]),
      keys: stores.database.dump("keys").filter(({ pk }) => pk.startsWith("REQUEST#")).length,
      done: done.toSorted(),
      rows: (JSON.parse(named(stores.database.dump("requests"))) as object[])
        .map((row) => JSON.stringify(row))
        .toSorted(),
    },
  };
};

describe("請求と事故は、どの呼出しが失敗しても途切れても", () => {
  let base: Stores;
  let whole: Awaited<ReturnType<typeof story>>;
  beforeAll(async () => {
    base = await prepared();
    whole = await story(base, []);
  });

  it("失敗がなければ、一度ずつ進み、経過は一行ずつ増える", () => {
    expect(whole.told).toMatchObject({
      answers: Array(6).fill(200),
      surprises: [],
      notes: [
        ["receive", "窓口で受け付けた"],
        ["ask-correction", "委任状がない"],
        ["corrected", null],
        ["extend", "量が多い"],
        ["decide", "認める"],
        ["suspension-placed", null],
        ["close", null],
      ],
      open: [["incident", "2027-01-18"]],
      keys: 1,
    });
    expect(whole.told.done).toHaveLength(8);
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
      { numRuns: 300 },
    );
  }, 120_000);
});
