import { beforeAll, describe, expect, it } from "vitest";
import type { PersonId } from "../../../shared/domain/ids.ts";
import type { MasterKey } from "../../../shared/protection/master-key.ts";
import { disclosingOffice, disclosureOf, openFor, requestId, takenPackage } from "../../support/disclosure.ts";
import { type Household, household } from "../../support/household.ts";
import { openOffice } from "../../support/office.ts";
import { auditor, decide, examiner, extractOf, manager, requested, take } from "../../support/outputs.ts";
import { received } from "../../support/requests.ts";
import { copyOfDatabase } from "../../support/restarting-office.ts";

const head = { as: "head-1", roles: ["head"] } as const;

describe("開示の一式を求める", () => {
  let world: Household;
  beforeAll(async () => {
    world = await household();
  });
  const opened = async () =>
    disclosingOffice({ database: await copyOfDatabase(world.database), master: world.master }, world.people[0]);

  it("is for an open 開示請求 on the register, and for nothing else", async () => {
    const office = await opened();
    const ask = (body: object) => office.ask("POST", "/v1/outputs", { ...examiner, body });
    const noOpen = { status: 400, body: { errors: [{ code: "no-open-disclosure", pointer: "/spec/requestId" }] } };
    const other = { ...disclosureOf(), spec: { requestId: "S20261120-AAAAAA" } };
    expect(await ask(other)).toMatchObject(noOpen);
    office.disclosures.requests.set(requestId, { ...openFor(office.personId), state: "over" });
    expect(await ask(disclosureOf())).toMatchObject(noOpen);
    office.disclosures.requests.set(requestId, openFor("x".repeat(27) as PersonId));
    expect(await ask(disclosureOf())).toMatchObject({ status: 400, body: { errors: [{ code: "nothing-on-file" }] } });
    expect(await ask({ ...disclosureOf(), purpose: "record-check" })).toMatchObject({
      status: 400,
      body: { errors: [{ code: "kind-beyond-purpose" }] },
    });
    expect(await ask(extractOf({}, { purpose: "disclosure" }))).toMatchObject({ status: 400 });
    expect(await ask(disclosureOf([{ record: "income:2025", reason: "78-1-4" }]))).toMatchObject({ status: 400 });
  });

  it("is asked for by the number of a 開示請求 on the register, which then says so; not of one that was answered with no", async () => {
    const stores = { database: await copyOfDatabase(world.database), master: world.master };
    const office = openOffice<MasterKey>({ now: world.now, ...stores });
    const asking = async () => {
      const requestId = await received(office, "disclosure", world.people[0].atenaNumber);
      return { requestId, spec: { ...disclosureOf().spec, requestId } };
    };
    const ask = (spec: object) => office.ask("POST", "/v1/outputs", { ...examiner, body: { ...disclosureOf(), spec } });
    const { requestId, spec } = await asking();
    const output = await ask(spec);
    expect(output).toMatchObject({ status: 201, body: { kind: "disclosure" } });
    const shown = await office.ask("GET", `/v1/subject-requests/${requestId}`, manager);
    expect(shown.body.history).toMatchObject([
      { step: "received" },
      { step: "output-asked", by: "examiner-1", object: output.body.outputId },
    ]);
    const refused = await asking();
    const step = { step: "decide", outcome: "not-disclosed", documentNumber: "8目国発第13号", note: null };
    await office.ask("POST", `/v1/subject-requests/${refused.requestId}/steps`, { ...manager, body: step });
    expect(await ask(refused.spec)).toMatchObject({ status: 400, body: { errors: [{ code: "no-open-disclosure" }] } });
  });

  it("takes two people: who asks does not approve, and only who asked takes it, once; the clock makes it", async () => {
    const office = await opened();
    const path = await requested(office, disclosureOf());
    const managers = await requested(office, disclosureOf(), manager);
    expect(await decide(office, managers)).toMatchObject({ status: 403, body: { code: "own-work" } });
    for (const by of [{ as: "clerk-1" }, auditor, head])
      expect((await office.ask("POST", "/v1/outputs", { ...by, body: disclosureOf() })).status).toBe(403);
    expect(await take(office, path)).toMatchObject({ status: 409, body: { code: "output-not-approved" } });
    expect(await decide(office, path)).toMatchObject({ status: 202, body: { state: "approved", parts: 0 } });
    await office.tendOutputs();
    expect((await take(office, path, 1, manager)).status).toBe(403);
    expect((await take(office, path)).status).toBe(200);
    expect(await take(office, path)).toMatchObject({ status: 409, body: { code: "already-taken" } });
  });

  it("leaves out what the officer decided, in its place and with its reason, and says which decision met nothing", async () => {
    const office = await opened();
    const { records, manifest, pages } = await takenPackage(office, [
      { record: "income:2025", reason: "78-1-6" },
      { record: "resident-change:CHANGE#J-0", field: "change", reason: "78-1-7" },
      { record: "income:1999", reason: "78-1-3" },
      { record: "income-history:2025#000001", field: "no-such-field", reason: "78-1-3" },
    ]);
    const of = (record: string) => records.find((each) => each.record === record);
    expect(of("income:2025")).toMatchObject({ fields: [] });
    expect(of("income:2025")?.leftOut).toContainEqual({ name: "", label: "所得情報", reason: "78-1-6" });
    const change = of("resident-change:CHANGE#J-0");
    expect(change?.fields.map(({ name }) => name)).toContain("takenAt");
    expect(change?.fields.some(({ name }) => name.startsWith("change."))).toBe(false);
    expect(change?.leftOut).toContainEqual({ name: "change.kind", label: "異動の種類", reason: "78-1-7" });
    expect(manifest.withheld.map(({ found }: { found: boolean }) => found)).toEqual([true, true, false, false]);
    expect(pages.at(-1)).toContain("当てはまる記録または項目がない");
    expect(pages.at(-1)).toContain("income:1999");
  });

  it("is made of somebody whose 利用 is suspended too: it is theirs", async () => {
    const office = await opened();
    const { records } = await takenPackage(office);
    expect(records.some(({ record }) => record.startsWith("suspension:"))).toBe(true);
  });

  it("is not made where a row of the person is nothing known or does not open, and nothing of it is given", async () => {
    const bad: readonly Readonly<Record<string, string | Uint8Array>>[] = [
      { pk: "PERSON#", sk: "COPY#1", note: "x" },
      { pk: "PERSON#", sk: "CHANGE#Z", changeName: "Z", sealed: Uint8Array.from([1, 2, 3]) },
    ];
    for (const { pk, sk, ...row } of bad) {
      const office = await opened();
      const item = { ...row, pk: `${pk}${office.personId}`, sk: String(sk), personId: office.personId };
      await office.database.transact([{ kind: "put", table: "residents", item }]);
      const path = await requested(office, disclosureOf());
      await decide(office, path);
      await office.tendOutputs();
      expect((await office.ask("GET", path, examiner)).body).toMatchObject({ state: "producing", parts: 0 });
      expect(office.log.lines.some(({ code }) => code === "internal-error")).toBe(true);
      expect([...office.exported.versions]).toEqual([]);
    }
  });
});
