import { describe, expect, it } from "vitest";
import { auditEntry } from "../../../shared/audit/entry.ts";
import type { OfficerId } from "../../../shared/domain/ids.ts";
import { foldRights } from "../../../shared/domain/rights.ts";
import { entriesOf, findOfficer } from "../../../shared/stores/rights.ts";
import { traceWrites } from "../../../shared/stores/traces.ts";
import { bodies, successes } from "../../../tools/openapi/answers.ts";
import type { Answer } from "../../support/office.ts";
import { applicant } from "../../support/people.ts";
import { head, openSignedInOffice, otherHead, policyHead } from "../../support/signed-in.ts";

const steward = "steward-of-tests";
const seat = { department: "information-policy" } as const;

describe("the register of rights", () => {
  it("shows who has what and when each right was last used, by what the right permits", async () => {
    const office = openSignedInOffice();
    await office.grant("clerk-1", "clerk");
    await office.grant("clerk-1", "manager");
    office.move("2026-11-24T01:00:00.000Z");
    await office.get("clerk-1", "/v1/filings");
    office.move("2026-11-24T02:00:00.000Z");
    await office.get("clerk-1", "/v1/transmittals");
    // As the hour's digest does once the hour is over.
    for (const entry of office.trail()) await office.database.transact(traceWrites(auditEntry.parse(entry)));
    const { rights } = (await office.get(head, "/v1/rights", { query: { department: "pension" } })).body;
    const used = rights.map(({ duty, lastUsedAt }: { duty: string; lastUsedAt: string }) => [duty, lastUsedAt]);
    expect(used).toEqual([
      ["clerk", "2026-11-24T01:00:00.000Z"],
      ["manager", "2026-11-24T02:00:00.000Z"],
    ]);
  });

  it("does not count as use of a right what was done before it was granted", async () => {
    const office = openSignedInOffice();
    const { rightId } = await office.grant("clerk-1", "clerk");
    await office.get("clerk-1", "/v1/filings");
    for (const entry of office.trail()) await office.database.transact(traceWrites(auditEntry.parse(entry)));
    await office.post(head, `/v1/rights/${rightId}/ending`, { cause: "no-longer-needed" });
    office.move("2026-11-25T01:00:00.000Z");
    await office.grant("clerk-1", "clerk");
    const { rights } = (await office.get(head, "/v1/officers/clerk-1")).body;
    const uses = rights.map(({ lastUsedAt }: { lastUsedAt: string | null }) => lastUsedAt);
    expect(uses).toEqual(["2026-11-23T01:00:00.000Z", null]);
  });

  it("shows a 所属長 the departments they have a say over, 利用者管理 and 監査人 all of them", async () => {
    const office = openSignedInOffice();
    await office.appointSteward();
    await office.grant("auditor-1", "auditor", { department: "audit" });
    await office.grant("district-1", "clerk", { department: "district-office" });
    const officersFor = async (who: string, department?: "information-policy" | "audit") =>
      (await office.get(who, "/v1/rights", department ? { department } : {})).body.rights.map(
        ({ officer }: { officer: string }) => officer,
      );
    expect(await officersFor(head)).toEqual(["district-1", steward]);
    expect(await officersFor("auditor-1", "audit")).toEqual(["district-1", steward, "auditor-1"]);
    expect(await officersFor(steward, "information-policy")).toEqual(["district-1", steward, "auditor-1"]);
    const other = await office.get(head, "/v1/rights", { query: { department: "audit" } });
    expect(other).toMatchObject({ status: 403, body: { code: "not-allowed" } });
    expect((await office.get(head, "/v1/officers/auditor-1")).body.code).toBe("not-allowed");
  });

  it("keeps every step of an officer's rights, oldest first, and what they come to is what is acted on", async () => {
    const office = openSignedInOffice();
    const right = await office.grant("clerk-1", "clerk", { until: "2026-12-31", temporary: "繁忙期の応援" });
    await office.post(otherHead, `/v1/rights/${right.rightId}/confirmation`);
    await office.post(head, `/v1/rights/${right.rightId}/ending`, { cause: "no-longer-needed" });
    await office.request(head, "clerk-1", "examiner");
    await office.post(head, "/v1/officers/clerk-1/ending", { cause: "leaving" });
    const { history, leftAt } = (await office.get(head, "/v1/officers/clerk-1")).body;
    const lines = history.map((line: Record<string, unknown>) => [line.kindLabel, line.by, line.causeLabel]);
    expect(lines).toEqual([
      ["申請", head, null],
      ["承認", otherHead, null],
      ["点検で確認", otherHead, null],
      ["終了", head, "担当でなくなった"],
      ["申請", head, null],
      ["すべて終了", head, "退職"],
    ]);
    expect(leftAt).toBe("2026-11-23T01:00:00.000Z");
    const { standing } = await findOfficer(office.database, "clerk-1" as OfficerId);
    expect(standing).toEqual(foldRights(await entriesOf(office.database, "clerk-1" as OfficerId)));
  });

  it("leaves an entry in the trail for each step, with the officer it is about", async () => {
    const office = openSignedInOffice();
    const { rightId, requestId } = await office.grant("clerk-1", "clerk");
    await office.post(otherHead, `/v1/rights/${rightId}/confirmation`);
    await office.post(head, `/v1/rights/${rightId}/ending`, { cause: "transfer" });
    const entries = office.trail().filter(({ object }) => object === "clerk-1");
    expect(entries.map(({ action, kind, officer, codes }) => [action, kind, officer, codes])).toEqual([
      ["requestRight", "rights", head, ["clerk", requestId]],
      ["decideRight", "approval", otherHead, ["approve", "clerk", requestId, rightId]],
      ["confirmRight", "approval", otherHead, ["confirm", "clerk", rightId]],
      ["endRight", "rights", head, ["end", "transfer", "clerk", rightId]],
    ]);
  });
});

