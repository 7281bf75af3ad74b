import { describe, expect, it } from "vitest";
import type { LedgerEvent } from "../../../shared/domain/ledger-events.ts";
import { plainDate, plainMonth } from "../../../shared/law/calendar.ts";
import { memoryDatabase } from "../../../shared/stores/memory-database.ts";
import { incomeOf, recordEvents, spouseOf } from "../../support/incomes.ts";
import { openOffice } from "../../support/office.ts";
import { acquisitionOf, applicant } from "../../support/people.ts";

const person = applicant();
const examiner = { as: "examiner-1", roles: ["examiner"] } as const;

const exempted = (
  type: Extract<LedgerEvent, { kind: "exempted" }>["type"],
  from: string,
  until: string,
): LedgerEvent => ({
  kind: "exempted",
  type,
  from: plainMonth(from),
  until: plainMonth(until),
  reason: "income",
});

const applied = (from: string, until: string): LedgerEvent => ({
  kind: "exemption-applied",
  on: plainDate("2026-11-20"),
  from: plainMonth(from),
  until: plainMonth(until),
  wish: [],
});

/** An office with one person on file, of whom `events` were recorded by the 届出 that put them there. */
const open = async (...events: readonly LedgerEvent[]) => {
  const database = memoryDatabase();
  const office = openOffice({ database });
  const filed = await office.ask("POST", "/v1/filings/acquisition", {
    key: "correction",
    body: acquisitionOf(person, { eventOn: "2024-04-01", filedOn: "2024-04-01" }),
  });
  const { filingId } = filed.body as { filingId: string };
  if (events.length > 0) await recordEvents({ database, master: office.master }, person, filingId, events);
  const send = async (income: number, over: object = {}) => {
    const body = { incomes: [incomeOf(person, income, { ...over })] };
    return (await office.ask("POST", "/v1/incomes", { as: "zei", roles: ["system"], system: "tax", body })).body
      .incomes[0];
  };
  const list = async (state = "open") =>
    (await office.ask("GET", "/v1/incomes/corrections", { query: { state } })).body.corrections;
  const decide = (id: string, decision: string, note = "税務課に確かめた") =>
    office.ask("POST", `/v1/incomes/corrections/${id}/decision`, { ...examiner, body: { decision, note } });
  return { ...office, database, filingId, send, list, decide };
};

describe("更正", () => {
  it("opens what was decided on the income before, with the criteria before and after, and changes nothing by itself", async () => {
    const office = await open(applied("2026-07", "2027-06"), exempted("full", "2026-07", "2027-06"));
    await office.send(500_000);
    for (const { correctionId } of await office.list()) await office.decide(correctionId, "keep");
    const ledger = office.database.dump("people");
    const { state, correctionId } = await office.send(900_000);
    expect(state).toBe("corrected");
    expect(await office.list()).toMatchObject([
      {
        correctionId,
        state: "open",
        stateLabel: "未処理",
        atenaNumber: person.atenaNumber,
        year: 2025,
        incomeVersion: 2,
        changed: [{ part: "insured" }],
        criteriaChanged: true,
        before: { exemption: "full", exemptionLabel: "全額免除の基準以下" },
        after: { exemption: "half", deferment: "over" },
        filings: [office.filingId],
        exemptions: [{ type: "full", typeLabel: "全額免除", from: "2026-07", until: "2027-06" }],
        note: "",
        decidedBy: null,
      },
    ]);
    expect(office.database.dump("people")).toEqual(ledger);
    const [row] = office.database.dump("incomes").filter(({ pk }) => pk === "REOPENED");
    expect(JSON.stringify({ ...row, sealed: null })).not.toContain("full");
  });

  it("is listed also where no criterion changes, and says so", async () => {
    const office = await open(exempted("full", "2026-07", "2027-06"));
    await office.send(500_000);
    await office.send(500_001);
    expect(await office.list()).toMatchObject([{ criteriaChanged: false, changed: [{ part: "insured" }] }]);
  });

  it.each([
    ["扶養の数", { insuredDependants: 1 }, "insured"],
    ["障害者/寡婦有無", { insuredCircumstance: "widow" }, "insured"],
    ["配偶者の有無", spouseOf(0), "spouse"],
  ])("of %s opens it too", async (_, over, part) => {
    const office = await open(exempted("full", "2026-07", "2027-06"));
    await office.send(0);
    await office.send(0, over);
    expect(await office.list()).toMatchObject([{ changed: [{ part }] }]);
  });

  it("of 継続審査該当表示 alone opens nothing, nor does the same content", async () => {
    const office = await open(exempted("full", "2026-07", "2027-06"));
    await office.send(0);
    expect(await office.send(0, { continuationReview: true })).toMatchObject({
      state: "corrected",
      correctionId: null,
    });
    await office.send(0, { continuationReview: true });
    expect(await office.list()).toEqual([]);
  });

  it.each([
    ["nothing was decided", []],
    ["法定免除 does not turn on income", [exempted("statutory", "2026-07", "2027-06")]],
    [
      "the months are another year's",
      [exempted("full", "2025-07", "2026-06"), exempted("quarter", "2027-07", "2028-06")],
    ],
    ["the application asks for another year's months", [applied("2025-07", "2026-06")]],
    ["学特 of April to June turns on the year before", [exempted("student-deferment", "2025-04", "2026-03")]],
  ] as const)("opens nothing where %s", async (_, events) => {
    const office = await open(...events);
    await office.send(0);
    expect(await office.send(9_000_000)).toMatchObject({ state: "corrected", correctionId: null });
  });

  it.each([
    ["deferment", "2027-06", "2027-06"],
    ["three-quarters", "2026-01", "2026-07"],
    ["student-deferment", "2026-04", "2026-06"],
    ["student-deferment", "2027-03", "2028-02"],
  ] as const)("opens %s from %s to %s, which reaches into the months it decides", async (type, from, until) => {
    const office = await open(exempted(type, from, until));
    await office.send(0);
    expect((await office.send(1)).correctionId).toMatch(/^C20261123-/);
  });

  it("opens, with the first 所得情報 of a year, the applications that were decided without any, and no other record", async () => {
    const waiting = await open(applied("2026-07", "2027-06"));
    await waiting.send(0);
    expect(await waiting.list()).toMatchObject([
      {
        before: null,
        after: { exemption: "full" },
        criteriaChanged: true,
        filings: [waiting.filingId],
        exemptions: [],
      },
    ]);
    const recorded = await open(exempted("full", "2026-07", "2027-06"));
    expect(await recorded.send(0)).toMatchObject({ state: "recorded", correctionId: null });
  });

  it("sees an application that is recorded between its look and its writing", async () => {
    const office = await open();
    await office.send(0);
    const { getAll } = office.database;
    office.database.getAll = async (keys) => {
      const found = await getAll(keys);
      if (keys[0]?.table === "incomes") {
        office.database.getAll = getAll;
        await recordEvents(office, person, office.filingId, [applied("2026-07", "2027-06")]);
      }
      return found;
    };
    await office.send(900_000);
    expect(await office.list()).toMatchObject([{ filings: [office.filingId] }]);
  });

  it("asks nobody about an application that was withdrawn", async () => {
    const office = await open(applied("2026-07", "2027-06"), exempted("full", "2026-07", "2027-06"));
    await office.send(0);
    const path = `/v1/filings/${office.filingId}/actions`;
    const withdrawn = await office.ask("POST", path, { body: { action: "withdraw", note: "取下げ" } });
    expect(withdrawn.status).toBe(200);
    const again = await office.ask("POST", "/v1/filings/acquisition", {
      key: "another-1",
      body: acquisitionOf(person),
    });
    expect(again.status).toBe(201);
    expect(await office.send(9_000_000)).toMatchObject({ state: "corrected", correctionId: null });
  });
});

