import { describe, expect, it } from "vitest";
import { erasureWrites, findingsOf, findingWrite } from "../../../shared/stores/erasures.ts";
import {
  approve,
  auditor,
  head,
  manager,
  officeOfTheNight,
  operator,
  otherHead,
  refuse,
} from "../../support/erasure-desk.ts";

const opened = async (over: Parameters<typeof officeOfTheNight>[0] = {}) => {
  const scene = await officeOfTheNight(over);
  const erasureId = await scene.list();
  const path = `/v1/erasures/${erasureId}`;
  const decide = (by: object, body: object = approve) => scene.office.ask("POST", `${path}/decision`, { ...by, body });
  const resume = (by: object = manager) => scene.office.ask("POST", `${path}/resumption`, by);
  return { ...scene, erasureId, path, decide, resume };
};

/** The same, read back with one copy found and one record that would not go. */
const readBack = async () => {
  const scene = await opened();
  await scene.decide(manager);
  await scene.decide(head);
  const erasure = await scene.erasureNow(scene.erasureId);
  const left = { ...erasure, state: "awaiting-settlement", found: 1, version: erasure.version + 1 } as const;
  await scene.stores.database.transact([
    ...erasureWrites(left),
    findingWrite(scene.erasureId, {
      findingId: "0001",
      owner: scene.people.gone,
      record: "person",
      place: { kind: "row", table: "outputs", pk: "OUTPUTS", sk: "O1" },
      known: "name-and-birth-date",
      decision: null,
      version: 1,
    }),
  ]);
  const settle = (by: object, body: object, findingId = "0001") =>
    scene.office.ask("POST", `${scene.path}/findings/${findingId}/decision`, { ...by, body });
  return { ...scene, settle };
};

const remove = { decision: "remove", documentNumber: "8目国発第12号" } as const;

describe("二人の承認", () => {
  it("begin the erasure with the second, and not before", async () => {
    const { decide, office, erasureId, entries } = await opened();
    expect(await decide(manager)).toMatchObject({ status: 200, body: { state: "half-approved" } });
    expect(office.started).toEqual([]);
    expect(await decide(head)).toMatchObject({ status: 200, body: { state: "erasing", stateLabel: "消している" } });
    expect(office.started).toEqual([{ name: `approved-${erasureId}`, input: { erasureId } }]);
    const told = entries().filter(({ action }) => action === "decideErasure");
    expect(told.map(({ kind, officer, object, codes }) => [kind, officer, object, ...codes])).toEqual([
      ["approval", "manager-1", erasureId, "first-approval"],
      ["approval", "head-1", erasureId, "second-approval"],
    ]);
  });

  it("are of two people: nobody gives both", async () => {
    const { decide, office } = await opened();
    await decide(manager);
    expect(await decide(manager)).toMatchObject({ status: 403, body: { code: "same-person" } });
    expect(office.started).toEqual([]);
    expect(await decide(otherHead)).toMatchObject({ status: 200, body: { state: "erasing" } });
  });

  it("may be taken back by the one who gave the first, as a refusal", async () => {
    const { decide } = await opened();
    await decide(manager);
    expect(await decide(manager, refuse)).toMatchObject({ status: 200, body: { state: "refused" } });
    expect(await decide(head)).toMatchObject({ status: 409, body: { code: "already-decided" } });
  });

  it("start the machine again where the answer of the second was lost", async () => {
    let starts = 0;
    const { decide, erasureNow, erasureId } = await opened({
      startErasure: async () => {
        starts += 1;
        if (starts === 1) throw new Error("states are out of reach");
      },
    });
    await decide(manager);
    expect(await decide(head)).toMatchObject({ status: 500 });
    expect((await erasureNow(erasureId)).state).toBe("erasing");
    expect(await decide(head)).toMatchObject({ status: 200, body: { state: "erasing" } });
    expect(starts).toBe(2);
    expect(await decide(manager)).toMatchObject({ status: 409, body: { code: "already-decided" } });
  });

  it("need a 文書番号", async () => {
    const { decide } = await opened();
    expect(await decide(manager, { decision: "approve" })).toMatchObject({ status: 400 });
  });

  it.each([
    ["clerk", "pension"],
    ["examiner", "pension"],
    ["operator", "operations"],
    ["auditor", "audit"],
    ["head", "district-office"],
    ["head", "information-policy"],
  ] as const)("are not given by %s of %s", async (role, department) => {
    const { decide, office } = await opened();
    expect(await decide({ as: "somebody", roles: [role], department })).toMatchObject({ status: 403 });
    expect(office.started).toEqual([]);
  });

  it("are not given to what is still being listed, nor to where nothing is due", async () => {
    const { office, stores, erasureNow, erasureId, decide } = await opened();
    const erasure = await erasureNow(erasureId);
    for (const [version, state] of [
      [erasure.version + 1, "listing"],
      [erasure.version + 2, "empty"],
    ] as const) {
      await stores.database.transact(erasureWrites({ ...erasure, state, version }));
      expect(await decide(manager)).toMatchObject({ status: 409, body: { code: "erasure-not-decidable" } });
    }
    const none = await office.ask("POST", "/v1/erasures/E20261123-000000/decision", { ...manager, body: approve });
    expect(none.status).toBe(404);
  });
});

