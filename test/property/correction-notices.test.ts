import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Instant } from "../../shared/law/calendar.ts";
import { openOffice } from "../support/office.ts";
import { acquisitionOf, applicants } from "../support/people.ts";

const person = applicants(1)[0];
if (!person) throw new Error("the generated ward has nobody of working age");

const systems = { transfer1: "family-registry", transfer2: "national-health-insurance" } as const;
const lists = ["transfer1", "transfer2"] as const;
type List = (typeof lists)[number];

const header = {
  filedOn: "2026-11-20",
  eventOn: "2026-11-16",
  counter: "main-office",
  channel: "counter",
  identityDocument: "resident-notification",
  person,
};
const turn = (correctOn: string | undefined) => ({
  flow: "ex-officio-correction",
  body: {
    ...header,
    filer: "ex-officio",
    documents: ["basis-of-ex-officio"],
    details: {
      turn: "acquired",
      recordedOn: "2026-11-16",
      ...(correctOn === undefined ? {} : { correctOn }),
    },
  },
});
const facts = (details: object) => ({
  flow: "birth-or-sex-correction",
  body: { ...header, filer: "insured", documents: ["residence-record"], details },
});

const correction = fc.oneof(
  fc.constantFrom("2026-11-02", "2026-11-10", "2026-11-19", undefined).map(turn),
  fc
    .record({
      correctSex: fc.constantFrom("male", "female"),
      correctBirthDate: fc.option(fc.constantFrom("1990-05-11", person.birthDate), { nil: undefined }),
    })
    .map(facts),
);

const pulls = fc.subarray([...lists]);

describe("訂正の通知は", () => {
  it("訂正の前に受け取り、いま尋ねると違う項目を答えられる移転先に、その項目だけを、ほかのだれにもない", async () => {
    const seen = { with: 0, without: 0 };
    await fc.assert(
      fc.asyncProperty(
        fc.record({ correction, before: pulls, after: pulls, digested: fc.boolean() }),
        async ({ correction: { flow, body }, before, after, digested }) => {
          const office = openOffice();
          const later = () => {
            office.time.now = new Date(Date.parse(office.time.now) + 3_600_000).toISOString() as Instant;
          };
          const pull = (list: List) =>
            office.ask("GET", `/v1/provisions/${person.atenaNumber}`, {
              as: systems[list],
              roles: ["system"],
              system: systems[list],
            });
          const file = (name: string, filed: object) =>
            office.ask("POST", `/v1/filings/${name}`, { key: `notice-${name}`, body: filed });
          await file("acquisition", acquisitionOf(person));
          const was = new Map<List, object>();
          for (const list of before) was.set(list, (await pull(list)).body.items);
          for (let hours = 0; hours < 3; hours += 1) {
            later();
            if (digested) await office.digestTrail();
          }
          const { filingId } = (await file(flow, body)).body;
          later();
          for (const list of after) await pull(list);
          const prepared = await office.ask("POST", `/v1/corrections/${filingId}/notices`, {
            as: "examiner-1",
            roles: ["examiner"],
          });
          expect(prepared.status).toBe(201);
          const told: List[] = prepared.body.notices.map(({ list }: { list: List }) => list);
          for (const list of lists) {
            const answer = await pull(list);
            const is = answer.body.items ?? {};
            const differs = JSON.stringify(was.get(list) ?? {}) !== JSON.stringify(is);
            expect([list, told.includes(list)]).toEqual([list, was.has(list) && differs]);
            // Whom nothing is told of any more is not told by an answer either, but by paper.
            expect(answer.body.corrected !== undefined).toBe(told.includes(list) && answer.status === 200);
            seen[told.includes(list) ? "with" : "without"] += 1;
          }
        },
      ),
      { numRuns: 150 },
    );
    expect(Math.min(seen.with, seen.without)).toBeGreaterThan(20);
  }, 120_000);
});
