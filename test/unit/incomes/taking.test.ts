import { describe, expect, it } from "vitest";
import type { Instant } from "../../../shared/law/calendar.ts";
import { memoryDatabase } from "../../../shared/stores/memory-database.ts";
import { headOf, incomeOf, spouseOf, versionsIn } from "../../support/incomes.ts";
import { openOffice } from "../../support/office.ts";
import { acquisitionOf, applicants } from "../../support/people.ts";
import { changeOf, enrol } from "../../support/resident-changes.ts";

const [known, other, stranger] = applicants(3, 41);
if (!known || !other || !stranger) throw new Error("the generated ward is too small");

type Covered = NonNullable<Parameters<typeof openOffice>[0]>["covered"];

const open = async (covered?: Covered) => {
  const database = memoryDatabase();
  const office = openOffice({ database, ...(covered ? { covered } : {}) });
  await enrol(office, known);
  await enrol(office, other);
  const send = async (...incomes: unknown[]) => {
    const answer = await office.ask("POST", "/v1/incomes", {
      as: "zei",
      roles: ["system"],
      system: "tax",
      body: { incomes },
    });
    return answer.body;
  };
  const see = (year = "2025", purpose: string | undefined = "filing") =>
    office.ask("GET", `/v1/incomes/${known.atenaNumber}`, { ...(purpose ? { purpose } : {}), query: { year } });
  const stored = () => database.dump("incomes");
  const trail = () => database.dump("audit").map((item) => JSON.parse(String(item.entry)));
  return { ...office, database, send, see, stored, trail };
};

describe("所得情報 of a row", () => {
  it("is kept for the person and the year, sealed, with 参考情報, and shown with labels", async () => {
    const office = await open();
    const row = incomeOf(known, 670_000, {
      ...spouseOf(300_000, { spouseCircumstance: "disabled" }),
      ...headOf(2_000_000, { headDependants: 1 }),
      continuationReview: true,
    });
    expect(await office.send(row)).toMatchObject({ counts: { recorded: 1 }, incomes: [{ at: 0, state: "recorded" }] });
    const { status, body } = await office.see();
    expect(status).toBe(200);
    expect(body).toMatchObject({
      year: 2025,
      exemptionMonths: { from: "2026-07", until: "2027-06" },
      studentMonths: { from: "2026-04", until: "2027-03" },
      income: {
        exists: "present",
        insured: { income: 670_000, incomeAfterDeductions: 670_000, circumstanceLabel: "なし" },
        spouse: { income: 300_000, circumstance: "disabled", circumstanceLabel: "障害者" },
        head: { income: 2_000_000, dependants: 1 },
        continuationReview: true,
        unidentifiedReason: null,
        reference: {
          exemption: "quarter",
          exemptionLabel: "4分の1免除の基準以下",
          defermentLabel: "基準以下",
          studentLabel: "基準以下",
        },
      },
      versions: [{ version: 1, receivedAt: "2026-11-23T01:00:00.000Z" }],
    });
    expect(JSON.stringify(office.stored())).not.toContain("670000");
  });

  it("may say null for what it has no value for, which is never taken as 0", async () => {
    const office = await open();
    const unknown = { insuredIncome: null, insuredIncomeAfterDeductions: null, unidentifiedReason: "not-declared" };
    expect(await office.send(incomeOf(known, 0, unknown))).toMatchObject({ counts: { recorded: 1 } });
    expect((await office.see()).body.income).toMatchObject({
      insured: { income: null, incomeAfterDeductions: null },
      unidentifiedReason: "not-declared",
      reference: { exemption: "unknown" },
    });
  });

  it("tells apart nobody, and somebody of whom nothing is known", async () => {
    const office = await open();
    await office.send(
      incomeOf(known, 0),
      incomeOf(other, 0, { spouseCircumstance: "none", unidentifiedReason: "not-declared" }),
    );
    expect((await office.see()).body.income.spouse).toBeNull();
    const seen = await office.ask("GET", `/v1/incomes/${other.atenaNumber}`, {
      purpose: "filing",
      query: { year: "2025" },
    });
    expect(seen.body.income).toMatchObject({
      spouse: { income: null, incomeAfterDeductions: null },
      unidentifiedReasonLabel: "住民税の申告がない(未申告)",
      reference: { exemption: "unknown" },
    });
  });

  it("writes nothing but the trail when it comes again", async () => {
    const office = await open();
    await office.send(incomeOf(known, 500_000));
    const before = office.stored();
    expect((await office.send(incomeOf(known, 500_000))).incomes).toMatchObject([
      { state: "recorded", repeated: true, correctionId: null },
    ]);
    expect(office.stored()).toEqual(before);
    expect(office.trail().at(-1)).toMatchObject({ codes: ["recorded", "repeated"], purpose: "tax-information" });
  });

  it("takes the place of the one before, which is kept with the day it came", async () => {
    const office = await open();
    await office.send(incomeOf(known, 500_000));
    office.time.now = "2026-12-01T01:00:00.000Z" as Instant;
    expect((await office.send(incomeOf(known, 900_000))).incomes).toMatchObject([{ state: "corrected" }]);
    await office.send(incomeOf(known, 800_000));
    const versions = await versionsIn(office.database, office.master, known);
    expect(versions.map(({ version, record }) => [version, record.insured.income])).toEqual([
      [1, 500_000],
      [2, 900_000],
      [3, 800_000],
    ]);
    expect((await office.see()).body.versions).toEqual([
      { version: 1, receivedAt: "2026-11-23T01:00:00.000Z" },
      { version: 2, receivedAt: "2026-12-01T01:00:00.000Z" },
      { version: 3, receivedAt: "2026-12-01T01:00:00.000Z" },
    ]);
  });

  it("of one year leaves that of another alone, and nothing on file is an answer too", async () => {
    const office = await open();
    await office.send(incomeOf(known, 500_000, { incomeYear: 2024 }));
    expect((await office.see("2025")).body).toMatchObject({ income: null, versions: [] });
    expect((await office.see("2024")).body.income.insured.income).toBe(500_000);
  });
});

