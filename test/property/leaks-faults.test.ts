import { describe, expect, it } from "vitest";
import { execute } from "../support/execution.ts";
import { incomeCsv, incomeOf } from "../support/incomes.ts";
import { thrownThings } from "../support/leaks/failing-calls.ts";
import { type MarkedPerson, markedPeople, secretsOf } from "../support/leaks/marked-people.ts";
import { leakSearch } from "../support/leaks/search.ts";
import { openWitnessed, type WitnessedOffice } from "../support/leaks/witnessed-office.ts";
import { acquisitionOf } from "../support/people.ts";
import { changeOf, csvOf } from "../support/resident-changes.ts";
import { resultsFile } from "../unit/support/counter.ts";

const people = markedPeople(3, 61);
const [one, two] = people as [MarkedPerson, MarkedPerson];
const search = leakSearch(secretsOf(people, [71_300_017]));
const examiner = { as: "examiner-1", roles: ["examiner"] } as const;
const manager = { as: "manager-1", roles: ["manager"] } as const;

/** As much of a person as an error's message can repeat. */
const told = JSON.stringify({ one, text: `${one.name} ${one.individualNumber} ${one.basicPensionNumber}` });

interface Scene {
  readonly office: WitnessedOffice;
  readonly filingId: string;
  readonly nth: number;
}

const file = ({ office, nth }: Scene, person: MarkedPerson, key = `faults-${String(nth).padStart(8, "0")}`) =>
  office.ask("POST", "/v1/filings/acquisition", { key, body: acquisitionOf(person) });

/** Work of every function, each with a call behind it that fails. */
const works: Readonly<Record<string, (scene: Scene) => Promise<unknown>>> = {
  "taking in a 届出": (scene) => file(scene, one),
  "correcting a 届出": async ({ office, filingId }) => {
    const at = `/v1/filings/${filingId}/actions`;
    await office.ask("POST", at, { body: { action: "return-for-correction", note: one.name } });
    await office.ask("POST", at, { body: { action: "correct", filing: acquisitionOf(two) } });
    await office.ask("POST", at, { ...examiner, body: { action: "examine" } });
  },
  "looking at a person": async ({ office }) => {
    for (const path of ["", "/ledger", "/months"])
      await office.ask("GET", `/v1/people/${two.atenaNumber}${path}`, { purpose: "filing" });
    await office.ask("GET", `/v1/incomes/${two.atenaNumber}`, { purpose: "filing", query: { year: "2025" } });
  },
  "searching for a person": async ({ office }) => {
    for (const body of [
      { individualNumber: two.individualNumber },
      { nameKana: two.nameKana, birthDate: two.birthDate },
    ])
      await office.ask("POST", "/v1/people/search", { purpose: "filing", body });
  },
  "the register": async ({ office, filingId }) => {
    await office.ask("GET", "/v1/filings", { query: { limit: "5" } });
    await office.ask("GET", `/v1/filings/${filingId}`);
  },
  lists: async ({ office }) => {
    await office.ask("GET", "/v1/lists/register", { ...manager, query: { format: "csv" } });
    await office.ask("GET", "/v1/lists/corrections", manager);
  },
  進達: async ({ office, nth }) => {
    await office.ask("POST", "/v1/transmittals", { ...manager, body: {} });
    await execute(office.step, { name: `faults-${nth}` });
    const { body } = await office.ask("GET", "/v1/transmittals", manager);
    const runId = body.runs?.[0]?.runId ?? "none";
    await office.ask("POST", `/v1/transmittals/${runId}/decision`, {
      ...manager,
      body: { decision: "refuse", reason: two.name },
    });
    await office.step({ step: "reopen", runId });
  },
  "a step that is no step": async ({ office }) => {
    await office.step({ step: one.name, [one.individualNumber ?? ""]: one.name });
  },
  処理結果一覧: ({ office, nth }) =>
    office.ask("POST", "/v1/results", {
      ...examiner,
      body: {
        contentBase64: Buffer.from(
          resultsFile([{ basicPensionNumber: two.basicPensionNumber ?? "", reasonCode: String(1000 + (nth % 9000)) }]),
        ).toString("base64"),
      },
    }),
  "resident changes": ({ office, nth }) =>
    office.ask("POST", "/v1/residents/changes", {
      as: "linked",
      roles: ["system"],
      system: "resident-registry",
      body: { changes: [changeOf(two, "moved-out-abroad", { changeId: `R-${nth}`, sequence: nth }), two.name] },
    }),
  "a file of resident changes": async ({ office, nth }) => {
    office.inboxes.residents.files.set(
      `residents/inbox/${nth}.csv`,
      csvOf([changeOf(two, "household-changed", { changeId: `S-${nth}` }), { changeId: two.name }]),
    );
    await office.takeResidentFiles({});
  },
  所得情報: async ({ office, nth }) => {
    const incomes = [{ ...incomeOf(two, 71_300_017), incomeYear: 2010 + (nth % 15) }, two.name];
    await office.ask("POST", "/v1/incomes", { as: "zei", roles: ["system"], system: "tax", body: { incomes } });
    await office.ask("POST", "/v1/incomes/references", { body: { atenaNumber: two.atenaNumber, year: 2025 } });
  },
  "a file of 所得情報": async ({ office, nth }) => {
    office.inboxes.incomes.files.set(
      `incomes/inbox/${nth}.csv`,
      incomeCsv([{ ...incomeOf(two, 71_300_017), incomeYear: 2010 + (nth % 15) }, { atenaNumber: two.name }]),
    );
    await office.takeIncomeFiles({});
  },
  一括処理: async ({ office }) => {
    const rows = [{ atenaNumber: two.atenaNumber, lostOn: "2026-11-01" }];
    await office.ask("POST", "/v1/batches", { ...examiner, body: { kind: "health-insurance-loss", rows } });
    await office.nightly({});
  },
  所得情報の出力: ({ office }) =>
    office.ask("POST", "/v1/income-outputs", {
      ...examiner,
      body: { kind: "continuation", year: 2026, again: true },
    }),
};

