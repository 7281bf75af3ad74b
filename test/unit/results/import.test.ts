import { describe, expect, it } from "vitest";
import type { FilingId, OfficerId } from "../../../shared/domain/ids.ts";
import { plainDate } from "../../../shared/law/calendar.ts";
import { keyring } from "../../../shared/stores/keyring.ts";
import { loadedPerson, recordWrites } from "../../../shared/stores/people.ts";
import { acquisitionOf, applicants, lossOf } from "../../support/people.ts";
import { openCounter, resultsFile } from "../support/counter.ts";

const people = applicants(3);
const at = (n: number) => {
  const person = people[n];
  if (!person?.basicPensionNumber) throw new Error("too few people");
  return { person, number: person.basicPensionNumber };
};

type Counter = ReturnType<typeof openCounter>;

const file = async (counter: Counter, flow: "acquisition" | "loss", body: object) => {
  const filed = await counter.file(flow, body);
  expect(filed.body).toMatchObject({ status: "accepted" });
  await counter.examine(filed.body.filingId);
  return filed.body.filingId as FilingId;
};

const lines = async (counter: Counter, ...records: Parameters<typeof resultsFile>[0]) =>
  (await counter.importFile(resultsFile(records))).body.lines;

/** The same person once more under another 宛名番号, as a careless takeover could leave them. */
const recordTwice = async (counter: Counter, person: ReturnType<typeof at>["person"]) => {
  const ring = keyring(counter.database, counter.master, () => counter.time.now);
  const index = await ring.index();
  const atenaNumber = "999999999999999" as Parameters<typeof index.person>[0];
  const loaded = await loadedPerson(index.person(atenaNumber), [], ring);
  const occasion = { at: counter.time.now, by: "takeover" as OfficerId };
  const facts = { ...person, atenaNumber } as never;
  const { writes } = recordWrites(
    loaded,
    index,
    occasion,
    { kind: "filing", filingId: "20200101-AAAAAA" as FilingId },
    [{ kind: "registered", facts }],
  );
  expect(await counter.database.transact(writes)).toEqual({ ok: true });
};