describe("a row that is not taken", () => {
  it.each([
    ["unknown-person", incomeOf(stranger, 1)],
    ["future", incomeOf(known, 1, { incomeYear: 2026 })],
    ["malformed-row", incomeOf(known, -1)],
    ["malformed-row", incomeOf(known, 1, { employer: "なにがし" })],
    ["malformed-row", "row"],
  ])("%s: nothing of it is kept, and why is told", async (reason, row) => {
    const office = await open();
    const { incomes, counts } = await office.send(row);
    expect(incomes).toMatchObject([{ state: "quarantined", reason, repeated: false }]);
    expect([counts.quarantined, incomes[0].detail.length > 5]).toEqual([1, true]);
    expect(office.stored()).toEqual([]);
    expect(office.trail().at(-1)).toMatchObject({ codes: ["quarantined", reason], items: [] });
  });

  it("knows nobody who is only in 住民記録, and nobody whose 届出 was withdrawn", async () => {
    const office = await open();
    await office.ask("POST", "/v1/residents/changes", {
      as: "juki",
      roles: ["system"],
      system: "tax",
      body: { changes: [changeOf(stranger, "died")] },
    });
    expect((await office.send(incomeOf(stranger, 1))).incomes).toMatchObject([{ reason: "unknown-person" }]);
    const filed = await office.ask("POST", "/v1/filings/acquisition", {
      key: "taken-back",
      body: acquisitionOf(stranger),
    });
    expect((await office.send(incomeOf(stranger, 1))).counts).toMatchObject({ recorded: 1 });
    const path = `/v1/filings/${filed.body.filingId}/actions`;
    await office.ask("POST", path, { body: { action: "withdraw", note: "誤り" } });
    expect((await office.send(incomeOf(stranger, 2))).incomes).toMatchObject([{ reason: "unknown-person" }]);
  });

  it("carries 世帯主の配偶・扶養数 where the ward's assessment does not cover it", async () => {
    const office = await open(["childcare"]);
    const row = incomeOf(known, 1, headOf(1, { headDependants: 0 }));
    expect((await office.send(row)).incomes).toMatchObject([{ state: "quarantined", reason: "beyond-assessment" }]);
    expect(office.stored()).toEqual([]);
    expect((await office.send(incomeOf(known, 1, headOf(1)))).counts).toMatchObject({ recorded: 1 });
  });

  it("says otherwise of a person and year than one before it in the same request; an equal one is a repetition", async () => {
    const office = await open();
    const { incomes } = await office.send(
      incomeOf(known, 100),
      incomeOf(known, 200),
      incomeOf(known, 100),
      incomeOf(known, 300, { incomeYear: 2024 }),
    );
    expect(incomes).toMatchObject([
      { state: "recorded", repeated: false },
      { state: "quarantined", reason: "duplicate" },
      { state: "recorded", repeated: true },
      { state: "recorded", repeated: false },
    ]);
    expect((await office.see()).body.income.insured.income).toBe(100);
  });

  it.each([
    ["控除後の額が所得より大きい", { insuredIncomeAfterDeductions: 101 }, ["/insuredIncomeAfterDeductions"]],
    ["所得があるのに人数がない", { insuredDependants: undefined }, ["/insuredDependants"]],
    ["所得の区分がない", { insuredCircumstance: undefined }, ["/insuredCircumstance"]],
    [
      "所得が分からないのに控除後の額がある",
      { insuredIncome: undefined, unidentifiedReason: "not-declared" },
      ["/insuredIncomeAfterDeductions", "/unidentifiedReason"],
    ],
    [
      "分からない所得に理由がない",
      { insuredIncome: undefined, insuredIncomeAfterDeductions: undefined },
      ["/unidentifiedReason"],
    ],
    ["配偶者の所得だけが分からず理由がない", { spouseCircumstance: "none" }, ["/unidentifiedReason"]],
    ["所得がすべて分かるのに未特定理由がある", { unidentifiedReason: "moved-in" }, ["/unidentifiedReason"]],
    [
      "配偶者の区分がない",
      { spouseIncome: 1, spouseIncomeAfterDeductions: 1 },
      ["/spouseCircumstance", "/spouseDependants", "/spouseElderlyDependants", "/spouseSpecificDependants"],
    ],
    [
      "該当者なしに所得がある",
      { exists: "absent", unidentifiedReason: "no-such-person" },
      [
        "/insuredIncome",
        "/insuredIncomeAfterDeductions",
        "/insuredCircumstance",
        "/insuredDependants",
        "/insuredElderlyDependants",
        "/insuredSpecificDependants",
      ],
    ],
    ["該当の有無が約束の符号でない", { exists: "yes" }, ["/exists"]],
    ["円に端数がある", { insuredIncome: 1.5 }, ["/insuredIncome"]],
    ["年が古すぎる", { incomeYear: 2005 }, ["/incomeYear"]],
    ["参考情報が送られてきた", { reference: { exemption: "full" } }, [""]],
    ["継続審査該当表示がない", { continuationReview: undefined }, ["/continuationReview"]],
  ])("%s: the columns are named", async (_, over, pointers) => {
    const office = await open();
    const { incomes } = await office.send(incomeOf(known, 100, over));
    expect(incomes[0].faults.map(({ pointer }: { pointer: string }) => pointer)).toEqual(pointers);
    for (const { detail } of incomes[0].faults) expect(detail).toMatch(/\p{Script=Hiragana}/u);
  });
});