describe("the list of 更正", () => {
  it.each([
    ["keep", "kept", "申請・記録をそのままにした"],
    ["refile", "refiled", "補正または再申請で扱う"],
  ])("%s: it leaves the open ones and says who decided, when and why", async (decision, state, stateLabel) => {
    const office = await open(exempted("full", "2026-07", "2027-06"));
    await office.send(0);
    const { correctionId } = await office.send(1);
    const first = await office.decide(correctionId, decision);
    expect(first).toMatchObject({
      status: 200,
      body: { state, stateLabel, decidedBy: "examiner-1", note: "税務課に確かめた", after: { exemption: "full" } },
    });
    expect([await office.list(), (await office.list(state)).length]).toEqual([[], 1]);
    expect(await office.decide(correctionId, decision, "もう一度")).toEqual(first);
    const other = decision === "keep" ? "refile" : "keep";
    expect(await office.decide(correctionId, other)).toMatchObject({
      status: 409,
      body: { code: "transition-refused", errors: [{ code: "wrong-state" }] },
    });
    const trail = office.database.dump("audit").map((item) => JSON.parse(String(item.entry)));
    expect(trail.filter(({ action }) => action === "decideIncomeCorrection")).toMatchObject([
      { object: correctionId, codes: [state], result: "done" },
      { codes: [], result: "done" },
      { codes: ["transition-refused", "wrong-state"], result: "refused" },
    ]);
  });

  it("is read a page at a time, each once", async () => {
    const office = await open(exempted("full", "2026-07", "2027-06"));
    for (let income = 0; income <= 5; income += 1) await office.send(income);
    const seen: string[] = [];
    for (let after: string | null = ""; after !== null; ) {
      const query: Record<string, string> = { state: "open", limit: "2", ...(after ? { after } : {}) };
      const { body } = await office.ask("GET", "/v1/incomes/corrections", { query });
      seen.push(...body.corrections.map((one: { correctionId: string }) => one.correctionId));
      after = body.next;
    }
    expect([seen.length, new Set(seen).size]).toEqual([5, 5]);
  });

  it("knows nothing that is not there, and wants a reason", async () => {
    const office = await open(exempted("full", "2026-07", "2027-06"));
    expect(await office.decide("C20261123-ZZZZZZ", "keep")).toMatchObject({ status: 404 });
    expect(await office.decide("../x", "keep")).toMatchObject({ status: 404 });
    expect(await office.decide("C20261123-ZZZZZZ", "keep", "")).toMatchObject({ status: 400 });
    expect(await office.decide("C20261123-ZZZZZZ", "forget")).toMatchObject({ status: 400 });
    const asked = { query: { state: "open", after: "x" } };
    expect(await office.ask("GET", "/v1/incomes/corrections", asked)).toMatchObject({ status: 400 });
  });
});
