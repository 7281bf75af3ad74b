import { describe, expect, it } from "vitest";
import { plainMonth } from "../../../shared/law/calendar.ts";
import { memoryMasterKey } from "../../../shared/protection/master-key.ts";
import { keyring } from "../../../shared/stores/keyring.ts";
import { memoryDatabase } from "../../../shared/stores/memory-database.ts";
import { findPeople } from "../../../shared/stores/people.ts";
import { exempted, modelOf, putOnFile, record } from "../../support/income-outputs.ts";

const at = () => "2026-07-10T01:00:00.000Z" as never;

const open = () => {
  const office = { database: memoryDatabase(), master: memoryMasterKey() };
  const index = () => keyring(office.database, office.master, at).index();
  return {
    ...office,
    index,
    in: async (year: number, limit = 10, after?: never) =>
      findPeople(office.database, await index(), "exempted-in", String(year), limit, after),
  };
};

describe("who was exempted in a 免除年度", () => {
  it("is found under each year that 全額免除 or 納付猶予 touches, and under no other", async () => {
    const office = open();
    const person = await putOnFile(office, 0, [
      exempted("full", "2023-06", "2024-07"),
      exempted("deferment", "2026-06", "2026-07"),
    ]);
    const personId = (await office.index()).person(person);
    for (const [year, found] of Object.entries({ 2021: 0, 2022: 1, 2023: 1, 2024: 1, 2025: 1, 2026: 1, 2027: 0 }))
      expect([year, await office.in(Number(year))]).toEqual([year, found === 1 ? [personId] : []]);
  });

  it("is not found by 一部免除, 学生納付特例 or 法定免除, which nobody continues", async () => {
    const office = open();
    await putOnFile(office, 0, [
      exempted("half", "2025-07", "2026-06"),
      {
        kind: "exempted",
        type: "student-deferment",
        from: plainMonth("2025-07"),
        until: plainMonth("2026-03"),
        reason: "income",
      },
      { kind: "exempted", type: "statutory", from: plainMonth("2025-07"), until: null, reason: "disability-pension" },
    ]);
    expect(await office.in(2025)).toEqual([]);
  });

  it("is found with what is recorded later, and once however often the year comes up", async () => {
    const office = open();
    const person = await putOnFile(office, 0, [exempted("full", "2024-07", "2025-06")]);
    await record(office, person, [exempted("full", "2025-07", "2025-12"), exempted("deferment", "2026-01", "2026-06")]);
    expect([await office.in(2024), await office.in(2025)].map((found) => found.length)).toEqual([1, 1]);
  });

  it("is read page by page", async () => {
    const office = open();
    for (let nth = 0; nth < 5; nth += 1) await putOnFile(office, nth, [exempted("full", "2025-07", "2026-06")]);
    const all = await office.in(2025);
    const first = await office.in(2025, 2);
    expect([...first, ...(await office.in(2025, 10, first.at(-1) as never))]).toEqual(all);
  });

  it("of a whole life of exemptions still fits one transaction", async () => {
    const office = open();
    await putOnFile(office, 0, [exempted("full", "1986-04", "2026-06")], modelOf(0));
    expect((await office.in(2000)).length).toBe(1);
  });
});
