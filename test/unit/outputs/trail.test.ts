import { describe, expect, it } from "vitest";
import type { Instant } from "../../../shared/law/calendar.ts";
import {
  auditor,
  csvRows,
  examiner,
  listOf,
  manager,
  openOutputOffice,
  putOut,
  requested,
  trailOf,
} from "../../support/outputs.ts";
import { acquisitionOf, applicant } from "../../support/people.ts";

/** A 届出 and a look on one day, the export on the next. */
const officeOfTwoDays = async () => {
  const office = openOutputOffice({ now: "2026-11-22T01:00:00.000Z" as Instant });
  const person = applicant();
  await office.ask("POST", "/v1/filings/acquisition", { key: "trail-export", body: acquisitionOf(person) });
  office.time.now = "2026-11-22T02:00:00.000Z" as Instant;
  await office.ask("GET", `/v1/people/${person.atenaNumber}`, { as: "clerk-2", purpose: "counter-inquiry" });
  const [seen] = office.entries().filter(({ action }) => action === "showPerson");
  office.time.now = "2026-11-22T14:59:59.999Z" as Instant;
  await office.ask("GET", "/v1/filings", { as: "clerk-3" });
  office.time.now = "2026-11-22T15:00:00.000Z" as Instant;
  await office.ask("GET", "/v1/filings", { as: "clerk-4" });
  office.time.now = "2026-11-24T01:00:00.000Z" as Instant;
  return { office, person, subject: String(seen?.subjects[0]) };
};

const officers = (file: Buffer | undefined) => csvRows(file ?? Buffer.from("")).map(({ 職員 }) => 職員);

describe("アクセス記録の書出し", () => {
  it("holds every entry of the days in Japan, in order, and nobody by name", async () => {
    const { office, person } = await officeOfTwoDays();
    const [file] = await putOut(office, trailOf(), { by: auditor });
    expect(officers(file)).toEqual(["clerk-1", "clerk-2", "clerk-3"]);
    expect(csvRows(file ?? Buffer.from(""))[1]).toMatchObject({
      操作: "showPerson",
      操作名: "被保険者を見る",
      種別: "閲覧",
      結果: "実施",
      目的: "counter-inquiry",
      所属: "pension",
    });
    for (const item of ["atenaNumber", "individualNumber", "basicPensionNumber", "name"] as const)
      expect(String(file)).not.toContain(person[item]);
  });

  it("by officer, and by person under their pseudonym", async () => {
    const { office, subject } = await officeOfTwoDays();
    const [byOfficer] = await putOut(office, trailOf({ officer: "clerk-2" }), { by: auditor });
    expect(officers(byOfficer)).toEqual(["clerk-2"]);
    const [bySubject] = await putOut(office, trailOf({ subject }), { by: auditor });
    expect(officers(bySubject)).toEqual(["clerk-1", "clerk-2"]);
    const [ofNobody] = await putOut(office, trailOf({ officer: "nobody" }), { by: auditor });
    expect(officers(ofNobody)).toEqual([]);
  });

  it("is itself in the trail, with the person it was about", async () => {
    const { office, subject } = await officeOfTwoDays();
    await putOut(office, trailOf({ subject }), { by: auditor });
    const told = office.entries().filter(({ codes }) => codes.includes("trail-read"));
    expect(told).toMatchObject([{ kind: "output", officer: "manager-1", purpose: "audit", subjects: [subject] }]);
  });

  it("an auditor takes nothing but their own", async () => {
    const office = openOutputOffice();
    const path = await requested(office, listOf());
    await office.ask("POST", `${path}/decision`, { ...manager, body: { decision: "approve" } });
    expect((await office.ask("POST", `${path}/parts/1`, auditor)).status).toBe(404);
    expect((await office.ask("POST", `${path}/parts/1`, examiner)).status).toBe(200);
  });
});
