import { describe, expect, it } from "vitest";
import { filingOf } from "../../support/every-flow.ts";
import { openOffice } from "../../support/office.ts";
import { applicants } from "../../support/people.ts";
import { filedBenefits } from "../documents/filed-benefits.ts";
import type { Filed } from "../documents/filed-examples.ts";

const claim = filedBenefits.C02 as Filed;
const [claimant, student] = applicants(2);
const person = { ...claimant, birthDate: "1985-05-05" };

/** The checklist as somebody at the counter reads it. */
const read = (papers: readonly { anyOf: readonly { label: string }[]; attached: boolean }[]) =>
  papers.map(({ anyOf, attached }) => `${attached ? "済" : "未"} ${anyOf.map(({ label }) => label).join("か")}`);

describe("要る書類のチェック欄", () => {
  const office = openOffice();
  const file = (documents: readonly string[], key: string, over: object = {}) =>
    office.ask("POST", "/v1/filings/disability-pension-claim", {
      key,
      body: { ...filingOf(person, { ...claim, documents }), ...over },
    });

  it("says at the counter what is needed and what is still missing, and keeps it until the papers come", async () => {
    const proxy = { filer: "proxy" };
    const { status, body } = await file(["medical-certificate"], "papers-claim-1", proxy);
    expect([status, body.status]).toEqual([201, "awaiting-correction"]);
    const lines = [
      "済 診断書(障害の種類ごとの様式)",
      "未 病歴・就労状況等申立書",
      "未 受診状況等証明書",
      "未 受取先金融機関の通帳など",
      "未 委任状",
    ];
    expect(read(body.papers)).toEqual(lines);
    const shown = await office.ask("GET", `/v1/filings/${body.filingId}`);
    expect(read(shown.body.papers)).toEqual(lines);

    const documents = [...(claim.documents ?? []), "power-of-attorney"];
    const filing = { ...filingOf(person, { ...claim, documents }), ...proxy };
    const corrected = await office.ask("POST", `/v1/filings/${body.filingId}/actions`, {
      body: { action: "correct", filing },
    });
    expect(corrected.body.status).toBe("accepted");
    expect(read(corrected.body.papers)).toEqual(lines.map((line) => line.replace("未", "済")));
  });

  it("of papers of which any one will do names them all", async () => {
    const acquired = {
      flow: "acquisition",
      on: "2026-03-02",
      details: { cause: "moved-into-japan" },
      documents: ["passport"],
    } as const;
    await office.ask("POST", "/v1/filings/acquisition", {
      key: "papers-student-0",
      body: filingOf({ ...student }, acquired),
    });
    const { body } = await office.ask("POST", "/v1/filings/student-deferment-application", {
      key: "papers-student-1",
      body: filingOf(
        { ...student },
        {
          flow: "student-deferment-application",
          on: "2026-11-20",
          details: {
            from: "2026-04",
            until: "2027-03",
            schoolName: "架空大学",
            schoolAddress: "東京都目黒区架空1－1",
            enrolment: { from: "2025-04", until: "2029-03" },
            grounds: [],
          },
        },
      ),
    });
    expect(read(body.papers)).toEqual(["未 学生証の写しか在学証明書"]);
  });
});
