import { describe, expect, it } from "vitest";
import * as z from "zod";
import { administrative, item, recordItemsOf } from "../../../shared/domain/record-items.ts";

const brief = (schema: z.ZodType) =>
  recordItemsOf(schema).map((leaf) => {
    if (leaf.kind === "item") return `${leaf.path} = ${leaf.id}`;
    return leaf.kind === "administrative" ? `${leaf.path} (${leaf.why})` : `${leaf.path} ?`;
  });

const text = z.string();
const name = item("addressee.name", text);

describe("marks of a stored schema", () => {
  it("tells an item from an administrative field and from one nobody has marked", () => {
    const schema = z.strictObject({ name, receivedAt: administrative(text, "受付日時"), memo: text });
    expect(brief(schema)).toEqual(["name = addressee.name", "receivedAt (受付日時)", "memo ?"]);
  });

  it("lets one schema serve several items without marking the schema itself", () => {
    const schema = z.strictObject({ a: item("addressee.name", text), b: item("addressee.alias", text), c: text });
    expect(brief(schema)).toEqual(["a = addressee.name", "b = addressee.alias", "c ?"]);
  });

  it.each([
    ["optional", name.optional()],
    ["nullable", name.nullable()],
    ["default", name.default("")],
    ["prefault", name.prefault("")],
    ["catch", name.catch("")],
    ["readonly", name.readonly()],
    ["a further check", name.min(1).refine((value) => value !== "x")],
    ["a transform behind it", name.transform((value) => value.length)],
    ["a preprocess before it", z.preprocess((value) => value, name)],
    ["metadata", name.meta({ title: "氏名" })],
    ["lazy", z.lazy(() => name)],
    ["a union with null", z.union([name, z.null(), z.undefined(), z.never()])],
  ])("sees the mark through %s", (_, schema) => {
    expect(brief(z.strictObject({ field: schema }))).toEqual(["field = addressee.name"]);
  });

  it.each([
    ["a literal", z.literal("x")],
    ["an enumeration", z.enum(["x", "y"])],
    ["unknown", z.unknown()],
    ["any", z.any()],
    ["a custom check", z.custom<string>(() => true)],
    ["an unmarked branch beside a marked one", z.union([name, z.number()])],
  ])("finds %s unmarked", (_, schema) => {
    expect(brief(z.strictObject({ field: schema }))).toContain("field ?");
  });

  it("walks nested objects, arrays, tuples, sets, maps and records, and intersections", () => {
    const schema = z.strictObject({
      spouse: z.strictObject({ name: item("insured.spouseName", text) }).optional(),
      history: z.array(z.strictObject({ from: item("insured.acquisitionDate", text), other: text })),
      pair: z.tuple([name], text),
      set: z.set(name),
      byKey: z.record(text, name),
      byWord: z.record(z.enum(["a", "b"]), name),
      map: z.map(name, text),
      both: z.intersection(z.strictObject({ a: name }), z.strictObject({ b: text })),
    });
    expect(brief(schema)).toEqual([
      "spouse.name = insured.spouseName",
      "history[].from = insured.acquisitionDate",
      "history[].other ?",
      "pair[0] = addressee.name",
      "pair[] ?",
      "set[] = addressee.name",
      "byKey.<key> ?",
      "byKey.* = addressee.name",
      "byWord.* = addressee.name",
      "map.<key> = addressee.name",
      "map.* ?",
      "both.a = addressee.name",
      "both.b ?",
    ]);
  });

  it("walks every branch of a discriminated union, which still parses", () => {
    const kind = (value: "acquired" | "lost") => administrative(z.literal(value), "台帳の出来事");
    const schema = z.discriminatedUnion("kind", [
      z.strictObject({ kind: kind("acquired"), on: item("insured.acquisitionDate", text) }),
      z.strictObject({ kind: kind("lost"), on: item("insured.lossDate", text), why: text }),
    ]);
    expect(brief(schema)).toEqual([
      "kind (台帳の出来事)",
      "on = insured.acquisitionDate",
      "on = insured.lossDate",
      "why ?",
    ]);
    expect(schema.safeParse({ kind: "lost", on: "x", why: "y" }).success).toBe(true);
    expect(schema.safeParse({ kind: "neither", on: "x" }).success).toBe(false);
  });

  it("lets a mark cover what lies below it, and the nearest mark win", () => {
    const schema = item(
      "addressee.address",
      z.strictObject({ town: text, supplement: item("addressee.addressSupplement", text) }),
    );
    expect(brief(schema)).toEqual(["town = addressee.address", "supplement = addressee.addressSupplement"]);
  });

  it("reports an object that lets unknown keys in, marked or not", () => {
    const schema = z.strictObject({
      plain: z.object({ name }),
      loose: item("addressee.address", z.looseObject({ name })),
      rest: z.object({}).catchall(name),
    });
    expect(brief(schema)).toEqual([
      "plain.* ?",
      "plain.name = addressee.name",
      "loose.* ?",
      "loose.name = addressee.name",
      "rest.* ?",
    ]);
  });

  it("ends on a schema that contains itself", () => {
    const tree: z.ZodType = z.strictObject({ name, children: z.lazy(() => z.array(tree)) });
    expect(brief(tree)).toEqual(["name = addressee.name"]);
  });
});
