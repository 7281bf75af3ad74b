import { describe, expect, it } from "vitest";
import { holdTarget, noHold } from "../../../shared/stores/holds.ts";
import {
  approve,
  asDescribed,
  auditor,
  head,
  manager,
  officeOfTheNight,
  operator,
} from "../../support/erasure-desk.ts";
import { modelOf } from "../../support/income-outputs.ts";
import { openOffice } from "../../support/office.ts";

describe("消す前の報告", () => {
  it("says class by class how much goes, when it fell due, and by whose rule", async () => {
    const { office, list } = await officeOfTheNight();
    const erasureId = await list();
    const seen = await office.ask("GET", `/v1/erasures/${erasureId}`, head);
    expect(seen.body).toMatchObject({ state: "awaiting-approval", stateLabel: "承認待ち", asOf: "2026-11-23" });
    expect(seen.body.report).toMatchObject([
      {
        class: "qualification-history",
        classLabel: "資格履歴",
        keep: { years: 10 },
        source: "国年の既定。区の文書管理規程の条項に置き換える",
        earliestDue: "2023-04-01",
        latestDue: "2023-04-01",
        states: [{ state: "listed", label: "満了", records: 1 }],
        reasons: [],
      },
      {
        class: "income",
        earliestDue: "2024-04-01",
        states: [{ state: "listed", records: 1 }],
      },
    ]);
    asDescribed("showErasure", seen);
    const all = await office.ask("GET", "/v1/erasures", operator);
    expect(all.body.erasures).toMatchObject([{ erasureId, state: "awaiting-approval" }]);
    asDescribed("listErasures", all);
    asDescribed(
      "decideErasure",
      await office.ask("POST", `/v1/erasures/${erasureId}/decision`, { ...head, body: approve }),
    );
  });

  it("names whom it is about to those who approve, and says in the trail that they looked", async () => {
    const { office, list, entries } = await officeOfTheNight();
    const path = `/v1/erasures/${await list()}/items`;
    const seen = await office.ask("GET", path, manager);
    expect(seen.body).toMatchObject({ next: null });
    expect(new Set(seen.body.items.map((item: { atenaNumber: string }) => item.atenaNumber))).toEqual(
      new Set([modelOf(0).atenaNumber, modelOf(2).atenaNumber]),
    );
    asDescribed("listErasureItems", seen);
    const [entry] = entries().filter(({ action }) => action === "listErasureItems");
    expect(entry).toMatchObject({ items: ["addressee.addressee"], purpose: "erasure" });
    expect(entry?.subjects).toHaveLength(2);
    for (const by of [operator, auditor]) expect((await office.ask("GET", path, by)).status).toBe(403);
  });

  it("names nobody any more whose key is gone", async () => {
    const { office, list, stores, people } = await officeOfTheNight();
    const path = `/v1/erasures/${await list()}/items`;
    await stores.database.transact([
      { kind: "remove", table: "keys", key: { pk: `PERSON#${people.gone}`, sk: "KEY" } },
    ]);
    const { items } = (await office.ask("GET", path, manager)).body;
    expect(items.map(({ atenaNumber }: { atenaNumber: string | null }) => atenaNumber).toSorted()).toEqual(
      [null, modelOf(2).atenaNumber].toSorted(),
    );
  });

  it("goes on behind the page before it, and takes no other place for one", async () => {
    const { office, list } = await officeOfTheNight();
    const path = `/v1/erasures/${await list()}/items`;
    const behind = Buffer.from("zzzz").toString("base64url");
    expect((await office.ask("GET", path, { ...manager, query: { after: behind } })).body).toEqual({
      items: [],
      next: null,
    });
    expect((await office.ask("GET", path, { ...manager, query: { after: "a#b" } })).status).toBe(400);
  });
});

