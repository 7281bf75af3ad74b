import { describe, expect, it } from "vitest";
import { closeTheDay, deskDay } from "../support/leaks/desk-day.ts";
import { spoilEveryOperation } from "../support/leaks/every-operation.ts";
import { amountsOf, markedPeople, secretsOf } from "../support/leaks/marked-people.ts";
import { leakSearch } from "../support/leaks/search.ts";
import { openWitnessed } from "../support/leaks/witnessed-office.ts";

const days = 1;
const peopleADay = 12;
const fewest = 5_000;

describe("personal data at the desks", () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])(
    `part %i: over ${fewest} operations, with data in every path, query, header and field, it stands nowhere outside a sealed blob`,
    async (part) => {
      let operations = 0;
      for (let day = 0; day < days; day += 1) {
        const office = openWitnessed();
        try {
          const people = markedPeople(peopleADay, 200 + part * 10 + day);
          for (const [at, person] of people.entries()) {
            const other = people[(at + 1) % people.length] ?? person;
            await deskDay(office, person, other, at);
            await spoilEveryOperation(office, person, at);
          }
          await closeTheDay(office, people);
          const amounts = people.flatMap((_, at) => {
            const { own, spouse, head } = amountsOf(at);
            return [own, own + 1, own + 2, spouse, head];
          });
          const search = leakSearch(secretsOf(people, amounts));
          for (const [place, text] of Object.entries(office.outside()))
            expect([place, search(text)]).toEqual([place, []]);
          expect(office.outside().reports.length).toBeGreaterThan(1_000);
          expect(office.database.dump("incomes").some(({ pk }) => pk === "REOPENED")).toBe(true);
          expect(office.surprises()).toEqual([]);
          operations += office.operations();
        } finally {
          office.stop();
        }
      }
      process.stdout.write(`leaks-desks ${part}: ${operations} operations\n`);
      expect(operations).toBeGreaterThan(fewest);
    },
  );
});
