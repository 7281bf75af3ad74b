import { describe, expect, it } from "vitest";
import { monthOf, type PlainMonth } from "../../shared/law/calendar.ts";
import { calendar, type Life, liveAYear, monthOfDays } from "../support/lives.ts";
import { openOffice } from "../support/office.ts";
import { applicants, today } from "../support/people.ts";

const people = 2000;
const months = [...new Set(calendar.map(monthOf))].filter((month) => month < monthOf(today));

const header = { counter: "main-office", channel: "counter", identityDocument: "drivers-licence", filedOn: today };

describe("a year of generated lives, filed over the API and set right after it", () => {
  it(`gives every month of ${people} people the category that counting their days gives`, async () => {
    const office = openOffice();
    const lives: Life[] = applicants(people, 2026).map((person, at) => liveAYear(person, at + 1));
    let filed = 0;
    for (const { person, happenings, corrections } of lives)
      for (const { flow, ...happening } of [...happenings, ...corrections]) {
        filed += 1;
        const answer = await office.ask("POST", `/v1/filings/${flow}`, {
          key: `life-${filed}-${person.atenaNumber}`,
          body: { ...header, ...happening, person },
        });
        expect(answer, JSON.stringify(answer.body)).toMatchObject({ status: 201, body: { status: "accepted" } });
      }
    expect(filed).toBeGreaterThan(people * 2);
    expect(lives.filter(({ corrections }) => corrections.length > 0).length).toBeGreaterThan(people / 10);
    expect(lives.filter(({ corrections }) => corrections.length > 1).length).toBeGreaterThan(people / 100);
    expect(lives.filter(({ days }) => days.includes("voluntary")).length).toBeGreaterThan(people / 10);

    const differing: ({ months: Record<string, unknown> } & Pick<Life, "happenings" | "corrections">)[] = [];
    for (const life of lives) {
      if (life.happenings.length === 0) continue;
      const answer = await office.ask("GET", `/v1/people/${life.person.atenaNumber}/months`, {
        purpose: "counter-inquiry",
        query: { from: months[0] ?? "", until: months.at(-1) ?? "" },
      });
      const told = new Map<PlainMonth, string | null>(
        answer.body.months.map(({ month, category }: { month: PlainMonth; category: string | null }) => [
          month,
          category,
        ]),
      );
      const wrong = months.filter((month) => told.get(month) !== monthOfDays(life, month));
      if (wrong.length > 0)
        differing.push({
          months: Object.fromEntries(wrong.map((month) => [month, [told.get(month), monthOfDays(life, month)]])),
          happenings: life.happenings,
          corrections: life.corrections,
        });
    }
    expect(differing.slice(0, 3)).toEqual([]);
  });
});