describe("an officer's own record and namesakes", () => {
  it("are kept as pseudonyms: neither the 宛名番号 nor the surname is stored, shown or left in the trail", async () => {
    const office = openSignedInOffice();
    const { atenaNumber } = applicant();
    const surnameKana = "カクウ";
    await office.appointSteward();
    await office.grant("clerk-1", "clerk");
    const told = await office.post(steward, "/v1/officers/clerk-1/identity", { atenaNumber, surnameKana }, seat);
    expect(told).toMatchObject({ status: 200, body: { officer: "clerk-1", identified: true } });
    const { standing } = await findOfficer(office.database, "clerk-1" as OfficerId);
    expect(standing.identity).toEqual({
      subject: expect.stringMatching(/^[\w-]{27}$/),
      surname: expect.stringMatching(/^[\w-]{27}$/),
    });
    const seen = (await office.get(head, "/v1/officers/clerk-1")).body;
    expect(seen.identified).toBe(true);
    const everything = JSON.stringify([office.database.dump(), office.log.lines, seen]);
    expect(everything.includes(atenaNumber) || everything.includes(surnameKana)).toBe(false);
    expect(JSON.stringify(seen)).not.toContain(standing.identity?.subject);
  });

  it("are told by 利用者管理, but not of themselves", async () => {
    const office = openSignedInOffice();
    await office.appointSteward();
    const own = await office.post(steward, `/v1/officers/${steward}/identity`, { surnameKana: "カクウ" }, seat);
    expect(own.body.code).toBe("own-right");
    expect((await office.post(head, "/v1/officers/clerk-1/identity", { surnameKana: "カクウ" })).body.code).toBe(
      "not-allowed",
    );
  });
});

describe("the answers about rights that docs/openapi.json describes", () => {
  it("are the answers the office gives, field by field", async () => {
    const office = openSignedInOffice();
    await office.appointSteward();
    const asked = await office.request(head, "clerk-1", "clerk");
    const decided = await office.decide(otherHead, asked.body.requestId);
    const path = `/v1/rights/${decided.body.right.rightId}`;
    const refusing = { decision: "refuse", reason: "担当の予定がない" };
    const another = await office.request(head, "clerk-1", "examiner");
    const identity = { surnameKana: "カクウ" };
    const answers: [keyof typeof successes, Answer][] = [
      ["requestRight", asked],
      ["decideRight", decided],
      ["listRights", await office.get(head, "/v1/rights")],
      ["decideRight", await office.decide(otherHead, another.body.requestId, refusing)],
      ["confirmRight", await office.post(otherHead, `${path}/confirmation`)],
      ["showSession", await office.get("clerk-1", "/v1/session")],
      ["endSession", await office.post("clerk-1", "/v1/session/ending")],
      ["identifyOfficer", await office.post(steward, "/v1/officers/clerk-1/identity", identity, seat)],
      ["endRight", await office.post(head, `${path}/ending`, { cause: "withdrawn" })],
      ["showOfficer", await office.get(head, "/v1/officers/clerk-1")],
      ["endOfficer", await office.post(policyHead, `/v1/officers/${steward}/ending`, { cause: "leaving" })],
    ];
    for (const [operation, { status, body }] of answers) {
      const success = successes[operation][status];
      expect([operation, status, success !== undefined]).toEqual([operation, status, true]);
      if (success)
        expect([operation, bodies[success.body].safeParse(body).error?.issues]).toEqual([operation, undefined]);
    }
  });
});
