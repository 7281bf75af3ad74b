import { createSecretKey, randomBytes } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { restTaxReference } from "../../../functions/linkage/incomes/reference/rest-tax-reference.ts";
import { memoryTaxReference } from "../../../functions/linkage/incomes/reference/tax-reference.ts";
import type { Instant } from "../../../shared/law/calendar.ts";
import { type Mac, memoryMac } from "../../../shared/protection/mac.ts";
import { memoryDatabase } from "../../../shared/stores/memory-database.ts";
import { incomeOf } from "../../support/incomes.ts";
import { openOffice } from "../../support/office.ts";
import { applicants } from "../../support/people.ts";
import { enrol } from "../../support/resident-changes.ts";
import { openTaxSystem } from "../../support/tax-system.ts";

const [known, stranger] = applicants(2, 43);
if (!known || !stranger) throw new Error("the generated ward is too small");

const secret = randomBytes(32);
const time = { now: "2026-11-23T01:00:00.000Z" as Instant };
let system: Awaited<ReturnType<typeof openTaxSystem>>;

beforeEach(async () => {
  time.now = "2026-11-23T01:00:00.000Z" as Instant;
  system = await openTaxSystem(secret, () => Date.parse(time.now));
});
afterEach(() => system.close());

const pass = (seconds: number) => {
  time.now = new Date(Date.parse(time.now) + seconds * 1000).toISOString() as Instant;
};

const open = async (mac: Mac = memoryMac(createSecretKey(secret))) => {
  const database = memoryDatabase();
  const tax = restTaxReference(system.parameter, { mac, clock: () => time.now, random: randomBytes });
  const office = openOffice({ database, tax, now: time.now });
  await enrol(office, known);
  const refer = (over: object = {}) =>
    office.ask("POST", "/v1/incomes/references", { body: { atenaNumber: known.atenaNumber, year: 2025, ...over } });
  const stored = () => database.dump("incomes");
  return { ...office, database, refer, stored };
};

const tellOf = (person: typeof known, row: unknown = incomeOf(person, 670_000)) =>
  system.rows.set(`${person.atenaNumber} 2025`, row);

describe("税システムへの照会", () => {
  it("takes the answer in like a row of the feed, and says in the trail that it was asked and what came", async () => {
    const office = await open();
    tellOf(known);
    expect(await office.refer()).toMatchObject({ status: 200, body: { state: "recorded", repeated: false } });
    expect(await office.refer()).toMatchObject({ status: 200, body: { state: "recorded", repeated: true } });
    const seen = await office.ask("GET", `/v1/incomes/${known.atenaNumber}`, {
      purpose: "filing",
      query: { year: "2025" },
    });
    expect(seen.body.income.reference.exemption).toBe("full");
    const trail = office.database.dump("audit").map((item) => JSON.parse(String(item.entry)));
    expect(
      trail.filter(({ action }) => action === "referIncome").map(({ purpose, codes }) => [purpose, ...codes]),
    ).toEqual([
      ["tax-reference", "asked"],
      ["tax-information", "recorded"],
      ["tax-reference", "asked"],
      ["tax-information", "recorded", "repeated"],
    ]);
  });

  it("sends the number in the body alone, never in an address", async () => {
    const office = await open();
    tellOf(known);
    await office.refer();
    expect(system.calls.map(({ path }) => path)).toEqual(["/token", "/incomes"]);
    expect(JSON.parse(system.calls[1]?.body ?? "")).toEqual({
      form: "standin-1",
      atenaNumber: known.atenaNumber,
      incomeYear: 2025,
    });
    expect(system.calls[0]?.body).not.toContain(known.atenaNumber);
  });

  it("uses one token until shortly before it ends, and a new assertion for each", async () => {
    const office = await open();
    tellOf(known);
    await office.refer();
    pass(3_500);
    await office.refer();
    expect(system.calls.map(({ path }) => path)).toEqual(["/token", "/incomes", "/incomes"]);
    pass(60);
    expect(await office.refer()).toMatchObject({ status: 200 });
    expect(system.calls.map(({ path }) => path).slice(3)).toEqual(["/token", "/incomes"]);
  });

  it("asks for a new token when the one it holds is refused, once", async () => {
    const office = await open();
    tellOf(known);
    await office.refer();
    system.revoke();
    expect(await office.refer()).toMatchObject({ status: 200 });
    system.tax.status = 401;
    expect(await office.refer()).toMatchObject({ status: 502, body: { code: "reference-refused" } });
    expect(system.calls.slice(-3).map(({ path }) => path)).toEqual(["/incomes", "/token", "/incomes"]);
  });
});

