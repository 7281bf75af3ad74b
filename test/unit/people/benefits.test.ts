import { describe, expect, it } from "vitest";
import { medicalItems, medicalNames } from "../../../shared/domain/recipient-facts.ts";
import type { Role } from "../../../shared/domain/roles.ts";
import { maskedMedical } from "../../../shared/protection/mask-person.ts";
import { filingOf } from "../../support/every-flow.ts";
import { applicant } from "../../support/people.ts";
import { filedBenefits } from "../documents/filed-benefits.ts";
import type { Filed } from "../documents/filed-examples.ts";
import { openCounter } from "../support/counter.ts";

const person = { ...applicant(), birthDate: "1967-05-05" };
const at = `/v1/people/${person.atenaNumber}`;
const disease = "架空障害";

const opened = async () => {
  const counter = openCounter();
  const special = { ...(filedBenefits.C12 as Filed) };
  const details = { ...special.details, spouseIndividualNumber: "123456789018" };
  const { status, body } = await counter.file("special-disability-claim", filingOf(person, { ...special, details }));
  expect(status).toBe(201);
  return { ...counter, filingId: body.filingId as string };
};
type Counter = Awaited<ReturnType<typeof opened>>;
const asks = (role: Role, purpose: string) => ({ as: `${role}-9`, roles: [role], purpose });

const views: Readonly<Record<string, (counter: Counter) => string>> = {
  受給権: () => `${at}/benefits`,
  資格の履歴: () => `${at}/ledger`,
  届出: ({ filingId }) => `/v1/filings/${filingId}`,
};
const medicalIn = (entry: { items: string[] }) => entry.items.filter((item) => medicalItems.has(item as never));

describe("給付の受給権", () => {
  it("shows each right with its state, its facts and its history", async () => {
    const counter = await opened();
    const { status, body } = await counter.ask("GET", `${at}/benefits`, asks("clerk", "counter-inquiry"));
    expect([status, body.on]).toEqual([200, "2026-11-23"]);
    expect(body.rights).toMatchObject([
      {
        register: "special-disability",
        seq: 1,
        kindLabel: "特別障害給付金",
        state: "claimed",
        stateLabel: "請求中",
        facts: { claimedOn: "2026-11-20", schoolName: "架空大学", diseaseName: maskedMedical },
        history: [{ change: "claimed", changeLabel: "請求", on: "2026-11-20", standing: "provisional" }],
      },
    ]);
  });

  it("is an empty list of somebody without any, and nobody's of a number not on file", async () => {
    const counter = openCounter();
    expect((await counter.ask("GET", `${at}/benefits`, asks("clerk", "counter-inquiry"))).status).toBe(404);
  });

  it("is not for the 地区サービス事務所, nor without a purpose", async () => {
    const counter = await opened();
    const district = { ...asks("clerk", "counter-inquiry"), department: "district-office" } as const;
    expect((await counter.ask("GET", `${at}/benefits`, district)).status).toBe(403);
    expect((await counter.ask("GET", `${at}/benefits`, { as: "clerk-9", roles: ["clerk"] })).status).toBe(400);
  });
});

describe.each(Object.entries(views))("要配慮の項目: %s", (_, path) => {
  it.each(["examiner", "manager"] as const)(
    "%s は目的を述べたときだけ見え、見るたびに、見た項目の記録が一つ残る",
    async (role) => {
      const counter = await opened();
      for (const times of [1, 2]) {
        const before = counter.trail().length;
        const seen = await counter.ask("GET", path(counter), asks(role, "medical"));
        expect(JSON.stringify(seen.body)).toContain(disease);
        expect(counter.trail()).toHaveLength(before + 1);
        const entry = counter.trail().at(-1);
        expect([times, entry.purpose]).toEqual([times, "medical"]);
        expect(medicalIn(entry)).toContain("specialDisabilityBeneficiary.diseaseName");
      }
      for (const purpose of ["counter-inquiry", "filing", "jps-inquiry", "individual-number"]) {
        const hidden = await counter.ask("GET", path(counter), asks(role, purpose));
        expect(hidden.status).toBe(200);
        expect(JSON.stringify(hidden.body)).not.toContain(disease);
        expect(JSON.stringify(hidden.body)).toContain(maskedMedical);
        expect(medicalIn(counter.trail().at(-1))).toEqual([]);
      }
    },
  );

  it("窓口は目的を述べても見えず、項目にも残らない。配偶者の個人番号はだれにも見えない", async () => {
    const counter = await opened();
    const asked = await counter.ask("GET", path(counter), asks("clerk", "medical"));
    expect([asked.status, JSON.stringify(asked.body).includes(disease)]).toEqual([200, false]);
    expect(medicalIn(counter.trail().at(-1))).toEqual([]);
    for (const [role, purpose] of [
      ["examiner", "medical"],
      ["manager", "individual-number"],
    ] as const) {
      const { body } = await counter.ask("GET", path(counter), asks(role, purpose));
      expect(JSON.stringify(body)).not.toContain("123456789018");
    }
  });
});

describe("受給者でない人の照会", () => {
  it("被保険者を見る操作の記録に、受給者の項目は残らない", async () => {
    const counter = await opened();
    await counter.ask("GET", at, asks("examiner", "medical"));
    const { items } = counter.trail().at(-1);
    expect(items.filter((item: string) => /eneficiary\./.test(item))).toEqual([]);
  });

  it("要配慮の名前は、二つの名簿の要配慮の項目のすべて", () => {
    expect([...medicalNames]).toEqual(
      expect.arrayContaining(["diseaseName", "grade", "firstVisitOn", "certificateForm"]),
    );
    expect(medicalNames.has("bank")).toBe(false);
  });
});
