import { describe, expect, it } from "vitest";
import * as z from "zod";
import { memoryTaxReference } from "../../../functions/linkage/incomes/reference/tax-reference.ts";
import type { OperationId } from "../../../shared/contracts/operations.ts";
import { composeResults } from "../../../shared/documents/results-composer.ts";
import { plainDate, plainMonth } from "../../../shared/law/calendar.ts";
import { bodies, successes } from "../../../tools/openapi/answers.ts";
import { requestFor, requestList } from "../../support/income-outputs.ts";
import { headOf, incomeOf, recordEvents, spouseOf } from "../../support/incomes.ts";
import { type Answer, openOffice } from "../../support/office.ts";
import { acquisitionOf, applicants, changeFrom2Of } from "../../support/people.ts";
import { changeOf } from "../../support/resident-changes.ts";
import { rightRecorded } from "../../support/rights-on-file.ts";

const manager = { as: "manager-1", roles: ["manager"] } as const;
const examiner = { as: "examiner-1", roles: ["examiner"] } as const;
const purpose = "counter-inquiry";

const [first, second] = applicants(2);
if (!first || !second) throw new Error("the generated ward has too few people of working age");

/** Every kind of answer, from one office whose files hold something to answer with. */
const answersOf = async (): Promise<readonly (readonly [OperationId, Answer])[]> => {
  const tax = memoryTaxReference();
  const office = openOffice({ tax });
  const filed = await office.ask("POST", "/v1/filings/acquisition", { key: "answers-1", body: acquisitionOf(first) });
  const waiting = await office.ask("POST", "/v1/filings/change-from-category-2", {
    key: "answers-2",
    body: changeFrom2Of(second, { documents: [] }),
  });
  const applied = await office.ask("POST", "/v1/filings/exemption-application", {
    key: "answers-3",
    body: acquisitionOf(first, {
      eventOn: "2026-11-20",
      details: {
        from: "2026-07",
        until: "2027-06",
        wish: [],
        spouse: null,
        headOfHousehold: "self",
        grounds: [],
        continuation: false,
      },
    }),
  });
  const { filingId } = filed.body;
  const path = `/v1/filings/${filingId}`;
  const examined = await office.ask("POST", `${path}/actions`, { ...examiner, body: { action: "examine" } });
  const started = await office.ask("POST", "/v1/transmittals", { ...manager });
  const { runId } = await office.drive();
  const run = `/v1/transmittals/${runId}`;
  const seen = await office.ask("GET", run, manager);
  const resumed = await office.ask("POST", `${run}/resume`, manager);
  const decided = await office.ask("POST", `${run}/decision`, { ...manager, body: { decision: "approve" } });
  await office.step({ step: "release", runId });
  const record = { form: "A01", result: "approved", processedOn: plainDate("2026-11-30") } as const;
  const file = composeResults(
    [
      { ...record, filingId, basicPensionNumber: first.basicPensionNumber ?? "" },
      { ...record, basicPensionNumber: "9999999999" },
    ],
    { wardCode: "13110", runId: "T20261130-000001", createdOn: plainDate("2026-11-30") },
  );
  const body = { contentBase64: Buffer.from(file).toString("base64") };
  const imported = await office.ask("POST", "/v1/results", { ...examiner, body });
  const person = `/v1/people/${first.atenaNumber}`;
  const changesPath = "/v1/residents/changes";
  const changesTaken = await office.ask("POST", changesPath, {
    ...examiner,
    body: { changes: [changeOf(first, "household-changed"), "unreadable"] },
  });
  await recordEvents(office, first, filingId, [
    rightRecorded("awarded", "2026-06-01", "disability", { grade: 2, determination: "permanent" }),
    { kind: "exempted", type: "full", from: plainMonth("2026-07"), until: plainMonth("2027-06"), reason: "income" },
  ]);
  const incomesTaken = await office.ask("POST", "/v1/incomes", {
    ...examiner,
    body: { incomes: [incomeOf(first, 1, { ...spouseOf(2), ...headOf(3) }), "unreadable"] },
  });
  tax.answers.set(`${first.atenaNumber} 2025`, { ok: true, row: incomeOf(first, 2) });
  const referred = await office.ask("POST", "/v1/incomes/references", {
    body: { atenaNumber: first.atenaNumber, year: 2025 },
  });
  const corrections = "/v1/incomes/corrections";
  const outputs = "/v1/income-outputs";
  const list = requestList([requestFor(0)]);
  const put = await office.ask("POST", outputs, { ...examiner, body: { kind: "request-answer", contentBase64: list } });
  const output = `${outputs}/${put.body.outputId}`;
  const bulk = "/v1/outputs";
  const asked = await office.ask("POST", bulk, {
    ...examiner,
    body: {
      kind: "list",
      spec: { name: "register", from: "2026-11-01", to: "2026-11-30" },
      purpose: "progress",
      reason: "月次の確認",
    },
  });
  const bulkOutput = `${bulk}/${asked.body.outputId}`;
  return [
    ["requestOutput", asked],
    ["decideOutput", await office.ask("POST", `${bulkOutput}/decision`, { ...manager, body: { decision: "approve" } })],
    ["produceOutput", await office.ask("POST", `${bulkOutput}/production`, examiner)],
    ["listOutputs", await office.ask("GET", bulk, manager)],
    ["showOutput", await office.ask("GET", bulkOutput, examiner)],
    ["takeOutput", await office.ask("POST", `${bulkOutput}/parts/1`, examiner)],
    ["runIncomeOutput", put],
    ["showIncomeOutput", await office.ask("GET", output, manager)],
    ["listIncomeOutputs", await office.ask("GET", outputs, examiner)],
    [
      "decideIncomeOutput",
      await office.ask("POST", `${output}/decision`, { ...manager, body: { decision: "approve" } }),
    ],
    ["file:acquisition", filed],
    ["file:change-from-category-2", waiting],
    ["file:exemption-application", applied],
    ["showFiling", await office.ask("GET", `/v1/filings/${applied.body.filingId}`)],
    [
      "assessExemption",
      await office.ask("POST", "/v1/assessments/exemption", {
        purpose,
        body: { cycle: "exemption", atenaNumber: first.atenaNumber, spouse: false, headOfHousehold: "self" },
      }),
    ],
    [
      "assessBenefit",
      await office.ask("POST", "/v1/assessments/old-age-pension", {
        purpose,
        body: { atenaNumber: first.atenaNumber, months: "from-file", takenAt: { years: 60 } },
      }),
    ],
    [
      "assessBenefit",
      await office.ask("POST", "/v1/assessments/disability-pension", {
        purpose,
        body: { atenaNumber: first.atenaNumber, grade: 2, children: 1, beforeTwenty: true },
      }),
    ],
    [
      "assessBenefit",
      await office.ask("POST", "/v1/assessments/disability-income-limit", {
        purpose,
        body: { atenaNumber: first.atenaNumber, incomes: [{ year: 2025, afterDeductions: 4_000_000 }] },
      }),
    ],
    [
      "assessBenefit",
      await office.ask("POST", "/v1/assessments/death-lump-sum", {
        body: {
          person: { birthDate: "1970-05-10" },
          months: { paid: 120, additional: 36 },
          diedOn: "2026-10-01",
          deceasedReceived: false,
          survivorPension: false,
        },
      }),
    ],
    [
      "assessBenefit",
      await office.ask("POST", "/v1/assessments/special-disability-benefit", {
        body: {
          person: { birthDate: "1970-05-10" },
          grade: 1,
          ground: "student",
          firstVisitOn: "1990-05-01",
          income: { afterDeductions: null },
        },
      }),
    ],
    ["actOnFiling", examined],
    ["startRun", started],
    ["showRun", seen],
    ["resumeRun", resumed],
    ["decideRun", decided],
    ["listRuns", await office.ask("GET", "/v1/transmittals", manager)],
    ["importResults", imported],
    ["importResults", await office.ask("POST", "/v1/results", { ...examiner, body })],
    ["showResults", await office.ask("GET", `/v1/results/${imported.body.importId}`, manager)],
    ["listFilings", await office.ask("GET", "/v1/filings")],
    ["showFiling", await office.ask("GET", path)],
    [
      "runBatch",
      await office.ask("POST", "/v1/batches", { ...examiner, body: { kind: "unenrolled", month: "2026-11" } }),
    ],
    ["showBatch", await office.ask("GET", "/v1/batches/unenrolled-2026-11", examiner)],
    ["showList", await office.ask("GET", "/v1/lists/changes", examiner)],
    ["takeResidentChanges", changesTaken],
    ["listResidentChanges", await office.ask("GET", changesPath, { query: { state: "recorded" } })],
    [
      "decideResidentChange",
      await office.ask("POST", `${changesPath}/J-1/decision`, { body: { decision: "confirm" } }),
    ],
    ["takeIncomes", incomesTaken],
    ["referIncome", referred],
    ["showIncome", await office.ask("GET", `/v1/incomes/${first.atenaNumber}`, { purpose, query: { year: "2025" } })],
    ["listIncomeCorrections", await office.ask("GET", corrections, { query: { state: "open" } })],
    [
      "decideIncomeCorrection",
      await office.ask("POST", `${corrections}/${referred.body.correctionId}/decision`, {
        ...examiner,
        body: { decision: "keep", note: "確認" },
      }),
    ],
    [
      "provideItems",
      await office.ask("GET", `/v1/provisions/${first.atenaNumber}`, {
        as: "koseki",
        roles: ["system"],
        system: "family-registry",
      }),
    ],
    ["showPerson", await office.ask("GET", person, { purpose })],
    ["showLedger", await office.ask("GET", `${person}/ledger`, { purpose })],
    ["showMonths", await office.ask("GET", `${person}/months`, { purpose })],
    ["showBenefits", await office.ask("GET", `${person}/benefits`, { purpose })],
    ["searchPeople", await office.ask("POST", "/v1/people/search", { purpose, body: { birthDate: first.birthDate } })],
  ];
};

describe("the answers that docs/openapi.json describes", () => {
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