describe("a reference that fails", () => {
  it.each([
    ["the token endpoint does not know the client", "refused", () => Object.assign(system.token, { status: 401 })],
    ["the token endpoint is broken", "unreachable", () => Object.assign(system.token, { status: 503 })],
    ["the token endpoint cuts the line", "unreachable", () => Object.assign(system.token, { cut: true })],
    ["the token is no token", "unreadable", () => Object.assign(system.token, { body: '{"access_token":1}' })],
    ["the token is of another kind", "unreadable", () => Object.assign(system.token, { type: "MAC" })],
    ["the tax system is broken", "unreachable", () => Object.assign(system.tax, { status: 500 })],
    ["the tax system cuts the line", "unreachable", () => Object.assign(system.tax, { cut: true })],
    ["the tax system forbids it", "refused", () => Object.assign(system.tax, { status: 403 })],
    ["the address is wrong", "refused", () => Object.assign(system.tax, { status: 404 })],
    [
      "the tax system points elsewhere",
      "refused",
      () => Object.assign(system.tax, { status: 307, location: "http://127.0.0.1:1/elsewhere" }),
    ],
    ["the answer is no JSON", "unreadable", () => Object.assign(system.tax, { body: "<html>" })],
    ["the answer is of another form", "unreadable", () => Object.assign(system.tax, { body: '{"form":"standin-2"}' })],
    [
      "the answer is far too long",
      "unreadable",
      () => {
        const body = JSON.stringify({ form: "standin-1", income: incomeOf(known, 1) });
        Object.assign(system.tax, { body: body + " ".repeat(65 * 1024) });
      },
    ],
    ["the row is not as agreed", "unreadable", () => tellOf(known, { ...incomeOf(known, 1), employer: "なにがし" })],
    ["the row is somebody else's", "unreadable", () => tellOf(known, incomeOf(stranger, 1))],
    ["the row is of another year", "unreadable", () => tellOf(known, incomeOf(known, 1, { incomeYear: 2024 }))],
    ["the tax system knows nobody", "absent", () => system.rows.clear()],
  ])("%s: %s, nothing is stored, and the log names no one", async (_, fault, spoil) => {
    const office = await open();
    tellOf(known);
    spoil();
    const answer = await office.refer();
    expect(answer.body.code).toBe(`reference-${fault}`);
    expect(office.stored()).toEqual([]);
    const trail = office.database.dump("audit").map((item) => JSON.parse(String(item.entry)));
    expect(trail.at(-1)).toMatchObject({ action: "referIncome", result: "refused", codes: [fault] });
    expect(office.log.lines).toContainEqual({ code: "income-reference-failed", facts: { fault } });
    expect(JSON.stringify([office.log.lines, answer])).not.toContain(known.atenaNumber);
  });

  it("because the secret is not the one the platform knows", async () => {
    const office = await open(memoryMac(createSecretKey(randomBytes(32))));
    tellOf(known);
    expect(await office.refer()).toMatchObject({ status: 502, body: { code: "reference-refused" } });
  });

  it("because nobody answers at all", async () => {
    const office = await open();
    await system.close();
    expect(await office.refer()).toMatchObject({ status: 503, body: { code: "reference-unreachable" } });
  });

  it("because it is not connected", async () => {
    const office = openOffice();
    await enrol(office, known);
    const body = { atenaNumber: known.atenaNumber, year: 2025 };
    const answer = await office.ask("POST", "/v1/incomes/references", { body });
    expect(answer).toMatchObject({ status: 503, body: { code: "reference-not-configured" } });
  });
});

describe("who is asked about", () => {
  it("is on file: of nobody else is the tax system told", async () => {
    const tax = memoryTaxReference();
    const office = openOffice({ tax });
    const ask = (atenaNumber: string, year = 2025) =>
      office.ask("POST", "/v1/incomes/references", { body: { atenaNumber, year } });
    expect(await ask(known.atenaNumber)).toMatchObject({ status: 404, body: { code: "not-found" } });
    expect(await ask("12")).toMatchObject({ status: 400 });
    expect(await ask(known.atenaNumber, 1999)).toMatchObject({ status: 400 });
    expect(tax.asked).toEqual([]);
    await enrol(office, known);
    tax.answers.set(`${known.atenaNumber} 2025`, { ok: true, row: incomeOf(known, 5) });
    expect(await ask(known.atenaNumber)).toMatchObject({ status: 200 });
    expect(tax.asked).toEqual([`${known.atenaNumber} 2025`]);
  });

  it("of a year that is not over nothing is asked", async () => {
    const tax = memoryTaxReference();
    const office = openOffice({ tax });
    await enrol(office, known);
    const body = { atenaNumber: known.atenaNumber, year: 2026 };
    expect(await office.ask("POST", "/v1/incomes/references", { body })).toMatchObject({
      status: 400,
      body: { errors: [{ code: "year-not-over", pointer: "/year" }] },
    });
    expect(tax.asked).toEqual([]);
  });
});
