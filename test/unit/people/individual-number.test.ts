import { describe, expect, it } from "vitest";
import type { Department } from "../../../shared/domain/departments.ts";
import type { Role } from "../../../shared/domain/roles.ts";
import { maskedIndividualNumber } from "../../../shared/protection/mask.ts";
import { acquisitionOf, applicant } from "../../support/people.ts";
import { openCounter } from "../support/counter.ts";

const person = applicant();
const { individualNumber = "" } = person;
const at = `/v1/people/${person.atenaNumber}`;

const opened = async () => {
  const counter = openCounter();
  const { body } = await counter.file("acquisition", acquisitionOf(person));
  return { ...counter, filingId: body.filingId as string };
};
type Counter = Awaited<ReturnType<typeof opened>>;

const asks = (department: Department, role: Role, purpose: string) => ({
  as: "officer-5",
  department,
  roles: [role],
  purpose,
});
const checking = asks("pension", "clerk", "individual-number");
const numberItems = ({ items }: { items: string[] }) => items.filter((item) => /myNumber/i.test(item));

describe("個人番号", () => {
  it.each([
    ["pension", "clerk"],
    ["pension", "examiner"],
    ["pension", "manager"],
    ["district-office", "clerk"],
  ] as const)(
    "%s の %s は、確認・照合を目的として述べて被保険者を見るときだけ見え、見たことが項目に残る",
    async (department, role) => {
      const counter = await opened();
      const seen = await counter.ask("GET", at, asks(department, role, "individual-number"));
      expect(seen.body.facts.individualNumber).toBe(individualNumber);
      expect(counter.trail().at(-1)).toMatchObject({ action: "showPerson", purpose: "individual-number" });
      expect(numberItems(counter.trail().at(-1))).toEqual(["addressee.myNumber"]);

      for (const purpose of ["counter-inquiry", "filing", "jps-inquiry", "correction", "protected-address"]) {
        const hidden = await counter.ask("GET", at, asks(department, role, purpose));
        expect(hidden.body.facts.individualNumber).toBe(maskedIndividualNumber);
        expect(numberItems(counter.trail().at(-1))).toEqual([]);
      }
    },
  );

  it.each([
    ["資格の履歴", (counter: Counter) => counter.ask("GET", `${at}/ledger`, checking)],
    ["月ごとの期間", (counter: Counter) => counter.ask("GET", `${at}/months`, checking)],
    [
      "検索",
      (counter: Counter) => counter.ask("POST", "/v1/people/search", { ...checking, body: { individualNumber } }),
    ],
    ["届出", (counter: Counter) => counter.ask("GET", `/v1/filings/${counter.filingId}`, checking)],
    ["受付処理簿", (counter: Counter) => counter.ask("GET", "/v1/filings", checking)],
  ])("%sでは、その目的を述べても伏せ、項目にも残らない", async (_, look) => {
    const counter = await opened();
    const answer = await look(counter);
    expect(answer.status).toBe(200);
    expect(JSON.stringify(answer.body)).not.toContain(individualNumber);
    expect(numberItems(counter.trail().at(-1))).toEqual([]);
  });
});
