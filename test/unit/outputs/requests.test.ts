import { describe, expect, it } from "vitest";
import { reportItems } from "../../../shared/documents/report.ts";
import { extractItems, guessedFrom, isSensitive, notExtracted } from "../../../shared/domain/extract-items.ts";
import { formSensitiveItems } from "../../../shared/domain/form-items.ts";
import { itemsOf } from "../../../shared/domain/items-of.ts";
import { keysOf } from "../../../shared/domain/keys-of.ts";
import { ledgerEntry } from "../../../shared/domain/ledger-events.ts";
import { outputPurposes } from "../../../shared/domain/output-purposes.ts";
import { outputMoves, outputStates, stateAfter } from "../../../shared/domain/outputs.ts";
import { recordItems } from "../../../shared/domain/record-items.ts";
import { auditor, examiner, extractOf, listOf, openOutputOffice, trailOf } from "../../support/outputs.ts";

const firstFault = async (body: object, by: object = examiner) => {
  const answer = await openOutputOffice().ask("POST", "/v1/outputs", { ...by, body });
  return [answer.status, answer.body.errors?.[0]?.code, answer.body.errors?.[0]?.pointer];
};
const condition = (item: string, op: string, value?: unknown) =>
  extractOf({ conditions: [{ item, op, ...(value === undefined ? {} : { value }) }] });
const forms = (spec: object, over: object = {}) => ({
  kind: "forms",
  spec,
  purpose: "record-check",
  reason: "点検",
  ...over,
});

describe("出力の申請", () => {
  it.each([
    [
      "an item that is not on the permitted list",
      extractOf({ columns: ["beneficiary.diseaseName"] }),
      "/spec/columns/0",
    ],
    ["an item that is none", extractOf({ columns: ["name"] }), "/spec/columns/0"],
    ["no item", extractOf({ columns: [] }), "/spec/columns"],
    ["an item twice", extractOf({ columns: ["addressee.sex", "addressee.sex"] }), "/spec/columns"],
    ["a condition on a name", condition("addressee.name", "equals", "架空"), "/spec/conditions/0"],
    ["a condition on a number", condition("addressee.myNumber", "one-of", ["1"]), "/spec/conditions/0"],
    ["a day that is none", condition("addressee.birthDate", "after", "2026-02-30"), "/spec/conditions/0"],
    ["a code that is none", condition("insured.insuredCategory", "equals", "9"), "/spec/conditions/0"],
    ["an order of codes", condition("insured.insuredCategory", "before", "1"), "/spec/conditions/0"],
    ["a month for a day", condition("addressee.birthDate", "equals", "1990-04"), "/spec/conditions/0"],
    ["an item beyond the purpose", extractOf({}, { purpose: "statistics" }), "/spec/columns/0"],
    [
      "a condition beyond the purpose",
      extractOf(
        { columns: ["addressee.sex"], conditions: [{ item: "addressee.address", op: "present" }] },
        { purpose: "statistics" },
      ),
      "/spec/conditions/0/item",
    ],
    ["a kind beyond the purpose", extractOf({}, { purpose: "progress" }), "/purpose"],
    ["a purpose that is none", listOf({ purpose: "curiosity" }), "/purpose"],
    ["no reason", listOf({ reason: "" }), "/reason"],
    ["a number in the reason", listOf({ reason: "1234-5678-9018 さんの件" }), "/reason"],
    ["a full-width number in the reason", listOf({ reason: "１２３４５６７８９０" }), "/reason"],
    ["a number as the number of the instruction", listOf({ instructionNumber: "123456789018" }), "/instructionNumber"],
    ["a day to come", extractOf({ asOf: "2026-11-24" }), "/spec/asOf"],
    [
      "a list of more than a year",
      listOf({ spec: { name: "register", from: "2025-01-01", to: "2026-11-01" } }),
      "/spec/from",
    ],
    [
      "a list that there is not",
      listOf({ spec: { name: "people", from: "2026-11-01", to: "2026-11-02" } }),
      "/spec/name",
    ],
    ["forms of nothing", forms({}), "/spec"],
    ["forms by number and by day", forms({ filingIds: ["20261120-AAAAAA"], filedOn: "2026-11-20" }), "/spec"],
    ["forms of a day to come", forms({ filedOn: "2026-11-24" }), "/spec/filedOn"],
    [
      "forms with 個人番号 for a purpose that does not need it",
      forms({ filedOn: "2026-11-20", with: ["addressee.myNumber"] }),
      "/spec/with/0",
    ],
    ["something unknown beside", extractOf({ sql: "select" }), "/spec"],
  ])("%s is refused, and where is told", async (_, body, pointer) => {
    const [status, code, where] = await firstFault(body);
    expect([status, where]).toEqual([400, pointer]);
    expect(code).toBeTruthy();
  });

  it.each([
    ["everybody's for more than a month", trailOf({ from: "2026-10-01" })],
    ["an officer's for more than a year", trailOf({ from: "2025-01-01", officer: "clerk-1" })],
    ["today's, which is not over", trailOf({ to: "2026-11-23" })],
    ["somebody's who is named by their number", trailOf({ subject: "000000000000019" })],
  ])("of the trail: %s is refused", async (_, body) => {
    expect((await firstFault(body, auditor))[0]).toBe(400);
  });

  it("never repeats what was sent in what it answers", async () => {
    const office = openOutputOffice();
    const secret = "1234 5678 9018";
    for (const body of [
      listOf({ reason: secret }),
      condition("addressee.birthDate", "equals", secret),
      extractOf({ columns: [secret] }),
      extractOf({ [secret]: secret }),
      listOf({ purpose: secret }),
    ])
      expect(JSON.stringify(await office.ask("POST", "/v1/outputs", { ...examiner, body }))).not.toContain(secret);
    expect(JSON.stringify([office.database.dump(), office.log.lines])).not.toContain(secret);
  });
});

