import { describe, expect, it } from "vitest";
import { dutiesFor } from "../../../shared/access/may.ts";
import { type OperationId, operations } from "../../../shared/contracts/operations.ts";
import type { Role } from "../../../shared/domain/roles.ts";
import { maskedAddress } from "../../../shared/protection/mask-person.ts";
import { openOffice } from "../../support/office.ts";
import { acquisitionOf, applicants } from "../../support/people.ts";
import { receiptOf, received } from "../../support/requests.ts";
import { changeOf, newPersonValues } from "../../support/resident-changes.ts";

const [drawn] = applicants(1, 41);
if (!drawn) throw new Error("the generated ward is too small");

/** Where the protected person lives, lived, or can be called: none of it may be seen. */
const where = {
  postalCode: "153-0099",
  address: "目黒区かくれが1番1号",
  addressSupplement: "かくれが荘101",
  phoneNumber: "0312345678",
};
const next = { postalCode: "153-0098", address: "目黒区ひなん2番2号", addressSupplement: "ひなん荘202" };
const secrets = [...Object.values(where), ...Object.values(next)];
const person = { ...drawn, ...where };

const open = async () => {
  const office = openOffice();
  const send = (...changes: object[]) =>
    office.ask("POST", "/v1/residents/changes", {
      as: "juki",
      roles: ["system"],
      system: "resident-registry",
      body: { changes },
    });
  const filed = await office.ask("POST", "/v1/filings/acquisition", {
    key: "protected-1",
    body: acquisitionOf(person),
  });
  await send(changeOf(person, "protection-started", { changedOn: "2026-11-17" }));
  const moved = await office.ask("POST", "/v1/filings/address-change", {
    key: "protected-2",
    body: acquisitionOf(person, {
      eventOn: "2026-11-18",
      documents: [],
      details: {
        newPostalCode: next.postalCode,
        newAddress: next.address,
        newAddressSupplement: next.addressSupplement,
      },
    }),
  });
  expect([filed.status, moved.status]).toEqual([201, 201]);
  await send(
    changeOf(person, "moved-within", { ...next, changeId: "J-2", changedOn: "2026-11-19" }),
    changeOf(person, "moved-in", { ...newPersonValues(drawn), ...next, changeId: "J-3", changedOn: "2026-11-20" }),
    changeOf(person, "moved-out-abroad", { changeId: "J-4", changedOn: "2026-11-21" }),
    changeOf(person, "moved-within", { ...next, changeId: "J-5", changedOn: "2026-12-31" }),
  );
  return { ...office, filingIds: [filed.body.filingId, moved.body.filingId] as string[] };
};

type Office = Awaited<ReturnType<typeof open>>;
type Seen = (
  office: Office,
  asked: { as: string; roles: readonly Role[]; purpose: string },
) => Promise<unknown>[] | Promise<Promise<unknown>[]>;

const at = `/v1/people/${person.atenaNumber}`;
const changes =
  (state: string): Seen =>
  (office, asked) => [office.ask("GET", "/v1/residents/changes", { ...asked, query: { state } })];

/** Operations that are about whoever calls and not about anybody on file. */
const aboutOneself: readonly OperationId[] = ["showSession", "endSession", "requestRight"];

