import { describe, expect, it } from "vitest";
import type { ResultRecord } from "../../../shared/documents/result-record.ts";
import type { FilingId } from "../../../shared/domain/ids.ts";
import type { ReliefSpan } from "../../../shared/domain/relief-spans.ts";
import type { FlowId } from "../../../shared/flows/catalogue.ts";
import { putIncome } from "../../support/incomes-on-file.ts";
import { became1, modelOf, personOf, putOnFile } from "../batches/on-file.ts";
import { filedExamples } from "../documents/filed-examples.ts";
import { earning, incomesOf } from "../flows/income-examples.ts";
import { openCounter, resultsFile } from "../support/counter.ts";

const birthDate = "1990-05-05";
const model = modelOf(1, birthDate);
const number = model.basicPensionNumber ?? "";

/** Somebody on file, and a 届出 of the catalogue that waits for its result. */
const sent = async (name: string) => {
  const counter = openCounter();
  const atenaNumber = await putOnFile(counter, 1, birthDate, [became1("2010-05-04")]);
  const example = filedExamples[name];
  if (!example) throw new Error("no such example");
  if (example.income)
    await putIncome(counter, atenaNumber, example.income.year, incomesOf(earning(example.income.yen)));
  const file = async (flow: FlowId, { on, details = {}, documents = [], atCounter }: typeof example) =>
    counter.file(flow, {
      person: model,
      filedOn: on,
      eventOn: on,
      counter: "main-office",
      channel: "counter",
      identityDocument: "drivers-licence",
      filer: "insured",
      documents,
      details,
      ...(atCounter ? { atCounter } : {}),
    });
  const { body } = await file(example.flow, example);
  expect([name, body]).toMatchObject([name, { status: "accepted" }]);
  const filingId = body.filingId as FilingId;
  await counter.examine(filingId);
  await counter.send();
  const result = (over: Partial<Omit<ResultRecord, "line">>) =>
    counter.importFile(resultsFile([{ basicPensionNumber: number, filingId, form: name, ...over }]));
  return { counter, filingId, result, reliefs: async () => (await personOf(counter, atenaNumber)).reliefs };
};

const grant = (kind: string, from: string, until: string | null) => ({ kind, from, until }) as ReliefSpan;

describe("the result of a 届出 of 免除", () => {
  it.each([
    [
      "B01",
      [grant("statutory", "2026-09", null)],
      { exemptions: [{ type: "statutory", from: "2026-09", until: null }] },
    ],
    ["B05", [grant("half", "2026-07", "2027-06")], { exemptions: [{ type: "half", reason: "income" }] }],
    ["B12", [grant("student-deferment", "2026-04", "2027-03")], { exemptions: [{ type: "student-deferment" }] }],
    ["B14", [grant("maternity", "2026-11", "2027-01")], { maternity: [{ on: "2026-11-20", until: "2027-01" }] }],
    ["B16", [grant("childcare", "2026-10", "2027-08")], { childcare: [{ parent: "father", until: "2027-08" }] }],
  ] as const)("%s is what 日本年金機構 granted, 確定, and closes it", async (name, grants, expected) => {
    const { counter, filingId, result, reliefs } = await sent(name);
    const answer = await result({ grants });
    expect(answer.body.counts).toMatchObject({ approved: 1, unmatched: 0 });
    expect(await counter.statusOf(filingId)).toBe("closed");
    const after = await reliefs();
    expect(after).toMatchObject(expected);
    for (const { standing } of [...after.exemptions, ...after.maternity, ...after.childcare])
      expect(standing).toBe("confirmed");
  });

  it("B05 却下 takes the months away and leaves the 届出 to be seen to", async () => {
    const { counter, filingId, result, reliefs } = await sent("B05");
    expect((await reliefs()).exemptions).toHaveLength(1);
    await result({ result: "rejected", reasonCode: "12" });
    expect(await counter.statusOf(filingId)).toBe("rejected");
    expect(await reliefs()).toMatchObject({ exemptions: [], continuation: null });
  });

  it.each([
    ["B05", "unfit-grant", { grants: [grant("statutory", "2026-07", "2027-06")] }],
    ["B12", "unfit-grant", { grants: [grant("full", "2026-07", "2027-06")] }],
    [
      "B14",
      "unfit-grant",
      { grants: [grant("maternity", "2026-11", "2026-12"), grant("maternity", "2027-01", "2027-02")] },
    ],
    ["B05", "grant-missing", { result: "amended", amendedOn: "2026-11-10" }],
  ] as const)("%s that does not fit it is left unmatched: %s", async (name, reason, over) => {
    const { counter, filingId, result } = await sent(name);
    const answer = await result(over as Partial<Omit<ResultRecord, "line">>);
    expect(answer.body.lines).toMatchObject([{ outcome: "unmatched", reason }]);
    expect(await counter.statusOf(filingId)).toBe("transmitted");
  });

  it("is found without a 受付番号 by the 手続 alone", async () => {
    const { counter, filingId } = await sent("B05");
    await counter.importFile(resultsFile([{ basicPensionNumber: number, form: "B05" }]));
    expect(await counter.statusOf(filingId)).toBe("closed");
  });
});