describe("出力できる項目", () => {
  it("are those that the ledger holds, each with its getter or the reason why not", () => {
    const held = itemsOf(ledgerEntry).toSorted();
    // 番号 (the last six digits) is kept in one value with 記号.
    const listed = [...keysOf(extractItems), ...Object.keys(notExtracted)].filter(
      (id) => id !== "insured.basicPensionSerial",
    );
    expect(listed.toSorted()).toEqual(held);
  });

  it("are sensitive as 別添1 says, or for a reason that is written down", () => {
    for (const id of keysOf(extractItems))
      expect([id, isSensitive(id)]).toEqual([id, recordItems[id].sensitivity !== "通常" || id in guessedFrom]);
    for (const id of keysOf(guessedFrom)) expect(recordItems[id].sensitivity).toBe("通常");
    for (const id of keysOf(formSensitiveItems)) expect(isSensitive(id)).toBe(true);
  });

  it("in a 帳票 that are sensitive are fields that a 帳票 has", () => {
    for (const fields of Object.values(formSensitiveItems))
      for (const field of fields) expect(Object.keys(reportItems)).toContain(field);
  });

  it("with an individual number belong to one purpose alone, and statistics name nobody", () => {
    const may = (group: string) =>
      keysOf(outputPurposes).filter((id) => (outputPurposes[id].groups as readonly string[]).includes(group));
    expect(may("individual-number")).toEqual(["jps-reconciliation"]);
    for (const group of ["identity", "contact", "pension-number"]) expect(may(group)).not.toContain("statistics");
  });
});

describe("出力の状態", () => {
  it("move only as the table says, and from an end nowhere", () => {
    for (const state of keysOf(outputStates))
      for (const move of keysOf(outputMoves)) {
        const { from, to } = outputMoves[move];
        if ((from as readonly string[]).includes(state)) expect(stateAfter(state, move)).toBe(to);
        else expect(() => stateAfter(state, move)).toThrow();
      }
    const ends = ["withdrawn", "refused", "taken", "expired"];
    expect(Object.values(outputMoves).flatMap(({ from }) => from.filter((state) => ends.includes(state)))).toEqual([]);
  });
});