describe("再開", () => {
  it("starts the machine again where it was stopped, for 運用 too", async () => {
    const { decide, resume, office, erasureId } = await opened();
    await decide(manager);
    await decide(head);
    expect(await resume(operator)).toMatchObject({ status: 202, body: { state: "erasing" } });
    expect(office.started.at(-1)).toMatchObject({
      name: expect.stringMatching(`^resume-${erasureId}-`),
      input: { erasureId },
    });
  });

  it("does not stand in for an approval, and takes up nothing that is over", async () => {
    const { decide, resume, office } = await opened();
    expect(await resume()).toMatchObject({ status: 409, body: { code: "erasure-unapproved" } });
    await decide(manager);
    expect(await resume()).toMatchObject({ status: 409, body: { code: "erasure-unapproved" } });
    await decide(head, refuse);
    expect(await resume()).toMatchObject({ status: 409, body: { code: "erasure-settled" } });
    expect(office.started).toEqual([]);
  });
});

describe("読み返しで見つかった写し", () => {
  it("is decided on before the erasure goes on, and counted down", async () => {
    const { settle, resume, erasureNow, erasureId, stores, office } = await readBack();
    expect(await resume()).toMatchObject({ status: 409, body: { code: "findings-undecided" } });
    expect(await settle(manager, remove)).toMatchObject({ status: 200, body: { decision: { decision: "remove" } } });
    expect((await erasureNow(erasureId)).found).toBe(0);
    expect(await settle(manager, remove)).toMatchObject({ status: 200 });
    expect((await erasureNow(erasureId)).found).toBe(0);
    expect(await settle(head, { ...remove, decision: "keep" })).toMatchObject({
      status: 409,
      body: { code: "already-decided" },
    });
    expect(await findingsOf(stores.database, erasureId)).toMatchObject([
      { decision: { decision: "remove", by: "manager-1", documentNumber: remove.documentNumber } },
    ]);
    expect(await resume()).toMatchObject({ status: 202, body: { state: "erasing" } });
    expect(office.started).toHaveLength(2);
  });

  it("is looked at and decided on by those who approve, and named to nobody else", async () => {
    const { settle, office, path } = await readBack();
    const seen = async (by: object) => (await office.ask("GET", path, by)).body;
    expect((await seen(head)).findings).toHaveLength(1);
    expect(await seen(operator)).toMatchObject({ found: 1 });
    expect(await seen(operator)).not.toHaveProperty("findings");
    for (const by of [operator, auditor]) expect((await settle(by, remove)).status).toBe(403);
    expect((await settle(manager, remove, "0002")).status).toBe(404);
  });

  it("is not decided on while the machine is at it", async () => {
    const { settle, stores, erasureNow, erasureId } = await readBack();
    const erasure = await erasureNow(erasureId);
    await stores.database.transact(erasureWrites({ ...erasure, state: "reading-back", version: erasure.version + 1 }));
    expect(await settle(manager, remove)).toMatchObject({ status: 409, body: { code: "erasure-not-decidable" } });
  });
});
