import { describe, expect, it } from "vitest";
import type { Role } from "../../../shared/domain/roles.ts";
import { acquisitionOf, applicants } from "../../support/people.ts";
import { openCounter, resultsFile } from "../support/counter.ts";

const actions = ["accept", "return-for-correction", "correct", "examine", "withdraw", "close"] as const;

/** Where each action leads from each status; an action not named is refused there. */
const leads: Record<string, Partial<Record<(typeof actions)[number], string>>> = {
  received: { accept: "accepted", "return-for-correction": "awaiting-correction", withdraw: "withdrawn" },
  "awaiting-correction": { correct: "accepted", withdraw: "withdrawn" },
  accepted: { "return-for-correction": "awaiting-correction", examine: "examined", withdraw: "withdrawn" },
  examined: { "return-for-correction": "awaiting-correction", withdraw: "withdrawn" },
  "awaiting-transmittal": {},
  transmitted: {},
  rejected: { close: "closed" },
  returned: { correct: "accepted", withdraw: "withdrawn" },
  amended: { close: "closed" },
  closed: {},
  withdrawn: {},
};

const [person] = applicants(1);
if (!person) throw new Error("nobody");
const body = acquisitionOf(person);
const bodies: Record<(typeof actions)[number], object> = {
  accept: { action: "accept" },
  "return-for-correction": { action: "return-for-correction", note: "旅券の写しを確かめてください" },
  correct: { action: "correct", filing: body },
  examine: { action: "examine" },
  withdraw: { action: "withdraw", note: "本人の申出" },
  close: { action: "close" },
};

type Counter = ReturnType<typeof openCounter>;

const filed = async (counter: Counter, over: object = {}) =>
  (await counter.file("acquisition", { ...body, ...over })).body.filingId;
const examined = async (counter: Counter) => {
  const id = await filed(counter);
  await counter.examine(id);
  return id;
};
const settled = (result: "approved" | "rejected" | "returned" | "amended") => async (counter: Counter) => {
  const filingId = await examined(counter);
  await counter.send();
  const amendedOn = result === "amended" ? { amendedOn: body.eventOn as never } : {};
  await counter.importFile(
    resultsFile([{ basicPensionNumber: person.basicPensionNumber ?? "", filingId, result, ...amendedOn }]),
  );
  return filingId;
};

/** How a filing gets into each status. */
const into: Record<string, (counter: Counter) => Promise<string>> = {
  received: (counter) => filed(counter, { intake: "receive" }),
  "awaiting-correction": (counter) => filed(counter, { documents: [] }),
  accepted: (counter) => filed(counter),
  examined,
  "awaiting-transmittal": async (counter) => {
    const id = await examined(counter);
    await counter.drive();
    return id;
  },
  transmitted: async (counter) => {
    const id = await examined(counter);
    await counter.send();
    return id;
  },
  rejected: settled("rejected"),
  returned: settled("returned"),
  amended: settled("amended"),
  closed: settled("approved"),
  withdrawn: async (counter) => {
    const id = await filed(counter);
    await counter.act(id, bodies.withdraw);
    return id;
  },
};

/** 審査済 is closed only where nothing is reported; what still has to be says so. */
const awaitsReport = (status: string, action: string) => status === "examined" && action === "close";
const refusalOf = (status: string, action: string) =>
  awaitsReport(status, action) ? "still-to-be-reported" : "wrong-status";
const trailOf = (status: string, action: string) =>
  awaitsReport(status, action) ? "transition-refused" : "wrong-status";

describe.each(Object.keys(leads))("a 届出 that is %s", (status) => {
  for (const action of actions) {
    const to = leads[status]?.[action];
    const roles: readonly Role[] = ["clerk", "examiner"];

    if (to)
      it(`${action} leads to ${to}`, async () => {
        const counter = openCounter();
        const id = await into[status]?.(counter);
        expect(await counter.statusOf(id ?? "")).toBe(status);
        const done = await counter.act(id ?? "", bodies[action], "examiner-9", roles);
        expect(done).toMatchObject({ status: 200, body: { status: to } });
        expect(await counter.statusOf(id ?? "")).toBe(to);
      });
    else
      it(`${action} is refused and stores nothing but that it was asked`, async () => {
        const counter = openCounter();
        const id = await into[status]?.(counter);
        expect(await counter.statusOf(id ?? "")).toBe(status);
        const before = counter.stored();
        const asked = counter.trail().length;
        const done = await counter.act(id ?? "", bodies[action], "examiner-9", roles);
        expect(done).toMatchObject({
          status: 409,
          body: { code: "transition-refused", errors: [{ code: refusalOf(status, action), pointer: "/action" }] },
        });
        expect(counter.stored()).toEqual(before);
        expect(counter.trail().slice(asked)).toMatchObject([
          { action: "actOnFiling", object: id, result: "refused", codes: [action, trailOf(status, action)] },
        ]);
      });
  }
});

describe("the way to 日本年金機構", () => {
  const counter = openCounter();

  it("an unknown action is no action, whatever the filing", async () => {
    const id = await filed(counter);
    const done = await counter.act(id, { action: "collect" }, "examiner-9", ["clerk", "examiner"]);
    expect(done).toMatchObject({ status: 400, body: { code: "invalid-content", errors: [{ pointer: "/action" }] } });
  });

  it("an action on a filing that does not exist finds nothing", async () => {
    const done = await counter.act("20261120-000000", { action: "examine" }, "examiner-9", ["examiner"]);
    expect(done).toMatchObject({ status: 404, body: { code: "not-found" } });
  });
});
