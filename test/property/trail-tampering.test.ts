import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { digestBytes, digestOf, readDigest, sha256Of } from "../../shared/audit/digest.ts";
import { addHours, type Hour } from "../../shared/audit/hours.ts";
import { fingerprintOf, signatureText } from "../../shared/audit/signature.ts";
import { digestName, entriesName, readTrailName, signatureName } from "../../shared/audit/trail-names.ts";
import { type TrailReport, verifyTrail } from "../../shared/audit/verify-trail.ts";
import { memorySigner } from "../../shared/stores/digest-signer.ts";
import { checkOf, entryAt, lineOf, type Written, writtenTrail } from "../support/trails.ts";

type Files = Map<string, Uint8Array>;

const trail = await writtenTrail(11, 54);
const names = [...trail.files.keys()].toSorted();
const entryFiles = names.filter((name) => name.endsWith(".ndjson"));
const hours = Array.from({ length: 54 }, (_, count) => addHours(trail.first, count));

const verify = (files: Files, of: Pick<Written, "publicKey" | "now"> = trail) => verifyTrail(checkOf(of, files));
const bytesOf = (files: Files, name: string) => Buffer.from(files.get(name) ?? []);
const linesOf = (files: Files, name: string) => bytesOf(files, name).toString("utf8").split("\n").slice(0, -1);
const putLines = (files: Files, name: string, lines: readonly string[]) =>
  files.set(name, Buffer.from(lines.map((line) => `${line}\n`).join("")));

const found = ({ faults }: TrailReport) => faults.map(({ code, place }) => `${code} ${place}`);
/** The object that a place is in: its line, or that it is the signature, left out. */
const objectOf = (place: string) => place.replace(/:\d+$/, "").replace(/\.sig$/, "");

/** Does something to a copy of the trail and verifies it. */
const tampered = async (change: (files: Files) => void) => {
  const files = new Map(trail.files);
  change(files);
  return verify(files);
};

describe("a trail as it was written", () => {
  it("is whole: days of it, with empty hours and entries that came late", async () => {
    expect(await verify(trail.files)).toMatchObject({ ok: true, faults: [], hours: 54, entries: trail.entries.length });
    expect(names.some((name) => name.includes("late-1"))).toBe(true);
    expect(names.some((name) => name.includes("late-2"))).toBe(true);
    expect(hours.some((hour) => !names.includes(entriesName(hour)))).toBe(true);
  });

  it("is whole for any such trail, and in any stretch of its hours", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.integer({ min: 3, max: 30 }), fc.nat(), fc.nat(), async (seed, count, a, b) => {
        const one = await writtenTrail(seed, count);
        expect(await verify(one.files, one)).toMatchObject({ faults: [], entries: one.entries.length });
        const [from, to] = [a % count, b % count].toSorted((x, y) => x - y);
        const range = { from: addHours(one.first, from ?? 0), to: addHours(one.first, to ?? 0) };
        expect(await verifyTrail({ ...checkOf(one, one.files), range })).toMatchObject({ faults: [] });
      }),
      { numRuns: 15 },
    );
  });

  it("is whole while the last hour is being written, at every step of it", async () => {
    const before = await writtenTrail(11, 53);
    expect(before.last).toBe(addHours(trail.last, -1));
    const now = `${addHours(trail.last, 1)}:20:00.000Z` as Written["now"];
    const files = new Map(trail.files);
    expect((await verify(files, { ...trail, now })).faults).toEqual([]);
    for (const name of [signatureName(trail.last), digestName(trail.last), entriesName(trail.last)]) {
      files.delete(name);
      expect((await verify(files, { ...trail, now })).faults).toEqual([]);
    }
    expect(found(await verify(files))).toContain(`truncated ${digestName(trail.last)}`);
  });
});

