import { describe, expect, it } from "vitest";
import { memoryDatabase } from "../../../shared/stores/memory-database.ts";
import {
  examiner,
  incomeOf,
  manager,
  putIncome,
  putOnFile,
  requestFor,
  requestList,
} from "../../support/income-outputs.ts";
import { openOffice } from "../../support/office.ts";
import { acquisitionOf, applicants } from "../../support/people.ts";

const approve = { body: { decision: "approve" } };
const refuse = { body: { decision: "refuse", reason: "ファイルが保存期限で消えたため" } };
const gone = { status: 409, body: { code: "files-gone" } };

describe("ファイルが保存期限で消えてからの決定", () => {
  it("a 進達 is not approved any more; sent back, its 届出 go with the next one", async () => {
    const office = openOffice();
    const [person] = applicants(1);
    if (!person) throw new Error("the generated ward has too few people of working age");
    const filed = await office.ask("POST", "/v1/filings/acquisition", {
      key: "decided-too-late",
      body: acquisitionOf(person),
    });
    const { filingId } = filed.body;
    const examined = await office.ask("POST", `/v1/filings/${filingId}/actions`, {
      ...examiner,
      body: { action: "examine" },
    });
    expect(examined).toMatchObject({ body: { status: "examined" } });
    const { runId } = await office.drive();
    const names = [...office.staging.files.keys()];
    expect(names.length).toBeGreaterThan(2);
    office.staging.files.delete(names.find((name) => name.endsWith(".pdf")) ?? "");
    const path = `/v1/transmittals/${runId}/decision`;
    expect(await office.ask("POST", path, { ...manager, ...approve })).toMatchObject(gone);
    expect(office.woken).toEqual([]);
    expect(await office.ask("POST", path, { ...manager, ...refuse })).toMatchObject({
      status: 200,
      body: { state: "refused" },
    });
    await office.step({ step: "reopen", runId });
    expect(office.staging.files.size).toBe(0);
    const next = await office.drive({ executionName: "next" });
    const seen = await office.ask("GET", `/v1/transmittals/${next.runId}`, manager);
    expect(seen.body.members).toEqual([expect.objectContaining({ filingId, state: "included" })]);
  });

  it("an 所得情報の出力 is not approved any more; sent back, the same is made anew", async () => {
    const database = memoryDatabase();
    const office = { ...openOffice({ database }), database };
    await putIncome(office, await putOnFile(office, 0), incomeOf());
    const body = { kind: "request-answer", contentBase64: requestList([requestFor(0)]) };
    const sealed = await office.ask("POST", "/v1/income-outputs", { ...examiner, body });
    const path = `/v1/income-outputs/${sealed.body.outputId}/decision`;
    office.staging.files.clear();
    expect(await office.ask("POST", path, { ...manager, ...approve })).toMatchObject(gone);
    expect(await office.ask("POST", path, { ...manager, ...refuse })).toMatchObject({ body: { state: "refused" } });
    const again = await office.ask("POST", "/v1/income-outputs", { ...examiner, body });
    expect(again.body).toMatchObject({ state: "sealed", lines: sealed.body.lines });
    expect(again.body.outputId).not.toBe(sealed.body.outputId);
  });
});
