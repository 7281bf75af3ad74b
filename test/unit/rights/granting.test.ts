import { describe, expect, it } from "vitest";
import type { Role } from "../../../shared/domain/roles.ts";
import { applicant } from "../../support/people.ts";
import { head, openSignedInOffice, otherHead, policyHead } from "../../support/signed-in.ts";

type Asked = { duty?: Role; system?: string; from?: string; until?: string; temporary?: string };

const district = { department: "district-office" } as const;

describe("a right", () => {
  it("is asked for, approved by another 所属長, and then opens what its duty may do, and nothing else", async () => {
    const office = openSignedInOffice();
    expect((await office.get("clerk-1", "/v1/filings")).body.code).toBe("no-rights");
    const right = await office.grant("clerk-1", "clerk");
    expect(right).toMatchObject({
      officer: "clerk-1",
      duty: "clerk",
      department: "pension",
      requestedBy: head,
      decidedBy: otherHead,
      confirmedOn: "2026-11-23",
      reviewBy: "2027-04-30",
      state: "in-force",
      lastUsedAt: null,
    });
    expect((await office.get("clerk-1", "/v1/filings")).status).toBe(200);
    expect(await office.post("clerk-1", "/v1/transmittals")).toMatchObject({
      status: 403,
      body: { code: "not-allowed" },
    });
  });

  it("does not come from a role that the token claims", async () => {
    const office = openSignedInOffice();
    await office.grant("clerk-1", "clerk");
    const claims = { roles: ["manager", "head", "auditor"] };
    expect((await office.post("clerk-1", "/v1/transmittals", {}, { claims })).body.code).toBe("not-allowed");
    expect((await office.get("clerk-1", "/v1/session", { claims })).body.roles).toEqual(["clerk"]);
  });

  it("is decided neither by who asked for it nor by whose it would be", async () => {
    const office = openSignedInOffice();
    const { requestId } = (await office.request(head, "clerk-1", "clerk")).body;
    expect(await office.decide(head, requestId)).toMatchObject({ status: 403, body: { code: "own-right" } });
    const own = (await office.request(otherHead, head, "examiner")).body;
    expect(await office.decide(head, own.requestId)).toMatchObject({ status: 403, body: { code: "own-right" } });
    expect((await office.get("clerk-1", "/v1/filings")).body.code).toBe("no-rights");
  });

  it("is decided by no one who is not 所属長, whatever else they are", async () => {
    const office = openSignedInOffice();
    await office.appointSteward();
    await office.grant("manager-1", "manager");
    const { requestId } = (await office.request(head, "clerk-1", "clerk")).body;
    for (const [officer, seat] of [
      ["manager-1", {}],
      ["steward-of-tests", { department: "information-policy" }],
    ] as const)
      expect((await office.decide(officer, requestId, { decision: "approve" }, seat)).body.code).toBe("not-allowed");
  });

  it("is decided by the 所属長 of its department or of the one above, and by no other", async () => {
    const office = openSignedInOffice();
    const asked = await office.request(head, "clerk-1", "clerk");
    expect((await office.decide(policyHead, asked.body.requestId)).body.code).toBe("not-allowed");
    await office.appointSteward();
    await office.grant("head-district", "head", district);
    const theirs = await office.request("head-district", "district-1", "clerk", district, district);
    expect(theirs.status).toBe(201);
    expect((await office.decide(policyHead, theirs.body.requestId)).body.code).toBe("not-allowed");
    const pension = await office.request(head, "clerk-2", "clerk");
    const tried = await office.decide("head-district", pension.body.requestId, { decision: "approve" }, district);
    expect(tried.body.code).toBe("not-allowed");
    expect((await office.decide(head, theirs.body.requestId)).status).toBe(200);
  });

  it("is asked for in one's own department, anywhere by 利用者管理 alone", async () => {
    const office = openSignedInOffice();
    await office.grant("clerk-1", "clerk");
    expect((await office.request("clerk-1", "clerk-1", "examiner")).status).toBe(201);
    const audit = { department: "audit" } as const;
    expect((await office.request("clerk-1", "clerk-1", "auditor", audit)).body.code).toBe("not-allowed");
    expect((await office.request(head, "auditor-1", "auditor", audit)).body.code).toBe("not-allowed");
    await office.appointSteward();
    const seat = { department: "information-policy" } as const;
    expect((await office.request("steward-of-tests", "auditor-1", "auditor", audit, seat)).status).toBe(201);
  });

  it("is refused with a reason, which the ledger keeps", async () => {
    const office = openSignedInOffice();
    const { requestId } = (await office.request(head, "clerk-1", "clerk")).body;
    const refused = await office.decide(otherHead, requestId, { decision: "refuse", reason: "担当の予定がない" });
    expect(refused).toMatchObject({ status: 200, body: { right: null } });
    expect((await office.decide(otherHead, requestId)).body.code).toBe("already-decided");
    expect((await office.get("clerk-1", "/v1/filings")).body.code).toBe("no-rights");
    const { history } = (await office.get(head, "/v1/officers/clerk-1")).body;
    expect(history.at(-1)).toMatchObject({
      kind: "refused",
      number: requestId,
      reason: "担当の予定がない",
      by: otherHead,
    });
  });

  it("is not approved any more when its days are over, but may still be refused", async () => {
    const office = openSignedInOffice();
    const { requestId } = (await office.request(head, "clerk-1", "clerk", { until: "2026-11-30" })).body;
    office.move("2026-12-01T00:00:00.000Z");
    expect((await office.decide(otherHead, requestId)).body.code).toBe("right-ended");
    const refused = await office.decide(otherHead, requestId, { decision: "refuse", reason: "期間が過ぎた" });
    expect(refused.status).toBe(200);
  });

  it("that two 所属長 decide at once is decided once", async () => {
    const office = openSignedInOffice();
    await office.grant("head-pension-3", "head");
    await office.get("head-pension-3", "/v1/session");
    await office.get(otherHead, "/v1/session");
    const { requestId } = (await office.request(head, "clerk-1", "clerk")).body;
    const answers = await Promise.all([
      office.decide(otherHead, requestId),
      office.decide("head-pension-3", requestId, { decision: "refuse", reason: "担当の予定がない" }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const { history } = (await office.get(head, "/v1/officers/clerk-1")).body;
    expect(history.map(({ kind }: { kind: string }) => kind)).toHaveLength(2);
  });
});

describe("what cannot even be asked for", () => {
  it.each([
    ["a duty of another department", { duty: "auditor" as const }, "duty-not-of-department"],
    ["the duty of a system, for a person", { system: "tax" }, "system-of-a-person"],
    ["a day that is over", { from: "2026-11-22" }, "already-past"],
    ["a beginning more than three months ahead", { from: "2027-02-24" }, "too-far-ahead"],
    ["an end before the beginning", { until: "2026-11-22" }, "ends-before-it-begins"],
    ["more than the third 年度", { until: "2029-04-01" }, "lasts-too-long"],
    [
      "a temporary right of more than three months",
      { until: "2027-02-23", temporary: "繁忙期の応援" },
      "lasts-too-long",
    ],
  ])("%s", async (_, more, code) => {
    const office = openSignedInOffice();
    const { duty = "clerk", ...rest }: Asked = more;
    const answer = await office.request(head, "clerk-1", duty, rest);
    expect([answer.status, answer.body.errors.map((fault: { code: string }) => fault.code)]).toEqual([400, [code]]);
  });

  it("a reason that holds a number of somebody, however it is written", async () => {
    const office = openSignedInOffice();
    for (const temporary of ["窓口 123456789012 の件", "1234-5678-9012", "１２３４ ５６７８ ９０１２"]) {
      const answer = await office.request(head, "clerk-1", "clerk", { temporary, until: "2026-12-31" });
      expect(answer).toMatchObject({ status: 400, body: { errors: [{ pointer: "/temporary" }] } });
    }
  });

  it("a right for somebody's number, typed where an id belongs; nothing of it is stored", async () => {
    const office = openSignedInOffice();
    const { individualNumber = "" } = applicant();
    const answer = await office.request(head, individualNumber, "clerk");
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ pointer: "/officer" }] } });
    expect(JSON.stringify([office.database.dump(), office.log.lines, answer])).not.toContain(individualNumber);
  });

  it("the last days that may be asked for are taken", async () => {
    const office = openSignedInOffice();
    expect((await office.request(head, "clerk-1", "clerk", { until: "2029-03-31" })).status).toBe(201);
    const busy = { from: "2027-02-23", until: "2027-05-22", temporary: "繁忙期の応援" };
    expect((await office.request(head, "clerk-1", "examiner", busy)).status).toBe(201);
  });

  it("one id for a person and a system, or for two systems", async () => {
    const office = openSignedInOffice();
    await office.appointSteward();
    const seat = { department: "information-policy" } as const;
    const system = (officer: string, name: string) =>
      office.request("steward-of-tests", officer, "system", { department: "linked-system", system: name }, seat);
    await office.grant("clerk-1", "clerk");
    const fault = { status: 400, body: { errors: [{ code: "account-of-another-kind", pointer: "/officer" }] } };
    expect(await system("clerk-1", "tax")).toMatchObject(fault);
    expect((await system("tax-1", "tax")).status).toBe(201);
    expect(await system("tax-1", "resident-registry")).toMatchObject(fault);
    expect(await office.request(head, "tax-1", "clerk")).toMatchObject(fault);
  });
});
