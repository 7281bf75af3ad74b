import { describe, expect, it } from "vitest";
import { individualNumberOf } from "../../../tools/ward/numbers.ts";
import { acquisitionOf, applicant } from "../../support/people.ts";
import { openCounter } from "../support/counter.ts";

const number = individualNumberOf(3, 11);
const wide = [...number].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join("");
const grouped = (by: string) => number.replace(/\d{4}(?=\d)/g, `$&${by}`);

const returned = async (note: string) => {
  const counter = openCounter();
  const { body } = await counter.file("acquisition", acquisitionOf(applicant()));
  return counter.act(body.filingId, { action: "return-for-correction", note });
};

describe("a reason in the clerk's own words", () => {
  it.each([
    ["as it is", number],
    ["in full width", wide],
    ["with hyphens", grouped("-")],
    ["with full-width hyphens", grouped("−")],
    ["with blanks", grouped(" ")],
    ["within a sentence", `番号は${number}です`],
  ])("is refused with an 個人番号 in it, %s, and the answer does not repeat it", async (_, text) => {
    const answer = await returned(`本人の申出 ${text}`);
    expect(answer).toMatchObject({
      status: 400,
      body: { code: "invalid-content", errors: [{ detail: "個人番号は書かないでください", pointer: "/note" }] },
    });
    expect(JSON.stringify(answer.body)).not.toContain(text);
  });

  it.each([
    ["a 受付番号 and a telephone number", "20261120-7K3M9Q、03-5722-0000へ連絡"],
    ["twelve digits that are no 個人番号", `整理番号 ${number.slice(0, 11)}${(Number(number[11]) + 1) % 10}`],
    ["a longer run of digits", `管理番号 ${number}0`],
    ["nothing but words", "届書の記入を確かめてください"],
  ])("may hold %s", async (_, text) => {
    expect((await returned(text)).status).toBe(200);
  });
});
