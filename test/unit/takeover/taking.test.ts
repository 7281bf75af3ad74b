import { describe, expect, it } from "vitest";
import { plainDate } from "../../../shared/law/calendar.ts";
import { sha256 } from "../../../shared/stores/files.ts";
import { generateWard } from "../../../tools/ward/generate.ts";
import { takeoverEvents } from "../../../tools/ward/load-ward.ts";
import { extractOf, rowsOf } from "../../support/extracts-of-takeover.ts";
import { openTakeover, type TakeoverOffice } from "../../support/takeover-office.ts";

const people = [...generateWard({ seed: 6, people: 12, today: plainDate("2026-11-26") })];
const atenaOf = (at: number) => people[at]?.atenaNumber ?? "";

/** Everything that is kept of a set, with its rejects in the order of their places. */
const keptOf = async (office: TakeoverOffice, set: string) => {
  const { takeover, marks } = await office.standing(set);
  return { ...takeover, rejects: [...marks.values()].flatMap(({ rejects }) => rejects) };
};

describe("the extract of the previous package", () => {
  it("opens to the same ledgers and agrees in every total", async () => {
    const office = openTakeover();
    office.put("all", extractOf(rowsOf(people)));
    expect(await office.take("all")).toMatchObject({ left: 0, takeover: { state: "taken" } });
    for (const [at, person] of people.entries()) {
      const events = await office.eventsOf(person.atenaNumber);
      expect(events?.filter(({ kind }) => kind !== "exempted")).toEqual(takeoverEvents(person));
      expect(events?.filter(({ kind }) => kind === "exempted")).toHaveLength(at % 3 === 0 ? 1 : 0);
    }
    expect(await keptOf(office, "all")).toMatchObject({
      rejects: [],
      account: {
        files: { people: { read: 12, taken: 12, repeated: 0, rejected: 0 } },
        people: 12,
        apart: 0,
        toldAndRead: [],
        takenAndOnFile: [],
      },
    });
  });

  it("goes on where a run stopped, and takes nobody in twice", async () => {
    const office = openTakeover();
    office.put("all", extractOf(rowsOf(people)));
    let steps = 3;
    const goOn = () => steps-- > 0;
    const first = await office.take("all", undefined, goOn);
    expect(first).toMatchObject({ takeover: { state: "taking", account: null } });
    if ("refused" in first) throw new Error("refused");
    expect(first.left).toBeGreaterThan(0);
    expect(first.left).toBeLessThan(12);
    expect(await office.take("all")).toMatchObject({ left: 0, takeover: { state: "taken" } });
    const before = office.database.dump("people");
    expect(await office.take("all")).toMatchObject({ takeover: { state: "taken" } });
    expect(office.database.dump("people")).toEqual(before);
  });

  it("takes a person with a wrong row not even in part, and lists each of their rows without what stood there", async () => {
    const office = openTakeover();
    const rows = rowsOf(people);
    const wrong = rows.periods[0] ?? {};
    rows.periods[0] = { ...wrong, category: "9" };
    office.put("all", extractOf(rows));
    await office.take("all");
    expect(await office.eventsOf(wrong.atenaNumber ?? "")).toBeUndefined();
    const kept = await keptOf(office, "all");
    expect(kept.rejects).toContainEqual({ file: "periods", line: 2, reason: "malformed-row", columns: ["種別"] });
    expect(kept.rejects).toContainEqual({ file: "people", line: 2, reason: "other-row-rejected", columns: [] });
    expect(kept.account?.files.people).toEqual({ read: 12, taken: 11, repeated: 0, rejected: 1 });
    const text = JSON.stringify(office.database.dump("batches"));
    for (const value of [wrong.atenaNumber, people[0]?.name, rows.people[0]?.basicPensionNumber])
      if (value) expect(text).not.toContain(value);
  });

  it("takes in with a corrected set in another folder what was rejected", async () => {
    const office = openTakeover();
    const rows = rowsOf(people);
    rows.periods[0] = { ...rows.periods[0], category: "9" };
    office.put("all", extractOf(rows));
    await office.take("all");
    office.put("all-2", extractOf(rowsOf(people)));
    await office.take("all-2");
    expect(await keptOf(office, "all-2")).toMatchObject({
      rejects: [],
      account: { files: { people: { read: 12, taken: 1, repeated: 11, rejected: 0 } }, apart: 0 },
    });
  });

  it("rejects someone who is on file with other content, and changes nothing of them", async () => {
    const office = openTakeover();
    office.put("first", extractOf(rowsOf(people)));
    await office.take("first");
    const before = await office.eventsOf(atenaOf(0));
    const rows = rowsOf(people);
    rows.people[0] = { ...rows.people[0], address: "東京都目黒区上目黒二丁目19番15号" };
    office.put("second", extractOf(rows));
    await office.take("second");
    expect(await office.eventsOf(atenaOf(0))).toEqual(before);
    expect((await keptOf(office, "second")).rejects[0]).toMatchObject({ reason: "already-on-file" });
  });

  it.each(["basicPensionNumber", "individualNumber"])("rejects all who share a number (%s)", async (number) => {
    const office = openTakeover();
    const rows = rowsOf(people);
    const [one = {}, other = {}] = rows.people.filter((row) => row[number]);
    rows.people = rows.people.map((row) => (row === other ? { ...row, [number]: one[number] ?? "" } : row));
    office.put("all", extractOf(rows));
    await office.take("all");
    expect(await office.eventsOf(one.atenaNumber ?? "")).toBeUndefined();
    expect(await office.eventsOf(other.atenaNumber ?? "")).toBeUndefined();
    const { rejects, account } = await keptOf(office, "all");
    expect(rejects.filter(({ reason }) => reason === "shared-number")).toHaveLength(2);
    expect(account?.files.people.taken).toBe(10);
  });

  it("rejects someone whose number is on file for somebody else", async () => {
    const office = openTakeover();
    const rows = rowsOf(people);
    const [one = {}, other = {}] = rows.people.filter(({ basicPensionNumber }) => basicPensionNumber);
    const only = (row: typeof one, number = row.basicPensionNumber ?? "") => ({
      people: [{ ...row, basicPensionNumber: number }],
      periods: [],
      reliefs: [],
      incomes: [],
    });
    office.put("first", extractOf(only(one)));
    await office.take("first");
    office.put("second", extractOf(only(other, one.basicPensionNumber)));
    await office.take("second");
    expect(await office.eventsOf(other.atenaNumber ?? "")).toBeUndefined();
    expect((await keptOf(office, "second")).rejects).toMatchObject([{ reason: "number-on-file" }]);
  });

  it("does not agree with a manifest that tells more than there is", async () => {
    const office = openTakeover();
    const told = rowsOf(people);
    told.incomes[0] = { ...told.incomes[0], insuredIncome: "999" };
    office.put("all", extractOf(rowsOf(people), told));
    await office.take("all");
    const { account } = await keptOf(office, "all");
    expect(account).toMatchObject({ toldAndRead: [{ name: "income.2024" }], takenAndOnFile: [] });
  });

  it.each([
    ["people.csv", "sha256-differs"],
    ["manifest.json", "manifest-malformed"],
  ])("takes nobody of a set whose %s was changed on the way", async (name, fault) => {
    const office = openTakeover();
    const extract = extractOf(rowsOf(people));
    office.put("all", new Map([...extract, [name, Buffer.from(`${Buffer.from(extract.get(name) ?? [])}x`)]]));
    expect(await office.take("all")).toMatchObject({ takeover: { state: "refused", fault: { fault } } });
    expect(office.database.dump("people")).toEqual([]);
  });

  it("takes nobody of a set with a file that nobody agreed on", async () => {
    const office = openTakeover();
    office.put("all", new Map([...extractOf(rowsOf(people)), ["notes.txt", Buffer.from("x")]]));
    expect(await office.take("all")).toMatchObject({ takeover: { fault: { fault: "strange-file" } } });
  });

  it("waits for a set whose manifest is still on the way, and takes it in once it is there", async () => {
    const office = openTakeover();
    const extract = extractOf(rowsOf(people));
    const manifest = new Map([["manifest.json", extract.get("manifest.json") ?? new Uint8Array()]]);
    extract.delete("manifest.json");
    office.put("all", extract);
    expect(await office.take("all")).toMatchObject({ takeover: { fault: { fault: "manifest-missing" } } });
    office.put("all", manifest);
    expect(await office.take("all")).toMatchObject({ takeover: { state: "taken", fault: null } });
  });

  it("takes nobody of a folder in which a file was put again with other content", async () => {
    const office = openTakeover();
    office.put("all", extractOf(rowsOf(people.slice(0, 6))));
    await office.take("all");
    office.put("all", extractOf(rowsOf(people)));
    expect(await office.take("all")).toMatchObject({ takeover: { state: "refused", fault: { fault: "rewritten" } } });
    expect(await office.eventsOf(atenaOf(11))).toBeUndefined();
  });

  it("knows no set of an empty folder", async () => {
    expect(await openTakeover().take("none")).toEqual({ refused: "no-such-set" });
  });

  it("names a set by what lies in it, whatever folder that is", async () => {
    const office = openTakeover();
    for (const set of ["one", "two"]) office.put(set, extractOf(rowsOf(people)));
    await office.take("one");
    await office.take("two");
    const [one, two] = [await keptOf(office, "one"), await keptOf(office, "two")];
    expect(one.fingerprint).toBe(two.fingerprint);
    expect(one.fingerprint).not.toBe(sha256(new Uint8Array()));
    expect(two.account?.files.people).toMatchObject({ taken: 0, repeated: 12 });
  });
});
