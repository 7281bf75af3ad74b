import { describe, expect, it } from "vitest";
import { takeFiling } from "../../../functions/filings/take-filing.ts";
import type { Caller } from "../../../shared/access/caller.ts";
import { memoryLog } from "../../../shared/http/log.ts";
import { readBody } from "../../../shared/http/read-body.ts";
import { serve } from "../../../shared/http/serve.ts";
import type { Instant } from "../../../shared/law/calendar.ts";
import { memoryMasterKey } from "../../../shared/protection/master-key.ts";
import { keyring } from "../../../shared/stores/keyring.ts";
import { memoryDatabase } from "../../../shared/stores/memory-database.ts";
import { acquisitionOf, applicant } from "../../support/people.ts";
import { openCounter } from "../support/counter.ts";
import { answered } from "./events.ts";

const person = applicant();
const good = acquisitionOf(person);

const office = () => {
  const database = memoryDatabase();
  const clock = () => "2026-11-23T01:00:00.000Z" as Instant;
  const caller = {
    officer: "clerk-1",
    roles: ["clerk"],
    department: "pension",
    counter: "",
    terminal: "",
    session: null,
    system: null,
  } as unknown as Caller;
  const ports = {
    database,
    clock,
    keyring: keyring(database, memoryMasterKey(), clock),
    random: (bytes: number) => new Uint8Array(bytes),
    log: memoryLog(),
    covered: new Set<never>(),
    identify: async () => caller,
  };
  const take = (flow: "acquisition" | "loss") => takeFiling(flow, ports);
  const run = serve("qualification", ports, {
    "file:acquisition": take("acquisition"),
    "file:change-from-category-2": take("acquisition"),
    "file:change-from-category-3": take("acquisition"),
    "file:loss": take("loss"),
  });
  const send = async (bytes: Uint8Array) => {
    const result = await answered(run, {
      httpMethod: "POST",
      path: "/v1/filings/acquisition",
      headers: { "idempotency-key": "bodies-0001" },
      body: Buffer.from(bytes).toString("base64"),
      isBase64Encoded: true,
    });
    return { ...result, json: JSON.parse(result.body) };
  };
  return { send, database };
};

const text = (value: string) => new TextEncoder().encode(value);

describe("the bytes of a body", () => {
  it.each([
    ["no JSON", text("{"), 400, "malformed-json"],
    ["JSON and more", text("{} {}"), 400, "malformed-json"],
    ["two byte order marks", Uint8Array.of(0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf, 0x7b, 0x7d), 400, "malformed-json"],
    ["a byte that is no UTF-8", Uint8Array.of(0x7b, 0x22, 0xff, 0x22, 0x7d), 400, "malformed-json"],
    ["a surrogate written in UTF-8", Uint8Array.of(0x22, 0xed, 0xa0, 0x80, 0x22), 400, "malformed-json"],
    ["an overlong slash", Uint8Array.of(0x22, 0xc0, 0xaf, 0x22), 400, "malformed-json"],
    ["Shift_JIS", Uint8Array.of(0x22, 0x8d, 0x91, 0x22), 400, "malformed-json"],
    ["UTF-16", Uint8Array.of(0xff, 0xfe, 0x7b, 0x00, 0x7d, 0x00), 400, "malformed-json"],
    ["NaN", text("NaN"), 400, "malformed-json"],
    ["10 MB of zeros", new Uint8Array(10 * 1024 * 1024), 413, "body-too-large"],
    ["one byte too many", new Uint8Array(64 * 1024 + 1).fill(0x20), 413, "body-too-large"],
    ["30,000 open brackets", text("[".repeat(30_000)), 400, "malformed-json"],
    ["30,000 nested lists", text("[".repeat(30_000) + "]".repeat(30_000)), 400, "invalid-content"],
    ["a list", text("[]"), 400, "invalid-content"],
    ["null", text("null"), 400, "invalid-content"],
    ["nothing", new Uint8Array(), 400, "invalid-content"],
  ])("%s: %#", async (_, bytes, status, code) => {
    const { send, database } = office();
    const result = await send(bytes);
    expect(result.statusCode).toBe(status);
    expect(result.headers?.["content-type"]).toBe("application/problem+json; charset=utf-8");
    expect(result.json).toMatchObject({
      type: `urn:kokunen:problem:${code}`,
      code,
      status,
      correlationId: "test-request",
    });
    expect(result.json.title).toMatch(/[ぁ-んァ-ヶ一-龠]/);
    expect(database.dump().filter(({ pk }) => !pk.startsWith("HOUR#"))).toEqual([]);
  });

  it.each([
    ["plain UTF-8", text(JSON.stringify(good))],
    ["one byte order mark before it", Uint8Array.of(0xef, 0xbb, 0xbf, ...text(JSON.stringify(good)))],
    ["blanks around it", text(`\n ${JSON.stringify(good)} \n`)],
  ])("%s is read", async (_, bytes) => {
    const result = await office().send(bytes);
    expect(result).toMatchObject({ statusCode: 201, json: { status: "accepted" } });
    expect(result.headers).toMatchObject({ "cache-control": "no-store", "x-correlation-id": "test-request" });
  });

  it("of exactly the size allowed is read, and one of three bytes a letter is measured in bytes", () => {
    const body = (value: string) => ({ body: value, isBase64Encoded: false });
    expect(readBody(body(`"${"a".repeat(98)}"`), 100)).toMatchObject({ value: "a".repeat(98) });
    expect(readBody(body(`"${"年".repeat(33)}"`), 100)).toEqual({ problem: "body-too-large" });
  });
});

