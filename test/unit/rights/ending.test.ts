import { describe, expect, it } from "vitest";
import { head, openSignedInOffice, otherHead, policyHead } from "../../support/signed-in.ts";

const nine = (day: string) => `${day}T00:00:00.000Z`;
type Office = ReturnType<typeof openSignedInOffice>;
const mayWork = async (office: Office, officer = "clerk-1", seat = {}) =>
  (await office.get(officer, "/v1/filings", seat)).body.code ?? "works";

describe("a right is in force", () => {
  it("from its first day to its last, in Japan's days", async () => {
    const office = openSignedInOffice();
    await office.grant("clerk-1", "clerk", { from: "2026-12-01", until: "2026-12-10" });
    office.move("2026-11-30T14:59:59.999Z");
    expect(await mayWork(office)).toBe("no-rights");
    office.move("2026-11-30T15:00:00.000Z");
    expect(await mayWork(office)).toBe("works");
    office.move("2026-12-10T14:59:59.999Z");
    expect(await mayWork(office)).toBe("works");
    office.move("2026-12-10T15:00:00.000Z");
    expect(await mayWork(office)).toBe("no-rights");
  });

  it("as long as the identity provider places the officer in its department: a transfer told there alone stops it", async () => {
    const office = openSignedInOffice();
    await office.grant("clerk-1", "clerk");
    expect(await mayWork(office)).toBe("works");
    expect(await mayWork(office, "clerk-1", { department: "district-office" })).toBe("no-rights");
  });

  it("until it is ended, and then not for one call more", async () => {
    const office = openSignedInOffice();
    const { rightId } = await office.grant("clerk-1", "clerk");
    expect(await mayWork(office)).toBe("works");
    const path = `/v1/rights/${rightId}/ending`;
    expect(await office.post(head, path, { cause: "no-longer-needed" })).toMatchObject({
      status: 200,
      body: { state: "ended", ended: { by: head, causeLabel: "担当でなくなった" } },
    });
    expect(await mayWork(office)).toBe("no-rights");
    expect((await office.post(head, path, { cause: "withdrawn" })).body.code).toBe("right-ended");
  });

  it("which a 所属長 without a say over it cannot end", async () => {
    const office = openSignedInOffice();
    const { rightId } = await office.grant("clerk-1", "clerk");
    const answer = await office.post(policyHead, `/v1/rights/${rightId}/ending`, { cause: "withdrawn" });
    expect(answer.body.code).toBe("not-allowed");
    expect(await mayWork(office)).toBe("works");
  });
});

describe("異動・退職", () => {
  it("ends every right at once, and what was still asked for", async () => {
    const office = openSignedInOffice();
    await office.appointSteward();
    await office.grant("clerk-1", "clerk");
    await office.grant("clerk-1", "examiner");
    const { requestId } = (await office.request(head, "clerk-1", "manager")).body;
    const seat = { department: "information-policy" } as const;
    const left = await office.post("steward-of-tests", "/v1/officers/clerk-1/ending", { cause: "transfer" }, seat);
    expect(left.body.rights.map((right: { state: string }) => right.state)).toEqual(["ended", "ended"]);
    expect(left.body.requests).toEqual([]);
    expect(await mayWork(office)).toBe("no-rights");
    expect((await office.decide(otherHead, requestId)).body.code).toBe("already-decided");
    expect((await office.post(head, "/v1/officers/clerk-1/ending", { cause: "leaving" })).body.code).toBe(
      "right-ended",
    );
  });

  it("leaves room for what is granted after it", async () => {
    const office = openSignedInOffice();
    await office.grant("clerk-1", "clerk");
    await office.post(head, "/v1/officers/clerk-1/ending", { cause: "transfer" });
    await office.grant("clerk-1", "clerk");
    expect(await mayWork(office)).toBe("works");
  });

  it("ends a 所属長 by configuration too", async () => {
    const office = openSignedInOffice();
    expect((await office.get(otherHead, "/v1/rights")).status).toBe(200);
    expect((await office.post(head, `/v1/officers/${otherHead}/ending`, { cause: "leaving" })).status).toBe(200);
    expect((await office.get(otherHead, "/v1/rights")).body.code).toBe("no-rights");
    const { firstHeads } = (await office.get(head, "/v1/rights", { query: { department: "pension" } })).body;
    expect(firstHeads).toEqual([{ officer: head, department: "pension", departmentLabel: "国保年金課 年金担当" }]);
  });

  it("of somebody nobody knows is not found, of somebody of another department not allowed", async () => {
    const office = openSignedInOffice();
    await office.grant("clerk-1", "clerk");
    expect((await office.post(head, "/v1/officers/nobody-1/ending", { cause: "leaving" })).status).toBe(404);
    expect((await office.post(policyHead, "/v1/officers/clerk-1/ending", { cause: "leaving" })).body.code).toBe(
      "not-allowed",
    );
  });
});

describe("半年ごとの点検", () => {
  const due = async (office: Office) =>
    (await office.get(head, "/v1/rights", { query: { department: "pension", review: "due" } })).body.rights.map(
      (right: { officer: string }) => right.officer,
    );

  it("lists what has still to be confirmed; what is confirmed goes on, what is not ends after the first month", async () => {
    const office = openSignedInOffice();
    const kept = await office.grant("clerk-1", "clerk", { until: "2028-03-31" });
    await office.grant("clerk-2", "clerk", { until: "2028-03-31" });
    expect(await due(office)).toEqual([]);
    office.move(nine("2027-04-01"));
    expect(await due(office)).toEqual(["clerk-1", "clerk-2"]);
    expect((await office.post(otherHead, `/v1/rights/${kept.rightId}/confirmation`)).body).toMatchObject({
      confirmedOn: "2027-04-01",
      confirmedBy: otherHead,
      reviewBy: "2027-10-31",
    });
    office.move(nine("2027-04-30"));
    expect([await mayWork(office, "clerk-1"), await mayWork(office, "clerk-2")]).toEqual(["works", "works"]);
    expect(await due(office)).toEqual(["clerk-2"]);
    office.move(nine("2027-05-01"));
    expect([await mayWork(office, "clerk-1"), await mayWork(office, "clerk-2")]).toEqual(["works", "no-rights"]);
    expect(await due(office)).toEqual([]);
  });

  it("brings nothing back: what nobody confirmed is asked for anew", async () => {
    const office = openSignedInOffice();
    const { rightId } = await office.grant("clerk-1", "clerk", { until: "2029-03-31" });
    for (const day of ["2027-05-01", "2027-10-15", "2028-04-15"]) {
      office.move(nine(day));
      expect(await mayWork(office)).toBe("no-rights");
      expect((await office.post(otherHead, `/v1/rights/${rightId}/confirmation`)).body.code).toBe("right-ended");
    }
  });

  it("is done neither by whose right it is nor by who asked for it", async () => {
    const office = openSignedInOffice();
    const own = await office.grant("head-pension-3", "head");
    const path = `/v1/rights/${own.rightId}/confirmation`;
    expect((await office.post("head-pension-3", path)).body.code).toBe("own-right");
    expect((await office.post(head, path)).body.code).toBe("own-right");
    expect((await office.post(policyHead, path)).status).toBe(200);
  });

  it("does not touch a 所属長 by configuration, or the ward would lock itself out", async () => {
    const office = openSignedInOffice();
    office.move(nine("2031-12-01"));
    expect((await office.get(head, "/v1/rights")).status).toBe(200);
  });
});