describe("保留", () => {
  const person = { reason: "litigation", until: null, documentNumber: "8目国発第20号" } as const;
  const atenaNumber = modelOf(0).atenaNumber;

  it("on a person stops what erases them at once, and is told of in the list and the trail", async () => {
    const { office, list, stores, people, entries } = await officeOfTheNight();
    await list();
    const free = noHold(holdTarget({ person: people.gone }));
    expect((await stores.database.transact([free])).ok).toBe(true);
    const placed = await office.ask("POST", "/v1/holds", { ...manager, body: { ...person, atenaNumber } });
    expect(placed).toMatchObject({ status: 201, body: { atenaNumber, reasonLabel: "訴訟・審査請求", class: null } });
    asDescribed("placeHold", placed);
    expect((await stores.database.transact([free])).ok).toBe(false);
    const seen = await office.ask("GET", "/v1/holds", head);
    expect(seen.body).toMatchObject({ holds: [{ holdId: placed.body.holdId, atenaNumber }], ended: [] });
    asDescribed("listHolds", seen);
    const told = entries().filter(({ action }) => action === "placeHold");
    expect(told).toMatchObject([{ object: placed.body.holdId, codes: ["hold-placed", "litigation"] }]);
    expect(told[0]?.subjects).toHaveLength(1);
  });

  it("placed before the night keeps the person in the list, held", async () => {
    const { office, list } = await officeOfTheNight();
    await office.ask("POST", "/v1/holds", { ...manager, body: { ...person, atenaNumber } });
    const { report } = (await office.ask("GET", `/v1/erasures/${await list()}`, head)).body;
    expect(report[0]).toMatchObject({
      class: "qualification-history",
      states: [{ state: "held", label: "保留", records: 1 }],
      reasons: [{ state: "held", reason: "litigation", label: "訴訟・審査請求", records: 1 }],
    });
  });

  it("is one for a person or a class at a time; the same again is the same, another is refused", async () => {
    const { office } = await officeOfTheNight();
    const ask = (body: object) => office.ask("POST", "/v1/holds", { ...manager, body });
    const first = await ask({ ...person, class: "income" });
    expect(first).toMatchObject({ status: 201, body: { class: "income", classLabel: "所得情報", atenaNumber: null } });
    const again = await ask({ ...person, class: "income" });
    expect(again).toMatchObject({ status: 200, body: { holdId: first.body.holdId } });
    asDescribed("placeHold", again);
    expect(await ask({ ...person, class: "income", reason: "incident" })).toMatchObject({
      status: 409,
      body: { code: "already-held" },
    });
    expect(await ask({ ...person, class: "output" })).toMatchObject({ status: 201 });
  });

  it("is lifted once, and leaves its place to another", async () => {
    const { office } = await officeOfTheNight();
    const place = () => office.ask("POST", "/v1/holds", { ...manager, body: { ...person, atenaNumber } });
    const { holdId } = (await place()).body;
    const lift = () => office.ask("POST", `/v1/holds/${holdId}/lifting`, head);
    const lifted = await lift();
    expect(lifted).toMatchObject({ status: 200, body: { ended: { by: "head-1" }, atenaNumber } });
    asDescribed("liftHold", lifted);
    expect((await lift()).status).toBe(404);
    expect((await office.ask("GET", "/v1/holds", head)).body).toMatchObject({ holds: [], ended: [{ holdId }] });
    expect((await place()).status).toBe(201);
  });

  it.each([
    ["nobody on file", { ...person, atenaNumber: "000000000000000" }, 404],
    ["a day that is over", { ...person, atenaNumber, until: "2026-11-22" }, 400],
    ["both a person and a class", { ...person, atenaNumber, class: "income" }, 400],
    ["neither", person, 400],
    ["no 文書番号", { ...person, atenaNumber, documentNumber: "" }, 400],
  ])("is not placed on %s", async (_, body, status) => {
    const { office } = await officeOfTheNight();
    expect((await office.ask("POST", "/v1/holds", { ...manager, body })).status).toBe(status);
  });

  it("is not placed on somebody whose key is destroyed meanwhile", async () => {
    const { stores, people } = await officeOfTheNight();
    const { database, master } = stores;
    const key = { pk: `PERSON#${people.gone}`, sk: "KEY" };
    const erasing = {
      ...database,
      transact: async (writes: Parameters<typeof database.transact>[0]) => {
        if (writes.some((write) => write.table === "erasures"))
          await database.transact([{ kind: "remove", table: "keys", key }]);
        return database.transact(writes);
      },
    };
    const office = openOffice({ database: erasing, master });
    const placed = await office.ask("POST", "/v1/holds", { ...manager, body: { ...person, atenaNumber } });
    expect(placed).toMatchObject({ status: 409, body: { code: "contended" } });
    expect((await office.ask("GET", "/v1/holds", head)).body).toEqual({ holds: [], ended: [] });
  });

  it("is nobody's business but of those who approve", async () => {
    const { office } = await officeOfTheNight();
    for (const roles of [["clerk"], ["examiner"], ["operator"], ["auditor"]] as const) {
      const by = { as: "somebody", roles };
      expect((await office.ask("POST", "/v1/holds", { ...by, body: { ...person, atenaNumber } })).status).toBe(403);
      expect((await office.ask("GET", "/v1/holds", by)).status).toBe(403);
    }
  });
});
