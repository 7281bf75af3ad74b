import { describe, expect, it } from "vitest";
import { auditEntry } from "../../../shared/audit/entry.ts";
import { findRun, runWrite } from "../../../shared/stores/runs.ts";
import {
  expectedThere,
  hoursBefore,
  namesThere,
  placed,
  runOf,
  sweep,
  sweptAt,
  temporaryWorld,
  told,
  toldAfterwards,
} from "../../support/temporary-world.ts";

const entriesOf = ({ database }: Awaited<ReturnType<typeof temporaryWorld>>) =>
  database.dump("audit").map(({ entry }) => auditEntry.parse(JSON.parse(String(entry))));

describe("一時ファイルの見回り", () => {
  it("takes away what nobody needs, in every version, leaves what somebody does, and tells of what is not taken", async () => {
    const world = await temporaryWorld();
    const { stays, swept, faults } = await sweep(world);
    expect(namesThere(world)).toEqual(expectedThere);
    expect(stays).toEqual(told);
    expect(swept).toEqual([{ looked: placed.length, gone: placed.filter(({ goes }) => goes).length }]);
    expect(faults).toEqual([]);
  });

  it("finds nothing to take the second time, writes no entry for that, and tells once more of what stays", async () => {
    const world = await temporaryWorld();
    await sweep(world);
    const entries = entriesOf(world).length;
    const { stays, swept } = await sweep(world);
    expect(stays).toEqual(toldAfterwards);
    expect(swept).toEqual([{ looked: expectedThere.length, gone: 0 }]);
    expect(entriesOf(world)).toHaveLength(entries);
    expect(namesThere(world)).toEqual(expectedThere);
  });

  it("says in the trail, under the clock's own name, from which bucket how many went, and no name of a file", async () => {
    const world = await temporaryWorld();
    await sweep(world);
    const entries = entriesOf(world);
    expect(entries.map(({ codes }) => codes).toSorted()).toEqual([
      ["exports", "files-2", "late-0"],
      ["linkage", "files-3", "late-0"],
      ["staging", "files-5", "late-0"],
    ]);
    for (const entry of entries)
      expect(entry).toMatchObject({
        officer: "schedule:temporary-files",
        action: "temporary-files:sweep",
        purpose: "temporary-files",
        object: null,
        subjects: [],
      });
  });

  it("takes nothing that was put while it went on, under the same name either", async () => {
    const world = await temporaryWorld();
    const { versions, put } = world.buckets.linkage;
    const name = "residents/inbox/a.csv";
    const linkage: typeof versions = {
      ...versions,
      remove: async (going) => {
        put(name, sweptAt);
        await versions.remove(going);
      },
    };
    await sweep(world, undefined, { buckets: { linkage } });
    expect(world.buckets.linkage.visible()).toContain(name);
    expect(namesThere(world)).toEqual([...expectedThere, `linkage ${name}`].toSorted(byBucket));
  });

  it("looks at an owner after the listing: who came to their end before it needs nothing of what was listed", async () => {
    const world = await temporaryWorld();
    const { versions } = world.buckets.staging;
    const order: string[] = [];
    const staging: typeof versions = {
      ...versions,
      page: async (prefix, after) => {
        order.push("listed");
        return versions.page(prefix, after);
      },
    };
    const { getAll } = world.database;
    const database = {
      ...world.database,
      getAll: async (keys: Parameters<typeof getAll>[0]) => {
        order.push("looked");
        return getAll(keys);
      },
    };
    await sweep({ ...world, database }, undefined, { buckets: { staging } });
    const firstLook = order.indexOf("looked");
    expect(firstLook).toBeGreaterThan(1);
    expect(order.slice(0, firstLook).every((each) => each === "listed")).toBe(true);
  });

  it("leaves the files of an owner that cannot be looked up, and goes through all others", async () => {
    const world = await temporaryWorld();
    await world.database.transact([
      { kind: "put", table: "transmittals", item: { pk: "RUNS", sk: runOf("A"), state: "no such state", version: 9 } },
    ]);
    const { faults, swept } = await sweep(world);
    expect(faults).toHaveLength(1);
    expect(swept).toHaveLength(1);
    expect(namesThere(world)).toContain(`staging ${placed[0]?.name}`);
    expect(namesThere(world).length).toBe(expectedThere.length + 2);
  });

  it("tells of a run that is decided on late no longer once it is over, and takes its files", async () => {
    const world = await temporaryWorld();
    const run = await findRun(world.database, runOf("C"));
    if (!run) throw new Error("no run");
    await world.database.transact([runWrite(run, { state: "reopened" })]);
    const { stays } = await sweep(world);
    expect(namesThere(world)).toEqual(expectedThere.filter((name) => !name.includes(runOf("C"))));
    // It was decided on long ago, and only now came to its end.
    expect(stays).toEqual([{ ...told[0], late: 1, waiting: 0 }, told[1]]);
  });

  it("tells of what it could not take away, and does not count it as gone", async () => {
    const world = await temporaryWorld();
    const { versions } = world.buckets.exports;
    const exports: typeof versions = {
      ...versions,
      remove: async () => {
        throw new Error("refused");
      },
    };
    const { stays, swept, faults } = await sweep(world, undefined, { buckets: { exports } });
    expect(stays).toEqual([...told, { bucket: "exports", stuck: 2, late: 0, untaken: 0, waiting: 0 }]);
    expect(swept).toEqual([{ looked: placed.length, gone: 8 }]);
    expect(faults).toHaveLength(1);
  });

  it("takes nothing away that the trail could not be told of, and says that it stays", async () => {
    const world = await temporaryWorld();
    const before = namesThere(world);
    const database: typeof world.database = {
      ...world.database,
      transact: async (writes) => ({ ok: false, failed: writes, contended: true }),
    };
    const { stays, swept, faults } = await sweep({ ...world, database });
    expect(namesThere(world)).toEqual(before);
    expect(stays).toEqual([
      { ...told[0], stuck: 5 },
      { ...told[1], stuck: 3 },
      { bucket: "exports", stuck: 2, late: 0, untaken: 0, waiting: 0 },
    ]);
    expect([swept, faults.length]).toEqual([[], 3]);
  });

  it("says nothing of having gone through all when one bucket could not be listed, and goes through the others", async () => {
    const world = await temporaryWorld();
    const { versions } = world.buckets.staging;
    const staging: typeof versions = {
      ...versions,
      page: async () => {
        throw new Error("not now");
      },
    };
    const { swept, faults } = await sweep(world, undefined, { buckets: { staging } });
    expect([swept, faults.length]).toEqual([[], 1]);
    expect(namesThere(world).filter((name) => !name.startsWith("staging"))).toEqual(
      expectedThere.filter((name) => !name.startsWith("staging")),
    );
  });

  it("leaves a file that another lies behind never visible in its older version, wherever it is cut off", async () => {
    for (let most = 0; most <= 6; most += 1) {
      const cut = await temporaryWorld();
      const { versions } = cut.buckets.linkage;
      const linkage: typeof versions = {
        ...versions,
        remove: async (going) => {
          await versions.remove(going.slice(0, most));
          throw new Error("cut off");
        },
      };
      await sweep(cut, undefined, { buckets: { linkage } });
      expect(cut.buckets.linkage.visible()).not.toContain("residents/inbox/a.csv");
      await sweep(cut, undefined, { at: hoursBefore(-1) });
      expect(cut.buckets.linkage.names()).not.toContain("residents/inbox/a.csv");
    }
  });
});

const rank = (name: string) => ["staging", "linkage", "exports"].indexOf(name.split(" ")[0] ?? "");
const byBucket = (a: string, b: string): number => rank(a) - rank(b) || (a < b ? -1 : 1);
