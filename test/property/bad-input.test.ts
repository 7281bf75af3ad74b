import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Role } from "../../shared/domain/roles.ts";
import type { Answer } from "../support/office.ts";
import { acquisitionOf, applicant, changeFrom2Of, lossOf } from "../support/people.ts";
import { openCounter, resultsFile } from "../unit/support/counter.ts";

const person = applicant();
type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

const change3 = acquisitionOf(person, {
  documents: ["dependent-loss-certificate"],
  details: { cause: "divorced", spouseName: "国年　花子", spouseBirthDate: "1988-02-03" },
});

/** Every POST of the API with a body that it takes. */
const valid: readonly { path: string; role: Role; body: Json }[] = [
  { path: "/v1/filings/acquisition", role: "clerk", body: acquisitionOf(person) },
  {
    path: "/v1/filings/change-from-category-2",
    role: "clerk",
    body: changeFrom2Of(person, { atCounter: { dependentSpouse: true } }),
  },
  { path: "/v1/filings/change-from-category-3", role: "examiner", body: change3 },
  { path: "/v1/filings/loss", role: "clerk", body: lossOf(person) },
  { path: "/v1/filings/marriage", role: "clerk", body: lossOf(person) },
  { path: "/v1/filings/{filingId}/actions", role: "clerk", body: { action: "withdraw", note: "本人の申出" } },
  { path: "/v1/filings/{filingId}/actions", role: "clerk", body: { action: "correct", filing: acquisitionOf(person) } },
  {
    path: "/v1/filings/exemption-application",
    role: "clerk",
    body: acquisitionOf(person, {
      eventOn: "2026-11-20",
      documents: ["closure-notice"],
      details: {
        from: "2026-11",
        until: "2027-06",
        wish: ["full", "half"],
        spouse: { name: "国年　花子", birthDate: "1988-02-03" },
        headOfHousehold: "other",
        grounds: [{ whose: "head", reason: "unemployment" }],
        continuation: true,
      },
      atCounter: { leftWorkOn: { head: "2026-10-31" }, headDependants: 1, paidMonths: ["2026-12"] },
    }),
  },
  {
    path: "/v1/filings/student-deferment-application",
    role: "clerk",
    body: acquisitionOf(person, {
      eventOn: "2026-11-20",
      documents: ["student-card"],
      details: {
        from: "2026-11",
        until: "2027-03",
        schoolName: "架空大学",
        schoolAddress: "目黒区上目黒9丁目9番9号",
        enrolment: { from: "2024-04", until: "2028-03" },
        grounds: [{ whose: "applicant", reason: "disaster" }],
      },
      atCounter: {
        schoolKind: "university",
        disaster: { struckOn: "2026-09-10", price: 1_000_000, damage: 900_000, compensated: 0 },
      },
    }),
  },
  {
    path: "/v1/assessments/exemption",
    role: "manager",
    body: {
      cycle: "exemption",
      person: {
        birthDate: "1990-05-10",
        periods: [{ category: "1", from: "2015-04-01", until: "2030-01-01" }],
      },
      filedOn: "2026-11-20",
      from: "2026-07",
      until: "2027-06",
      spouse: true,
      headOfHousehold: "other",
      grounds: [{ whose: "spouse", reason: "unemployment" }],
      leftWorkOn: { spouse: "2026-08-31" },
      incomes: [
        {
          year: 2025,
          applicant: { income: 900_000, deductions: { medical: 20_000 }, dependants: { general: 1 } },
          head: { income: null },
        },
      ],
    },
  },
  {
    path: "/v1/assessments/exemption",
    role: "clerk",
    body: {
      cycle: "student",
      atenaNumber: person.atenaNumber,
      years: [2026],
      enrolment: { from: "2024-04", until: "2028-03" },
      schoolKind: "university",
    },
  },
  {
    path: "/v1/assessments/old-age-pension",
    role: "clerk",
    body: {
      person: { birthDate: "1962-04-01" },
      month: "2027-04",
      months: { paid: 300, half: 100, quarterBefore: 12, deferred: 24, additional: 36 },
      takenAt: { years: 70, months: 6 },
    },
  },
  {
    path: "/v1/assessments/disability-income-limit",
    role: "examiner",
    body: {
      atenaNumber: person.atenaNumber,
      years: [2024, 2025],
      incomes: [{ year: 2025, afterDeductions: 3_900_000, dependants: { elderly: 1 } }],
    },
  },
  {
    path: "/v1/assessments/widow-pension",
    role: "manager",
    body: {
      person: { birthDate: "1960-05-10" },
      months: { paid: 120, full: 60 },
      diedOn: "2026-10-01",
      wifeBirthDate: "1970-01-02",
      marriageMonths: 200,
      husbandReceived: false,
    },
  },
  {
    path: "/v1/assessments/special-disability-benefit",
    role: "clerk",
    body: {
      person: { birthDate: "1968-05-10" },
      grade: 1,
      ground: "spouse",
      firstVisitOn: "1985-05-01",
      claimedOn: "2026-12-01",
      income: { afterDeductions: 3_900_000 },
      otherPensionMonthlyYen: 10_000,
    },
  },
  { path: "/v1/people/search", role: "clerk", body: { nameKana: person.nameKana, birthDate: person.birthDate } },
  { path: "/v1/transmittals", role: "manager", body: {} },
  { path: "/v1/transmittals/{runId}/decision", role: "manager", body: { decision: "refuse", reason: "件数が違う" } },
  { path: "/v1/transmittals/{runId}/resume", role: "manager", body: {} },
  {
    path: "/v1/results",
    role: "examiner",
    body: { contentBase64: Buffer.from(resultsFile([{ basicPensionNumber: "9999999999" }])).toString("base64") },
  },
].map(({ body, ...rest }) => ({ ...rest, body: JSON.parse(JSON.stringify(body)), role: rest.role as Role }));

