import { describe, expect, it } from "vitest";
import { putIncome } from "../../support/incomes-on-file.ts";
import { decide, examiner, listOf, openOutputOffice, requested } from "../../support/outputs.ts";
import { recordFor, rightRecorded } from "../../support/rights-on-file.ts";
import { became1, putOnFile } from "../batches/on-file.ts";
import { earning, incomesOf } from "../flows/income-examples.ts";

const manager = { as: "manager-1", roles: ["manager"] } as const;
type Office = ReturnType<typeof openOutputOffice>;

const awarded = (kind: Parameters<typeof rightRecorded>[2], facts: object, seq = 1) =>
  rightRecorded("awarded", "2024-03-10", kind, { startMonth: "2024-02", ...facts }, seq);

let next = 0;
const recipient = async (office: Office, ...rights: Parameters<typeof recordFor>[3]) => {
  next += 1;
  return putOnFile(office, next, "1980-05-05", [became1("2000-05-04"), ...rights]);
};
const listed = async (office: Office, name: string, query: Record<string, string> = {}) =>
  (await office.ask("GET", `/v1/lists/${name}`, { ...manager, query })).body;

describe("診断書督促一覧", () => {
  const due = (month: string, facts: object = {}) => awarded("disability", { nextCertificateMonth: month, ...facts });

  it("names whose certificate is due within three months around today, the longest overdue first", async () => {
    const office = openOutputOffice();
    const soon = await recipient(office, due("2026-12"));
    const over = await recipient(office, due("2026-10"));
    const stopped = await recipient(
      office,
      due("2026-09", { suspensionType: "certificate-overdue", suspensionMonth: "2026-11" }),
    );
    await recipient(office, due("2027-05"));
    await recipient(office, due("2026-12", { determination: "permanent" }));
    const body = await listed(office, "certificates-due");
    expect(body).toMatchObject({ title: "診断書督促一覧", from: "2026-08-23", to: "2027-02-23", total: 3 });
    expect(body.rows).toEqual([
      {
        atenaNumber: stopped,
        kind: "障害基礎年金",
        seq: 1,
        month: "2026-09",
        until: "2026-09-30",
        days: 54,
        state: "差止め中",
      },
      expect.objectContaining({ atenaNumber: over, until: "2026-10-31", days: 23, state: "期限超過(差止めのおそれ)" }),
      expect.objectContaining({ atenaNumber: soon, until: "2026-12-31", days: "", state: "期限前" }),
    ]);
    expect(await listed(office, "certificates-due", { from: "2027-05-01", to: "2027-05-31" })).toMatchObject({
      total: 1,
    });
  });

  it("ends with the certificate, not with that of three years before, and follows the month that 診査 sets", async () => {
    const office = openOutputOffice();
    const atenaNumber = await recipient(office, due("2026-12"));
    const source = { kind: "takeover" } as const;
    const total = async (query = {}) => (await listed(office, "certificates-due", query)).total;
    await recordFor(office, atenaNumber, source, [rightRecorded("state-reported", "2026-09-30", "disability")]);
    expect(await total()).toBe(1);
    await recordFor(office, atenaNumber, source, [rightRecorded("state-reported", "2026-10-01", "disability")]);
    expect(await total()).toBe(0);
    const examined = rightRecorded("examined", "2026-11-01", "disability", { nextCertificateMonth: "2029-12" });
    await recordFor(office, atenaNumber, source, [examined]);
    expect(await total()).toBe(0);
    expect(await total({ from: "2029-12-01", to: "2029-12-31" })).toBe(1);
  });

  it("leaves out a right that is over or only claimed, and tells rights of one person apart", async () => {
    const office = openOutputOffice();
    const month = { nextCertificateMonth: "2026-12" };
    await recipient(office, due("2026-12", { forfeiture: "death", forfeitedOn: "2026-11-01" }));
    await recipient(office, rightRecorded("claimed", "2026-11-01", "disability", month));
    const both = await recipient(office, due("2026-12"), awarded("disability-before-20", month, 2));
    const { rows } = await listed(office, "certificates-due");
    expect(rows.map(({ atenaNumber, seq, kind }: Record<string, unknown>) => [atenaNumber, seq, kind])).toEqual([
      [both, 1, "障害基礎年金"],
      [both, 2, "障害基礎年金(20歳前傷病)"],
    ]);
  });

  it("names in the trail whoever it names, and shows nothing else of them", async () => {
    const office = openOutputOffice();
    await recipient(office, due("2026-12", { diseaseName: "架空障害", grade: 2 }));
    const body = await listed(office, "certificates-due");
    expect(JSON.stringify(body)).not.toMatch(/架空障害|grade|等級/);
    const entry = office.entries().at(-1);
    expect(entry?.object).toBe("certificates-due");
    expect(entry?.items).toContain("beneficiary.nextMedicalCertMonth");
    expect(entry?.items).not.toContain("beneficiary.diseaseName");
    expect(entry?.subjects).toHaveLength(1);
    await listed(office, "register");
    expect(office.entries().at(-1)?.subjects).toEqual([]);
  });

  it("goes out as a file only where the approval names 次回診断書提出年月, which is 要配慮", async () => {
    const office = openOutputOffice();
    await recipient(office, due("2026-12"));
    const spec = { name: "certificates-due", from: "2026-11-01", to: "2026-12-31" };
    const path = await requested(office, listOf({ spec }));
    const items = ["beneficiary.nextMedicalCertMonth", "specialDisabilityBeneficiary.nextMedicalCertMonth"];
    const { body } = await office.ask("GET", path, examiner);
    expect(body.sensitiveItems.map(({ item }: { item: string }) => item)).toEqual(items);
    expect((await decide(office, path)).status).toBe(422);
    expect((await decide(office, path, { decision: "approve", names: items })).body).toMatchObject({
      state: "ready",
      lines: 1,
    });
    const told = office.entries().filter(({ subjects }) => subjects.length === 1);
    expect(told.at(-1)?.items).toEqual(expect.arrayContaining(items));
  });
});