describe("looking at 所得情報", () => {
  it("wants a purpose, a year, and somebody on file, and leaves the items in the trail first", async () => {
    const office = await open();
    await office.send(incomeOf(known, 1));
    expect(await office.see("2025", "")).toMatchObject({ status: 400 });
    expect(await office.see("令和7")).toMatchObject({ status: 400 });
    const nobody = await office.ask("GET", `/v1/incomes/${stranger.atenaNumber}`, {
      purpose: "filing",
      query: { year: "2025" },
    });
    expect(nobody.status).toBe(404);
    await office.see();
    const last = office.trail().at(-1);
    expect(last).toMatchObject({ action: "showIncome", purpose: "filing", result: "done" });
    expect(last.items).toContain("income.insuredIncome");
  });

  it("of more than 200 rows at once is refused whole", async () => {
    const office = await open();
    const incomes = Array.from({ length: 201 }, () => incomeOf(known, 1));
    const asked = { as: "zei", roles: ["system"], system: "tax", body: { incomes } } as const;
    expect(await office.ask("POST", "/v1/incomes", asked)).toMatchObject({ status: 400 });
    expect(await office.ask("POST", "/v1/incomes", { ...asked, body: { incomes: [] } })).toMatchObject({ status: 400 });
    expect(office.stored()).toEqual([]);
    const full = {
      incomes: Array.from({ length: 200 }, (_, at) => incomeOf(known, at, { incomeYear: 2006 + (at % 20) })),
    };
    expect(await office.ask("POST", "/v1/incomes", { ...asked, body: full })).toMatchObject({ status: 200 });
  });
});