const deep = (levels: number): Json => {
  let value: Json = 0;
  for (let level = 0; level < levels; level += 1) value = level % 2 ? [value] : { a: value };
  return value;
};

const nasty: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(
    null,
    true,
    false,
    0,
    -1,
    1e308,
    0.1,
    "",
    " ",
    [],
    {},
    [[]],
    "null",
    "__proto__",
    "\u0000",
    "\ud800",
    "a\udc00b",
    "\u202e\u200b",
    "国\n年",
    "𠮷",
    "０００",
    "000000000000",
    "123456789019",
    "0000000000",
    "2026-02-30",
    "9999-12-31",
    "0000-00-00",
    "0000-01-01",
    "1868-01-01",
    "2199-12-31",
    "2026-13-01",
    "-271821-04-20",
    "2026-11-23T00:00:00Z",
    "R8.11.23",
    "withdraw",
    "accept",
    "examine",
    "death",
    "constructor",
    "' OR 1=1 --",
    "$(id)",
    "../../etc/passwd",
  ),
  fc.string({ unit: "binary", maxLength: 30 }),
  fc.integer({ min: 1, max: 400 }).map((levels) => deep(levels)),
  fc.integer({ min: 1000, max: 30_000 }).map((length) => "長".repeat(length)),
  fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Json>,
);

type Change = { kind: "drop" | "retype" | "add"; at: number; name: string; value: Json };
const change: fc.Arbitrary<Change> = fc.record({
  kind: fc.constantFrom("drop" as const, "retype" as const, "retype" as const, "add" as const),
  at: fc.nat(60),
  name: fc.oneof(
    fc.constantFrom(
      "__proto__",
      "constructor",
      "prototype",
      "toString",
      "income",
      "病名",
      "",
      "person",
      "details",
      "intake",
      "form",
      "version",
    ),
    fc.string({ unit: "binary", maxLength: 12 }),
  ),
  value: nasty,
});

/** A path parameter as a browser would write it. */
const encodable = (text: string) => encodeURIComponent(text.toWellFormed()).slice(0, 500);

/** Every place of a value, in the order of reading. */
const placesOf = (value: Json, path: (string | number)[] = []): (string | number)[][] => [
  path,
  ...(value !== null && typeof value === "object"
    ? Object.entries(value).flatMap(([name, inner]) =>
        placesOf(inner, [...path, Array.isArray(value) ? Number(name) : name]),
      )
    : []),
];

const define = (holder: object, name: string | number, value: Json) =>
  Object.defineProperty(holder, name, { value, enumerable: true, writable: true, configurable: true });

const changed = (body: Json, { kind, at, name, value }: Change): Json => {
  // Not structuredClone, which would lose a key named __proto__.
  const root = { body: JSON.parse(JSON.stringify(body)) };
  const places = placesOf(root.body);
  const path = ["body", ...(places[at % places.length] ?? [])];
  const last = path.at(-1) ?? "body";
  // biome-ignore lint/suspicious/noExplicitAny: a walk through a value of unknown shape.
  const holder = path.slice(0, -1).reduce<any>((inner, step) => inner[step], root);
  if (kind === "retype") define(holder, last, value);
  // JSON has no array with a length of its own.
  else if (kind === "add" && name === "length" && Array.isArray(holder[last])) holder[last].push(value);
  else if (kind === "add" && holder[last] !== null && typeof holder[last] === "object")
    define(holder[last], name, value);
  else if (kind === "drop" && path.length > 1)
    Array.isArray(holder) ? holder.splice(Number(last), 1) : delete holder[last];
  else define(root, "body", value);
  return root.body;
};