describe("10月の支給停止切替一覧", () => {
  const stopped = (suspensionType: string) => ({ suspensionType, suspensionMonth: "2025-10" });
  const from = { from: "2026-07-01", to: "2026-07-31" };

  it("compares what is suspended now with what the income of the year before lets expect", async () => {
    const office = openOutputOffice();
    const people = [
      await recipient(office, awarded("disability-before-20", {})),
      await recipient(office, awarded("disability-before-20", stopped("income-all"))),
      await recipient(office, awarded("special-disability", stopped("income-half"))),
      await recipient(office, awarded("disability-before-20", stopped("detained"))),
      await recipient(office, awarded("disability-before-20", {})),
      await recipient(office, awarded("old-age-welfare", {})),
    ];
    await recipient(office, awarded("disability", {}));
    for (const [at, yen] of [5_000_000, 0, 4_200_000, 0].entries())
      await putIncome(office, people[at] ?? "", 2025, incomesOf(earning(yen)));
    const { rows } = await listed(office, "suspension-turn", from);
    const said = people.map((atenaNumber) => {
      const row = rows.find((each: { atenaNumber: string }) => each.atenaNumber === atenaNumber);
      return [row.now, row.expected, row.turn, row.incomeYear];
    });
    expect(said.map(([now, expected]) => [now, expected])).toEqual([
      ["支給停止なし", "全額停止"],
      ["所得による全額停止", "停止なし"],
      ["所得による2分の1停止", "2分の1停止"],
      ["刑事施設等への拘禁", "停止なし"],
      ["支給停止なし", "見込みなし"],
      ["支給停止なし", ""],
    ]);
    expect(said.map(([, , turn]) => turn)).toEqual([
      "変わる見込み",
      "変わる見込み",
      "変わらない見込み",
      "ほかの事由で停止中",
      expect.stringContaining("所得情報がない"),
      "日本年金機構の決定による",
    ]);
    expect(new Set(said.map(([, , , year]) => year))).toEqual(new Set([2025]));
    expect(rows).toHaveLength(people.length);
  });

  it("of a year whose limits are not known says so", async () => {
    const office = openOutputOffice();
    const atenaNumber = await recipient(office, awarded("disability-before-20", {}));
    await putIncome(office, atenaNumber, 2026, incomesOf(earning(0)));
    const { rows } = await listed(office, "suspension-turn", { from: "2027-07-01", to: "2027-07-31" });
    expect(rows).toMatchObject([{ expected: "見込みなし", turn: expect.stringContaining("まだ決まっていない") }]);
  });
});
