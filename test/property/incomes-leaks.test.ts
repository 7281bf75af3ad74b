import { describe, expect, it } from "vitest";
import { memoryTaxReference } from "../../functions/linkage/incomes/reference/tax-reference.ts";
import { plainMonth } from "../../shared/law/calendar.ts";
import { memoryDatabase } from "../../shared/stores/memory-database.ts";
import { headOf, incomeCsv, incomeOf, recordEvents, spouseOf } from "../support/incomes.ts";
import { openOffice } from "../support/office.ts";
import { acquisitionOf, applicants } from "../support/people.ts";

/** Amounts that no clock, version or count could happen to be. */
const amountsOf = (at: number) => ({
  own: 71_300_017 + at * 1_009,
  spouse: 82_400_029 + at * 1_013,
  head: 93_500_051 + at * 1_019,
});

describe("numbers and amounts of 所得情報", () => {
  it("stand, after every way in, right and wrong, in no key, plain attribute, log line, problem, trail entry or report", async () => {
    const people = applicants(60, 83);
    const database = memoryDatabase();
    const tax = memoryTaxReference();
    const office = openOffice({ database, tax });
    const told: unknown[] = [];
    const secrets: string[] = [];
    const keep = async (call: ReturnType<typeof office.ask>) => {
      const { status, body } = await call;
      if (status >= 400 || body.counts !== undefined) told.push(body);
    };
    for (const [at, person] of people.entries()) {
      const { own, spouse, head } = amountsOf(at);
      secrets.push(person.atenaNumber, ...[own, spouse, head, own + 1, own + 2].map(String));
      const filed = await office.ask("POST", "/v1/filings/acquisition", {
        key: `leaks-${String(at).padStart(4, "0")}`,
        body: acquisitionOf(person, { eventOn: "2024-04-01", filedOn: "2024-04-01" }),
      });
      await recordEvents(office, person, filed.body.filingId, [
        { kind: "exempted", type: "full", from: plainMonth("2026-07"), until: plainMonth("2027-06"), reason: "income" },
      ]);
      const row = { ...incomeOf(person, own), ...spouseOf(spouse), ...headOf(head, { headDependants: 1 }) };
      const send = (...incomes: unknown[]) =>
        keep(office.ask("POST", "/v1/incomes", { as: "zei", roles: ["system"], system: "tax", body: { incomes } }));
      await send(row, { ...row, insuredIncomeAfterDeductions: own + 1 }, { ...row, [String(own)]: person.atenaNumber });
      await send({ ...row, atenaNumber: String(own) }, `${person.atenaNumber},${own}`, [own]);
      const later = { ...incomeOf(person, own + 1), ...spouseOf(spouse) };
      office.incomeInbox.files.set(`incomes/inbox/${at}.csv`, incomeCsv([later, { ...later, insuredDependants: own }]));
      await office.takeIncomeFiles();
      tax.answers.set(`${person.atenaNumber} 2025`, { ok: true, row: incomeOf(person, own + 2) });
      const refer = (body: object) => keep(office.ask("POST", "/v1/incomes/references", { body }));
      await refer({ atenaNumber: person.atenaNumber, year: 2025 });
      await refer({ atenaNumber: person.atenaNumber, year: own });
      await refer({ atenaNumber: person.atenaNumber, year: 2024 });
      await keep(
        office.ask("GET", `/v1/incomes/${person.atenaNumber}`, { purpose: String(own), query: { year: "2025" } }),
      );
      await keep(office.ask("GET", `/v1/incomes/${own}`, { purpose: "filing", query: { year: String(own) } }));
    }
    const places = {
      stored: JSON.stringify(database.dump(), (_, value) => (value instanceof Uint8Array ? "(sealed)" : value)),
      log: JSON.stringify(office.log.lines),
      told: JSON.stringify(told),
      reports: [...office.reports.files].map(([name, text]) => `${name} ${Buffer.from(text)}`).join("\n"),
    };
    expect(database.dump("incomes").filter(({ pk }) => pk === "REOPENED").length).toBeGreaterThanOrEqual(people.length);
    for (const [place, text] of Object.entries(places)) {
      expect(text.length, place).toBeGreaterThan(1_000);
      expect(
        secrets.filter((secret) => text.includes(secret)),
        place,
      ).toEqual([]);
    }
    expect(office.log.lines.filter(({ code }) => code === "internal-error")).toEqual([]);
  });
});
