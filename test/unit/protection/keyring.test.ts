import { describe, expect, it } from "vitest";
import type { PersonId } from "../../../shared/domain/ids.ts";
import type { Instant } from "../../../shared/law/calendar.ts";
import { type MasterKey, memoryMasterKey } from "../../../shared/protection/master-key.ts";
import type { Item } from "../../../shared/stores/database.ts";
import { keyring } from "../../../shared/stores/keyring.ts";
import { memoryDatabase } from "../../../shared/stores/memory-database.ts";
import { acquisitionOf, applicants } from "../../support/people.ts";
import { openCounter } from "../support/counter.ts";

const alice = "alice" as PersonId;
const secretOf = (key: { export(): Buffer }) => key.export().toString("hex");

const setUp = () => {
  const database = memoryDatabase();
  const master = memoryMasterKey();
  const time = { now: "2026-11-23T01:00:00.000Z" as Instant };
  const open = (by: MasterKey = master) => keyring(database, by, () => time.now);
  const issued = async () => {
    const { key, write } = await open().issue(alice);
    await database.transact([write]);
    return { key, row: (write.kind === "create" ? write.item : {}) as Item };
  };
  return { database, master, time, open, issued };
};

describe("KMS", () => {
  it("is asked once for the branch key and once for the index key, however many requests come", async () => {
    const counter = openCounter();
    const people = applicants(25);
    for (const person of people) await counter.file("acquisition", acquisitionOf(person));
    for (const person of people) await counter.ledger(person.atenaNumber);
    expect(counter.master.calls.count).toBe(2);
  });

  it("is asked once for each of many that come at the same time", async () => {
    const { master, open } = setUp();
    const ring = open();
    await Promise.all(
      Array.from({ length: 50 }, (_, at) => (at % 2 ? ring.index() : ring.issue(`p${at}` as PersonId))),
    );
    expect(master.calls.count).toBe(2);
  });

  it("is asked again after an hour, not before", async () => {
    const { master, time, open } = setUp();
    const ring = open();
    await ring.index();
    time.now = "2026-11-23T01:59:59.999Z" as Instant;
    await ring.index();
    expect(master.calls.count).toBe(1);
    time.now = "2026-11-23T02:00:00.000Z" as Instant;
    await ring.index();
    expect(master.calls.count).toBe(2);
  });

  it("once it refuses, the system stops within the hour", async () => {
    const { database, master, time } = setUp();
    let revoked = false;
    const failing: MasterKey = {
      generate: (purpose) => master.generate(purpose),
      unwrap: async (wrapped, purpose) => {
        if (revoked) throw new Error("AccessDenied");
        return master.unwrap(wrapped, purpose);
      },
    };
    const ring = keyring(database, failing, () => time.now);
    await ring.index();
    revoked = true;
    await expect(ring.index()).resolves.toBeDefined();
    time.now = "2026-11-23T02:00:00.000Z" as Instant;
    await expect(ring.index()).rejects.toThrow("AccessDenied");
    revoked = false;
    await expect(ring.index()).resolves.toBeDefined();
  });
});

describe("keys of people", () => {
  it("are opened by any process that shares store and master key", async () => {
    const { open, issued } = setUp();
    const { key, row } = await issued();
    expect(secretOf(await open().open(row))).toBe(secretOf(key));
  });

  it("each is another, also for the same person asked twice", async () => {
    const ring = setUp().open();
    const keys = await Promise.all([ring.issue(alice), ring.issue(alice), ring.issue("bob" as PersonId)]);
    expect(new Set(keys.map(({ key }) => secretOf(key))).size).toBe(3);
  });

  it("do not open under another person's name, another branch or another master key", async () => {
    const { open, issued, time } = setUp();
    const { row } = await issued();
    await expect(open().open({ ...row, pk: "PERSON#bob" })).rejects.toThrow();
    await expect(open().open({ ...row, branch: "2025" })).rejects.toThrow();
    await expect(open(memoryMasterKey()).open(row)).rejects.toThrow();
    time.now = "2027-01-04T00:00:00.000Z" as Instant;
    await expect(open().open(row)).resolves.toBeDefined();
  });

  it("of a new year lie under a new branch key", async () => {
    const { database, time, open } = setUp();
    const ring = open();
    await ring.issue(alice);
    time.now = "2027-01-04T00:00:00.000Z" as Instant;
    await ring.issue(alice);
    expect(database.dump("keys").map((item) => item.pk)).toEqual(["BRANCH#2026", "BRANCH#2027"]);
  });

  it("two processes that make the same branch key at once agree on one", async () => {
    const { database, open } = setUp();
    const [one, two] = [open(), open()];
    const [first, second] = await Promise.all([one.issue(alice), two.issue("bob" as PersonId)]);
    await database.transact([first.write, second.write]);
    expect(database.dump("keys").filter((item) => item.pk.startsWith("BRANCH#"))).toHaveLength(1);
    const third = open();
    for (const { key, write } of [first, second])
      expect(secretOf(await third.open(write.kind === "create" ? write.item : ({} as Item)))).toBe(secretOf(key));
  });

  it("two processes that make the index key at once find the same people", async () => {
    const { open } = setUp();
    const [one, two] = await Promise.all([open().index(), open().index()]);
    expect(one.of("birth-date", "1990-05-10")).toBe(two.of("birth-date", "1990-05-10"));
  });

  it("are stored wrapped only", async () => {
    const { database, open } = setUp();
    const { key, write } = await open().issue(alice);
    await database.transact([write]);
    const bytes = database.dump("keys").map((item) => Buffer.from(item.wrapped as Uint8Array));
    expect(bytes).toHaveLength(2);
    for (const wrapped of bytes) expect(wrapped.includes(key.export())).toBe(false);
  });
});
