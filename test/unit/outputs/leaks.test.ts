import { describe, expect, it } from "vitest";
import { extractItems } from "../../../shared/domain/extract-items.ts";
import { keysOf } from "../../../shared/domain/keys-of.ts";
import { sensitiveItems } from "../../../shared/domain/output-rules.ts";
import { plainDate } from "../../../shared/law/calendar.ts";
import { modelOf, putOnFile } from "../../support/income-outputs.ts";
import { bornIn1990, decide, examiner, extractOf, openOutputOffice, requested, take } from "../../support/outputs.ts";
import { acquisitionOf, applicant } from "../../support/people.ts";

describe("what a bulk output leaves behind", () => {
  it("holds no number, name or address of anybody: not the trail, the log, the record of outputs or a name of a file", async () => {
    const office = openOutputOffice();
    await putOnFile(office, 0);
    const person = applicant();
    await office.ask("POST", "/v1/filings/acquisition", { key: "leaks-of-output", body: acquisitionOf(person) });
    const spec = { columns: keysOf(extractItems), conditions: [bornIn1990], asOf: plainDate("2026-11-23") };
    const names = sensitiveItems({ spec });
    const whole = await requested(office, extractOf(spec, { purpose: "jps-reconciliation" }));
    await decide(office, whole, { decision: "approve", names });
    const forms = { kind: "forms", spec: { filedOn: "2026-11-20" }, purpose: "record-check", reason: "点検" };
    const papers = await requested(office, forms);
    await decide(office, papers);
    await office.tendOutputs();
    const left = JSON.stringify([
      office.entries(),
      office.log.lines,
      office.database.dump("outputs"),
      [...office.exported.versions.keys()],
      (await office.ask("GET", whole, examiner)).body,
      (await office.ask("GET", papers, examiner)).body,
    ]);
    const { contentBase64 } = (await take(office, whole)).body;
    const file = Buffer.from(contentBase64, "base64").toString("utf8");
    for (const facts of [modelOf(0), person])
      for (const item of [
        "atenaNumber",
        "individualNumber",
        "basicPensionNumber",
        "name",
        "nameKana",
        "address",
      ] as const)
        expect([item, left.includes(facts[item] ?? "nothing")]).toEqual([item, false]);
    expect(file).toContain(modelOf(0).individualNumber);
    expect(JSON.stringify(office.log.lines)).not.toContain(contentBase64.slice(0, 40));
  });
});
