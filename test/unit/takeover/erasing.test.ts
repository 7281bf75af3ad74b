import { describe, expect, it } from "vitest";
import { acceptanceCode } from "../../../functions/linkage/takeover/account.ts";
import { certificateBytes, certificateSignatureName } from "../../../shared/audit/certificate.ts";
import { isSignature } from "../../../shared/audit/signature.ts";
import type { OfficerId } from "../../../shared/domain/ids.ts";
import { plainDate } from "../../../shared/law/calendar.ts";
import { allCertificates } from "../../../shared/stores/certificates.ts";
import { generateWard } from "../../../tools/ward/generate.ts";
import { extractOf, rowsOf } from "../../support/extracts-of-takeover.ts";
import { openTakeover, type TakeoverOffice } from "../../support/takeover-office.ts";

const people = [...generateWard({ seed: 6, people: 6, today: plainDate("2026-11-26") })];
const whole = () => extractOf(rowsOf(people));
const withWrongRow = () => {
  const rows = rowsOf(people);
  rows.periods[0] = { ...rows.periods[0], category: "9" };
  return extractOf(rows);
};

const taken = async (extract = whole(), set = "all") => {
  const office = openTakeover();
  office.put(set, extract);
  await office.take(set);
  return office;
};

const acceptanceOf = async (office: TakeoverOffice, set = "all", officer = "head-01") => {
  const { takeover, marks } = await office.standing(set);
  if (!takeover) throw new Error("no such set");
  return { officer: officer as OfficerId, documentNumber: "8国年第99号", code: acceptanceCode(takeover, marks) };
};

