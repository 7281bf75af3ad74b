import { describe, expect, it } from "vitest";
import { plainDate } from "../../../shared/law/calendar.ts";
import { memoryDatabase } from "../../../shared/stores/memory-database.ts";
import {
  answerLines,
  examiner,
  incomeOf,
  modelOf,
  personal,
  putIncome,
  putOnFile,
  record,
  requestFor,
  requestList,
  staged,
  unknownIncome,
} from "../../support/income-outputs.ts";
import { openOffice } from "../../support/office.ts";

const open = () => {
  const database = memoryDatabase();
  return { ...openOffice({ database }), database };
};
type Office = ReturnType<typeof open>;

const answer = async (office: Office, contentBase64: string) => {
  const answered = await office.ask("POST", "/v1/income-outputs", {
    ...examiner,
    body: { kind: "request-answer", contentBase64 },
  });
  return { ...answered, lines: answered.body.state === "sealed" ? answerLines(staged(office, answered)) : [] };
};

const numbers = (nth: number) => {
  const { basicPensionNumber = "", individualNumber = "" } = modelOf(nth);
  return { basicPensionNumber, individualNumber };
};

describe("所得情報提供依頼への回答", () => {
  it("tells the 所得情報 of whoever is asked for, as it is on file", async () => {
    const office = open();
    const person = await putOnFile(office, 0);
    const insured = personal({
      income: 1_234_567,
      incomeAfterDeductions: 987_654,
      circumstance: "widow",
      dependants: 2,
    });
    const spouse = personal({ income: 0, incomeAfterDeductions: 0, elderlyDependants: 1, specificDependants: 3 });
    const head = { ...spouse, dependants: undefined, income: 999_999_999 };
    await putIncome(office, person, incomeOf({ insured, spouse, head, continuationReview: true }));
    const { status, body, lines } = await answer(office, requestList([requestFor(0)]));
    expect(status).toBe(200);
    expect(body).toMatchObject({ kind: "request-answer", state: "sealed", lines: 1, counts: { answered: 1 } });
    expect(lines).toEqual([
      {
        prefecture: "13",
        municipality: "110",
        sequence: "0000001",
        basicPensionNumber: numbers(0).basicPensionNumber,
        birthDate: "1990-04-01",
        incomeYear: "2025",
        exists: "present",
        insuredIncome: "001234567",
        insuredIncomeAfterDeductions: "000987654",
        insuredCircumstance: "widow",
        insuredDependants: "02",
        insuredElderlyDependants: "00",
        insuredSpecificDependants: "00",
        spouseIncome: "000000000",
        spouseIncomeAfterDeductions: "000000000",
        spouseCircumstance: "none",
        spouseDependants: "00",
        spouseElderlyDependants: "01",
        spouseSpecificDependants: "03",
        headIncome: "999999999",
        headIncomeAfterDeductions: "000000000",
        headCircumstance: "none",
        headElderlyDependants: "01",
        headSpecificDependants: "03",
        continuationReview: "true",
        referenceExemption: "full",
        referenceDeferment: "within",
        referenceStudent: "within",
      },
    ]);
  });

  it("bears the number of the list that it answers, and its counts", async () => {
    const office = open();
    const answered = await answer(office, requestList([requestFor(0)], { runId: "K-77" }));
    const text = Buffer.from(staged(office, answered) ?? []).toString("latin1");
    expect(text.slice(0, 62)).toBe(`1Q121311020261123${"K-77".padEnd(40)}00150`);
    expect(text.slice(-152, -121)).toBe("3Q12131102026112300000010000003");
    expect(answered.body.files).toMatchObject([{ name: "income-answers.dat", count: 1, size: text.length }]);
  });

  it("has a line for each line of the list, in its order, also for one that cannot be read or comes twice", async () => {
    const office = open();
    for (const nth of [0, 1, 2]) await putIncome(office, await putOnFile(office, nth), incomeOf());
    const asked = [2, 0, 9, 1, 2].map((nth) => requestFor(nth));
    const file = Buffer.from(requestList(asked), "base64");
    file.write("x", 72 * 2 + 13);
    const { lines, body } = await answer(office, file.toString("base64"));
    expect(lines.map(({ sequence }) => sequence)).toEqual(["0000001", "0000002", "0000003", "0000004", "0000005"]);
    expect(lines.map(({ basicPensionNumber }) => basicPensionNumber)).toEqual(
      asked.map(({ basicPensionNumber }, at) => (at === 1 ? undefined : basicPensionNumber)),
    );
    expect(lines.map(({ unidentifiedReason = "" }) => unidentifiedReason)).toEqual([
      "",
      "unreadable-line",
      "no-such-person",
      "",
      "",
    ]);
    expect(body.counts).toEqual({ answered: 3, "unreadable-line": 1, "no-such-person": 1 });
    expect(body.total).toBe(5);
  });

  it("finds by 個人番号 too, and tells no number that it was not asked by", async () => {
    const office = open();
    await putIncome(office, await putOnFile(office, 0), incomeOf());
    const { individualNumber } = numbers(0);
    const { lines } = await answer(
      office,
      requestList([{ individualNumber, birthDate: "1990-04-01", incomeYear: 2025 }]),
    );
    expect(lines[0]).toMatchObject({ individualNumber, exists: "present", insuredIncome: "000500000" });
    expect(lines[0]).not.toHaveProperty("basicPensionNumber");
  });

  describe("says why somebody could not be identified, without any amount", () => {
    const reasonOf = async (prepare: (office: Office) => Promise<unknown>, request = requestFor(0)) => {
      const office = open();
      await prepare(office);
      const { lines, body } = await answer(office, requestList([request]));
      const { unidentifiedReason = "", exists, insuredIncome = "", insuredDependants = "" } = lines[0] ?? {};
      expect(body.counts).toEqual({ [unidentifiedReason]: 1 });
      expect(body.countLabels[unidentifiedReason]).toMatch(/[ぁ-ん]/);
      expect([insuredIncome, insuredDependants]).toEqual(["", ""]);
      return [exists, unidentifiedReason];
    };
    const onFile = async (office: Office) => putIncome(office, await putOnFile(office, 0), incomeOf());
    const withIncome = (over: Parameters<typeof incomeOf>[0]) => async (office: Office) =>
      putIncome(office, await putOnFile(office, 0), incomeOf({ insured: unknownIncome, ...over }));

    it("nobody has the number", async () => {
      expect(await reasonOf(async () => undefined)).toEqual(["absent", "no-such-person"]);
    });
    it("the birthday differs", async () => {
      expect(await reasonOf(onFile, requestFor(0, { birthDate: "1990-04-02" }))).toEqual([
        "absent",
        "birth-date-differs",
      ]);
    });
    it("the two numbers are of two people", async () => {
      const { individualNumber } = numbers(1);
      expect(await reasonOf(onFile, requestFor(0, { individualNumber }))).toEqual(["absent", "number-differs"]);
    });
    it("two people have the number", async () => {
      const both = async (office: Office) => {
        await onFile(office);
        await putOnFile(office, 1, [], { basicPensionNumber: numbers(0).basicPensionNumber });
      };
      expect(await reasonOf(both)).toEqual(["absent", "several-people"]);
    });
    it("the number was theirs once and is no more", async () => {
      const changed = async (office: Office) => {
        const person = await putOnFile(office, 0);
        const facts = { basicPensionNumber: numbers(7).basicPensionNumber };
        await record(office, person, [{ kind: "facts-changed", on: plainDate("2026-01-01"), facts }]);
      };
      expect(await reasonOf(changed)).toEqual(["absent", "no-such-person"]);
    });
    it("税情報 has not come", async () => {
      expect(await reasonOf((office) => putOnFile(office, 0))).toEqual(["present", "not-received"]);
    });
    it("税情報 of another year is none of this year", async () => {
      const lastYear = async (office: Office) => putIncome(office, await putOnFile(office, 0), incomeOf(), 2024);
      expect(await reasonOf(lastYear)).toEqual(["present", "not-received"]);
    });
    it.each(["not-declared", "moved-in"] as const)("%s, as the record says", async (unidentifiedReason) => {
      expect(await reasonOf(withIncome({ unidentifiedReason }))).toEqual(["present", unidentifiedReason]);
    });
    it("the tax office knows nobody of that name", async () => {
      expect(await reasonOf(withIncome({ exists: "absent", unidentifiedReason: "no-such-person" }))).toEqual([
        "absent",
        "no-such-person",
      ]);
    });
    it("the key was erased", async () => {
      const erased = async (office: Office) => {
        await onFile(office);
        for (const row of office.database.dump("keys").filter(({ pk }) => pk.startsWith("PERSON#")))
          await office.database.transact([{ kind: "delete", table: "keys", key: row, expects: Number(row.version) }]);
      };
      expect(await reasonOf(erased)).toEqual(["absent", "no-such-person"]);
    });
  });

  it("leaves blank what is not known of the spouse, and says that the answer is not whole", async () => {
    const office = open();
    const record = incomeOf({ spouse: unknownIncome, unidentifiedReason: "moved-in" });
    await putIncome(office, await putOnFile(office, 0), record);
    const { lines } = await answer(office, requestList([requestFor(0)]));
    expect(lines[0]).toMatchObject({ insuredIncome: "000500000", unidentifiedReason: "moved-in" });
    expect(Object.keys(lines[0] ?? {}).filter((item) => item.startsWith("spouse"))).toEqual([]);
  });

  it("takes 継続審査該当表示 from the last 申出 rather than from 税情報", async () => {
    const office = open();
    const wished = async (nth: number, wishes: readonly boolean[], continuationReview: boolean) => {
      const person = await putOnFile(
        office,
        nth,
        wishes.map((wish) => ({ kind: "continuation-wished", on: plainDate("2026-07-01"), wished: wish })),
      );
      await putIncome(office, person, incomeOf({ continuationReview }));
    };
    await wished(0, [true, false], true);
    await wished(1, [true], false);
    await wished(2, [], false);
    const { lines } = await answer(office, requestList([0, 1, 2].map((nth) => requestFor(nth))));
    expect(lines.map(({ continuationReview }) => continuationReview)).toEqual(["false", "true", undefined]);
  });

  it.each([
    ["no file at all", "", "empty"],
    ["of another ward", requestList([], { wardCode: "13109" }), "wrong-ward"],
    ["that is something else", Buffer.from("%PDF").toString("base64"), "bad-header"],
  ])("refuses a list %s, and keeps nothing of it", async (_, contentBase64, code) => {
    const office = open();
    const refused = await answer(office, contentBase64);
    expect(refused).toMatchObject({ status: 422, body: { code: "list-unreadable", errors: [{ code }] } });
    expect([office.database.dump("transmittals"), [...office.staging.files]]).toEqual([[], []]);
  });

  it("of a list without lines has nobody in it, and no file", async () => {
    const { body } = await answer(open(), requestList([]));
    expect(body).toMatchObject({ state: "empty", stateLabel: "対象なし", lines: 0, files: [] });
  });

  it("names in the trail whoever was looked at, before anything of them is written", async () => {
    const office = open();
    const people = [await putOnFile(office, 0), await putOnFile(office, 1)];
    const before = office.database.dump("audit").length;
    await answer(office, requestList([requestFor(0), requestFor(1), requestFor(9)]));
    const entries = office.database
      .dump("audit")
      .slice(before)
      .map(({ entry }) => JSON.parse(String(entry)));
    expect(entries.map(({ codes }) => codes)).toEqual([["started"], [], ["sealed", "lines-3"]]);
    expect(entries[1]).toMatchObject({ action: "runIncomeOutput", purpose: "income-output", officer: "examiner-1" });
    expect(entries[1].subjects).toHaveLength(people.length);
    expect(entries[1].items).toEqual(expect.arrayContaining(["income.insuredIncome", "addressee.myNumber"]));
  });
});
