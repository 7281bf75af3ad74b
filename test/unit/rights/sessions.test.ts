import { describe, expect, it } from "vitest";
import { identifyBy } from "../../../functions/identify.ts";
import type { OfficerId } from "../../../shared/domain/ids.ts";
import { openSignedInOffice } from "../../support/signed-in.ts";

const code = ({ status, body }: { status: number; body: { code?: string } }) => [status, body.code ?? "works"];

const opened = async () => {
  const office = openSignedInOffice();
  await office.grant("clerk-1", "clerk");
  const logins = () => office.trail().filter(({ officer, action }) => officer === "clerk-1" && action === "login");
  const refusals = () => office.trail().filter(({ officer, result }) => officer === "clerk-1" && result === "refused");
  return { ...office, logins, refusals };
};

describe("a session", () => {
  it("begins with its first call, and the trail says so once", async () => {
    const office = await opened();
    await Promise.all([1, 2, 3].map(() => office.get("clerk-1", "/v1/filings")));
    await office.get("clerk-1", "/v1/filings");
    expect(office.logins()).toMatchObject([
      {
        kind: "login",
        terminal: "t-clerk-1",
        session: "clerk-1-2026-11-23",
        department: "pension",
        codes: [],
        roles: ["clerk"],
      },
    ]);
  });

  it.each([
    ["another terminal", { claims: { terminal: "t-99" } }, "other-terminal"],
    ["another address", { address: "10.0.0.99" }, "other-address"],
  ])("is refused at %s, and the entry says whose it is", async (_, seat, note) => {
    const office = await opened();
    expect(code(await office.get("clerk-1", "/v1/filings"))).toEqual([200, "works"]);
    expect(code(await office.get("clerk-1", "/v1/filings", seat))).toEqual([401, "session-elsewhere"]);
    expect(office.refusals()).toMatchObject([
      { action: "listFilings", codes: ["session-elsewhere", note], session: "clerk-1-2026-11-23" },
    ]);
    expect(code(await office.get("clerk-1", "/v1/filings"))).toEqual([200, "works"]);
  });

  it("of one officer is of no use to another", async () => {
    const office = await opened();
    await office.grant("clerk-2", "clerk");
    await office.get("clerk-1", "/v1/filings");
    const borrowed = { claims: { sid: "clerk-1-2026-11-23", terminal: "t-clerk-1" } };
    expect(code(await office.get("clerk-2", "/v1/filings", borrowed))).toEqual([401, "session-elsewhere"]);
  });

  it("is over ten hours after the factors were shown, however fresh the token", async () => {
    const office = await opened();
    const claims = { auth_time: Date.parse("2026-11-23T01:00:00.000Z") / 1000, sid: "long-day" };
    office.move("2026-11-23T10:59:59.000Z");
    expect(code(await office.get("clerk-1", "/v1/filings", { claims }))).toEqual([200, "works"]);
    office.move("2026-11-23T11:00:00.000Z");
    expect(code(await office.get("clerk-1", "/v1/filings", { claims }))).toEqual([401, "session-ended"]);
    expect(office.refusals().at(-1)).toMatchObject({ codes: ["session-ended", "too-old"] });
  });

  it("of factors shown in the future is nobody's", async () => {
    const office = await opened();
    const claims = { auth_time: Date.parse("2026-11-23T01:01:01.000Z") / 1000 };
    expect(code(await office.get("clerk-1", "/v1/filings", { claims }))).toEqual([401, "no-token"]);
  });

  it("that was signed out of is over for good, and its terminal free", async () => {
    const office = await opened();
    await office.get("clerk-1", "/v1/filings");
    expect((await office.post("clerk-1", "/v1/session/ending")).status).toBe(200);
    expect(code(await office.get("clerk-1", "/v1/filings"))).toEqual([401, "session-ended"]);
    const claims = { sid: "the-next", terminal: "t-77" };
    expect(code(await office.get("clerk-1", "/v1/filings", { claims }))).toEqual([200, "works"]);
    expect(office.logins().map(({ codes }) => codes)).toEqual([[], []]);
  });

  it("beside another one at another terminal is let in and marked as 同時ログイン", async () => {
    const office = await opened();
    await office.get("clerk-1", "/v1/filings");
    const seat = (sid: string, terminal: string) => ({ claims: { sid, terminal } });
    await office.get("clerk-1", "/v1/filings", seat("same-terminal", "t-clerk-1"));
    await office.get("clerk-1", "/v1/filings", seat("second", "t-2"));
    await office.post("clerk-1", "/v1/session/ending", {}, seat("second", "t-2"));
    await office.get("clerk-1", "/v1/filings", seat("third", "t-3"));
    expect(office.logins().map(({ codes }) => codes)).toEqual([[], [], ["concurrent-session"], ["concurrent-session"]]);
  });

  it("of yesterday does not make today's a second one", async () => {
    const office = await opened();
    await office.get("clerk-1", "/v1/filings");
    office.move("2026-11-24T01:00:00.000Z");
    await office.get("clerk-1", "/v1/filings", { claims: { terminal: "t-2" } });
    expect(office.logins().map(({ codes }) => codes)).toEqual([[], []]);
  });

  it("tells a console whose it is, until when, and what they may do", async () => {
    const office = await opened();
    expect((await office.get("clerk-1", "/v1/session", { claims: { counter: "north" } })).body).toMatchObject({
      officer: "clerk-1",
      department: "pension",
      departmentLabel: "国保年金課 年金担当",
      roles: ["clerk"],
      roleLabels: ["窓口"],
      counter: "north",
      terminal: "t-clerk-1",
      startedAt: "2026-11-23T01:00:00.000Z",
      endsAt: "2026-11-23T11:00:00.000Z",
      idleSeconds: 600,
      actions: expect.arrayContaining(["listFilings", "showSession", "endSession"]),
    });
    expect((await office.get("clerk-1", "/v1/session")).body.actions).not.toContain("decideRun");
  });
});