describe("entries", () => {
  const longer = entryFiles.filter((name) => linesOf(trail.files, name).length > 2);
  const picked = fc.tuple(fc.constantFrom(...longer), fc.nat());

  it("taken out of a file are missed at their line", async () => {
    await fc.assert(
      fc.asyncProperty(picked, async ([name, pick]) => {
        const lines = linesOf(trail.files, name);
        const at = pick % lines.length;
        const report = await tampered((files) => putLines(files, name, lines.toSpliced(at, 1)));
        expect(found(report)).toContain(`entry-deleted ${name}:${at + 1}`);
      }),
      { numRuns: 40 },
    );
  });

  it("put into a file, new or a second time, are found at their line", async () => {
    await fc.assert(
      fc.asyncProperty(picked, fc.boolean(), async ([name, pick], again) => {
        const lines = linesOf(trail.files, name);
        const at = pick % (lines.length + 1);
        const hour = readTrailName(name)?.hour ?? trail.first;
        const more = again
          ? (lines[pick % lines.length] ?? "")
          : lineOf(entryAt(`${hour}:30:00.000Z` as never, 99_999));
        const report = await tampered((files) => putLines(files, name, lines.toSpliced(at, 0, more)));
        expect(found(report).some((one) => one.startsWith(`entry-inserted ${name}:`))).toBe(true);
        if (!again) expect(found(report)).toContain(`entry-inserted ${name}:${at + 1}`);
      }),
      { numRuns: 40 },
    );
  });

  it("that changed places in a file are found at the first of them", async () => {
    await fc.assert(
      fc.asyncProperty(picked, fc.nat(), async ([name, a], b) => {
        const lines = linesOf(trail.files, name);
        const [one = 0, two = 0] = [a % lines.length, b % lines.length].toSorted((x, y) => x - y);
        if (one === two) return;
        const turned = lines.with(one, lines[two] ?? "").with(two, lines[one] ?? "");
        const report = await tampered((files) => putLines(files, name, turned));
        expect(found(report)).toContain(`entries-reordered ${name}:${one + 1}`);
      }),
      { numRuns: 40 },
    );
  });

  it.each([
    ["CRLF for LF", (text: string) => text.replaceAll("\n", "\r\n")],
    ["a byte order mark", (text: string) => `\ufeff${text}`],
    ["an empty line at the end", (text: string) => `${text}\n`],
    ["a blank at the end", (text: string) => `${text} `],
    ["no newline at the end", (text: string) => text.slice(0, -1)],
    ["half of the last line", (text: string) => text.slice(0, -100)],
    ["names in another order", (text: string) => text.replace(/"action":"(\w|:)+",("at":"[^"]+")/, "$2,$&")],
    ["nothing at all", () => ""],
  ])("with %s are found in their file", async (_, change) => {
    for (const name of entryFiles.slice(0, 5)) {
      const text = bytesOf(trail.files, name).toString("utf8");
      const report = await tampered((files) => files.set(name, Buffer.from(change(text))));
      expect(found(report)).toContain(`file-changed ${name}`);
    }
  });
});

describe("objects", () => {
  it("taken away, whichever, are missed where they were", async () => {
    for (const name of names) {
      const { faults } = await tampered((files) => files.delete(name));
      const hour = readTrailName(name)?.digestHour ?? trail.first;
      const missed = faults.filter(({ place }) => objectOf(place) === objectOf(name));
      // The first digest of all is missed by the one that names it.
      const places = hour === trail.first && name === digestName(hour) ? [digestName(addHours(hour, 1))] : [name];
      expect([name, missed.length > 0 || faults.some(({ place }) => places.includes(place))]).toEqual([name, true]);
    }
  });

  it("put there under any name are found, and so is a copy, a move and an exchange", async () => {
    const other = "trail/entries/2026/11/23/2026-11-23T03.late-9.ndjson";
    for (const name of [other, "trail/x", `${names[0]}.bak`, "trail/digests/2026/11/24/2026-11-24T05.json.sig.sig"])
      expect(found(await tampered((files) => files.set(name, Buffer.from("{}\n"))))).toEqual([
        `unexpected-object ${name}`,
      ]);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), fc.constantFrom(...names), fc.boolean(), async (one, two, both) => {
        const [first, second] = [bytesOf(trail.files, one), bytesOf(trail.files, two)];
        if (first.equals(second)) return;
        const { faults } = await tampered((files) => {
          files.set(one, second);
          if (both) files.set(two, first);
        });
        expect(faults.map(({ place }) => objectOf(place))).toContain(objectOf(one));
      }),
      { numRuns: 80 },
    );
    const own = entryFiles.find((name) => name.includes("/11/23/") && !name.includes("late")) ?? "";
    const moved = own.replace("2026/11/23", "2026/11/24");
    const report = await tampered((files) => {
      files.set(moved, bytesOf(files, own));
      files.delete(own);
    });
    expect(found(report)).toEqual([`file-missing ${own}`, `unexpected-object ${moved}`]);
  });
});

