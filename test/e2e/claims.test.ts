import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { maskedMedical } from "../../shared/protection/mask-person.ts";
import { type Desk, openDesk } from "../../tools/demo/client.ts";
import { filingOf } from "../support/every-flow.ts";
import { localCloud } from "../support/local-cloud.ts";
import { applicants } from "../support/people.ts";
import { filedBenefits } from "../unit/documents/filed-benefits.ts";
import type { Filed } from "../unit/documents/filed-examples.ts";

describe("給付 on the deployed app", () => {
  const [claimant, student] = applicants(2, 107);
  const people = {
    C02: { ...claimant, birthDate: "1985-05-05" },
    C12: { ...student, birthDate: "1967-05-05" },
  } as const;
  let clerk: Desk;
  let manager: Desk;

  beforeAll(async () => {
    const cloud = await localCloud();
    clerk = await openDesk(cloud, "clerk-of-claims", "clerk");
    manager = await openDesk(cloud, "manager-of-claims", "manager");
  });

  const file = (form: string, person: object, over: object = {}) => {
    const example = filedBenefits[form] as Filed;
    return clerk.post(`/v1/filings/${example.flow}`, {
      key: `claim-${form}-${randomUUID()}`,
      body: { ...filingOf(person, example), ...over },
    });
  };

  it("a claim, a revision and a claim of 特別障害給付金 are taken in, each by its own function, with what is still missing", async () => {
    const waiting = await file("C02", people.C02, { documents: ["medical-certificate"] });
    expect(waiting).toMatchObject({ status: 201, body: { status: "awaiting-correction" } });
    const { papers } = waiting.body as { papers: readonly { attached: boolean }[] };
    expect(papers.map(({ attached }) => attached)).toEqual([true, false, false, false]);
    const seen = { ...(filedBenefits.C02 as Filed).atCounter, firstVisitUnder: "2" };
    expect(await file("C02", people.C02, { atCounter: seen })).toMatchObject({
      status: 422,
      body: { errors: [{ code: "belongs-to-pension-office" }] },
    });
    for (const [form, person] of [
      ["C02", people.C02],
      ["C04", people.C02],
      ["C12", people.C12],
    ] as const)
      expect([form, await file(form, person)]).toMatchObject([form, { status: 201, body: { status: "accepted" } }]);
  });

  it("what is recorded of a right is shown without 傷病名, and both worklists are drawn up", async () => {
    const shown = await clerk.get(`/v1/people/${people.C02.atenaNumber}/benefits`);
    expect(shown).toMatchObject({
      status: 200,
      body: { rights: [{ kind: "disability", state: "claimed", facts: { diseaseName: maskedMedical } }] },
    });
    for (const name of ["certificates-due", "suspension-turn"])
      expect([name, await manager.get(`/v1/lists/${name}`)]).toMatchObject([name, { status: 200, body: { rows: [] } }]);
  });
});
