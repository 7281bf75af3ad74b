import { describe, expect, it } from "vitest";
import { composeMedia } from "../../../shared/documents/media.ts";
import type { ReportItem, ReportKind } from "../../../shared/documents/report.ts";
import { exampleContext, exampleReport } from "./example-report.ts";

const decode = (bytes: Uint8Array) => new TextDecoder("shift_jis", { fatal: true }).decode(bytes);
const record = (bytes: Uint8Array, at: number) => bytes.subarray(at * 602, at * 602 + 602);
const field = (bytes: Uint8Array, at: number, from: number, width: number) =>
  decode(record(bytes, at).subarray(from, from + width));

const stoppedBy = (values: Partial<Record<ReportItem, string | undefined>>, kind: ReportKind = "acquisition") =>
  composeMedia(kind, [exampleReport(kind, values)], exampleContext).stopped;

describe("the medium of a report", () => {
  const media = composeMedia("acquisition", [exampleReport("acquisition")], exampleContext);

  it("is header, data and trailer of 600 bytes, each with a CRLF", () => {
    expect(media.bytes).toHaveLength(3 * 602);
    expect([0, 1, 2].map((at) => field(media.bytes, at, 600, 2))).toEqual(["\r\n", "\r\n", "\r\n"]);
    expect([0, 1, 2].map((at) => field(media.bytes, at, 0, 1))).toEqual(["1", "2", "3"]);
  });

  it("says in the header who made it, when and under which number", () => {
    expect(field(media.bytes, 0, 0, 62)).toBe(`1Q011311020261123${"T20261123-7K3M9Q".padEnd(40)}00600`);
  });

  it("counts in the trailer", () => {
    expect(field(media.bytes, 2, 0, 31)).toBe("3Q01131102026112300000010000003");
  });

  it("has every item in its place", () => {
    expect(field(media.bytes, 1, 0, 55)).toBe(`213110A01  000000120261123-7K3M9Q0123456789${" ".repeat(12)}`);
    expect(field(media.bytes, 1, 55, 80)).toBe("ネンキン　タロウ".padEnd(40, "　"));
    expect(field(media.bytes, 1, 135, 60)).toBe("年金　太郎".padEnd(30, "　"));
    expect(field(media.bytes, 1, 195, 16)).toBe("1989010711538573");
    expect(field(media.bytes, 1, 211, 200).trimEnd()).toBe("東京都目黒区上目黒2－19－15");
    expect(field(media.bytes, 1, 411, 27)).toBe("120261101202611020220261120");
    expect(field(media.bytes, 1, 438, 162)).toBe(" ".repeat(162));
  });

  it("tells the 個人番号 where it stands for the 基礎年金番号", () => {
    const values = { basicPensionNumber: undefined, individualNumber: "123456789018" };
    const { bytes } = composeMedia("acquisition", [exampleReport("acquisition", values)], exampleContext);
    expect(field(bytes, 1, 33, 22)).toBe(`${" ".repeat(10)}123456789018`);
  });

  it("of 種別変更 tells the spouse, and of 資格喪失 does without an address and a 種別", () => {
    const spouse = { spouseName: "年金　花子", spouseBirthDate: "1990-02-28", cause: "spouse-turned-65" };
    const change = composeMedia("category-change", [exampleReport("category-change", spouse)], exampleContext);
    expect(field(change.bytes, 1, 428, 78)).toBe(`22${"年金　花子".padEnd(30, "　")}1990022820261120`);
    expect(stoppedBy({ address: undefined, postalCode: undefined, category: undefined }, "loss")).toEqual([]);
  });

  it("of 氏名・住所等の変更 has who they were and what changed, in 1000 bytes", () => {
    const address = {
      newPostalCode: "153-0051",
      newAddress: "目黒9",
      correctBirthDate: "1990-03-01",
      correctSex: "male",
    };
    const { bytes } = composeMedia("facts-change", [exampleReport("facts-change", address)], exampleContext);
    expect(bytes).toHaveLength(3 * 1002);
    const said = decode(bytes.subarray(1002 + 411, 1002 + 411 + 572)).replace(/[ 　]+/g, "|");
    expect(said).toBe("20261101コクミン|タロウ|国民|太郎|1530051目黒9|19900301120261120");
  });

  it("of 任意加入 and 付加保険料 has its days, months and causes in their places", () => {
    const voluntary = composeMedia("voluntary-enrolment", [exampleReport("voluntary-enrolment")], exampleContext);
    expect(field(voluntary.bytes, 1, 411, 43)).toBe(`42026110120261101${" ".repeat(8)}312030110120261120`);
    const premium = composeMedia("additional-premium", [exampleReport("additional-premium")], exampleContext);
    expect(field(premium.bytes, 1, 411, 24)).toBe("202611012026111 20261120");
    const ended = { additionalPremiumType: undefined, endCause: "left-farmers-pension" };
    const end = exampleReport("additional-premium", ended, "20261123-7K3M9Q", "A17-2");
    const { bytes } = composeMedia("additional-premium", [end], exampleContext);
    expect([field(bytes, 1, 6, 5), field(bytes, 1, 425, 2)]).toEqual(["A17-2", " 3"]);
  });

  it("of 職権訂正 says 取消し by a code, never by a blank day alone", () => {
    const blank = { category: undefined, changedOn: undefined, cause: undefined };
    const correction = { ...blank, turn: "lost", recordedOn: "2026-06-01", correction: "cancelled" };
    const record = exampleReport("category-change", correction, "20261123-7K3M9Q", "A19-2");
    const { bytes } = composeMedia("category-change", [record], exampleContext);
    expect(field(bytes, 1, 506, 18)).toBe(`3202606012${" ".repeat(8)}`);
  });

  it("without records is a header and a trailer that counts none", () => {
    const { bytes } = composeMedia("loss", [], exampleContext);
    expect(bytes).toHaveLength(2 * 602);
    expect(field(bytes, 1, 17, 14)).toBe("00000000000002");
  });

  it("leaves out what it stops, and numbers the rest without a gap", () => {
    const ids = ["20261123-AAAAAA", "20261123-BBBBBB", "20261123-CCCCCC"];
    const records = ids.map((id, at) => exampleReport("loss", at === 1 ? { name: "𠮷田" } : {}, id));
    const { bytes, written, stopped } = composeMedia("loss", records, exampleContext);
    expect(written).toEqual([ids[0], ids[2]]);
    expect(stopped.map(({ filingId }) => filingId)).toEqual([ids[1]]);
    expect([field(bytes, 1, 11, 22), field(bytes, 2, 11, 22)]).toEqual([`0000001${ids[0]}`, `0000002${ids[2]}`]);
    expect(field(bytes, 3, 17, 14)).toBe("00000020000004");
    expect(bytes).toHaveLength(4 * 602);
  });
});

