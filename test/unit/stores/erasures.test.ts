import { describe, expect, it } from "vitest";
import { type ErasureState, erasureAfter, erasureStates, erasureTransitions } from "../../../shared/domain/erasures.ts";
import type { PersonId } from "../../../shared/domain/ids.ts";
import { keysOf } from "../../../shared/domain/keys-of.ts";
import { type Instant, plainDate } from "../../../shared/law/calendar.ts";
import {
  type CountsByClass,
  type Erasure,
  type ErasureItem,
  erasureItemWrite,
  erasureWrites,
  type Finding,
  findErasure,
  findingsOf,
  findingWrite,
  itemsOwnedBy,
  openErasure,
  pageOfItems,
  recentErasures,
} from "../../../shared/stores/erasures.ts";
import {
  endedHolds,
  type Hold,
  holdEndWrites,
  holdsInForce,
  holdTarget,
  holdWrite,
  noHold,
} from "../../../shared/stores/holds.ts";
import { memoryDatabase } from "../../../shared/stores/memory-database.ts";

const at = "2026-11-26T18:10:00.000Z" as Instant;
const counts: CountsByClass = { income: { listed: 2, held: 1 } };
const begun: Erasure = {
  erasureId: "E20261127-7K3M9Q",
  state: "listing",
  asOf: plainDate("2026-11-27"),
  startedAt: at,
  listedAt: null,
  approvals: [],
  erasedFrom: null,
  erasedUntil: null,
  cursor: null,
  examined: 0,
  counts,
  found: 0,
  certificateId: null,
  version: 1,
};
const person = "p".repeat(27) as PersonId;
const item = (owner: ErasureItem["owner"], record: string): ErasureItem => ({
  owner,
  record,
  class: "income",
  clockOn: plainDate("2015-12-31"),
  dueOn: plainDate("2021-04-01"),
  state: "listed",
  reason: null,
  sealed: null,
  version: 1,
});

describe("消去の表", () => {
  it("keeps one erasure open at a time, and lets the next begin when it is over", async () => {
    const database = memoryDatabase();
    expect((await database.transact(erasureWrites(begun))).ok).toBe(true);
    const other = { ...begun, erasureId: "E20261128-7K3M9Q" };
    expect((await database.transact(erasureWrites(other))).ok).toBe(false);
    expect(await openErasure(database)).toEqual(begun);
    const over: Erasure = { ...begun, state: erasureAfter("listing", "nothing-due"), version: 2 };
    expect((await database.transact(erasureWrites(over))).ok).toBe(true);
    expect(await openErasure(database)).toBeUndefined();
    expect((await database.transact(erasureWrites(other))).ok).toBe(true);
    expect(await findErasure(database, begun.erasureId)).toEqual(over);
    expect((await recentErasures(database, 5)).map(({ erasureId }) => erasureId)).toEqual([
      other.erasureId,
      begun.erasureId,
    ]);
  });

  it("gives a person's records together, the person first, page by page", async () => {
    const database = memoryDatabase();
    const items = [item("~", "object:outbox/a/"), item(person, "income:2015"), item(person, "person")];
    await database.transact(items.map((each) => erasureItemWrite(begun.erasureId, each)));
    expect((await itemsOwnedBy(database, begun.erasureId, person)).map(({ record }) => record)).toEqual([
      "person",
      "income:2015",
    ]);
    const first = await pageOfItems(database, begun.erasureId, 2);
    expect(first.items).toHaveLength(2);
    const rest = await pageOfItems(database, begun.erasureId, 2, first.next ?? undefined);
    expect(rest).toEqual({ items: [item("~", "object:outbox/a/")], next: null });
  });

  it("lets nothing through that is held at that moment, and everything once the hold has ended", async () => {
    const database = memoryDatabase();
    const target = holdTarget({ person });
    const hold: Hold = {
      holdId: "H20261126-7K3M9Q",
      target,
      reason: "litigation",
      documentNumber: "8目国発第123号",
      until: null,
      placedBy: "manager-1",
      placedAt: at,
      ended: null,
      version: 1,
    };
    const holds = [target, holdTarget({ class: "income" })].map(noHold);
    expect((await database.transact(holds)).ok).toBe(true);
    await database.transact([holdWrite(hold)]);
    expect((await database.transact([holdWrite({ ...hold, holdId: "H20261126-7K3M9R" })])).ok).toBe(false);
    expect((await database.transact(holds)).ok).toBe(false);
    expect(await holdsInForce(database)).toEqual([hold]);
    const ended = { by: "head-1", at };
    await database.transact(holdEndWrites(hold, ended));
    expect((await database.transact(holds)).ok).toBe(true);
    expect(await holdsInForce(database)).toEqual([]);
    expect(await endedHolds(database, 5)).toEqual([{ ...hold, ended, version: 2 }]);
  });

  it("keeps what the read-back came upon, and what was decided on it", async () => {
    const database = memoryDatabase();
    const finding: Finding = {
      findingId: "0001",
      owner: person,
      record: "person",
      place: { kind: "row", table: "outputs", pk: "OUTPUTS", sk: "●" },
      known: "pseudonym",
      decision: null,
      version: 1,
    };
    const decided: Finding = {
      ...finding,
      decision: { decision: "remove", documentNumber: "8目国発第124号", by: "head-1", at },
      version: 2,
    };
    await database.transact([findingWrite(begun.erasureId, finding)]);
    await database.transact([findingWrite(begun.erasureId, decided)]);
    expect(await findingsOf(database, begun.erasureId)).toEqual([decided]);
  });
});

describe("消去の状態", () => {
  it("goes only where the table leads, and every state but the last ones has a way out", () => {
    expect(() => erasureAfter("awaiting-approval", "second-approval")).toThrow();
    const left = new Set<ErasureState>(Object.values(erasureTransitions).flatMap(({ from }) => [...from]));
    expect(keysOf(erasureStates).filter((state) => !left.has(state))).toEqual(["done", "refused", "empty"]);
  });
});
