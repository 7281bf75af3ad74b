import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { evaluateVectors } from "../../tools/vectors/evaluate.ts";
import file from "./vectors.json" with { type: "json" };

describe("the given vectors", () => {
  const results = evaluateVectors(file);

  test.each(results)("$id", ({ expected, actual, ok }) => {
    expect(actual, JSON.stringify(expected)).toMatchObject(expected as object);
    expect(ok).toBe(true);
  });

  it("are all evaluated", () => {
    expect(results.map(({ id }) => id)).toEqual(file.vectors.map(({ id }) => id));
    expect(results).toHaveLength(file._meta.count);
  });

  it("fail one by one when the expected answer is changed", () => {
    const spoilt = file.vectors.map((vector) => ({
      ...vector,
      expected: Object.fromEntries(Object.keys(vector.expected).map((key) => [key, "something else"])),
    }));
    expect(evaluateVectors(spoilt).filter(({ ok }) => ok)).toEqual([]);
  });
});

describe("the evaluator", () => {
  it("answers an unknown topic with its name and no crash", () => {
    const [result] = evaluateVectors([{ id: "X-1", topic: "児童手当", input: {}, expected: { yen: 1 } }]);
    expect(result).toMatchObject({ id: "X-1", ok: false, actual: { error: "unknown topic: 児童手当" } });
  });

  it("refuses a file without a list of vectors", () => {
    expect(() => evaluateVectors({ cases: [] })).toThrow("no list of vectors");
  });

  it("never passes a vector that expects nothing", () => {
    const [first] = file.vectors;
    expect(evaluateVectors([{ ...first, expected: {} }])[0]?.ok).toBe(false);
  });

  it("survives any value under any key, as a failed vector at worst", () => {
    const value = fc.oneof(
      fc.jsonValue({ maxDepth: 1 }),
      fc.constantFrom("2026-02-30", "9999-12-31", "0000-01-01", "9999-12", 1e15, -1, 0.5, [], {}),
    );
    fc.assert(
      fc.property(fc.constantFrom(...file.vectors), fc.nat(), value, (vector, at, replacement) => {
        const keys = Object.keys(vector.input);
        const input = { ...vector.input, [keys[at % keys.length] ?? "none"]: replacement };
        const results = evaluateVectors([{ ...vector, input }]);
        expect(results).toHaveLength(1);
        expect(typeof results[0]?.ok).toBe("boolean");
      }),
      { numRuns: 2000 },
    );
  });
});