describe("a line that settles nothing says why", () => {
  it("person-not-on-file", async () => {
    expect(await lines(openCounter(), { basicPensionNumber: "9999999999" })).toMatchObject([
      {
        line: 2,
        outcome: "unmatched",
        reason: "person-not-on-file",
        detail: expect.stringContaining("国民年金ファイル"),
      },
    ]);
  });

  it("several-people", async () => {
    const counter = openCounter();
    const { person, number } = at(0);
    await file(counter, "acquisition", acquisitionOf(person));
    await counter.send();
    await recordTwice(counter, person);
    expect(await lines(counter, { basicPensionNumber: number })).toMatchObject([{ reason: "several-people" }]);
  });

  it("no-filing-awaiting: not yet sent, settled before, or of another form", async () => {
    const counter = openCounter();
    const { person, number } = at(0);
    await file(counter, "acquisition", acquisitionOf(person));
    expect(await lines(counter, { basicPensionNumber: number })).toMatchObject([{ reason: "no-filing-awaiting" }]);
    await counter.send();
    expect(await lines(counter, { basicPensionNumber: number, form: "A05" })).toMatchObject([
      { reason: "no-filing-awaiting" },
    ]);
    expect(await lines(counter, { basicPensionNumber: number, reasonCode: "1" })).toMatchObject([
      { outcome: "approved" },
    ]);
    expect(await lines(counter, { basicPensionNumber: number, reasonCode: "2" })).toMatchObject([
      { reason: "no-filing-awaiting" },
    ]);
  });

  it("several-filings, until the 受付番号 tells which", async () => {
    const counter = openCounter();
    const { person, number } = at(0);
    await file(counter, "acquisition", acquisitionOf(person, { eventOn: "2026-11-10" }));
    await file(counter, "loss", lossOf(person, { eventOn: "2026-11-12" }));
    const second = await file(counter, "acquisition", acquisitionOf(person, { eventOn: "2026-11-18" }));
    await counter.send();
    expect(await lines(counter, { basicPensionNumber: number })).toMatchObject([{ reason: "several-filings" }]);
    expect(await lines(counter, { basicPensionNumber: number, filingId: second })).toMatchObject([
      { outcome: "approved", filingId: second },
    ]);
  });

  it("other-filing: the 受付番号 is another person's", async () => {
    const counter = openCounter();
    await file(counter, "acquisition", acquisitionOf(at(0).person));
    const others = await file(counter, "acquisition", acquisitionOf(at(1).person));
    await counter.send();
    expect(await lines(counter, { basicPensionNumber: at(0).number, filingId: others })).toMatchObject([
      { reason: "other-filing" },
    ]);
    expect(await counter.statusOf(others)).toBe("transmitted");
  });

  it("person-not-on-file: the 受付番号 is of someone who has another 基礎年金番号", async () => {
    const counter = openCounter();
    const filingId = await file(counter, "acquisition", acquisitionOf(at(0).person));
    await counter.send();
    expect(await lines(counter, { basicPensionNumber: "9999999999", filingId })).toMatchObject([
      { reason: "person-not-on-file" },
    ]);
  });

  it("unreadable-line: it stops no other", async () => {
    const counter = openCounter();
    for (const n of [0, 1]) await file(counter, "acquisition", acquisitionOf(at(n).person));
    await counter.send();
    const bytes = resultsFile([{ basicPensionNumber: at(0).number }, { basicPensionNumber: at(1).number }]);
    const text = Buffer.from(bytes).toString("latin1").replace(at(0).number, "ABCDEFGHIJ");
    const answer = await counter.importFile(Buffer.from(text, "latin1"));
    expect(answer).toMatchObject({ status: 201, body: { state: "done", counts: { approved: 1, unmatched: 1 } } });
    expect(answer.body.lines).toMatchObject([
      { line: 2, reason: "unreadable-line" },
      { line: 3, outcome: "approved" },
    ]);
  });

  it("unreadable-line: a 訂正 to a day outside any life, which the ledger could not hold", async () => {
    const counter = openCounter();
    const filingId = await file(counter, "acquisition", acquisitionOf(at(0).person));
    await counter.send();
    const amendedOn = plainDate("2999-01-01");
    expect(await lines(counter, { basicPensionNumber: at(0).number, result: "amended", amendedOn })).toMatchObject([
      { reason: "unreadable-line" },
    ]);
    expect(await counter.statusOf(filingId)).toBe("transmitted");
  });

  it("changes nothing else, and the answer and the store name nobody by number", async () => {
    const counter = openCounter();
    const { person, number } = at(0);
    await file(counter, "acquisition", acquisitionOf(person));
    const but = () =>
      Object.values(counter.stored()).flatMap((items) => items.filter(({ pk }) => !pk.startsWith("IMPORT")));
    const before = but();
    const answer = await counter.importFile(
      resultsFile([{ basicPensionNumber: number }, { basicPensionNumber: "9999999999" }]),
    );
    expect(answer.body.counts).toMatchObject({ unmatched: 2 });
    expect(but()).toEqual(before);
    expect(JSON.stringify(answer.body)).not.toMatch(new RegExp(`${number}|9999999999`));
    expect(counter.log.lines).toContainEqual({
      code: "results-unmatched",
      facts: { importId: answer.body.importId, unmatched: 2 },
    });
  });
});

