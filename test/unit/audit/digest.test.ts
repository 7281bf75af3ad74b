import { beforeEach, describe, expect, it } from "vitest";
import { digestBytes, readDigest } from "../../../shared/audit/digest.ts";
import { addHours, type Hour } from "../../../shared/audit/hours.ts";
import { isSignature, signatureText } from "../../../shared/audit/signature.ts";
import { readSignedDigest } from "../../../shared/audit/trail-digests.ts";
import { digestName, entriesName, lateName, signatureName } from "../../../shared/audit/trail-names.ts";
import { verifyTrail } from "../../../shared/audit/verify-trail.ts";
import type { Instant } from "../../../shared/law/calendar.ts";
import { memorySigner } from "../../../shared/stores/digest-signer.ts";
import { memoryDatabase } from "../../../shared/stores/memory-database.ts";
import { usesOf } from "../../../shared/stores/traces.ts";
import { entryAt, lineOf, openTrail } from "../../support/trails.ts";

const first = "2026-11-26T00" as Hour;
const at = (hour: Hour, minutes: number) => `${hour}:${String(minutes).padStart(2, "0")}:00.000Z` as Instant;
const textOf = (bytes: Uint8Array | undefined) => bytes && Buffer.from(bytes).toString("utf8");

let open: ReturnType<typeof openTrail>;
beforeEach(() => {
  open = openTrail();
});

const digestAt = async (hour: Hour) => (await readSignedDigest(open.trail, hour))?.digest;
const whole = (now: Instant) => verifyTrail({ reader: open.trail, publicKey: open.signer.key, now });

describe("the digest of an hour", () => {
  it("holds the hour's entries in their order, one canonical line each, and names the digest before it", async () => {
    const entries = [entryAt(at(first, 30), 2), entryAt(at(first, 10), 1)];
    for (const entry of entries) await open.keep(entry);
    await open.tick(first);
    await open.tick(addHours(first, 1));
    const [later, earlier] = entries.map(lineOf);
    expect(textOf(await open.trail.get(entriesName(first)))).toBe(`${earlier}\n${later}\n`);
    const [one, two] = [await digestAt(first), await digestAt(addHours(first, 1))];
    expect(one).toMatchObject({
      name: "trail/digests/2026/11/26/2026-11-26T00.json",
      digestStartTime: "2026-11-26T00:00:00.000Z",
      digestEndTime: "2026-11-26T01:00:00.000Z",
      files: [{ name: "trail/entries/2026/11/26/2026-11-26T00.ndjson", entries: 2, late: false }],
      entries: 2,
      previousDigest: null,
    });
    expect(two?.previousDigest).toMatchObject({
      name: one?.name,
      signature: textOf(await open.trail.get(signatureName(first))),
    });
  });

  it("is there for an hour in which nobody did anything, and names no file", async () => {
    await open.keep(entryAt(at(first, 1), 1));
    await open.tick(first);
    await open.tick(addHours(first, 1));
    expect(await digestAt(addHours(first, 1))).toMatchObject({
      files: [],
      entries: 0,
      merkleRoot: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    });
  });

  it("waits a quarter of an hour for what the hour's calls still write", async () => {
    await open.keep(entryAt(at(first, 59), 1));
    open.time.now = at(addHours(first, 1), 14);
    await open.turn();
    expect(await digestAt(first)).toBeUndefined();
    open.time.now = at(addHours(first, 1), 15);
    await open.turn();
    expect(await digestAt(first)).toMatchObject({ entries: 1 });
  });

  it("takes in what came an hour or two late, marked as late, and leaves the hour's own file as it was", async () => {
    await open.keep(entryAt(at(first, 10), 1));
    await open.tick(first);
    const file = await open.trail.get(entriesName(first));
    await open.keep(entryAt(at(first, 20), 2));
    await open.tick(addHours(first, 1));
    await open.keep(entryAt(at(first, 5), 3));
    await open.tick(addHours(first, 2));
    expect(await open.trail.get(entriesName(first))).toEqual(file);
    expect((await digestAt(addHours(first, 1)))?.files).toMatchObject([
      { name: lateName(first, 1), entries: 1, late: true },
    ]);
    expect((await digestAt(addHours(first, 2)))?.files).toMatchObject([
      { name: lateName(first, 2), entries: 1, late: true },
    ]);
    expect(await whole(at(addHours(first, 3), 40))).toMatchObject({ ok: true, entries: 3, hours: 3 });
  });

  it("starts with the first hour that has an entry, and after an outage is made for each hour that passed", async () => {
    await open.keep(entryAt(at(first, 10), 1));
    const last = addHours(first, 100);
    for (let turn = 0; turn < 3; turn += 1) await open.tick(last);
    expect(await whole(at(addHours(last, 1), 40))).toMatchObject({ ok: true, hours: 101, entries: 1 });
  });

  it("goes on where the bucket says when the row of the head is lost", async () => {
    await open.keep(entryAt(at(first, 10), 1));
    await open.tick(first);
    await open.keep(entryAt(at(addHours(first, 1), 10), 2));
    await open.tick(addHours(first, 1));
    const database = memoryDatabase();
    for (const item of open.database.dump("audit")) await database.transact([{ kind: "put", table: "audit", item }]);
    await openTrail({ database, trail: open.trail, signer: open.signer }).tick(addHours(first, 2));
    expect(await whole(at(addHours(first, 3), 40))).toMatchObject({ ok: true, hours: 3, entries: 2 });
    expect(open.signer.calls.signatures).toBe(3);
    expect(database.dump("traces").find(({ pk }) => pk === "HEAD")).toMatchObject({ hour: addHours(first, 2) });
  });

  it("is signed once: a second turn over the hour changes no byte", async () => {
    await open.keep(entryAt(at(first, 10), 1));
    await open.tick(first);
    const before = new Map(open.trail.files);
    await open.tick(first);
    expect(open.trail.files).toEqual(before);
    expect(open.signer.calls.signatures).toBe(1);
  });

  it("counts the hour for the auditor's charts and leads to each entry by officer, subject and last use", async () => {
    const entries = [1, 2, 7].map((number) => entryAt(at(first, number), number));
    for (const entry of entries) await open.keep(entry);
    await open.tick(first);
    const rows = open.database.dump("traces");
    expect(rows.find(({ pk }) => pk === "HOURS#2026-11")).toMatchObject({
      sk: first,
      entries: 3,
      refused: 1,
      kinds: { read: 3 },
      officers: {
        "clerk-2": { entries: 1, refused: 0 },
        "clerk-3": { entries: 1 },
        "clerk-4": { entries: 1, refused: 1 },
      },
      late: 0,
      files: 1,
      digest: digestName(first),
    });
    expect(rows.filter(({ pk }) => pk === "OFFICER#clerk-2")).toHaveLength(1);
    expect(rows.filter(({ pk }) => pk.startsWith("SUBJECT#"))).toHaveLength(1);
    expect(await usesOf(open.database, "clerk-2")).toEqual([{ action: "searchPeople", at: at(first, 1) }]);
    expect(rows.find(({ pk }) => pk === "HEAD")).toMatchObject({ hour: first, name: digestName(first) });
  });

  it("says its head in the log", async () => {
    await open.tick(first);
    const sha256 = expect.stringMatching(/^[0-9a-f]{64}$/);
    expect(open.log.lines).toMatchObject([{ code: "audit-head", facts: { hour: first, entries: 0, sha256 } }]);
  });

  it("keeps the later of two uses when the earlier one comes late", async () => {
    await open.keep(entryAt(at(addHours(first, -1), 1), 9));
    await open.tick(addHours(first, -1));
    await open.keep(entryAt(at(first, 20), 1));
    await open.tick(first);
    await open.keep(entryAt(at(first, 10), 5));
    await open.tick(addHours(first, 1));
    expect(await usesOf(open.database, "clerk-2")).toEqual([{ action: "searchPeople", at: at(first, 20) }]);
  });
});

