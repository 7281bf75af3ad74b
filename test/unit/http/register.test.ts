import { beforeAll, describe, expect, it } from "vitest";
import { acquisitionOf, applicants } from "../../support/people.ts";
import { openCounter } from "../support/counter.ts";

const counter = openCounter();
const at = ["main-office", "north", "south"];
const days = ["2026-08-31", "2026-09-01", "2026-10-15", "2026-11-20", "2026-11-22", "2026-11-23"];

beforeAll(async () => {
  for (const [n, person] of applicants(30).entries()) {
    const filedOn = days[n % days.length];
    const body = acquisitionOf(person, {
      filedOn,
      eventOn: filedOn,
      counter: at[n % at.length],
      ...(n % 5 ? {} : { documents: [] }),
    });
    expect((await counter.file("acquisition", body)).status).toBe(201);
  }
});

const list = (query: Record<string, string>) => counter.ask("GET", "/v1/filings", { query });
type Row = { filingId: string; filedOn: string; status: string; counter: string; flow: string };
const rows = async (query: Record<string, string>): Promise<Row[]> => (await list(query)).body.filings;
const all = { from: "2026-08-01", to: "2026-11-30" };

describe("国民年金関係書類受付処理簿", () => {
  it("lists every filing of the days asked for, newest first, and nothing of the person", async () => {
    const filings = await rows(all);
    expect(filings).toHaveLength(30);
    const ids = filings.map(({ filingId }) => filingId);
    expect(ids).toEqual(ids.toSorted().reverse());
    for (const row of filings)
      for (const name of ["person", "content", "notes", "personId", "sealed"]) expect(row).not.toHaveProperty(name);
  });

  it("both ends of the days are included", async () => {
    expect((await rows({ from: "2026-09-01", to: "2026-09-01" })).map((row) => row.filedOn)).toEqual(
      Array(5).fill("2026-09-01"),
    );
    expect(await rows({ from: "2026-08-31", to: "2026-09-01" })).toHaveLength(10);
    expect(await rows({ from: "2026-09-02", to: "2026-10-14" })).toEqual([]);
  });

  it("without days it is the last 30, up to today", async () => {
    const answer = await list({});
    expect(answer.body).toMatchObject({ from: "2026-10-24", to: "2026-11-23" });
    expect(answer.body.filings).toHaveLength(15);
  });

  it.each([
    [{ status: "awaiting-correction" }, 6],
    [{ status: "accepted" }, 24],
    [{ counter: "north" }, 10],
    [{ flow: "acquisition" }, 30],
    [{ flow: "loss" }, 0],
    [{ status: "accepted", counter: "south", flow: "acquisition" }, 8],
  ])("narrowed by %j there are %i", async (filter: Record<string, string>, count) => {
    const found = await rows({ ...all, ...filter });
    expect(found).toHaveLength(count);
    for (const row of found) expect(row).toMatchObject(filter);
  });

  it.each([
    [1, {}],
    [7, {}],
    [10, {}],
    [3, { counter: "north" }],
    [4, { status: "awaiting-correction" }],
  ])("%i to a page %j, every filing comes once", async (limit, filter: Record<string, string>) => {
    const found: string[] = [];
    let after: string | undefined;
    do {
      const page = await list({ ...all, ...filter, limit: String(limit), ...(after ? { after } : {}) });
      expect(page.body.filings.length).toBeLessThanOrEqual(limit);
      found.push(...page.body.filings.map((row: Row) => row.filingId));
      after = page.body.next ?? undefined;
    } while (after);
    expect(found).toEqual((await rows({ ...all, ...filter })).map((row) => row.filingId));
    expect(new Set(found).size).toBe(found.length);
  });

  it.each([
    ["after the last day asked for", "20261123-ZZZZZZ", { from: "2026-11-01", to: "2026-11-20" }, 5],
    ["before the first day asked for", "20261101-000000", { from: "2026-11-10", to: "2026-11-23" }, 0],
    ["a month after all of them", "20261223-000000", { from: "2026-11-20", to: "2026-11-23" }, 15],
    ["in a month that is none", "20261399-000000", { from: "2026-11-20", to: "2027-01-05" }, 15],
    ["years before all of them", "20200101-000000", { from: "2026-11-20", to: "2026-11-23" }, 0],
  ])("a place to go on from that lies %s is no fault", async (_, after, query, count) => {
    const answer = await list({ ...query, after });
    expect(answer.status).toBe(200);
    expect(answer.body.filings).toHaveLength(count);
  });

  it.each([
    [{ from: "2026-02-30" }, "/from"],
    [{ from: "9999-12-31" }, "/from"],
    [{ to: "0000-01-01" }, "/to"],
    [{ from: "2026-11-02", to: "2026-11-01" }, "/from"],
    [{ from: "2024-01-01", to: "2026-01-01" }, "/from"],
    [{ limit: "0" }, "/limit"],
    [{ limit: "201" }, "/limit"],
    [{ limit: "-1" }, "/limit"],
    [{ limit: "1e2" }, "/limit"],
    [{ after: "1" }, "/after"],
    [{ status: "lost" }, "/status"],
    [{ flow: "__proto__" }, "/flow"],
    [{ counter: "east" }, "/counter"],
    [{ name: "国年" }, ""],
  ])("%j is refused at %s", async (query: Record<string, string>, pointer) => {
    const answer = await list(query);
    expect(answer).toMatchObject({ status: 400, body: { code: "invalid-content", errors: [{ pointer }] } });
  });

  it("a whole year and a day can be asked for", async () => {
    expect((await list({ from: "2025-11-22", to: "2026-11-23" })).status).toBe(200);
    expect((await list({ from: "2025-11-21", to: "2026-11-23" })).status).toBe(400);
  });
});