describe("a record is stopped", () => {
  it("for a character outside JIS X 0208, by its code point and without the name", () => {
    expect(stoppedBy({ name: "𠮷田　髙志" })).toEqual([
      {
        filingId: "20261123-7K3M9Q",
        item: "name",
        code: "unmappable-character",
        message: "氏名に全角(JIS X 0208)で書けない文字があります(U+20BB7、U+9AD9)",
      },
    ]);
  });

  it.each([
    ["name", "ﾈﾝｷﾝ", "unmappable-character"],
    ["name", "か\u3099", "unmappable-character"],
    ["name", "辻\u{e0100}", "unmappable-character"],
    ["name", "年金 太郎", "unmappable-character"],
    ["nameKana", "ねんきん", "unmappable-character"],
    ["name", "年".repeat(31), "too-long"],
    ["name", " 年金", "bad-form"],
    ["name", undefined, "missing"],
    ["name", "", "missing"],
    ["address", undefined, "missing"],
    ["acquiredOn", undefined, "missing"],
    ["acquiredOn", "2026-02-29", "bad-form"],
    ["acquiredOn", "2026-04-31", "bad-form"],
    ["acquiredOn", "20260401", "bad-form"],
    ["basicPensionNumber", "123456789", "bad-form"],
    ["basicPensionNumber", "１２３４５６７８９０", "bad-form"],
    ["individualNumber", "12345678901a", "bad-form"],
    ["postalCode", "1538", "bad-form"],
    ["sex", "toString", "bad-form"],
    ["cause", "constructor", "bad-form"],
    ["cause", "moved-abroad", "bad-form"],
    ["category", "9", "bad-form"],
    ["spouseBirthDate", "いつか", "bad-form"],
  ] as const)("for %s %j: %s", (item, value, code) => {
    const stopped = stoppedBy({ [item]: value });
    expect(stopped.map((one) => [one.item, one.code])).toEqual([[item, code]]);
    if (value) expect(stopped[0]?.message).not.toContain(value);
  });

  it.each([
    ["facts-change", "A08", "newName", "国民 太郎", "unmappable-character"],
    ["facts-change", "A08", "newName", "𠮷", "unmappable-character"],
    ["facts-change", "A08", "newName", "年".repeat(31), "too-long"],
    ["facts-change", "A08", "newName", undefined, "missing"],
    ["facts-change", "A08", "newNameKana", "こくみん", "unmappable-character"],
    ["facts-change", "A08", "newNameKana", undefined, "missing"],
    ["facts-change", "A08", "newAddress", "辻\u{e0100}", "unmappable-character"],
    ["facts-change", "A08", "newAddressSupplement", "ﾒｸﾞﾛ荘", "unmappable-character"],
    ["facts-change", "A08", "newPostalCode", "1538", "bad-form"],
    ["facts-change", "A08", "correctBirthDate", "1990-02-30", "bad-form"],
    ["facts-change", "A08", "correctSex", "constructor", "bad-form"],
    ["facts-change", "A09", "newAddress", undefined, "missing"],
    ["facts-change", "A10", "correctBirthDate", undefined, "missing"],
    ["number-notice", "A11", "requested", undefined, "missing"],
    ["number-notice", "A11", "requested", "toString", "bad-form"],
    ["number-notice", "A11", "address", undefined, "missing"],
    ["voluntary-enrolment", "A12", "expiresOn", undefined, "missing"],
    ["voluntary-enrolment", "A12", "cause", "left-employees-pension", "bad-form"],
    ["voluntary-enrolment", "A13", "acquiredOn", undefined, "missing"],
    ["voluntary-enrolment", "A14", "lostOn", undefined, "missing"],
    ["additional-premium", "A15", "month", "2026-13", "bad-form"],
    ["additional-premium", "A15", "month", undefined, "missing"],
    ["additional-premium", "A15", "additionalPremiumType", undefined, "missing"],
    ["additional-premium", "A17-2", "endCause", undefined, "missing"],
    ["acquisition", "A19-1", "exOfficio", undefined, "missing"],
    ["category-change", "A03", "changedOn", undefined, "missing"],
    ["category-change", "A04", "cause", undefined, "missing"],
    ["category-change", "A19-2", "correction", undefined, "missing"],
  ] as const)("of %s %s for %s %j: %s", (kind, form, item, value, code) => {
    const values = {
      ...(form === "A09" ? { newPostalCode: "153-0051" } : {}),
      ...(form === "A19-2" ? { turn: "lost", recordedOn: "2026-06-01" } : {}),
      [item]: value,
    };
    const { stopped } = composeMedia(kind, [exampleReport(kind, values, "20261123-7K3M9Q", form)], exampleContext);
    expect(stopped.map((one) => [one.item, one.code])).toEqual([[item, code]]);
    if (value) expect(stopped[0]?.message).not.toContain(value);
  });

  it("for an item its 手続 has to say, by that item alone", () => {
    const [stopped] = stoppedBy({ newName: undefined }, "facts-change");
    expect(stopped?.message).toBe("変更後の氏名がありません");
  });

  it("when neither number is there", () => {
    const [stopped] = stoppedBy({ basicPensionNumber: undefined });
    expect(stopped?.message).toBe("基礎年金番号と個人番号のどちらもありません");
  });

  it("for a 受付番号 of another form", () => {
    const { stopped } = composeMedia("loss", [exampleReport("loss", {}, "20261123-7K3M9QX")], exampleContext);
    expect(stopped.map(({ item, code }) => [item, code])).toEqual([["filingId", "bad-form"]]);
  });

  it("once for each item that does not fit", () => {
    const items = stoppedBy({ name: "𠮷", address: "🙂", acquiredOn: "x" }).map(({ item }) => item);
    expect(items.sort()).toEqual(["acquiredOn", "address", "name"]);
  });

  it("but not for 29 February of a leap year or the last day of a month", () => {
    for (const day of ["2024-02-29", "2026-01-31", "2026-04-30", "2026-12-31"]) {
      expect(stoppedBy({ acquiredOn: day })).toEqual([]);
    }
  });
});