/** The text that is sent: mostly JSON, sometimes broken on the way. */
const sent = fc.record({
  which: fc.nat(valid.length - 1),
  changes: fc.array(change, { minLength: 1, maxLength: 3 }),
  broken: fc.option(fc.record({ at: fc.nat(2000), by: fc.constantFrom("", "\u0000", "{", "\ufeff", '"', "\\") }), {
    freq: 8,
  }),
  id: fc.constantFrom("20261120-ZZZZZZ", "", "%00", "..", "x".repeat(300), "__proto__", "%F0%9F%98%80", "there"),
  key: fc.constantFrom("bad-input-1", "bad-input-2", "short", "", "x".repeat(65), "改行\n"),
  purpose: fc.constantFrom("filing", "filing", "curiosity", "constructor"),
});

/** An office with one 届出 in it, and all that it stores but the trail and the keys. */
const openWithFiling = async () => {
  const counter = openCounter();
  const { body } = await counter.file("acquisition", acquisitionOf(person));
  const stored = () =>
    JSON.stringify(
      (["people", "filings", "transmittals", "idempotency"] as const).map((table) => counter.database.dump(table)),
      (_, value) => (value instanceof Uint8Array ? Buffer.from(value).toString("latin1") : value),
    );
  return { counter, filingId: body.filingId as string, stored, before: stored() };
};

const expectToldOff = (answer: Answer) => {
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(answer.status).toBeLessThan(500);
  if (answer.body.code === "no-such-operation") return;
  expect(answer.body).toMatchObject({
    type: `urn:kokunen:problem:${answer.body.code}`,
    status: answer.status,
    correlationId: "test-request",
  });
  expect(answer.body.title).toMatch(/[ぁ-んァ-ヶ一-龠]/);
};

const posts = 12_000;
const gets = 3_000;

describe("malformed requests", () => {
  it(`${posts} to every POST: told in Japanese what is wrong, or still right; never a 500, and nothing stored for what was refused`, async () => {
    let office = await openWithFiling();
    const statuses = new Map<number, number>();
    await fc.assert(
      fc.asyncProperty(sent, async ({ which, changes, broken, id, key, purpose }) => {
        const { path, role, body } = valid[which] ?? { path: "", role: "clerk" as const, body: null };
        const text = JSON.stringify(changes.reduce<Json>(changed, body));
        const at = broken ? broken.at % (text.length + 1) : 0;
        const answer = await office.counter.ask(
          "POST",
          path.replace(/\{\w+\}/, id === "there" ? office.filingId : id),
          {
            roles: [role],
            as: "officer-7",
            purpose,
            ...(key ? { key } : {}),
            body: broken ? text.slice(0, at) + broken.by + text.slice(at + 1) : text,
          },
        );
        statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
        if (answer.status >= 300) {
          expectToldOff(answer);
          expect(office.stored() === office.before, "something was stored").toBe(true);
        } else if (office.stored() !== office.before) office = await openWithFiling();
      }),
      { numRuns: posts },
    );
    const refused = [...statuses].flatMap(([status, count]) => (status >= 400 ? [count] : []));
    expect(refused.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(10_000);
    expect(statuses.get(500)).toBeUndefined();
    expect([...statuses.keys()]).toEqual(expect.arrayContaining([400, 404, 413, 422]));
  });

  it(`${gets} to every GET: told what is wrong, or answered; never a 500, and nothing stored but the trail`, async () => {
    const office = await openWithFiling();
    const value = fc.oneof(
      nasty.filter((one) => typeof one === "string"),
      fc.constantFrom("1", "200", "2026-11-01", "2026-11-23", "20261399-000000", "20261120-ZZZZZZ", "accepted", "loss"),
    ) as fc.Arbitrary<string>;
    const query = fc.dictionary(
      fc.constantFrom("from", "to", "flow", "status", "counter", "limit", "after", "asOf", "knownOn", "__proto__", "x"),
      value,
      { maxKeys: 3 },
    );
    const place = fc.constantFrom(
      "/v1/filings",
      "/v1/filings/{}",
      "/v1/people/{}",
      "/v1/people/{}/ledger",
      "/v1/transmittals",
      "/v1/transmittals/{}",
      "/v1/results/{}",
    );
    const id = fc.oneof(
      fc.constantFrom(
        person.atenaNumber,
        office.filingId,
        "%",
        "%00",
        "%2e%2e",
        "0".repeat(64),
        "T20261120-ZZZZZZ",
        "",
      ),
      value.map(encodable),
    );
    await fc.assert(
      fc.asyncProperty(place, id, query, async (path, name, terms) => {
        const roles: Role[] = ["clerk", "manager"];
        const answer = await office.counter.ask("GET", path.replace("{}", name), {
          roles,
          purpose: "filing",
          query: terms,
        });
        if (answer.status !== 200) expectToldOff(answer);
        expect(office.stored() === office.before, "something was stored").toBe(true);
      }),
      { numRuns: gets },
    );
  });
});
