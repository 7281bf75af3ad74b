import { createSecretKey, randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { open, openJson, type Place, seal, sealJson } from "../../../shared/protection/seal.ts";

const key = createSecretKey(randomBytes(32));
const place: Place = { table: "people", pk: "PERSON#a", sk: "SNAPSHOT", attribute: "sealed" };
const plain = Buffer.from("国年　太郎 123456789018");

describe("a sealed value", () => {
  it.each([0, 1, 15, 16, 17, 4096])("of %i bytes opens with the same key in the same place", (length) => {
    const bytes = randomBytes(length);
    expect(Buffer.from(open(key, place, seal(key, place, bytes)))).toEqual(bytes);
  });

  it("of JSON opens as the value it was", () => {
    const value = { name: "𠮷田　髙子", list: [1, null, { deep: "値" }], empty: "" };
    expect(openJson(key, place, sealJson(key, place, value))).toEqual(value);
  });

  it("opens from a part of a larger buffer", () => {
    const sealed = seal(key, place, plain);
    const larger = new Uint8Array(sealed.length + 20);
    larger.set(sealed, 7);
    expect(Buffer.from(open(key, place, larger.subarray(7, 7 + sealed.length)))).toEqual(plain);
  });

  it("shows nothing of what it holds, and never looks the same twice", () => {
    const [one, two] = [Buffer.from(seal(key, place, plain)), Buffer.from(seal(key, place, plain))];
    expect(one.equals(two)).toBe(false);
    expect(one.includes(plain)).toBe(false);
    expect(one.includes("123456789018")).toBe(false);
  });

  it("does not open with another key", () => {
    expect(() => open(createSecretKey(randomBytes(32)), place, seal(key, place, plain))).toThrow();
  });

  it.each(Object.keys(place) as (keyof Place)[])("does not open where its %s is another", (part) => {
    expect(() => open(key, { ...place, [part]: `${place[part]}x` }, seal(key, place, plain))).toThrow();
  });

  it("does not open where the border between two parts of its place has moved", () => {
    const moved = { ...place, pk: "PERSON#aSNAP", sk: "SHOT" };
    expect(() => open(key, moved, seal(key, { ...place, pk: "PERSON#a", sk: "SNAPSHOT" }, plain))).toThrow();
  });

  it("does not open when any one of its bits is another", () => {
    const sealed = seal(key, place, plain);
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const touched = Uint8Array.from(sealed);
      touched[bit >> 3] = (touched[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(() => open(key, place, touched), `bit ${bit}`).toThrow();
    }
  });

  it("does not open when it is cut short anywhere or longer by a byte", () => {
    const sealed = seal(key, place, plain);
    for (let length = 0; length < sealed.length; length += 1)
      expect(() => open(key, place, sealed.subarray(0, length)), `${length} bytes`).toThrow();
    expect(() => open(key, place, Buffer.concat([sealed, Buffer.of(0)]))).toThrow();
  });
});