describe("the 縮退表", () => {
  const context = { ...exampleContext, replacements: "standin-1" } as const;

  it("replaces only when the ward asks for it, and tells each replacement", () => {
    const { bytes, stopped, replaced } = composeMedia("loss", [exampleReport("loss", { name: "𠮷﨑 髙志" })], context);
    expect(stopped).toEqual([]);
    expect(field(bytes, 1, 135, 60)).toBe("吉崎　高志".padEnd(30, "　"));
    expect(replaced.map(({ item, from, to }) => [item, from, to])).toEqual([
      ["name", "𠮷", "吉"],
      ["name", "﨑", "崎"],
      ["name", " ", "　"],
      ["name", "髙", "高"],
    ]);
  });

  it("still stops what it does not know, naming only that, and tells no replacement of a stopped record", () => {
    const { stopped, replaced } = composeMedia("loss", [exampleReport("loss", { name: "髙🙂" })], context);
    expect(stopped[0]?.message).toContain("(U+1F642)");
    expect(replaced).toEqual([]);
  });

  it("leaves a space alone where the field takes one", () => {
    const { replaced } = composeMedia("loss", [exampleReport("loss", { address: "髙松 1-2" })], context);
    expect(replaced.map(({ from, to }) => [from, to])).toEqual([["髙", "高"]]);
  });
});