describe("who is let in", () => {
  it("is nobody with one factor, and the entry names who tried", async () => {
    const office = await opened();
    for (const amr of [["pwd"], ["pwd", "pin"], []])
      expect(code(await office.get("clerk-1", "/v1/filings", { claims: { amr } }))).toEqual([401, "no-token"]);
    expect(office.refusals()).toHaveLength(3);
    expect(office.refusals()[0]).toMatchObject({ codes: ["no-token", "one-factor"], roles: [], terminal: "t-clerk-1" });
    expect(office.logins()).toEqual([]);
  });

  it("is no genuine person without a right, and the entry names them; no session begins", async () => {
    const office = openSignedInOffice();
    expect(code(await office.get("visitor-1", "/v1/filings"))).toEqual([403, "no-rights"]);
    expect(office.trail()).toMatchObject([
      { officer: "visitor-1", codes: ["no-rights"], result: "refused", roles: [] },
    ]);
    expect(office.database.dump("sessions")).toEqual([]);
  });

  it("does nothing with a token whose signature is another's, though what it claims was read ahead", async () => {
    const office = await opened();
    const before = office.database.dump("sessions");
    const token = await office.tokenOf("clerk-1");
    const forged = `${token.slice(0, token.lastIndexOf("."))}.${"A".repeat(86)}`;
    const answer = await office.ask("GET", "/v1/filings", { token: `Bearer ${forged}` });
    expect(code(answer)).toEqual([401, "no-token"]);
    expect(office.trail().at(-1)).toMatchObject({ officer: "unknown", codes: ["no-token"] });
    expect(office.database.dump("sessions")).toEqual(before);
  });

  it("is a linked system by its own right alone: no person with its right, no system with a person's", async () => {
    const office = openSignedInOffice();
    await office.appointSteward();
    const more = { department: "linked-system", system: "resident-registry" } as const;
    await office.grant("registry-1", "system", more);
    const system = { claims: { client_id: "registry-1", amr: undefined, sid: undefined, auth_time: undefined } };
    const changes = (seat: object) => office.post("registry-1", "/v1/residents/changes", { changes: [] }, seat);
    expect((await changes(system)).body.code).toBe("invalid-content");
    expect(office.trail().at(-1)).toMatchObject({ officer: "registry-1", roles: ["system"], session: null });
    expect(code(await changes({}))).toEqual([403, "no-rights"]);
    await office.grant("clerk-1", "examiner");
    const asSystem = { claims: { ...system.claims, client_id: "clerk-1" } };
    expect(code(await office.get("clerk-1", "/v1/filings", asSystem))).toEqual([403, "no-rights"]);
    expect(office.database.dump("sessions").some(({ pk }) => pk.includes("registry-1"))).toBe(false);
  });

  it("is nobody when what was read ahead is not what the verified token is about", async () => {
    const office = await opened();
    const person = await office.tokenOf("clerk-1");
    const identify = identifyBy({
      authenticate: async () => ({
        kind: "person",
        officer: "clerk-1" as OfficerId,
        department: "pension",
        counter: "",
        terminal: "t-clerk-1",
        session: "another",
        authenticatedAt: 0,
      }),
      database: office.database,
      clock: office.clock,
      random: () => new Uint8Array(16),
      sessionMinutes: 600,
      firstHeads: [],
    });
    const approach = { address: "10.0.0.1", correlationId: "test" };
    expect(await identify({ ...approach, authorization: `Bearer ${person}` })).toMatchObject({ refused: "no-token" });
    const other = await office.tokenOf("clerk-2", { claims: { sid: "another" } });
    expect(await identify({ ...approach, authorization: `Bearer ${other}` })).toMatchObject({ refused: "no-token" });
  });

  it("costs one read for whoever is signed in already", async () => {
    const office = await opened();
    await office.get("clerk-1", "/v1/session");
    const { reads, writes } = office.database.calls;
    await office.get("clerk-1", "/v1/nothing-here");
    // One read for token, session and rights together; one write for the entry of the refusal.
    expect([office.database.calls.reads - reads, office.database.calls.writes - writes]).toEqual([1, 1]);
  });
});
