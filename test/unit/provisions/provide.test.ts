import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { LinkedSystem } from "../../../shared/domain/departments.ts";
import { itemsOf } from "../../../shared/domain/items-of.ts";
import { type ProvisionList, provisionLists } from "../../../shared/domain/provisions.ts";
import { recordItems } from "../../../shared/domain/record-items.ts";
import { acquisitionOf, applicants, changeFrom2Of, lossOf } from "../../support/people.ts";
import { changeOf } from "../../support/resident-changes.ts";
import { openCounter } from "../support/counter.ts";

const [person, other] = applicants(2) as [ReturnType<typeof applicants>[number], ReturnType<typeof applicants>[number]];

/** As the file keeps it: with a wide space. */
const filedName = person.name.replaceAll(" ", "　");

const asked = (system: LinkedSystem) => ({ as: system, roles: ["system"], system }) as const;
const of = (atenaNumber: string) => `/v1/provisions/${atenaNumber}`;

const opened = async () => {
  const counter = openCounter();
  await counter.file("acquisition", acquisitionOf(person));
  return counter;
};

interface AllowList {
  readonly id: string;
  readonly items: readonly { readonly ja: string; readonly map: string }[];
  readonly mustNotContain: readonly string[];
}
const allowLists: readonly AllowList[] = JSON.parse(
  readFileSync(new URL("../../../shared/domain/record-items.json", import.meta.url), "utf8"),
).allowLists;

/** Each item that the assessment lists: the key it is told under, or why it is not. */
const told: Record<
  ProvisionList,
  Record<string, { readonly key: string } | { readonly why: "doubtful" | "not on file" }>
> = {
  transfer1: {
    国民年金の資格取得年月日: { key: "acquisitionDate" },
    国民年金の資格喪失年月日: { key: "lossDate" },
    被保険者の種別: { key: "insuredCategory" },
    "種別変更年月日(変更がある場合)": { key: "categoryChangedOn" },
    基礎年金番号: { key: "basicPensionNumber" },
  },
  transfer2: {
    基礎年金番号: { key: "basicPensionNumber" },
    氏名: { key: "name" },
    氏名かな: { key: "nameKana" },
    通称名: { why: "not on file" },
    通称名かな: { why: "not on file" },
    生年月日: { key: "birthDate" },
    住所: { key: "address" },
    性別: { key: "sex" },
    外国人区分: { why: "not on file" },
    旧自治体: { why: "not on file" },
    現存区分: { why: "not on file" },
    公的年金番号: { why: "doubtful" },
    資格取得日: { key: "acquisitionDate" },
    資格喪失日: { key: "lossDate" },
    資格満了日: { key: "expiryDate" },
    職権: { why: "doubtful" },
    適用区分: { why: "doubtful" },
    職権適用年月日: { why: "not on file" },
    喪失原因: { key: "lossCause" },
    喪失理由: { why: "not on file" },
    電話番号: { key: "phoneNumber" },
    備考: { why: "doubtful" },
  },
};

describe("移転先に渡すもの", () => {
  it.each(["transfer1", "transfer2"] as const)(
    "%s は、評価書の移転する情報のうち渡すものだけで、ほかは理由を言える",
    async (list) => {
      const allowed = allowLists.find(({ id }) => id === list);
      expect(Object.keys(told[list])).toEqual(allowed?.items.map(({ ja }) => ja));
      const keys = Object.values(told[list]).flatMap((each) => ("key" in each ? [each.key] : []));
      const counter = await opened();
      const system = list === "transfer1" ? "family-registry" : "national-health-insurance";
      const answer = await counter.ask("GET", of(person.atenaNumber), asked(system));
      expect(answer).toMatchObject({ status: 200, body: { list } });
      expect(Object.keys(answer.body)).toEqual(["list", "items"]);
      expect(Object.keys(answer.body.items).toSorted()).toEqual(keys.toSorted());
    },
  );

  it.each(["transfer1", "transfer2"] as const)("%s に、渡してはならない項目がない", (list) => {
    for (const id of itemsOf(provisionLists[list].schema)) {
      expect(recordItems[id].sensitivity).toBe("通常");
      expect(id).not.toMatch(
        /^(income|beneficiary|specialDisabilityBeneficiary)\.|exemption|additionalPremium|spouse|maternity|myNumber/i,
      );
    }
  });

  it("戸籍住民課には取得・喪失・種別と番号だけを、国保にはその届出の審査に要るものを渡す", async () => {
    const counter = await opened();
    const registry = await counter.ask("GET", of(person.atenaNumber), asked("family-registry"));
    expect(registry.body.items).toEqual({
      basicPensionNumber: person.basicPensionNumber,
      acquisitionDate: "2026-11-16",
      lossDate: null,
      insuredCategory: "1",
      categoryChangedOn: null,
    });
    await counter.file("loss", lossOf(person));
    const insurance = await counter.ask("GET", of(person.atenaNumber), asked("national-health-insurance"));
    const { atenaNumber: _key, individualNumber: _number, postalCode: _postal, ...facts } = person;
    expect(insurance.body.items).toEqual({
      ...facts,
      name: filedName,
      phoneNumber: null,
      acquisitionDate: "2026-11-16",
      lossDate: "2026-11-19",
      lossCause: "moved-abroad",
      expiryDate: null,
    });
  });

  it("渡すたびに、だれの、何の項目を、何のために渡したかがアクセス記録に残る", async () => {
    const counter = await opened();
    const [{ subjects }] = counter.trail();
    await counter.ask("GET", of(person.atenaNumber), asked("national-health-insurance"));
    expect(counter.trail().at(-1)).toMatchObject({
      officer: "national-health-insurance",
      action: "provideItems",
      kind: "output",
      subjects,
      object: "transfer2",
      purpose: "health-insurance-review",
      items: itemsOf(provisionLists.transfer2.schema),
      result: "done",
    });
  });

  it("ファイルにいない人も、番号でないものも、第1号でない人も、同じ404で、だれを尋ねたかが残る", async () => {
    const counter = await opened();
    await counter.file("voluntary-enrolment", changeFrom2Of(other));
    for (const atenaNumber of ["999999999999999", other.atenaNumber]) {
      const answer = await counter.ask("GET", of(atenaNumber), asked("family-registry"));
      expect(answer).toMatchObject({ status: 404, body: { code: "not-found" } });
      expect(counter.trail().at(-1)).toMatchObject({
        result: "refused",
        codes: ["not-found"],
        items: [],
        object: "transfer1",
      });
      expect(counter.trail().at(-1).subjects).toHaveLength(1);
    }
    expect(await counter.ask("GET", of("x"), asked("family-registry"))).toMatchObject({ status: 404 });
  });

  it("支援措置を受ける人の住所と電話番号は渡さない", async () => {
    const counter = await opened();
    await counter.ask("POST", "/v1/residents/changes", {
      as: "juki",
      roles: ["system"],
      system: "resident-registry",
      body: { changes: [changeOf(person, "protection-started", { changedOn: "2026-11-17" })] },
    });
    const { body } = await counter.ask("GET", of(person.atenaNumber), asked("national-health-insurance"));
    expect(body.items).toMatchObject({ name: filedName, address: null, phoneNumber: null });
  });
});
