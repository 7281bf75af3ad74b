import { describe, expect, it } from "vitest";
import type { LedgerEvent } from "../../../shared/domain/ledger-events.ts";
import { medicalItems, medicalNames } from "../../../shared/domain/recipient-facts.ts";
import { recordItemsOf } from "../../../shared/domain/record-items.ts";
import { flows } from "../../../shared/flows/catalogue.ts";
import { recordFor, rightRecorded } from "../../support/rights-on-file.ts";
import { became1, putOnFile } from "../batches/on-file.ts";
import { openCounter } from "../support/counter.ts";

const oldAge = rightRecorded("awarded", "2020-06-01", "old-age", { basicYen: 700_000, startMonth: "2020-07" });
const disability = rightRecorded(
  "awarded",
  "2024-06-01",
  "disability",
  { grade: 2, diseaseName: "架空障害", certificateNeeded: false, bank: "架空銀行" },
  2,
);
const special = rightRecorded("claimed", "2026-06-01", "special-disability", {
  firstVisitOn: "1990-05-01",
  spouseIndividualNumber: "123456789018",
});

const opened = async (...events: readonly LedgerEvent[]) => {
  const counter = openCounter();
  const atenaNumber = await putOnFile(counter, 1, "1955-05-05", [became1("1975-05-04"), ...events]);
  return { ...counter, atenaNumber, at: `/v1/people/${atenaNumber}` };
};
const examiner = { as: "examiner-9", roles: ["examiner"], purpose: "medical" } as const;
const district = {
  as: "clerk-9",
  roles: ["clerk"],
  department: "district-office",
  purpose: "counter-inquiry",
} as const;

const ofRights = ({ items }: { items: string[] }) => items.filter((item) => /eneficiary\./.test(item)).toSorted();

describe("the items that the entry of a view names", () => {
  it.each(["benefits", "ledger"])(
    "are those that the rights on file say something of, and no other: %s",
    async (page) => {
      const counter = await opened(oldAge, disability, special);
      await counter.ask("GET", `${counter.at}/${page}`, examiner);
      expect(ofRights(counter.trail().at(-1))).toEqual([
        "beneficiary.basicAmount",
        "beneficiary.benefitStartMonth",
        "beneficiary.benefitType",
        "beneficiary.disabilityGrade",
        "beneficiary.diseaseName",
        "beneficiary.medicalCertRequiredType",
        "beneficiary.payingBank",
        "beneficiary.seq",
        "specialDisabilityBeneficiary.firstVisitDate",
        "specialDisabilityBeneficiary.seq",
      ]);
    },
  );

  it.each(["benefits", "ledger"])(
    "hold no 要配慮 of somebody who has none on file, whatever is asked: %s",
    async (page) => {
      const counter = await opened(oldAge);
      await counter.ask("GET", `${counter.at}/${page}`, examiner);
      const entry = counter.trail().at(-1);
      expect(ofRights(entry)).toContain("beneficiary.basicAmount");
      expect(entry.items.filter((item: string) => medicalItems.has(item as never))).toEqual([]);
    },
  );

  it("hold nothing of a right where an estimate looks at the person", async () => {
    const counter = await opened(disability);
    const body = { atenaNumber: counter.atenaNumber, months: "from-file" };
    const { status } = await counter.ask("POST", "/v1/assessments/old-age-pension", { ...examiner, body });
    expect(status).toBe(200);
    expect(ofRights(counter.trail().at(-1))).toEqual([]);
  });

  it("of the ledger are those known on the day that is asked for", async () => {
    const counter = await opened();
    await recordFor(counter, counter.atenaNumber, { kind: "takeover" }, [disability]);
    await counter.ask("GET", `${counter.at}/ledger`, { ...examiner, query: { knownOn: "2026-01-10" } });
    expect(ofRights(counter.trail().at(-1))).toEqual([]);
    await counter.ask("GET", `${counter.at}/ledger`, examiner);
    expect(ofRights(counter.trail().at(-1))).toContain("beneficiary.diseaseName");
  });
});

describe("the words beside the facts", () => {
  it("are of the codes that are shown, and not of those that are masked", async () => {
    const suspended = { suspensionType: "detained", suspensionMonth: "2026-01", determination: "permanent" };
    const counter = await opened(rightRecorded("awarded", "2024-06-01", "disability", suspended));
    const labels = async (purpose: string) =>
      (await counter.ask("GET", `${counter.at}/benefits`, { ...examiner, purpose })).body.rights[0].labels;
    expect(await labels("filing")).toEqual({ suspensionType: "刑事施設等への拘禁" });
    expect(await labels("medical")).toEqual({ suspensionType: "刑事施設等への拘禁", determination: "永久認定" });
  });

  it("are none where nothing is a code", async () => {
    const counter = await opened(oldAge);
    const { body } = await counter.ask("GET", `${counter.at}/benefits`, examiner);
    expect(body.rights[0]).toMatchObject({ registerLabel: "受給年金受給者情報", state: "receiving", labels: {} });
  });
});

describe("地区サービス事務所", () => {
  it("sees in the ledger that something of a right was recorded, and nothing of the right", async () => {
    const counter = await opened(disability, special);
    const { status, body } = await counter.ask("GET", `${counter.at}/ledger`, district);
    expect(status).toBe(200);
    const events = body.entries.flatMap((entry: { events: { kind: string }[] }) => entry.events);
    expect(events.filter(({ kind }: { kind: string }) => kind === "recipient-recorded")).toEqual([
      { kind: "recipient-recorded" },
      { kind: "recipient-recorded" },
    ]);
    expect(JSON.stringify(body)).not.toMatch(/架空銀行|special-disability|diseaseName/);
    expect(ofRights(counter.trail().at(-1))).toEqual([]);
  });
});

describe("届出", () => {
  it("names every 要配慮 of a right as the registers do, so that it is masked there too", () => {
    const fields = Object.values(flows).flatMap(({ stored }) =>
      recordItemsOf(stored).flatMap((leaf) =>
        leaf.kind === "item" && medicalItems.has(leaf.id) ? [leaf.path.replace(/^.*\./, "")] : [],
      ),
    );
    expect(fields.length).toBeGreaterThan(10);
    expect(fields.filter((name) => !medicalNames.has(name))).toEqual([]);
  });
});
