import { describe, expect, it } from "vitest";
import { openOffice } from "../../support/office.ts";
import { acquisitionOf, applicants } from "../../support/people.ts";

const people = applicants(24, 5);
const at = (place: number) => {
  const person = people[place];
  if (!person) throw new Error("too few generated people");
  return person;
};

const officeWith = async (count: number, over: (place: number) => object = () => ({})) => {
  const office = openOffice();
  for (let place = 0; place < count; place += 1) {
    const filed = await office.ask("POST", "/v1/filings/acquisition", {
      key: `search-${place}`,
      body: acquisitionOf({ ...at(place), ...over(place) }),
    });
    expect(filed.status).toBe(201);
  }
  const search = async (body: object) =>
    (await office.ask("POST", "/v1/people/search", { purpose: "counter-inquiry", body })).body;
  return { office, search };
};

const found = (body: { people: { facts: { atenaNumber: string } }[] }) =>
  body.people.map(({ facts }) => facts.atenaNumber);

describe("searching for people", () => {
  it("finds one person by any of their numbers, their kana however written, or their birthday", async () => {
    const { search } = await officeWith(6);
    const { atenaNumber, basicPensionNumber, individualNumber, nameKana, birthDate } = at(3);
    const hiragana = nameKana.replace(/[ァ-ヶ]/g, (letter) =>
      String.fromCodePoint((letter.codePointAt(0) ?? 0) - 0x60),
    );
    for (const terms of [
      { basicPensionNumber },
      { individualNumber },
      { nameKana: hiragana, birthDate },
      { birthDate },
    ])
      expect(found(await search(terms))).toContain(atenaNumber);
  });

  it("shows only who fits every term", async () => {
    const { search } = await officeWith(6);
    const other = at(4);
    expect(found(await search({ basicPensionNumber: at(3).basicPensionNumber, birthDate: other.birthDate }))).toEqual(
      [],
    );
  });

  it("shows twenty at most and says that there are more", async () => {
    const { birthDate, nameKana } = at(0);
    const { search } = await officeWith(24, () => ({ birthDate, nameKana }));
    const body = await search({ nameKana });
    expect(found(body)).toHaveLength(20);
    expect(body.more).toBe(true);
  });

  it("asks for at least one term", async () => {
    const { search } = await officeWith(0);
    expect(await search({})).toMatchObject({ code: "invalid-content" });
  });
});

describe("someone new with a number of somebody on file", () => {
  it.each(["basicPensionNumber", "individualNumber"] as const)("waits for correction: %s", async (field) => {
    const { office } = await officeWith(1);
    const body = acquisitionOf({ ...at(1), [field]: at(0)[field] });
    const filed = await office.ask("POST", "/v1/filings/acquisition", { key: "number-of-another", body });
    expect(filed).toMatchObject({
      status: 201,
      body: { status: "awaiting-correction", reasons: [{ code: "number-of-another", pointer: `/person/${field}` }] },
    });
  });
});
