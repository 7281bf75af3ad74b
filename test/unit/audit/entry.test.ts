import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import { describe, expect, it } from "vitest";
import { type AuditEntry, auditEntry, canonicalForm, entryDigest } from "../../../shared/audit/entry.ts";
import { acquisitionOf, applicant } from "../../support/people.ts";
import { openCounter } from "../support/counter.ts";

const entry: AuditEntry = auditEntry.parse({
  form: 2,
  kind: "read",
  id: "0123456789ABCDEF",
  at: "2026-11-23T01:00:00.000Z",
  correlationId: 'a"b\\c\u000f\n€/',
  officer: "officer-1",
  roles: ["clerk", "examiner"],
  department: "pension",
  session: "session-1",
  counter: "main-office",
  terminal: "t-01",
  action: "showPerson",
  subjects: ["oJk7JxWJNhiHrVdTQcUUZcxS41o"],
  object: null,
  items: [],
  terms: [{ by: "birth-date", value: "oJk7JxWJNhiHrVdTQcUUZcxS41o" }],
  purpose: "filing",
  result: "done",
  codes: [],
});

const canonical =
  '{"action":"showPerson","at":"2026-11-23T01:00:00.000Z","codes":[],"correlationId":"a\\"b\\\\c\\u000f\\n€/",' +
  '"counter":"main-office","department":"pension","form":2,"id":"0123456789ABCDEF","items":[],"kind":"read","object":null,' +
  '"officer":"officer-1","purpose":"filing","result":"done","roles":["clerk","examiner"],' +
  '"session":"session-1","subjects":["oJk7JxWJNhiHrVdTQcUUZcxS41o"],"terminal":"t-01",' +
  '"terms":[{"by":"birth-date","value":"oJk7JxWJNhiHrVdTQcUUZcxS41o"}]}';

describe("the canonical form (RFC 8785)", () => {
  it("of an entry is one text, letter by letter", () => {
    expect(canonicalForm(entry)).toBe(canonical);
  });

  it("is the same in whatever order the fields were written", () => {
    const turned = Object.fromEntries(Object.entries(entry).reverse()) as AuditEntry;
    expect(canonicalForm(turned)).toBe(canonical);
  });

  it("follows the examples that the RFC prints", () => {
    const value = JSON.parse(
      String.raw`{"numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
        "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/", "literals": [null, true, false]}`,
    );
    expect(canonicalize(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it("sorts names by their UTF-16 units, as the RFC's example does", () => {
    const value = { "\u20ac": 1, "\r": 2, "\ufb33": 3, "1": 4, "\ud83d\ude00": 5, "\u0080": 6, "\u00f6": 7 };
    const order = Object.keys(JSON.parse(canonicalize(value) ?? ""));
    const values = [...(canonicalize(value) ?? "").matchAll(/:(\d)/g)].map(([, digit]) => Number(digit));
    expect(values).toEqual([2, 4, 6, 7, 1, 5, 3]);
    expect(order).toHaveLength(7);
  });

  it.each([
    ["a field nobody knows", { name: "国年太郎" }],
    ["a number for a pseudonym", { subjects: ["123456789018"] }],
    ["another form", { form: 1 }],
    ["a word that is too long to be a code", { codes: ["x".repeat(61)] }],
    ["a result nobody knows", { result: "perhaps" }],
  ])("is refused to an entry with %s", (_, over) => {
    expect(() => canonicalForm({ ...entry, ...over } as AuditEntry)).toThrow();
  });

  it("has the SHA-256 of its UTF-8 bytes as digest", () => {
    expect(entryDigest(canonical)).toBe(createHash("sha256").update(Buffer.from(canonical, "utf8")).digest("hex"));
    expect(entryDigest("")).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  });
});

describe("what is stored of an entry", () => {
  it("is its canonical form and the digest of it, filed under its hour", async () => {
    const counter = openCounter();
    await counter.file("acquisition", acquisitionOf(applicant()));
    const rows = counter.database.dump("audit");
    expect(rows).toHaveLength(1);
    for (const row of rows) {
      const kept = auditEntry.parse(JSON.parse(String(row.entry)));
      expect(row).toEqual({
        pk: "HOUR#2026-11-23T01",
        sk: `${kept.at}#${kept.id}`,
        entry: canonicalForm(kept),
        digest: entryDigest(canonicalForm(kept)),
      });
    }
  });
});