describe("a form that is none", () => {
  it.each([
    ["a wrong check digit", { person: { ...person, individualNumber: "123456789019" } }, "/person/individualNumber"],
    ["an 個人番号 of zeros", { person: { ...person, individualNumber: "000000000000" } }, "/person/individualNumber"],
    ["eleven digits", { person: { ...person, individualNumber: "12345678901" } }, "/person/individualNumber"],
    [
      "full-width digits",
      { person: { ...person, individualNumber: "１２３４５６７８９０１８" } },
      "/person/individualNumber",
    ],
    [
      "a 基礎年金番号 of nine digits",
      { person: { ...person, basicPensionNumber: "123456789" } },
      "/person/basicPensionNumber",
    ],
    [
      "a 基礎年金番号 with its hyphen",
      { person: { ...person, basicPensionNumber: "1234-567890" } },
      "/person/basicPensionNumber",
    ],
    [
      "a 基礎年金番号 as a number",
      { person: { ...person, basicPensionNumber: 1_234_567_890 } },
      "/person/basicPensionNumber",
    ],
    [
      "neither number",
      { person: { ...person, basicPensionNumber: undefined, individualNumber: undefined } },
      "/person/basicPensionNumber",
    ],
    ["a kana in hiragana", { person: { ...person, nameKana: "こくねん" } }, "/person/nameKana"],
    ["a line break in the name", { person: { ...person, name: "国年\n太郎" } }, "/person/name"],
    ["a blank at the end of the name", { person: { ...person, name: "国年太郎 " } }, "/person/name"],
    ["half a letter in the name", { person: { ...person, name: "国年\ud842" } }, "/person/name"],
    ["a name of 101 letters", { person: { ...person, name: "国".repeat(101) } }, "/person/name"],
    ["30 February", { eventOn: "2026-02-30" }, "/eventOn"],
    ["a day with a time", { eventOn: "2026-11-16T00:00:00Z" }, "/eventOn"],
    ["和暦", { eventOn: "R8-11-16" }, "/eventOn"],
    ["a year nobody lives in", { eventOn: "9999-12-31" }, "/eventOn"],
    ["a year before 明治", { person: { ...person, birthDate: "1867-12-31" } }, "/person/birthDate"],
    ["a counter the ward has not", { counter: "east" }, "/counter"],
    ["a document nobody knows", { documents: ["passport", "photo"] }, "/documents/1"],
    ["documents by the hundred", { documents: Array(21).fill("passport") }, "/documents"],
    ["an 宛名番号 of fourteen digits", { person: { ...person, atenaNumber: "1".repeat(14) } }, "/person/atenaNumber"],
  ])("%s is told by its pointer, and nothing is stored", async (_, over, pointer) => {
    const counter = openCounter();
    const answer = await counter.file("acquisition", { ...good, ...over });
    expect(answer).toMatchObject({ status: 400, body: { code: "invalid-content" } });
    expect(answer.body.errors.map((error: { pointer: string }) => error.pointer)).toEqual([pointer]);
    expect(answer.body.errors[0].detail).toMatch(/[ぁ-んァ-ヶ一-龠]/);
    expect(counter.storedItems()).toEqual([]);
  });

  it.each([
    ["at the top", (secret: object) => ({ ...good, ...secret }), ""],
    ["in the person", (secret: object) => ({ ...good, person: { ...person, ...secret } }), "/person"],
    ["in the details", (secret: object) => ({ ...good, details: { ...good.details, ...secret } }), "/details"],
    ["among what the counter looks at", (secret: object) => ({ ...good, atCounter: secret }), "/atCounter"],
  ])(
    "an item that is not in the file, %s, is refused by its parent; neither its name nor its value is repeated",
    async (_, put, pointer) => {
      const counter = openCounter();
      const answer = await counter.file("acquisition", put({ 目黒花子の収入: "秘密の値123456789018" }));
      expect(answer.body.errors).toEqual([
        { code: "unknown-item", detail: expect.stringContaining("記録できない項目"), pointer },
      ]);
      expect(JSON.stringify(answer.body)).not.toMatch(/目黒花子|収入|秘密|123456789018/);
      expect(counter.storedItems()).toEqual([]);
      expect(JSON.stringify(counter.log.lines)).not.toMatch(/目黒花子|秘密|123456789018/);
    },
  );

  it("values are never repeated, however wrong", async () => {
    const counter = openCounter();
    const wrong = {
      atenaNumber: "値ひみつ",
      name: "\u0000値ひみつ",
      nameKana: "値ひみつ",
      birthDate: "値ひみつ",
      sex: "値ひみつ",
    };
    const answer = await counter.file("acquisition", { ...good, counter: "値ひみつ", person: { ...person, ...wrong } });
    expect(answer.body.errors.length).toBeGreaterThanOrEqual(5);
    expect(JSON.stringify(answer.body)).not.toContain("ひみつ");
  });

  it("__proto__ and its like are unknown items, and touch nothing", async () => {
    const counter = openCounter();
    for (const name of ["__proto__", "constructor", "prototype", "toString"]) {
      const body = JSON.stringify(good).replace(/^\{/, `{"${name}":{"polluted":true},`);
      const answer = await counter.ask("POST", "/v1/filings/acquisition", { key: "proto-0001", body });
      expect(answer).toMatchObject({ status: 400, body: { errors: [{ code: "unknown-item", pointer: "" }] } });
    }
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    expect(counter.storedItems()).toEqual([]);
  });
});

describe("an address that leads nowhere", () => {
  it.each([
    ["POST", "/v1/filings/marriage", 404, "unknown-flow"],
    ["POST", "/v1/filings/__proto__", 404, "unknown-flow"],
    ["POST", "/v1/filings/constructor", 404, "unknown-flow"],
    ["GET", "/v1/filings/20261120-ZZZZZZ", 404, "not-found"],
    ["GET", "/v1/filings/not-a-number", 404, "not-found"],
    ["GET", "/v1/filings/%E0%A4%A", 404, "no-such-operation"],
    ["GET", "/v1/filings/..%2F..%2Fpeople", 404, "not-found"],
    ["GET", "/v1/people/999999999999999", 404, "not-found"],
    ["GET", "/v1/people/x", 404, "not-found"],
    ["GET", "/v1/nothing", 404, "no-such-operation"],
    ["POST", "/v1/people/999999999999999", 404, "no-such-operation"],
    ["GET", "/", 404, "no-such-operation"],
    ["GET", "/v1/filings/", 404, "no-such-operation"],
  ] as const)("%s %s: %i %s", async (method, path, status, code) => {
    const counter = openCounter();
    const answer = await counter.ask(method, path, { purpose: "filing", ...(method === "POST" ? { body: good } : {}) });
    expect(answer).toMatchObject({ status, body: { code } });
  });
});
