import { describe, expect, it } from "vitest";
import { composeResults } from "../../shared/documents/results-composer.ts";
import { plainDate } from "../../shared/law/calendar.ts";
import { openOffice } from "../support/office.ts";
import { acquisitionOf, applicants } from "../support/people.ts";

describe("the main job, from the counter to the result", () => {
  it("takes 届出 through 審査, 進達, approval and result to 完了, with counts that add up", async () => {
    const office = openOffice();
    const people = applicants(3);
    const ids: string[] = [];
    for (const [at, person] of people.entries()) {
      const filed = await office.ask("POST", "/v1/filings/acquisition", {
        key: `main-job-${at}`,
        body: acquisitionOf(person),
      });
      expect(filed).toMatchObject({ status: 201, body: { status: "accepted" } });
      ids.push(filed.body.filingId);
      const examined = await office.ask("POST", `/v1/filings/${filed.body.filingId}/actions`, {
        as: "examiner-1",
        roles: ["examiner"],
        body: { action: "examine" },
      });
      expect(examined).toMatchObject({ status: 200, body: { status: "examined" } });
    }

    const { runId } = await office.drive();
    const sealed = await office.ask("GET", `/v1/transmittals/${runId}`, { as: "manager-1", roles: ["manager"] });
    expect(sealed.body).toMatchObject({
      state: "sealed",
      members: ids.toSorted().map((filingId) => ({ filingId, state: "included" })),
    });
    expect(office.outbox.files.size).toBe(0);

    const decided = await office.ask("POST", `/v1/transmittals/${runId}/decision`, {
      as: "manager-1",
      roles: ["manager"],
      body: { decision: "approve" },
    });
    expect(decided).toMatchObject({ status: 200, body: { state: "approved" } });
    expect(office.woken).toEqual([{ token: "token", decision: "approve" }]);
    await office.step({ step: "release", runId });
    expect([...office.outbox.files.keys()].sort()).toEqual(
      ["acquisition.dat", "acquisition.pdf", "manifest.json", "transmittal-slip.pdf"].map((name) => `${runId}/${name}`),
    );

    const results = composeResults(
      people.map((person, at) => ({
        basicPensionNumber: person.basicPensionNumber ?? "",
        filingId: ids[at] ?? "",
        form: "A01",
        result: at === 0 ? "returned" : "approved",
        processedOn: plainDate("2026-11-30"),
      })),
      { wardCode: "13110", runId: "T20261130-000001", createdOn: plainDate("2026-11-30") },
    );
    const imported = await office.ask("POST", "/v1/results", {
      as: "examiner-1",
      roles: ["examiner"],
      body: { contentBase64: Buffer.from(results).toString("base64") },
    });
    expect(imported).toMatchObject({ status: 201, body: { counts: { approved: 2, returned: 1, unmatched: 0 } } });
    // Neither the files of the run nor the list as it came stay staged.
    expect([...office.staging.files.keys()]).toEqual([]);

    const register = await office.ask("GET", "/v1/filings", { query: { from: "2026-11-01", to: "2026-11-30" } });
    expect(register.body.filings.map((filing: { status: string }) => filing.status).sort()).toEqual([
      "closed",
      "closed",
      "returned",
    ]);
    expect(office.log.lines.filter(({ code }) => code === "internal-error")).toEqual([]);
  });
});
