import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { AtenaNumber } from "../../../shared/domain/ids.ts";
import type { PersonFacts } from "../../../shared/domain/person.ts";
import { plainDate } from "../../../shared/law/calendar.ts";
import { markSearch } from "../../../shared/protection/mark-search.ts";
import { headersIn, marksOfPerson, marksOfRecord } from "../../../shared/protection/marks.ts";
import { inShiftJis, inUtf16 } from "../../support/encodings.ts";

const facts: PersonFacts = {
  atenaNumber: "000000000012345" as AtenaNumber,
  basicPensionNumber: "1234567890",
  individualNumber: "123456789018",
  name: "目黒 花子",
  nameKana: "メグロ ハナコ",
  birthDate: plainDate("1975-04-01"),
  sex: "female",
};
const pseudonym = "abcdefghijklmnopqrstuvwxy-_";
const sealed = Buffer.concat([Buffer.of(1), Buffer.alloc(12, 7), Buffer.alloc(16, 9), Buffer.from("content")]);
const search = markSearch([{ of: "her", marks: marksOfPerson([facts], [pseudonym], headersIn({ a: [sealed] })) }]);
const known = (bytes: Uint8Array | string) => search.inBytes(Buffer.from(bytes)).hits.map((hit) => hit.known);

describe("what copies of a person are known by", () => {
  it.each([
    ["the pseudonym in a longer run", `x${pseudonym}y`, "pseudonym"],
    ["基礎年金番号 with its hyphen", "番号:1234-567890", "number"],
    ["a number in a record of fixed width", "A1123456789019750401", "number"],
    ["a number in full-width digits", "１２３４５６７８９０", "number"],
    ["氏名 and a birth date of 和暦 in a line", "目黒　花子,昭和50年4月1日,女", "name-and-birth-date"],
    ["カナ in half width and the date of a medium", "ﾒｸﾞﾛ ﾊﾅｺ 5500401", "name-and-birth-date"],
    [
      "氏名 and date in a JSON object over several lines",
      '{"n":"目黒花子",\n"b":{"d":"1975/4/1"}}',
      "name-and-birth-date",
    ],
    ["a sealed value in base64, behind other letters", `zz${sealed.toString("base64")}`, "sealed-copy"],
    ["a sealed value in hexadecimal", `"0${sealed.toString("hex")}"`, "sealed-copy"],
    ["a CSV in base64", Buffer.from("a,1234567890,b,c,d,e,f,g,h,i,j,k,l").toString("base64"), "number"],
  ])("%s", (_, text, by) => {
    expect(known(text)).toEqual([by]);
  });

  it.each([
    ["Shift_JIS", inShiftJis("目黒花子,1975-04-01")],
    ["UTF-16LE", inUtf16("目黒花子,1975-04-01")],
    ["UTF-16BE", inUtf16("目黒花子,1975-04-01").swap16()],
    ["gzip", gzipSync("目黒花子,1975-04-01")],
  ])("氏名 and birth date in %s", (_, bytes) => {
    expect(known(bytes)).toEqual(["name-and-birth-date"]);
  });

  it("a sealed value somewhere in other bytes", () => {
    expect(known(Buffer.concat([Buffer.from("head"), sealed]))).toEqual(["sealed-copy"]);
    expect(known(Buffer.concat([Buffer.of(1, 2, 1), sealed]))).toEqual(["sealed-copy"]);
  });

  it("氏名 and birth date in different attributes of a row, and a number as a name of an attribute", () => {
    expect(search.inRow({ pk: "x", note: "目黒花子", inner: [{ on: "1975-04-01" }] })).toHaveLength(1);
    expect(search.inRow({ pk: "x", inner: { "1234567890": true } })).toHaveLength(1);
  });

  it("氏名 alone, a birth date alone or on another line, and other people's numbers are no copy", () => {
    for (const text of ["目黒花子", "1975-04-01", "目黒花子\n1975-04-01", "1234567891", "12345678", pseudonym.slice(1)])
      expect([text, known(text)]).toEqual([text, []]);
  });

  it("a PDF cannot be read, and is said to be so", () => {
    expect(search.inBytes(Buffer.from("%PDF-1.7 ..."))).toEqual({ hits: [], unreadable: true });
  });

  it("a record of somebody who stays is known by its sealed bytes alone", () => {
    const record = markSearch([{ of: "filing", marks: marksOfRecord(headersIn(sealed)) }]);
    expect(record.inRow({ pk: `PERSON#${pseudonym}`, name: "目黒花子", birth: "1975-04-01" })).toEqual([]);
    expect(record.inRow({ pk: "x", copy: { of: sealed } })).toEqual([{ of: "filing", known: "sealed-copy" }]);
  });

  it("a place is shown without the numbers and pseudonyms in it", () => {
    expect(search.masked(`PERSON#${pseudonym}/1234-567890/1234567890.csv`, "her")).toBe("PERSON#●/●/●.csv");
  });

  it.each([
    ["PDF", Buffer.from("%PDF-1.7 1234567890")],
    ["ZIP", Buffer.concat([Buffer.of(0x50, 0x4b, 3, 4), Buffer.from("1234567890")])],
    ["a gzip that breaks off", gzipSync("1234567890, and more of it").subarray(0, 20)],
  ])("says of a %s that nobody looked into it", (_, bytes) => {
    expect(search.inBytes(bytes).unreadable).toBe(true);
  });
  it("says so of nothing that it reads", () => {
    expect(search.inBytes(gzipSync(gzipSync("1234567890")))).toMatchObject({
      hits: [{ known: "number" }],
      unreadable: false,
    });
  });
});
