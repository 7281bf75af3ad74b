import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { amountsOf, type MarkedPerson, markedPeople, secretsOf } from "../../support/leaks/marked-people.ts";
import { leakSearch } from "../../support/leaks/search.ts";
import { openWitnessed } from "../../support/leaks/witnessed-office.ts";
import { acquisitionOf } from "../../support/people.ts";

const people = markedPeople(3, 41);
const person = people[1] as MarkedPerson;
const amounts = Object.values(amountsOf(1));
const search = leakSearch(secretsOf(people, amounts));
const { individualNumber = "", basicPensionNumber = "", atenaNumber, phoneNumber, name, nameKana, address } = person;

const wide = (text: string) => text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
const halfKana = "ﾇｦﾇｦ ｱｲｳ";
const utf16 = (text: string) => Buffer.from(text, "utf16le");
const base64 = (text: string) => Buffer.from(text).toString("base64");
const escaped = (text: string) =>
  [...text].map((sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`).join("");

const personal = { individualNumber, basicPensionNumber, atenaNumber, phoneNumber, name, nameKana, address };

/** How a leak can be written. */
const encodings: Readonly<Record<string, (text: string) => string>> = {
  plain: (text) => text,
  "within other words": (text) => `x${text}y`,
  "full width": wide,
  hyphenated: (text) => text.replace(/\d{4}(?=\d)/g, "$&-"),
  spaced: (text) => text.replace(/\d{4}(?=\d)/g, "$& "),
  base64,
  "base64 within a longer one": (text) => base64(`{"a":1,"b":"${text}"}`),
  base64url: (text) => Buffer.from(`?>${text}`).toString("base64url"),
  "base64 behind a prefix": (text) => `key-${base64(text)}`,
  hexadecimal: (text) => Buffer.from(text).toString("hex"),
  "UTF-16 in base64": (text) => utf16(text).toString("base64"),
  "URL-encoded": (text) => [...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, "0")}`).join(""),
  "JSON-escaped": escaped,
  "JSON within JSON": (text) => JSON.stringify(JSON.stringify({ text: escaped(text) })),
  "HTML references": (text) => [...text].map((sign) => `&#${sign.codePointAt(0)};`).join(""),
  "base64 of base64": (text) => base64(`"${base64(text)}"`),
  "base64 of URL-encoded": (text) => base64(encodeURIComponent(`${text}山`)),
};

describe("the search for personal data", () => {
  it.each(Object.keys(encodings))("finds everything of a person written %s", (encoding) => {
    for (const [what, text] of Object.entries(personal)) {
      const written = encodings[encoding]?.(text) ?? "";
      expect([what, search(`before ${written} after`).length > 0]).toEqual([what, true]);
    }
  });

  it.each([
    ["kana of half width", halfKana],
    ["hiragana", "ぬをぬを"],
    ["a day of birth", `born ${person.birthDate}.`],
    ["a day of birth without its hyphens", `"${person.birthDate.replaceAll("-", "")}"`],
    ["an amount", `{"income":${amounts[0]}}`],
    ["a number written as a number", JSON.stringify({ n: Number(individualNumber) })],
    ["a number at the end of a longer run", `0000${basicPensionNumber}`],
  ])("finds %s", (_, text) => {
    expect(search(text)).not.toEqual([]);
  });

  it.each(["md5", "sha1", "sha256", "sha512"])("finds a number behind %s without a key, whole or cut short", (hash) => {
    for (const number of [individualNumber, basicPensionNumber, atenaNumber]) {
      const digest = createHash(hash).update(number).digest();
      for (const text of [
        digest.toString("hex"),
        digest.toString("base64"),
        digest.toString("base64url"),
        digest.subarray(0, 20).toString("base64url"),
      ])
        expect(search(`"${text}"`).length, `${hash} ${text.length}`).toBeGreaterThan(0);
    }
  });

  it("finds nothing in what only looks alike", () => {
    const other = JSON.stringify({
      id: "20261120-7K3M9Q",
      at: "2026-11-23T01:00:00.000Z",
      hash: createHash("sha256").update("a file").digest("hex"),
      masked: "************",
      numbers: ["999912345678", "9901234567", "000000012345678", "71300018"],
      name: "国年　太郎",
    });
    expect(search(other)).toEqual([]);
  });
});

describe("the search over an office", () => {
  const opened = async () => {
    const office = openWitnessed();
    try {
      const filed = await office.ask("POST", "/v1/filings/acquisition", {
        key: "planted-0001",
        body: acquisitionOf(person),
      });
      expect(filed.status).toBe(201);
      await office.ask("GET", `/v1/people/${atenaNumber}`, { purpose: "filing" });
      await office.ask("GET", "/v1/filings/no-such-filing");
      return { office, outside: office.outside() };
    } finally {
      office.stop();
    }
  };

  it("finds nothing of a 届出 outside, and much in what the counter was shown", async () => {
    const { office, outside } = await opened();
    for (const [place, text] of Object.entries(outside)) expect([place, search(text)]).toEqual([place, []]);
    expect(search(office.shown())).not.toEqual([]);
    expect(outside.log).toContain('"code":"request-done"');
    expect(outside.stored).toContain("FILING");
  });

  it("finds one attribute, one key, one line and one object that a person can be known by", async () => {
    const { office } = await opened();
    const item = { pk: "P#planted", sk: "plain", version: 1 };
    const planted: Readonly<Record<string, () => Promise<unknown>>> = {
      attribute: () =>
        office.database.transact([{ kind: "put", table: "people", item: { ...item, nested: { deep: [name] } } }]),
      key: () =>
        office.database.transact([{ kind: "put", table: "filings", item: { ...item, pk: `P#${atenaNumber}` } }]),
      "sealed attribute that is not sealed": () =>
        office.database.transact([
          { kind: "put", table: "people", item: { ...item, sk: "sealed", sealed: Buffer.from(nameKana) } },
        ]),
      object: () => office.files.staging.put(`T1/${basicPensionNumber}.dat`, Buffer.from(""), "application/pdf"),
      "type of an object": () =>
        office.files.outbox.put("T1/a.dat", Buffer.from(""), `text/plain; name=${base64(name)}`),
    };
    for (const [what, plant] of Object.entries(planted)) {
      const before = search(JSON.stringify(office.outside())).length;
      await plant();
      expect([what, search(JSON.stringify(office.outside())).length > before]).toEqual([what, true]);
    }
  });
});
