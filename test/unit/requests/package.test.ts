import { beforeAll, describe, expect, it } from "vitest";
import { isWithheld, kindOfRow } from "../../../functions/erasure/leaving/record-kinds.ts";
import { isTold } from "../../../functions/requests/package/told-kinds.ts";
import { auditEntry } from "../../../shared/audit/entry.ts";
import type { Item } from "../../../shared/stores/database.ts";
import { sha256 } from "../../../shared/stores/files.ts";
import { holdingsOf } from "../../../shared/stores/holdings.ts";
import type { MemoryDatabase } from "../../../shared/stores/memory-database.ts";
import { tableNames } from "../../../shared/stores/tables.ts";
import { disclosingOffice, takenPackage } from "../../support/disclosure.ts";
import { accounts, type Household, household, othersYen, ownYen } from "../../support/household.ts";

/** Rows that only lead to another row of the same person. */
const leadsOn = /^(SUSPENSIONS|ENDED-SUSPENSIONS|OPEN-NOTICES|TOLD-NOTICES)$/;

/** By kind, how many rows the stores hold of a person, found by going through every table whole. */
const storedOf = async (database: MemoryDatabase, personId: string): Promise<Record<string, number>> => {
  const filings = database.dump("filings").flatMap((item) => (item.personId === personId ? [item.sk] : []));
  const counts: Record<string, number> = {};
  for (const table of tableNames) {
    const items = database.dump(table);
    const holdings = await holdingsOf(database, table, items);
    const isTheirs = (item: Item, at: number): boolean => {
      const holding = holdings[at];
      const owner = holding?.kind === "record" || holding?.kind === "whole" ? holding.owner : undefined;
      const said = [owner, item.personId, item.pk.split("#")[1]].includes(personId);
      return said || filings.some((id) => item.sk === id || item.filingId === id);
    };
    for (const [at, item] of items.entries()) {
      const kind = kindOfRow(table, item);
      if (kind === undefined) throw new Error(`${table} ${item.pk}`);
      if (isWithheld(kind) || !isTold(kind) || kind === "trail-entry" || leadsOn.test(item.pk)) continue;
      if (isTheirs(item, at)) counts[kind] = (counts[kind] ?? 0) + 1;
    }
  }
  return counts;
};

