import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { verifyTrail } from "../../shared/audit/verify-trail.ts";
import { checkOf, writtenTrail } from "../support/trails.ts";

const day = await writtenTrail(11, 12);
const names = [...day.files.keys()].toSorted();

const verify = (files: ReadonlyMap<string, Uint8Array>, of: Pick<typeof day, "publicKey" | "now"> = day) =>
  verifyTrail(checkOf(of, files));
/** The object that a place is in: its line, or that it is the signature, left out. */
const objectOf = (place: string) => place.replace(/:\d+$/, "").replace(/\.sig$/, "");
const bytesIn = (name: string) => Buffer.from(day.files.get(name) ?? []);

describe("one byte changed", () => {
  it("anywhere in a short trail, every byte of it, is found in the object it is in", async () => {
    const short = await writtenTrail(2, 2);
    for (const [name, bytes] of short.files)
      for (let at = 0; at < bytes.length; at += 1) {
        const changed = Buffer.from(bytes);
        changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
        const { faults } = await verify(new Map([...short.files, [name, changed]]), short);
        expect([name, at, faults.some(({ place }) => objectOf(place) === objectOf(name))]).toEqual([name, at, true]);
      }
  });

  it("anywhere in a longer trail, to any other, is found in the object it is in, and an entry's by its line", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...names),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        async (name, pick, by) => {
          const bytes = bytesIn(name);
          const at = pick % bytes.length;
          const was = bytes[at] ?? 0;
          const is = (was + by) % 256;
          bytes[at] = is;
          const { faults } = await verify(new Map([...day.files, [name, bytes]]));
          expect(faults.map(({ place }) => objectOf(place))).toContain(objectOf(name));
          if (!name.endsWith(".ndjson") || was === 10 || is === 10) return;
          const line = 1 + bytes.subarray(0, at).filter((byte) => byte === 10).length;
          expect(faults).toContainEqual(expect.objectContaining({ code: "entry-edited", place: `${name}:${line}` }));
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it("added to or taken from any object at any place is found", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...names),
        fc.nat(),
        fc.nat(255),
        fc.boolean(),
        async (name, pick, byte, adds) => {
          const bytes = bytesIn(name);
          const at = pick % (bytes.length + (adds ? 1 : 0));
          const changed = adds
            ? Buffer.concat([bytes.subarray(0, at), Buffer.from([byte]), bytes.subarray(at)])
            : Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)]);
          const { faults } = await verify(new Map([...day.files, [name, changed]]));
          expect(faults.map(({ place }) => objectOf(place))).toContain(objectOf(name));
        },
      ),
      { numRuns: 300 },
    );
  });
});
