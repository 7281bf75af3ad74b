import { describe, expect, it } from "vitest";
import { readCertificate } from "../../../shared/audit/certificate.ts";
import { isSignature } from "../../../shared/audit/signature.ts";
import { plainDate } from "../../../shared/law/calendar.ts";
import { generateWard } from "../../../tools/ward/generate.ts";
import { takeoverEvents } from "../../../tools/ward/load-ward.ts";
import { extractOf, rowsOf } from "../../support/extracts-of-takeover.ts";
import { openTakeover } from "../../support/takeover-office.ts";

const people = [...generateWard({ seed: 6, people: 12, today: plainDate("2026-11-26") })];
const onlyReport = (results: ReadonlyMap<string, unknown>) => [...results.values()].at(-1) as Record<string, never>;

describe("the extract of the previous package", () => {
  it("opens to the same ledgers, agrees in every total, and is erased with a signed certificate", async () => {
    const office = openTakeover();
    office.put("all", extractOf(rowsOf(people)));
    await office.turn();
    for (const [at, person] of people.entries()) {
      const events = await office.eventsOf(person.atenaNumber);
      expect(events?.filter(({ kind }) => kind !== "exempted")).toEqual(takeoverEvents(person));
      expect(events?.filter(({ kind }) => kind === "exempted")).toHaveLength(at % 3 === 0 ? 1 : 0);
    }
    expect(onlyReport(office.results)).toMatchObject({ reconciled: true, rejects: [] });
    expect(office.leftOf("all")).toEqual([]);
    const [name = ""] = office.certificates();
    const bytes = office.audit.files.get(name) ?? new Uint8Array();
    expect(readCertificate(bytes)).toMatchObject({
      kind: "extract",
      erased: [{ class: "temporary-file", records: 5 }],
    });
    const signature = Buffer.from(office.audit.files.get(`${name}.sig`) ?? []).toString("utf8");
    expect(isSignature(office.signer.key, bytes, signature)).toBe(true);
  });

  it("takes a person with a wrong row not even in part, and keeps the extract", async () => {
    const office = openTakeover();
    const rows = rowsOf(people);
    const wrong = rows.periods[0] ?? {};
    rows.periods[0] = { ...wrong, category: "9" };
    office.put("all", extractOf(rows));
    await office.turn();
    expect(await office.eventsOf(wrong.atenaNumber ?? "")).toBeUndefined();
    const report = onlyReport(office.results);
    expect(report).toMatchObject({ reconciled: false });
    expect(report.rejects).toContainEqual(
      expect.objectContaining({ file: "periods", line: 2, reason: "malformed-row", columns: ["種別"] }),
    );
    expect(office.leftOf("all")).toHaveLength(5);
    expect(office.certificates()).toEqual([]);
    expect(JSON.stringify(report)).not.toContain(wrong.atenaNumber);
  });

  it("takes in with a corrected set what was rejected, and erases the superseded versions with it", async () => {
    const office = openTakeover();
    const [rows, good] = [rowsOf(people), rowsOf(people)];
    rows.periods[0] = { ...rows.periods[0], category: "9" };
    office.put("all", extractOf(rows));
    await office.turn();
    office.put("all", extractOf(good));
    await office.turn();
    const report = onlyReport(office.results);
    expect(report).toMatchObject({ reconciled: true, files: { people: { read: 12, taken: 1, repeated: 11 } } });
    expect(office.leftOf("all")).toEqual([]);
  });

  it("changes nothing on file when the same set comes again", async () => {
    const office = openTakeover();
    office.put("all", extractOf(rowsOf(people)));
    await office.turn();
    const before = await office.eventsOf(people[0]?.atenaNumber ?? "");
    office.put("again", extractOf(rowsOf(people)));
    await office.turn();
    expect(await office.eventsOf(people[0]?.atenaNumber ?? "")).toEqual(before);
    expect(office.leftOf("again")).toEqual([]);
  });

  it("rejects someone who is on file with other content", async () => {
    const office = openTakeover();
    office.put("first", extractOf(rowsOf(people)));
    await office.turn();
    const rows = rowsOf(people);
    rows.people[0] = { ...rows.people[0], address: "東京都目黒区上目黒二丁目19番15号" };
    office.put("second", extractOf(rows));
    await office.turn();
    expect(onlyReport(office.results)).toMatchObject({
      reconciled: false,
      rejectedBy: { "already-on-file": expect.any(Number) },
    });
  });

  it("does not agree with a manifest that tells more than there is", async () => {
    const office = openTakeover();
    const told = rowsOf(people);
    told.incomes[0] = { ...told.incomes[0], insuredIncome: "999" };
    office.put("all", extractOf(rowsOf(people), told));
    await office.turn();
    const report = onlyReport(office.results);
    expect(report).toMatchObject({ reconciled: false, rejects: [] });
    const differs = { read: [{ name: "income.2024" }], onFile: [{ name: "income.2024" }] };
    expect(report.differences).toMatchObject(differs);
    expect(office.leftOf("all")).toHaveLength(5);
  });

  it("gives up on a set by a decision with its document number, and certifies that", async () => {
    const office = openTakeover();
    const rows = rowsOf(people);
    rows.periods[0] = { ...rows.periods[0], category: "9" };
    office.put("all", extractOf(rows));
    await office.turn();
    await office.turn({ set: "all", giveUp: true, documentNumber: "8国年第99号" });
    expect(office.leftOf("all")).toEqual([]);
    const bytes = office.audit.files.get(office.certificates()[0] ?? "") ?? new Uint8Array();
    expect(readCertificate(bytes)?.approvals).toMatchObject([{ by: "operator", documentNumber: "8国年第99号" }]);
  });

  it("certifies nothing while a copy of a file lies elsewhere in the bucket", async () => {
    const office = openTakeover();
    const extract = extractOf(rowsOf(people));
    office.put("all", extract);
    office.files.set("incomes/inbox/copy.csv", [extract.get("people.csv") ?? new Uint8Array(), Buffer.from("newer")]);
    await office.turn();
    expect(office.certificates()).toEqual([]);
    expect(onlyReport(office.results)).toMatchObject({ reason: "copies-left", copies: ["incomes/inbox/copy.csv"] });
    office.files.delete("incomes/inbox/copy.csv");
    await office.turn();
    expect(office.certificates()).toHaveLength(1);
  });

  it.each([
    ["people.csv", "sha256-differs"],
    ["manifest.json", "manifest-malformed"],
  ])("takes nothing of a set whose %s was changed on the way", async (name, fault) => {
    const office = openTakeover();
    const extract = extractOf(rowsOf(people));
    office.put("all", new Map([...extract, [name, Buffer.from(`${Buffer.from(extract.get(name) ?? [])}x`)]]));
    await office.turn();
    expect(onlyReport(office.results)).toMatchObject({ refused: fault });
    expect(await office.eventsOf(people[0]?.atenaNumber ?? "")).toBeUndefined();
  });

  it("waits for a set without its manifest", async () => {
    const office = openTakeover();
    const extract = extractOf(rowsOf(people));
    extract.delete("manifest.json");
    office.put("all", extract);
    await office.turn();
    expect(office.results.size).toBe(0);
  });
});
