import { describe, expect, it } from "vitest";
import { entrySource, type LedgerEvent } from "../../../shared/domain/ledger-events.ts";
import { type Instant, plainDate, plainMonth } from "../../../shared/law/calendar.ts";
import { memoryDatabase } from "../../../shared/stores/memory-database.ts";
import {
  answerLines,
  examiner,
  exempted,
  incomeOf,
  modelOf,
  putIncome,
  putOnFile,
  record,
  staged,
  unknownIncome,
} from "../../support/income-outputs.ts";
import { openOffice } from "../../support/office.ts";

const open = (now = "2026-07-10T01:00:00.000Z" as Instant) => {
  const database = memoryDatabase();
  return { ...openOffice({ database, now }), database };
};
type Office = ReturnType<typeof open>;

const put = async (office: Office, year = 2026) => {
  const answered = await office.ask("POST", "/v1/income-outputs", {
    ...examiner,
    body: { kind: "continuation", year },
  });
  return { ...answered, lines: answered.body.state === "sealed" ? answerLines(staged(office, answered)) : [] };
};

const wished = (wish: boolean): LedgerEvent => ({
  kind: "continuation-wished",
  on: plainDate("2025-07-10"),
  wished: wish,
});
const filed = entrySource.parse({ kind: "filing", filingId: "20250710-AAAAAA" });

describe("継続審査のための所得情報", () => {
  it("has a line with the kind under review for whoever was approved on income and wishes it", async () => {
    const office = open();
    const full = await putOnFile(office, 0, [exempted("full", "2025-07", "2026-06"), wished(true)]);
    const deferred = await putOnFile(office, 1, [exempted("deferment", "2025-09", "2026-06"), wished(true)]);
    for (const person of [full, deferred]) await putIncome(office, person, incomeOf());
    const { lines, body } = await put(office);
    expect(body).toMatchObject({ state: "sealed", year: 2026, examined: 2, lines: 2, counts: { answered: 2 } });
    const of = (nth: number) =>
      lines.find(({ basicPensionNumber }) => basicPensionNumber === modelOf(nth).basicPensionNumber);
    const told = { incomeYear: "2025", insuredIncome: "000500000", continuationReview: "true" };
    expect(of(0)).toMatchObject({ ...told, birthDate: "1990-04-01", reviewedKind: "full" });
    expect(of(1)).toMatchObject({ ...told, reviewedKind: "deferment" });
    expect(lines.every((line) => !("individualNumber" in line))).toBe(true);
  });

  it("has also whoever's 税情報 has not come or is not known, with the reason", async () => {
    const office = open();
    await putOnFile(office, 0, [exempted("full", "2025-07", "2026-06")]);
    const undeclared = await putOnFile(office, 1, [exempted("full", "2025-07", "2026-06")]);
    await putIncome(office, undeclared, incomeOf({ insured: unknownIncome, unidentifiedReason: "not-declared" }));
    const { lines, body } = await put(office);
    expect(body.counts).toEqual({ "not-received": 1, "not-declared": 1 });
    expect(lines.map(({ insuredIncome = "" }) => insuredIncome)).toEqual(["", ""]);
  });

  it("leaves 継続審査該当表示 blank of whoever's wish is not on file", async () => {
    const office = open();
    await putIncome(office, await putOnFile(office, 0, [exempted("full", "2025-07", "2026-06")]), incomeOf());
    expect((await put(office)).lines[0]).not.toHaveProperty("continuationReview");
  });

  it.each<[string, string, readonly LedgerEvent[]]>([
    ["失業の特例で承認された人", "hardship-not-continued", [exempted("full", "2025-07", "2026-06", "unemployment")]],
    ["扶助により承認された人", "hardship-not-continued", [exempted("full", "2025-07", "2026-06", "aid")]],
    ["継続審査の希望を取り下げた人", "wish-withdrawn", [exempted("full", "2025-07", "2026-06"), wished(false)]],
    ["6月より前に免除が終わった人", "no-exemption-to-continue", [exempted("full", "2025-07", "2026-02")]],
    [
      "免除を取り消した人",
      "no-exemption-to-continue",
      [
        exempted("full", "2025-07", "2026-06"),
        { kind: "exemption-ended", type: "full", lastMonth: plainMonth("2025-12"), cause: "cancelled" },
      ],
    ],
    [
      "7月までに第2号になった人",
      "no-longer-category-1",
      [
        exempted("full", "2025-07", "2026-06"),
        { kind: "category-changed", on: plainDate("2026-07-31"), category: "2", cause: "joined-employees-pension" },
      ],
    ],
  ])("does not list %s, and counts them", async (_, outcome, events) => {
    const office = open();
    await putIncome(office, await putOnFile(office, 0, events), incomeOf());
    const { body } = await put(office);
    expect(body).toMatchObject({ state: "empty", lines: 0, examined: 1, counts: { [outcome]: 1 } });
    expect(body.countLabels[outcome]).toMatch(/[ぁ-ん]/);
  });

  it("waits for the result of 日本年金機構: what the ward alone expects is not continued", async () => {
    const office = open();
    const person = await putOnFile(office, 0);
    await record(office, person, [exempted("full", "2025-07", "2026-06")], filed);
    expect((await put(office)).body.counts).toEqual({ "not-yet-decided": 1 });
    await record(office, person, [{ kind: "confirmed", entries: ["000002" as never] }]);
    const again = await office.ask("POST", "/v1/income-outputs", {
      ...examiner,
      body: { kind: "continuation", year: 2026, again: true },
    });
    expect(again.body).toMatchObject({ lines: 1, counts: { "not-received": 1 } });
  });

  it("takes the better of two approvals for June, whichever was recorded first", async () => {
    const office = open();
    const events = [exempted("full", "2025-07", "2026-06", "unemployment"), exempted("full", "2025-10", "2026-06")];
    await putOnFile(office, 0, events);
    await putOnFile(office, 1, events.toReversed());
    expect((await put(office)).lines.map(({ reviewedKind }) => reviewedKind)).toEqual(["full", "full"]);
  });

  it("looks at nobody but those who were exempted in the year before", async () => {
    const office = open();
    await putOnFile(office, 0, [exempted("full", "2024-07", "2025-06")]);
    await putOnFile(office, 1, [exempted("half", "2025-07", "2026-06")]);
    await putOnFile(office, 2);
    await putOnFile(office, 3, [exempted("full", "2024-07", "2026-06")]);
    const { body } = await put(office);
    expect(body.examined).toBe(1);
    expect((await put(office, 2025)).body).toMatchObject({ examined: 2, lines: 2 });
  });

  it("can be asked for from the first day of the year, when 所得 of the year before is closed", async () => {
    const office = open("2026-12-31T14:59:59.999Z" as Instant);
    const early = await put(office, 2027);
    expect(early).toMatchObject({ status: 400, body: { errors: [{ code: "year-to-come", pointer: "/year" }] } });
    office.time.now = "2026-12-31T15:00:00.000Z" as Instant;
    expect((await put(office, 2027)).status).toBe(200);
  });
});