describe("erasing the extract", () => {
  it("certifies a set of which everything is on file, and signs", async () => {
    const office = await taken();
    await office.erase("all");
    expect(office.leftOf("all")).toEqual([]);
    const [certificate] = office.certificates();
    expect(certificate).toMatchObject({
      kind: "extract",
      erased: [{ class: "temporary-file", records: 5 }],
      approvals: [{ by: "op-01", documentNumber: "8国年第12号" }],
      checks: [
        { check: "extract-versions", found: 0 },
        { check: "records-read-back", examined: 6, found: 0 },
        { check: "rejected-rows-accepted", examined: 0, found: 0 },
      ],
      goneFrom: { pointInTime: "2026-11-26", keyBackups: "2026-11-26", backups: "2026-11-26" },
      stays: ["taken-over-records", "trail-pseudonyms"],
    });
    if (!certificate) throw new Error("no certificate");
    const signature = office.audit.files.get(certificateSignatureName(certificate.certificateId)) ?? [];
    expect(isSignature(office.signer.key, certificateBytes(certificate), Buffer.from(signature).toString("utf8"))).toBe(
      true,
    );
    expect(await allCertificates(office.database)).toMatchObject([{ certificateId: certificate.certificateId }]);
    expect(await office.erase("all")).toEqual(certificate);
    expect(office.certificates()).toHaveLength(1);
  });

  it("takes away every version of every file", async () => {
    const office = openTakeover();
    office.put("all", whole());
    office.put("all", whole());
    await office.take("all");
    expect(await office.erase("all")).toMatchObject({ erased: [{ records: 10 }] });
    expect(office.leftOf("all")).toEqual([]);
  });

  it.each([
    ["before it is taken in", async (office: TakeoverOffice) => office.put("new", whole()), "new", "no-such-set"],
    [
      "once a file changed",
      async (office: TakeoverOffice) => office.put("all", withWrongRow()),
      "all",
      "changed-since",
    ],
    ["once its files are gone", async (office: TakeoverOffice) => office.files.clear(), "all", "no-files"],
  ])("erases nothing %s", async (_, change, set, refused) => {
    const office = await taken();
    await change(office);
    const there = [...office.files.keys()];
    expect(await office.erase(set)).toEqual({ refused });
    expect([...office.files.keys()]).toEqual(there);
    expect(office.certificates()).toEqual([]);
  });

  it("erases nothing without the name of the environment, or while people are still to be taken in", async () => {
    const office = openTakeover();
    office.put("all", whole());
    await office.take("all", undefined, () => false);
    expect(await office.erase("all")).toEqual({ refused: "not-taken" });
    expect(await office.erase("all", null, undefined, "kokunen-other")).toEqual({ refused: "not-confirmed" });
    expect(office.leftOf("all")).toHaveLength(5);
  });

  it("erases nothing once a record does not say any more what the extract said", async () => {
    const office = await taken();
    const entry = office.database.dump("people").find(({ sk }) => sk === "ENTRY#000001");
    if (!entry) throw new Error("no entry");
    await office.database.transact([{ kind: "remove", table: "people", key: { pk: entry.pk, sk: entry.sk } }]);
    expect(await office.erase("all")).toEqual({ refused: "changed-since" });
    await office.take("all");
    expect((await office.standing("all")).takeover?.account).toMatchObject({ apart: 1 });
    expect(await office.erase("all", await acceptanceOf(office))).toEqual({ refused: "not-reconciled" });
    expect(office.leftOf("all")).toHaveLength(5);
  });

  it("does not let a wrong total be accepted", async () => {
    const told = rowsOf(people);
    told.incomes[0] = { ...told.incomes[0], insuredIncome: "999" };
    const office = await taken(extractOf(rowsOf(people), told));
    expect(await office.erase("all", await acceptanceOf(office))).toEqual({ refused: "not-reconciled" });
  });

  it("erases rows that were not taken in only when another officer accepts this very account", async () => {
    const office = await taken(withWrongRow());
    const accept = await acceptanceOf(office);
    expect(await office.erase("all")).toEqual({ refused: "not-accepted" });
    expect(await office.erase("all", { ...accept, code: "0".repeat(12) })).toEqual({ refused: "other-code" });
    expect(await office.erase("all", await acceptanceOf(office, "all", "op-01"))).toEqual({ refused: "same-person" });
    expect(office.leftOf("all")).toHaveLength(5);
    const rejected = rowsOf(people).periods.filter(({ atenaNumber }) => atenaNumber === people[0]?.atenaNumber).length;
    const certificate = await office.erase("all", accept);
    expect(certificate).toMatchObject({
      approvals: [{ by: "op-01" }, { by: "head-01", documentNumber: "8国年第99号" }],
    });
    if (!("checks" in certificate)) throw new Error("refused");
    const accepted = certificate.checks.find(({ check }) => check === "rejected-rows-accepted");
    // Their row in people.csv, in reliefs.csv and in incomes.csv goes with the periods.
    expect(accepted?.examined).toBe(rejected + 3);
    const { marks } = await office.standing("all");
    expect([...marks.values()].flatMap(({ rejects }) => rejects)).toHaveLength(rejected + 3);
  });

  it("needs no acceptance where everything is on file, and certifies none that was given", async () => {
    const office = await taken();
    const accept = { officer: "head-01" as OfficerId, documentNumber: "8国年第99号", code: "0".repeat(12) };
    expect(await office.erase("all", accept)).toMatchObject({ approvals: [{ by: "op-01" }] });
  });

  it("erases a set that could not be taken in on an acceptance, and does not say that its records stay", async () => {
    const extract = whole();
    extract.set("people.csv", Buffer.from("x"));
    const office = await taken(extract);
    expect(await office.erase("all")).toEqual({ refused: "not-accepted" });
    expect(await office.erase("all", await acceptanceOf(office))).toMatchObject({
      stays: ["trail-pseudonyms"],
      checks: [{ check: "extract-versions" }, { check: "set-not-taken-accepted", examined: 5 }],
    });
  });

  it("certifies nothing while a copy of a file lies elsewhere in the bucket", async () => {
    const office = await taken();
    const copied = whole().get("people.csv") ?? new Uint8Array();
    office.files.set("incomes/inbox/copy.csv", [copied, Buffer.from("newer")]);
    expect(await office.erase("all")).toEqual({ stillThere: ["incomes/inbox/copy.csv"] });
    expect(office.certificates()).toEqual([]);
    expect(await office.take("all")).toEqual({ refused: "being-erased" });
    office.files.delete("incomes/inbox/copy.csv");
    expect(await office.erase("all")).toMatchObject({ kind: "extract" });
  });

  it("says how much of a set another one still holds, which goes on its own account", async () => {
    const office = await taken(withWrongRow());
    office.put("all-2", whole());
    await office.take("all-2");
    expect(await office.erase("all", await acceptanceOf(office))).toMatchObject({
      checks: expect.arrayContaining([expect.objectContaining({ check: "files-in-other-sets", found: 3 })]),
    });
    expect(office.leftOf("all-2")).toHaveLength(5);
    await office.erase("all-2");
    expect(office.files.size).toBe(0);
    expect(office.certificates()).toHaveLength(2);
  });

  it("erases again, with a certificate of its own, a set that was put there again", async () => {
    const office = await taken();
    await office.erase("all");
    office.put("all", whole());
    expect(await office.erase("all")).toEqual({ refused: "not-taken" });
    await office.take("all");
    await office.erase("all");
    expect(office.files.size).toBe(0);
    expect(office.certificates()).toHaveLength(2);
  });
});