/** Calls that every error is met at: the first ones, and in turn those further in. */
const callsOf = (at: number) => [1, 2, 3, 4 + (at % 9)];

describe("personal data in errors that nobody foresaw", () => {
  it("is repeated by more classes of error than the SDKs can be listed by hand", () => {
    expect(thrownThings.length).toBeGreaterThan(100);
    const repeating = thrownThings.filter(
      ([, thing]) =>
        search(
          JSON.stringify(
            Object.getOwnPropertyNames(thing(told) ?? {}).map(
              (name) => (thing(told) as Record<string, unknown>)[name],
            ) ?? "",
          ),
        ).length > 0,
    );
    expect(repeating.length).toBeGreaterThan(100);
  });

  it.each(Object.keys(works))("%s: whichever call fails, with whatever error, none of it comes out", async (name) => {
    const work = works[name];
    const office = openWitnessed();
    let failed = 0;
    let nth = 0;
    try {
      const filed = await file({ office, filingId: "", nth }, two, "faults-before-1");
      expect(filed.status).toBe(201);
      for (const [at, [, thing]] of thrownThings.entries()) {
        for (const call of callsOf(at)) {
          office.calls.failAt(call, thing(told));
          nth += 1;
          await work?.({ office, filingId: filed.body.filingId, nth }).catch(() => undefined);
          failed += office.calls.failed() ? 1 : 0;
        }
      }
      office.calls.failAt(Number.POSITIVE_INFINITY, undefined);
      for (const [place, text] of Object.entries(office.outside())) expect([place, search(text)]).toEqual([place, []]);
      if (name !== "a step that is no step") {
        expect(failed).toBeGreaterThan(200);
        expect(office.outside().log).toContain('"code":"internal-error"');
      } else expect(office.outside().thrown).toContain("internal-error");
    } finally {
      office.stop();
    }
    process.stdout.write(`leaks-faults ${name}: ${office.operations()} operations, ${failed} failing calls\n`);
  });
});
