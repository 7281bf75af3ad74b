import { describe, expect, it } from "vitest";
import { type OperationId, operations } from "../../../shared/contracts/operations.ts";
import { type Role, roles } from "../../../shared/domain/roles.ts";
import { acquisitionOf, applicant } from "../../support/people.ts";
import { openCounter } from "../support/counter.ts";

const letters = {
  clerk: "c",
  examiner: "e",
  manager: "m",
  auditor: "a",
  system: "s",
  head: "h",
  steward: "t",
  operator: "o",
} as const satisfies Record<Role, string>;

/** Who may do what, written down apart from the code: c 窓口, e 審査, m 管理責任者, a 監査人, s 連携システム. */
const allowed: Record<OperationId, string> = {
  "file:acquisition": "ce",
  "file:change-from-category-2": "ce",
  "file:change-from-category-3": "ce",
  "file:loss": "ce",
  "file:employees-pension-joined": "ce",
  "file:exclusion": "ce",
  "file:name-change": "ce",
  "file:address-change": "ce",
  "file:birth-or-sex-correction": "ce",
  "file:number-notice-reissue": "ce",
  "file:ex-officio-acquisition": "ce",
  "file:ex-officio-correction": "ce",
  "file:voluntary-enrolment": "ce",
  "file:special-voluntary-enrolment": "ce",
  "file:voluntary-withdrawal": "ce",
  "file:additional-premium-start": "ce",
  "file:additional-premium-withdrawal": "ce",
  "file:farmer-premium-start": "ce",
  "file:farmer-premium-end": "ce",
  "file:fund-joined": "ce",
  "file:statutory-exemption-start": "ce",
  "file:statutory-exemption-end": "ce",
  "file:payment-choice": "ce",
  "file:payment-choice-correction": "ce",
  "file:exemption-application": "ce",
  "file:continuation-request": "ce",
  "file:continuation-withdrawal": "ce",
  "file:continued-exemption": "ce",
  "file:exemption-cancellation": "ce",
  "file:student-deferment-application": "ce",
  "file:student-deferment-end": "ce",
  "file:late-payment": "ce",
  "file:maternity-exemption": "ce",
  "file:maternity-change": "ce",
  "file:childcare-exemption": "ce",
  "file:childcare-end": "ce",
  "file:childcare-change": "ce",
  "file:childcare-automatic": "ce",
  "file:unknown": "ce",
  listFilings: "cem",
  showFiling: "cem",
  actOnFiling: "ce",
  showPerson: "cem",
  showLedger: "cem",
  showMonths: "cem",
  searchPeople: "cem",
  assessExemption: "cem",
  listRuns: "em",
  startRun: "em",
  showRun: "em",
  decideRun: "m",
  resumeRun: "m",
  importResults: "ems",
  showResults: "em",
  runIncomeOutput: "em",
  listIncomeOutputs: "em",
  showIncomeOutput: "em",
  decideIncomeOutput: "m",
  runBatch: "em",
  showBatch: "em",
  showList: "em",
  takeResidentChanges: "es",
  listResidentChanges: "cem",
  decideResidentChange: "ce",
  takeIncomes: "es",
  showIncome: "cem",
  referIncome: "ce",
  listIncomeCorrections: "cem",
  decideIncomeCorrection: "e",
  requestOutput: "ema",
  listOutputs: "ema",
  showOutput: "ema",
  decideOutput: "m",
  produceOutput: "ema",
  takeOutput: "ema",
};

const filed = async () => {
  const counter = openCounter();
  const person = applicant();
  const { body } = await counter.file("acquisition", acquisitionOf(person));
  return { counter, person, id: body.filingId as string };
};

type Ids = { filingId: string; atenaNumber: string; runId: string; importId: string };
const missing: Ids = {
  filingId: "20261120-ZZZZZZ",
  atenaNumber: "999999999999999",
  runId: "T20261120-ZZZZZZ",
  importId: "0".repeat(64),
};
const pathWith = (path: string, ids: Ids) => path.replace(/\{(\w+)\}/g, (_, name: keyof Ids) => ids[name]);

it("the table names every operation there is", () => {
  expect(Object.keys(allowed).sort()).toEqual(Object.keys(operations).sort());
});

describe.each(Object.keys(allowed) as OperationId[])("%s", (id) => {
  const { method, path } = operations[id];

  it.each(Object.keys(roles) as Role[])("%s", async (role) => {
    const { counter, person, id: filingId } = await filed();
    const there = pathWith(path, { ...missing, filingId, atenaNumber: person.atenaNumber });
    const before = counter.stored();
    const trail = counter.trail().length;
    const body = method === "POST" ? {} : undefined;
    const ask = (at: string) =>
      counter.ask(method, at, { as: "officer-5", roles: [role], purpose: "filing", key: "key-of-roles", body });
    const answer = await ask(there);

    if (allowed[id].includes(letters[role])) {
      expect(answer.status).not.toBe(401);
      expect(answer.status).not.toBe(403);
      return;
    }
    expect(answer).toMatchObject({ status: 403, body: { code: "not-allowed", correlationId: "test-request" } });
    expect(answer.body).not.toHaveProperty("errors");
    expect(await ask(pathWith(path, missing))).toEqual(answer);
    expect(counter.stored()).toEqual(before);
    const entry = {
      officer: "officer-5",
      action: id,
      result: "refused",
      codes: ["not-allowed"],
      subjects: [],
      object: null,
    };
    expect(counter.trail().slice(trail)).toMatchObject([entry, entry]);
  });

  it("without a token: 401, the same whether there is anything or not, and nothing is stored but that it was asked", async () => {
    const { counter, person, id: filingId } = await filed();
    const before = counter.stored();
    const trail = counter.trail().length;
    const body = method === "POST" ? {} : undefined;
    const there = await counter.ask(method, pathWith(path, { ...missing, filingId, atenaNumber: person.atenaNumber }), {
      token: null,
      body,
    });
    expect(there).toMatchObject({ status: 401, body: { code: "no-token" } });
    expect(await counter.ask(method, pathWith(path, missing), { token: null, body })).toEqual(there);
    expect(await counter.ask(method, "/v1/nothing-here", { token: null, body })).toEqual(there);
    expect(counter.stored()).toEqual(before);
    const entry = { officer: "unknown", roles: [], result: "refused", codes: ["no-token"], subjects: [], object: null };
    expect(counter.trail().slice(trail)).toMatchObject([
      { ...entry, action: id },
      { ...entry, action: id },
      { ...entry, action: "unknown" },
    ]);
  });
});