describe("the same file again", () => {
  it("changes nothing and answers the same", async () => {
    const counter = openCounter();
    for (const n of [0, 1]) await file(counter, "acquisition", acquisitionOf(at(n).person));
    await counter.send();
    const bytes = resultsFile([
      { basicPensionNumber: at(0).number },
      { basicPensionNumber: at(1).number, result: "rejected" },
    ]);
    const first = await counter.importFile(bytes);
    const [before, trail] = [counter.stored(), counter.trail().length];
    const again = await counter.importFile(bytes);
    expect(again).toEqual({ status: 200, body: first.body });
    expect(counter.stored()).toEqual(before);
    expect(counter.trail().slice(trail)).toMatchObject([{ object: first.body.importId, codes: ["imported-before"] }]);
  });

  it("settles a line that did not match, once what was wrong is put right", async () => {
    const counter = openCounter();
    const filingId = await file(counter, "acquisition", acquisitionOf(at(0).person));
    const bytes = resultsFile([{ basicPensionNumber: at(0).number }]);
    const early = await counter.importFile(bytes);
    expect(early.body.lines).toMatchObject([{ outcome: "unmatched", reason: "no-filing-awaiting" }]);
    await counter.send();
    const again = await counter.importFile(bytes);
    expect(again.body).toMatchObject({ counts: { approved: 1, unmatched: 0 }, lines: [{ filingId }] });
    expect(await counter.statusOf(filingId)).toBe("closed");
  });

  it("goes on where an import was cut off, and settles no line twice", async () => {
    const counter = openCounter();
    for (const n of [0, 1, 2]) await file(counter, "acquisition", acquisitionOf(at(n).person));
    await counter.send();
    const bytes = resultsFile([0, 1, 2].map((n) => ({ basicPensionNumber: at(n).number })));
    const start = Date.parse(counter.time.now);
    let looks = 0;
    const ticking = Object.defineProperty(counter.time, "now", {
      configurable: true,
      get: () => {
        looks += 1;
        return new Date(start + looks * 10_000).toISOString();
      },
    });
    const cut = await counter.importFile(bytes);
    expect(cut).toMatchObject({
      status: 202,
      body: { state: "in-progress", next: expect.stringContaining("もう一度") },
    });
    Object.defineProperty(ticking, "now", { value: new Date(start + 1_000_000).toISOString(), writable: true });
    const whole = await counter.importFile(bytes);
    expect(whole).toMatchObject({ status: 200, body: { state: "done", counts: { approved: 3, unmatched: 0 } } });
    const entries = counter.database.dump("people").filter((item) => item.sk.startsWith("ENTRY#"));
    expect(entries).toHaveLength(6);
  });

  it("sent twice at once settles each line once", async () => {
    const counter = openCounter();
    await file(counter, "acquisition", acquisitionOf(at(0).person));
    await counter.send();
    const bytes = resultsFile([{ basicPensionNumber: at(0).number }]);
    const answers = await Promise.all([counter.importFile(bytes), counter.importFile(bytes)]);
    for (const answer of answers) expect(answer.body).toMatchObject({ counts: { approved: 1, unmatched: 0 } });
    expect(counter.database.dump("people").filter((item) => item.sk.startsWith("ENTRY#"))).toHaveLength(2);
  });
});

describe("what is no 処理結果一覧", () => {
  it.each([
    ["not Base64", { contentBase64: "これは" }, 400, "invalid-content"],
    ["nothing", {}, 400, "invalid-content"],
    ["an empty file", { contentBase64: "" }, 422, "results-unreadable"],
    ["a text", { contentBase64: Buffer.from("hello").toString("base64") }, 422, "results-unreadable"],
    [
      "another ward's",
      { contentBase64: Buffer.from(resultsFile([], "13101")).toString("base64") },
      422,
      "results-unreadable",
    ],
  ])("%s is refused and nothing is stored", async (_, body, status, code) => {
    const counter = openCounter();
    const answer = await counter.ask("POST", "/v1/results", { roles: ["examiner"], body });
    expect(answer).toMatchObject({ status, body: { code } });
    expect(Object.values(counter.stored()).flat()).toEqual([]);
    expect(counter.staging.files.size).toBe(0);
  });
});