describe("開示の一式", () => {
  let world: Household;
  let office: Awaited<ReturnType<typeof disclosingOffice>>;
  let taken: Awaited<ReturnType<typeof takenPackage>>;

  beforeAll(async () => {
    world = await household();
    office = await disclosingOffice(world, world.people[0]);
    taken = await takenPackage(office);
  });

  it("holds every record that any store holds of the person, of each kind", async () => {
    const stored = await storedOf(world.database, office.personId);
    const told = Object.fromEntries(Object.keys(stored).map((kind) => [kind, taken.of(kind).length]));
    expect(told).toEqual(stored);
    expect(Object.keys(stored).toSorted()).toEqual([
      "batch-row",
      "filing",
      "import-line",
      "income",
      "income-correction",
      "income-history",
      "ledger-entry",
      "notices",
      "queue-entry",
      "request",
      "resident-change",
      "run-member",
      "suspension",
    ]);
  });

  it("tells the person's own values, in the page and in the lines alike", () => {
    const [person] = world.people;
    const lines = JSON.stringify(taken.records);
    const page = taken.pages[0] ?? "";
    for (const value of [
      person.atenaNumber,
      person.basicPensionNumber,
      person.individualNumber,
      person.name,
      person.nameKana,
      person.birthDate,
      person.address,
      person.addressSupplement,
      person.phoneNumber,
      String(ownYen(0)),
      String(ownYen(0) + 1),
      "2024-06-03",
      "全額免除",
      "J-0",
      "8目国発第12号",
    ]) {
      expect([value, lines.includes(value ?? "")]).toEqual([value, true]);
      expect([value, page.includes(value ?? "")]).toEqual([value, true]);
    }
    expect(taken.of("months")[0]?.fields.at(-1)).toMatchObject({ label: "2026-11" });
  });

  it("tells whom the data was given to, which items and why", () => {
    const given = taken.of("provision").map(({ fields }) => new Map(fields.map(({ name, value }) => [name, value])));
    expect(given.map((each) => each.get("object")).toSorted()).toEqual([
      "国民健康保険(移転先2)",
      "戸籍住民課(移転先1)",
    ]);
    for (const each of given)
      expect([each.get("items"), each.get("purpose")]).toEqual([
        expect.stringMatching(/資格取得日/),
        expect.stringMatching(/住民票|健康保険/),
      ]);
  });

  it("tells of every entry of the trail about the person but those of holds, by 職務 and 所属", async () => {
    const entries = world.database.dump("audit").map(({ entry }) => auditEntry.parse(JSON.parse(String(entry))));
    const subject = entries.find(({ action, object }) => action === "requestOutput" && object !== null)?.subjects[0];
    const about = entries.filter((each) => each.subjects.includes(subject ?? "") && each.action !== "output:clock");
    const told = [...taken.of("provision"), ...taken.of("given-out"), ...taken.of("trail-entry")];
    expect(about.some(({ action }) => action === "placeHold")).toBe(true);
    const untold = about.filter(({ at, id }) => !told.some(({ record }) => record === `trail-entry:${at}_${id}`));
    expect(new Set(untold.map(({ action }) => action))).toEqual(new Set(["placeHold"]));
    expect(told.length).toBe(about.length - untold.length);
    const actions = told.flatMap(({ fields }) =>
      fields.flatMap(({ name, value }) => (name === "action" ? [value] : [])),
    );
    expect(actions.filter((action) => !/[ぁ-んァ-ヶ一-龠]/.test(action))).toEqual([]);
    const searched = told.find(({ fields }) => fields.some(({ value }) => value === "被保険者を探す"));
    expect(searched?.fields).toEqual(
      expect.arrayContaining([
        { name: "roles", label: "職務", value: "窓口" },
        { name: "department", label: "所属", value: "国保年金課 年金担当" },
        { name: "purpose", label: "目的", value: "窓口・電話での照会" },
      ]),
    );
  });

  it("says nowhere by whose account anything was done, nor that there is a hold", () => {
    for (const file of taken.files)
      for (const account of [...accounts, "manager-1", "examiner-1", "placeHold", "inspection", "8国年第1号"])
        expect([account, file.includes(account)]).toEqual([account, false]);
  });

  it("says in place of what is of somebody else that it is left out, and by which article", () => {
    const [income] = taken.of("income");
    expect(income?.leftOut).toEqual(
      expect.arrayContaining([
        { name: "spouse.income", label: "配偶者所得金額", reason: "78-1-2" },
        { name: "head.dependants", label: "配偶・扶養数", reason: "78-1-2" },
      ]),
    );
    expect(taken.pages[0]).toContain("(不開示 開示請求者以外の個人に関する情報(法78条1項2号))");
    for (const yen of Object.values(othersYen(0)))
      for (const file of taken.files)
        expect([yen, file.replaceAll(",", "").includes(String(yen))]).toEqual([yen, false]);
  });

  it("ends with a manifest of every file before it, and a page that says the same", () => {
    const { manifest, files, pages } = taken;
    expect(manifest.files).toHaveLength(files.length - 1);
    for (const [at, { sha256: said }] of manifest.files.entries())
      expect(sha256(Buffer.from(files[at] ?? ""))).toBe(said);
    const counted = manifest.records.reduce((sum: number, { records }: { records: number }) => sum + records, 0);
    expect(counted).toBe(taken.records.length);
    expect(pages.at(-1)).toContain(manifest.files[0].sha256);
    const [person] = world.people;
    for (const file of [JSON.stringify(manifest), pages.at(-1)])
      for (const value of [person.name, person.atenaNumber, person.basicPensionNumber, person.birthDate])
        expect(file).not.toContain(value);
  });

  it("is in the trail as an output of that person's record, with the items that were read", () => {
    const entries = world.database.dump("audit").map(({ entry }) => auditEntry.parse(JSON.parse(String(entry))));
    const read = entries.filter(({ codes }) => codes.includes("package-read"));
    expect(read).toMatchObject([{ kind: "output", purpose: "disclosure", officer: "schedule:outputs" }]);
    expect(read[0]?.subjects).toHaveLength(1);
    expect(read[0]?.items).toEqual(expect.arrayContaining(["addressee.myNumber", "income.insuredIncome"]));
    const of = entries.filter(({ object }) => object === read[0]?.object).flatMap(({ codes }) => codes);
    expect(of).toEqual(
      expect.arrayContaining(["requested", "approve", "package-read", "ready", "taken", "files-cleared"]),
    );
    expect([...office.exported.versions]).toEqual([]);
  });
});