describe("hours", () => {
  const cut = (from: number, to: number) =>
    tampered((files) => {
      for (const name of names) {
        const at = hours.indexOf(readTrailName(name)?.digestHour ?? ("" as Hour));
        if (at >= from && at < to) files.delete(name);
      }
    });

  it("cut off the beginning are missed by the first that is left", async () => {
    for (const to of [1, 5, 53])
      expect(found(await cut(0, to))).toEqual([`head-cut ${digestName(hours[to] ?? trail.last)}`]);
  });

  it("cut out of the middle are missed at the first of them", async () => {
    for (const [from, to] of [
      [20, 21],
      [1, 53],
      [30, 40],
    ] as const)
      expect(found(await cut(from, to))).toEqual([`digest-missing ${digestName(hours[from] ?? trail.first)}`]);
  });

  it("cut off the end are missed because the clock says that they are due, and by the exported head", async () => {
    for (const from of [53, 40, 1])
      expect(found(await cut(from, 54))).toEqual([`truncated ${digestName(hours[from] ?? trail.first)}`]);
    expect(found(await cut(0, 54))).toEqual(["no-trail trail/"]);
    const head = sha256Of(bytesOf(trail.files, digestName(trail.last)));
    const files = new Map([...trail.files].filter(([name]) => readTrailName(name)?.digestHour !== trail.last));
    const earlier = `${trail.last}:20:00.000Z` as Written["now"];
    expect(await verifyTrail(checkOf({ ...trail, now: earlier }, files))).toMatchObject({ ok: true });
    expect(found(await verifyTrail({ ...checkOf({ ...trail, now: earlier }, files), head }))).toEqual([
      `head-differs ${digestName(hours[52] ?? trail.last)}`,
    ]);
  });

  it("that are still to come have no digest", async () => {
    const now = `${addHours(trail.last, -1)}:40:00.000Z` as Written["now"];
    expect(found(await verify(trail.files, { ...trail, now }))).toContain(`from-the-future ${digestName(trail.last)}`);
  });

  it("emptied by a digest that says so are found by its signature", async () => {
    const at = hours[10] ?? trail.first;
    const digest = readDigest(bytesOf(trail.files, digestName(at)));
    if (!digest) throw new Error("no digest");
    const report = await tampered((files) => {
      for (const { name } of digest.files) files.delete(name);
      files.set(digestName(at), digestBytes({ ...digest, files: [], entries: 0 }));
    });
    expect(found(report)).toContain(`signature-invalid ${signatureName(at)}`);
    expect(found(report)).toContain(`chain-broken ${digestName(addHours(at, 1))}`);
  });
});

describe("a chain made anew", () => {
  /** Every digest from an hour on, over what lies there then, signed by somebody. */
  const remade = async (files: Files, from: number, signer: ReturnType<typeof memorySigner>, fingerprint: string) => {
    for (const hour of hours.slice(from)) {
      const before = addHours(hour, -1);
      const done = {
        bytes: bytesOf(files, digestName(before)),
        signature: bytesOf(files, signatureName(before)).toString("latin1"),
      };
      const bytes = digestBytes(digestOf(hour, files, from === 0 && hour === trail.first ? null : done, fingerprint));
      files.set(digestName(hour), bytes);
      files.set(signatureName(hour), Buffer.from(signatureText(await signer.sign(bytes))));
    }
  };

  it.each([0, 1, 30, 53])("by another key from hour %i on is found at each hour from there", async (from) => {
    const other = memorySigner();
    const files = new Map(trail.files);
    const name = entriesName(hours[from] ?? trail.first);
    putLines(files, name, linesOf(files, name).slice(1));
    await remade(files, from, other, fingerprintOf(trail.publicKey));
    const report = await verify(files);
    expect(found(report)).toEqual(hours.slice(from).map((hour) => `signature-invalid ${signatureName(hour)}`));
  });

  it("that also names that other key says so", async () => {
    const other = memorySigner();
    const files = new Map(trail.files);
    await remade(files, 0, other, fingerprintOf(other.key));
    expect((await verify(files, { ...trail, publicKey: other.key })).faults).toEqual([]);
    expect(found(await verify(files))).toContain(`other-key ${digestName(trail.first)}`);
  });

  it("with another hour's signature is found where it lies and where the next digest names it", async () => {
    const [one, two] = [hours[7] ?? trail.first, hours[8] ?? trail.first];
    const report = await tampered((files) => files.set(signatureName(one), bytesOf(files, signatureName(two))));
    expect(found(report)).toEqual([`signature-invalid ${signatureName(one)}`, `chain-broken ${digestName(two)}`]);
  });

  it("by the true key over false content is found by the entries themselves and by the head that was exported", async () => {
    const open = await writtenTrail(5, 6);
    const head = sha256Of(bytesOf(open.files, digestName(open.last)));
    expect(await verifyTrail({ ...checkOf(open, open.files), head })).toMatchObject({ ok: true });
    expect(found(await verifyTrail({ ...checkOf(open, open.files), head: "0".repeat(64) }))).toEqual([
      `head-differs ${digestName(open.last)}`,
    ]);
  });
});