/** What a clerk can ask of the API about someone, by operation; a test holds the list to the table of operations. */
const views: Partial<Record<OperationId, Seen>> = {
  listFilings: (office, asked) => [office.ask("GET", "/v1/filings", { ...asked, query: { from: "2026-11-01" } })],
  showFiling: (office, asked) => office.filingIds.map((id) => office.ask("GET", `/v1/filings/${id}`, asked)),
  actOnFiling: (office, asked) =>
    office.filingIds.map((id) =>
      office.ask("POST", `/v1/filings/${id}/actions`, {
        ...asked,
        body: { action: "return-for-correction", note: "確認" },
      }),
    ),
  showPerson: (office, asked) => [office.ask("GET", at, asked)],
  showLedger: (office, asked) => [office.ask("GET", `${at}/ledger`, asked)],
  showMonths: (office, asked) => [office.ask("GET", `${at}/months`, asked)],
  showBenefits: (office, asked) => [office.ask("GET", `${at}/benefits`, asked)],
  searchPeople: (office, asked) => [
    office.ask("POST", "/v1/people/search", { ...asked, body: { birthDate: person.birthDate } }),
  ],
  assessExemption: (office, asked) => [
    office.ask("POST", "/v1/assessments/exemption", {
      ...asked,
      body: { cycle: "exemption", atenaNumber: person.atenaNumber, spouse: false, headOfHousehold: "self" },
    }),
  ],
  assessBenefit: (office, asked) => [
    office.ask("POST", "/v1/assessments/old-age-pension", {
      ...asked,
      body: { atenaNumber: person.atenaNumber, months: "from-file" },
    }),
  ],
  listResidentChanges: (office, asked) =>
    ["recorded", "proposed", "quarantined", "confirmed", "dismissed"].flatMap((state) => changes(state)(office, asked)),
  decideResidentChange: (office, asked) =>
    ["J-1", "J-2", "J-3", "J-4", "J-5"].map((id) =>
      office.ask("POST", `/v1/residents/changes/${id}/decision`, { ...asked, body: { decision: "confirm" } }),
    ),
  showIncome: (office, asked) => [
    office.ask("GET", `/v1/incomes/${person.atenaNumber}`, { ...asked, query: { year: "2025" } }),
  ],
  referIncome: (office, asked) => [
    office.ask("POST", "/v1/incomes/references", {
      ...asked,
      body: { atenaNumber: person.atenaNumber, year: 2025 },
    }),
  ],
  receiveRequest: (office, asked) => [
    office.ask("POST", "/v1/subject-requests", {
      ...asked,
      key: "protected-1",
      body: receiptOf("disclosure", person.atenaNumber),
    }),
  ],
  listRequests: (office, asked) => [office.ask("GET", "/v1/subject-requests", asked)],
  showRequest: async (office, asked) => {
    const requestId = await received(office, "disclosure", person.atenaNumber);
    return [office.ask("GET", `/v1/subject-requests/${requestId}`, asked)];
  },
  takeRequestStep: async (office, asked) => {
    const requestId = await received(office, "disclosure", person.atenaNumber);
    const body = { step: "ask-supplement", outcome: null, documentNumber: null, note: null };
    return [office.ask("POST", `/v1/subject-requests/${requestId}/steps`, { ...asked, body })];
  },
  listIncomeCorrections: (office, asked) => [
    office.ask("GET", "/v1/incomes/corrections", { ...asked, query: { state: "open" } }),
  ],
};

const text = async (seen: Promise<unknown>[]) => JSON.stringify(await Promise.all(seen));

describe("支援措置", () => {
  it("asks every operation open to a clerk, but the taking in of a 届出 and what is about the clerk", () => {
    const forClerks = (Object.keys(operations) as OperationId[]).filter(
      (id) => dutiesFor(id).includes("clerk") && !id.startsWith("file:") && !aboutOneself.includes(id),
    );
    expect(Object.keys(views).toSorted()).toEqual(forClerks.toSorted());
  });

  it.each(Object.entries(views))("%s shows a clerk no address, whatever purpose they state", async (_, seen) => {
    for (const purpose of ["counter-inquiry", "protected-address"]) {
      const office = await open();
      const answers = await text(await seen(office, { as: "clerk-1", roles: ["clerk"], purpose }));
      expect(secrets.filter((secret) => answers.includes(secret))).toEqual([]);
    }
  });

  it("does not say it back to the counter that files for them, refused or taken", async () => {
    const office = await open();
    const refused = await office.ask("POST", "/v1/filings/acquisition", {
      key: "again-123",
      body: acquisitionOf(person),
    });
    const wrong = await office.ask("POST", "/v1/filings/address-change", {
      key: "again-124",
      body: acquisitionOf({ ...person, phoneNumber: "x" } as typeof person),
    });
    expect([refused.status, wrong.status]).toEqual([422, 400]);
    expect(secrets.filter((secret) => JSON.stringify([refused, wrong]).includes(secret))).toEqual([]);
  });

  it.each(["showPerson", "showLedger", "searchPeople", "showFiling", "listResidentChanges"] as const)(
    "%s shows it to an examiner or manager who states that they need it, and to them alone",
    async (id) => {
      const office = await open();
      const ask = async (role: Role, purpose: string) =>
        text((await views[id]?.(office, { as: "x-1", roles: [role], purpose })) ?? []);
      for (const role of ["examiner", "manager"] as const) {
        const hidden = await ask(role, "counter-inquiry");
        expect(secrets.filter((secret) => hidden.includes(secret))).toEqual([]);
        expect(hidden).toContain(maskedAddress);
        expect(await ask(role, "protected-address")).toContain(next.address);
      }
    },
  );

  it("hides nothing once it has ended", async () => {
    const office = await open();
    const ended = changeOf(person, "protection-ended", {
      changeId: "J-9",
      changedOn: "2026-11-22",
      notifiedOn: "2026-11-22",
    });
    await office.ask("POST", "/v1/residents/changes", {
      as: "juki",
      roles: ["system"],
      system: "resident-registry",
      body: { changes: [ended] },
    });
    const { body } = await office.ask("GET", at, { purpose: "counter-inquiry" });
    expect(body.facts.address).toBe(next.address);
  });
});