describe("what lies in the way of a digest", () => {
  it("a file with an entry that is not in the table stops the chain, and is told of", async () => {
    await open.trail.add(entriesName(first), Buffer.from(`${lineOf(entryAt(at(first, 3), 9))}\n`), "");
    await open.keep(entryAt(at(first, 10), 1));
    await expect(open.tick(first)).rejects.toThrow("not as it was written");
    expect(open.log.lines).toMatchObject([{ code: "trail-differs", facts: { place: entriesName(first) } }]);
    expect(open.signer.calls.signatures).toBe(0);
  });

  it("a digest that the job would not have made is not signed", async () => {
    await open.keep(entryAt(at(first, 10), 1));
    await open.tick(first);
    const digest = await digestAt(first);
    if (!digest) throw new Error("no digest");
    const next = addHours(first, 1);
    await open.trail.add(digestName(next), digestBytes({ ...digest, name: digestName(next), hour: next }), "");
    await expect(open.tick(next)).rejects.toThrow("not as it was written");
    expect(open.signer.calls.signatures).toBe(1);
  });

  it("a signature of another key is not taken for the hour's own", async () => {
    await open.trail.add(
      signatureName(first),
      Buffer.from(signatureText(await memorySigner().sign(Buffer.alloc(1)))),
      "",
    );
    await expect(open.tick(first)).rejects.toThrow("not as it was written");
  });

  it("a last digest that was changed is not built on", async () => {
    await open.tick(first);
    open.trail.files.set(digestName(first), Buffer.from("{}"));
    await expect(open.tick(addHours(first, 1))).rejects.toThrow("not as it was written");
  });

  it("a row of the table that is no entry is left out and told of, and the chain goes on", async () => {
    await open.keep(entryAt(at(first, 10), 1));
    await open.database.transact([
      { kind: "put", table: "audit", item: { pk: `HOUR#${first}`, sk: `${at(first, 3)}#X`, entry: "{}", digest: "" } },
    ]);
    await open.tick(first);
    expect(await digestAt(first)).toMatchObject({ entries: 1 });
    expect(open.log.lines[0]).toMatchObject({ code: "trail-differs", facts: { fault: "row-malformed" } });
  });
});

describe("a signature", () => {
  it("is kept in one form: the other value that would verify as well is refused", async () => {
    const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
    const signer = memorySigner();
    const bytes = Buffer.from("digest");
    for (let turn = 0; turn < 40; turn += 1) {
      const text = signatureText(await signer.sign(bytes));
      expect(isSignature(signer.key, bytes, text)).toBe(true);
      const der = Buffer.from(text, "base64");
      const length = der[3] ?? 0;
      const s = BigInt(`0x${der.subarray(6 + length).toString("hex")}`);
      const high = Buffer.from(`00${(order - s).toString(16).padStart(64, "0")}`, "hex");
      const body = Buffer.concat([der.subarray(2, 4 + length), Buffer.from([2, high.length]), high]);
      const other = Buffer.concat([Buffer.from([0x30, body.length]), body]).toString("base64");
      expect(isSignature(signer.key, bytes, other)).toBe(false);
    }
  });

  it("is over the canonical form: a digest in any other form is none", async () => {
    await open.tick(first);
    const bytes = Buffer.from((await open.trail.get(digestName(first))) ?? []);
    expect(readDigest(bytes)).toBeDefined();
    for (const other of [`${bytes}\n`, `\ufeff${bytes}`, String(bytes).replace('"entries"', '"entries" ')])
      expect(readDigest(Buffer.from(other))).toBeUndefined();
  });
});
