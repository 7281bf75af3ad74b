import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { leavesOf } from "../../../shared/audit/entry-lines.ts";
import { inclusionPath, leafHash, merkleRoot, rootFromPath } from "../../../shared/audit/merkle.ts";

/** The inputs that the implementations of Certificate Transparency test with, and the roots of the first so many of them. */
const inputs = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];
const roots = [
  "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];
const leaves = inputs.map((input) => leafHash(Buffer.from(input, "hex")));
const hex = (bytes: Uint8Array | undefined) => bytes && Buffer.from(bytes).toString("hex");

/** RFC 6962 §2.1 as it is written down, by halves. */
const byTheBook = (data: readonly Uint8Array[]): Buffer => {
  const sha = (...parts: Uint8Array[]) => createHash("sha256").update(Buffer.concat(parts)).digest();
  const [only] = data;
  if (!only) return sha();
  if (data.length === 1) return sha(Buffer.from([0]), only);
  let half = 1;
  while (half * 2 < data.length) half *= 2;
  return sha(Buffer.from([1]), byTheBook(data.slice(0, half)), byTheBook(data.slice(half)));
};

const trees = fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 70 });

describe("the Merkle tree of RFC 6962", () => {
  it.each(roots.map((root, count) => [count, root] as const))(
    "over the first %i inputs has the known root",
    (count, root) => {
      expect(hex(merkleRoot(leaves.slice(0, count)))).toBe(root);
    },
  );

  it("is the one that the RFC describes, for any number of leaves", () => {
    fc.assert(
      fc.property(trees, (data) => {
        expect(hex(merkleRoot(data.map(leafHash)))).toBe(hex(byTheBook(data)));
      }),
    );
  });

  it("has the known path from the first and the sixth of eight leaves", () => {
    expect(inclusionPath(leaves, 0).map(hex)).toEqual([
      "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
      "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
      "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ]);
    expect(inclusionPath(leaves, 5).map(hex)).toEqual([
      "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
      "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
      "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ]);
  });

  it("leads from every leaf to the root by its path, and from no other place, leaf or path", () => {
    fc.assert(
      fc.property(
        trees.filter((data) => data.length > 0),
        fc.nat(),
        fc.nat(),
        (data, pick, other) => {
          const own = data.map(leafHash);
          const index = pick % own.length;
          const leaf = own[index] ?? Buffer.alloc(32);
          const path = inclusionPath(own, index);
          const root = hex(merkleRoot(own));
          expect(hex(rootFromPath(leaf, index, own.length, path))).toBe(root);
          expect(hex(rootFromPath(Buffer.from(leaf).fill(other % 256, 3, 9), index, own.length, path))).not.toBe(root);
          expect(hex(rootFromPath(leaf, index, own.length, [...path, leaf]))).not.toBe(root);
          expect(hex(rootFromPath(leaf, index, own.length, path.slice(1)))).toBe(path.length === 0 ? root : undefined);
          expect(rootFromPath(leaf, own.length, own.length, path)).toBeUndefined();
        },
      ),
    );
  });

  it("takes the lines of a file for its leaves, whether or not the last one is ended", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.string({ maxLength: 12 }).map((text) => text.replaceAll("\n", "")),
          { maxLength: 12 },
        ),
        fc.boolean(),
        (lines, ended) => {
          const text = lines.join("\n") + (ended && lines.length > 0 ? "\n" : "");
          const kept = ended || lines.at(-1) !== "" ? lines : lines.slice(0, -1);
          expect(leavesOf(Buffer.from(text)).map(hex)).toEqual(kept.map((line) => hex(leafHash(Buffer.from(line)))));
        },
      ),
    );
  });
});
