import { describe, expect, it } from "vitest";
import * as z from "zod";
import type { OperationId } from "../../../shared/contracts/operations.ts";
import { bodies, successes } from "../../../tools/openapi/answers.ts";
import { type Answer, openOffice } from "../../support/office.ts";
import { acquisitionOf, applicant } from "../../support/people.ts";
import { inJapan } from "../../support/trail-entries.ts";

const auditor = { as: "auditor-1", roles: ["auditor"] } as const;
const person = applicant();

/** Every kind of the auditor's answers, from an office with a digested past and a reported month. */
const answersOf = async (): Promise<readonly (readonly [OperationId, Answer])[]> => {
  const office = openOffice({ now: inJapan("2026-11-30", "20:00") });
  await office.ask("POST", "/v1/filings/acquisition", { key: "audit-answers-1", body: acquisitionOf(person) });
  await office.ask("GET", `/v1/people/${person.atenaNumber}`, { purpose: "filing" });
  office.time.now = inJapan("2026-12-01", "03:00");
  await office.digestTrail();
  await office.makeReport({});
  const listed = await office.ask("GET", "/v1/audit/entries", auditor);
  const [latest] = listed.body.entries.filter(({ officer }: { officer: string }) => officer === "clerk-1");
  const found = await office.ask("POST", "/v1/audit/subjects", {
    ...auditor,
    body: { atenaNumber: person.atenaNumber },
  });
  const days = { from: "2026-11-30", to: "2026-11-30" };
  const undigested = listed.body.entries.find(
    ({ officer }: { officer: string }) => officer === "schedule:audit-report",
  );
  return [
    ["listEntries", listed],
    ["showEntry", await office.ask("GET", `/v1/audit/entries/${latest.entryId}`, auditor)],
    ["showEntry", await office.ask("GET", `/v1/audit/entries/${undigested.entryId}`, auditor)],
    ["listDigests", await office.ask("GET", "/v1/audit/digests", auditor)],
    ["verifyDigests", await office.ask("POST", "/v1/audit/digests/verification", { ...auditor, body: days })],
    ["showActivity", await office.ask("GET", "/v1/audit/activity", auditor)],
    ["listReports", await office.ask("GET", "/v1/audit/reports", auditor)],
    ["showReport", await office.ask("GET", "/v1/audit/reports/2026-11", auditor)],
    ["findSubject", found],
    ["findTerms", await office.ask("POST", "/v1/audit/terms", { ...auditor, body: { birthDate: person.birthDate } })],
    [
      "resolveSubjects",
      await office.ask("POST", "/v1/audit/subjects/resolution", {
        roles: ["head"],
        body: { subjects: [found.body.subject] },
      }),
    ],
  ];
};

describe("the auditor's answers that docs/openapi.json describes", () => {
  it("are the answers the office gives, field by field", async () => {
    for (const [operation, { status, body }] of await answersOf()) {
      const success = successes[operation][status];
      expect([operation, status, success !== undefined]).toEqual([operation, status, true]);
      if (!success) continue;
      const parsed = bodies[success.body].safeParse(body);
      expect(parsed.success ? "" : `${operation}: ${z.prettifyError(parsed.error)}`).toBe("");
    }
  });
});
