import { describe, expect, it } from "vitest";
import { unfiledEvents } from "../../../functions/linkage/results/unfiled-events.ts";
import type { ResultRecord } from "../../../shared/documents/result-record.ts";
import type { AtenaNumber, FilingId } from "../../../shared/domain/ids.ts";
import { type LedgerEvent, ledgerEvent } from "../../../shared/domain/ledger-events.ts";
import type { ReliefSpan } from "../../../shared/domain/relief-spans.ts";
import { plainDate } from "../../../shared/law/calendar.ts";
import { loadedPerson, personRows } from "../../../shared/stores/people.ts";
import { openOffice } from "../../support/office.ts";
import { became1, modelOf, personOf, putOnFile, storesOf } from "../batches/on-file.ts";
import { openCounter, resultsFile } from "../support/counter.ts";

const birthDate = "1990-05-05";
const number = (nth: number) => modelOf(nth, birthDate).basicPensionNumber ?? "";
const event = (given: object): LedgerEvent => ledgerEvent.parse(given);
const wished = event({ kind: "continuation-wished", on: "2026-07-10", wished: true });
const exempted = (type: string, from: string, until: string) =>
  event({ kind: "exempted", type, from, until, reason: "income" });

const grant = (kind: string, from: string, until: string) => ({ kind, from, until }) as ReliefSpan;
const year = grant("full", "2026-07", "2027-06");
const review = (nth: number, over: Partial<Omit<ResultRecord, "line">> = {}) => ({
  basicPensionNumber: number(nth),
  form: "B10-3",
  grants: [year],
  ...over,
});
const childcare = (nth: number, over: Partial<Omit<ResultRecord, "line">> = {}) => ({
  basicPensionNumber: number(nth),
  form: "B18",
  childBornOn: plainDate("2026-09-15"),
  grants: [grant("childcare", "2026-12", "2027-08")],
  ...over,
});
const { grants: _, ...bare } = review(1);

const opened = async (...histories: readonly (readonly LedgerEvent[])[]) => {
  const counter = openCounter();
  const people: AtenaNumber[] = [];
  for (const [nth, history] of histories.entries())
    people.push(await putOnFile(counter, nth + 1, birthDate, [became1("2010-05-04"), ...history]));
  const reliefs = async (nth = 1) => {
    const atenaNumber = people[nth - 1];
    if (!atenaNumber) throw new Error("nobody of that number");
    return (await personOf(counter, atenaNumber)).reliefs;
  };
  const entries = () => counter.database.dump("people").filter((item) => item.sk.startsWith("ENTRY#")).length;
  return { counter, people, reliefs, entries };
};

describe("継続審査の結果, for which nobody filed", () => {
  it("承認 is recorded for the holder of the 基礎年金番号, 確定, by the file it came with", async () => {
    const { counter, people, reliefs } = await opened([wished]);
    const answer = await counter.importFile(resultsFile([review(1)]));
    expect(answer).toMatchObject({
      status: 201,
      body: { state: "done", counts: { approved: 1, unmatched: 0 }, lines: [{ outcome: "approved", filingId: null }] },
    });
    expect(await reliefs()).toMatchObject({
      exemptions: [{ type: "full", from: "2026-07", until: "2027-06", reason: "income", standing: "confirmed" }],
      continuation: true,
    });
    const { entries } = await counter.ledger(people[0] ?? "");
    expect(entries.at(-1)).toMatchObject({ source: { kind: "jps", importId: answer.body.importId } });
    expect(counter.trail().filter(({ codes }) => codes.includes("approved"))).toMatchObject([
      { object: answer.body.importId, purpose: "results", subjects: [expect.any(String)] },
    ]);
  });

  it("却下 ends the wish to be reviewed, once", async () => {
    const { counter, reliefs, entries } = await opened([wished]);
    const refused = { ...bare, result: "rejected" as const };
    await counter.importFile(resultsFile([refused]));
    expect(await reliefs()).toMatchObject({ exemptions: [], continuation: false });
    const before = entries();
    const again = await counter.importFile(resultsFile([{ ...refused, reasonCode: "01" }]));
    expect(again.body.counts).toMatchObject({ rejected: 1 });
    expect(entries()).toBe(before);
  });

  it("of the same file twice is recorded once, and the answer is the same", async () => {
    const { counter } = await opened([wished], []);
    const bytes = resultsFile([review(1), review(2, { grants: [grant("deferment", "2026-07", "2027-06")] })]);
    const first = await counter.importFile(bytes);
    const before = counter.stored();
    expect(await counter.importFile(bytes)).toEqual({ status: 200, body: first.body });
    expect(counter.stored()).toEqual(before);
  });

  it("of the same file twice at once is recorded once", async () => {
    const { counter, reliefs } = await opened([wished]);
    const bytes = resultsFile([review(1)]);
    const answers = await Promise.all([counter.importFile(bytes), counter.importFile(bytes)]);
    for (const { body } of answers) expect(body.counts).toMatchObject({ approved: 1, unmatched: 0 });
    expect((await reliefs()).exemptions).toHaveLength(1);
  });

  it("that is on record already is only marked", async () => {
    const { counter, entries } = await opened([exempted("full", "2026-07", "2027-06")]);
    const before = entries();
    const answer = await counter.importFile(resultsFile([review(1)]));
    expect(answer.body.counts).toMatchObject({ approved: 1 });
    expect(entries()).toBe(before);
  });

  it("that says otherwise than an earlier one takes its place", async () => {
    const { counter, reliefs } = await opened([wished]);
    await counter.importFile(resultsFile([review(1)]));
    const other = [grant("deferment", "2026-07", "2027-06")];
    await counter.importFile(resultsFile([review(1, { result: "amended", grants: other })]));
    expect((await reliefs()).exemptions).toMatchObject([{ type: "deferment", from: "2026-07", standing: "confirmed" }]);
  });

  it("leaves what another way was granted for other months", async () => {
    const { counter, reliefs } = await opened([exempted("half", "2025-07", "2026-06")]);
    await counter.importFile(resultsFile([review(1)]));
    expect((await reliefs()).exemptions).toMatchObject([{ type: "half" }, { type: "full" }]);
  });

  it.each([
    ["grant-missing", bare],
    ["unfit-grant", review(1, { grants: [grant("three-quarters", "2026-07", "2027-06")] })],
    ["no-filing-awaiting", { ...bare, result: "returned" }],
    ["person-not-on-file", review(1, { basicPensionNumber: "9999999999" })],
    ["unreadable-line", review(1, { grants: [grant("full", "0001-07", "0001-08")] })],
  ] as const)("is left unmatched: %s", async (reason, record) => {
    const { counter, entries } = await opened([wished]);
    const before = entries();
    const answer = await counter.importFile(resultsFile([record]));
    expect(answer.body.lines).toMatchObject([{ outcome: "unmatched", reason, detail: expect.any(String) }]);
    expect(entries()).toBe(before);
  });

  it("of thousands goes on where it was cut off", async () => {
    const { counter, reliefs } = await opened([wished], [wished], [wished]);
    const bytes = resultsFile([1, 2, 3].map((nth) => review(nth)));
    const start = Date.parse(counter.time.now);
    let looks = 0;
    Object.defineProperty(counter.time, "now", {
      configurable: true,
      get: () => {
        looks += 1;
        return new Date(start + looks * 10_000).toISOString();
      },
    });
    expect((await counter.importFile(bytes)).status).toBe(202);
    Object.defineProperty(counter.time, "now", { value: new Date(start + 1_000_000).toISOString(), writable: true });
    expect(await counter.importFile(bytes)).toMatchObject({ status: 200, body: { counts: { approved: 3 } } });
    for (const nth of [1, 2, 3]) expect((await reliefs(nth)).exemptions).toHaveLength(1);
  });
});

describe("what the counter recorded of a 継続審査", () => {
  const filed = "20260801-AAAAAA" as FilingId;
  const given = async (...history: readonly LedgerEvent[]) => {
    const office = openOffice();
    const source = { kind: "filing", filingId: filed } as const;
    const atenaNumber = await putOnFile(office, 1, birthDate, [became1("2010-05-04"), ...history], source);
    const { database, ring } = storesOf(office);
    const personId = (await ring.index()).person(atenaNumber);
    const loaded = await loadedPerson(personId, await database.getAll(personRows(personId)), ring);
    return (...alike: FilingId[]) => {
      const line = { line: 2, result: "approved", processedOn: plainDate("2026-08-20"), ...review(1) } as const;
      const events = unfiledEvents(line, loaded, new Set(alike));
      return typeof events === "string" ? events : events.map(({ kind }) => kind);
    };
  };

  it("becomes 確定 where 日本年金機構 says the same", async () => {
    const events = await given(exempted("full", "2026-07", "2027-06"));
    expect(events(filed)).toEqual(["confirmed"]);
  });

  it("gives way where it says otherwise", async () => {
    const events = await given(exempted("deferment", "2026-07", "2027-06"));
    expect(events(filed)).toEqual(["voided", "exempted"]);
  });

  it("is not taken for the estimate of an application, which waits for its own result", async () => {
    const events = await given(exempted("full", "2026-07", "2027-06"));
    expect(events()).toEqual(["exempted"]);
  });
});

describe("育児期間免除 that needs no 届出", () => {
  it("is recorded for the mother, 確定, once for a child", async () => {
    const { counter, reliefs, entries } = await opened([]);
    await counter.importFile(resultsFile([childcare(1)]));
    expect((await reliefs()).childcare).toMatchObject([
      { childBornOn: "2026-09-15", parent: "mother", from: "2026-12", until: "2027-08", standing: "confirmed" },
    ]);
    const before = entries();
    await counter.importFile(resultsFile([childcare(1, { reasonCode: "01" })]));
    expect(entries()).toBe(before);
    await counter.importFile(resultsFile([childcare(1, { grants: [grant("childcare", "2026-12", "2027-05")] })]));
    expect((await reliefs()).childcare).toMatchObject([{ until: "2027-05" }]);
  });

  it.each([
    ["grant-missing", { childBornOn: undefined }],
    ["grant-missing", { grants: undefined }],
    ["unfit-grant", { grants: [year] }],
    ["unfit-grant", { grants: [grant("childcare", "2026-12", "2027-01"), grant("childcare", "2027-03", "2027-04")] }],
  ] as const)("is left unmatched: %s", async (reason, over) => {
    const { counter, entries } = await opened([]);
    const before = entries();
    const record = Object.fromEntries(
      Object.entries({ ...childcare(1), ...over }).filter(([, value]) => value !== undefined),
    );
    expect((await counter.importFile(resultsFile([record]))).body.lines).toMatchObject([{ reason }]);
    expect(entries()).toBe(before);
  });

  it("is not refused by anyone", async () => {
    const { counter } = await opened([]);
    const { grants: _none, ...refused } = childcare(1);
    const answer = await counter.importFile(resultsFile([{ ...refused, result: "rejected" }]));
    expect(answer.body.lines).toMatchObject([{ reason: "no-filing-awaiting" }]);
  });
});

describe("a ward whose assessment does not cover 育児期間免除", () => {
  it("records none of it, and says why", async () => {
    const office = openOffice({ covered: [] });
    await putOnFile(office, 1, birthDate, [became1("2010-05-04")]);
    const answer = await office.ask("POST", "/v1/results", {
      as: "examiner-1",
      roles: ["examiner"],
      body: { contentBase64: Buffer.from(resultsFile([childcare(1), review(1)])).toString("base64") },
    });
    expect(answer.body.lines).toMatchObject([
      { line: 2, outcome: "unmatched", reason: "beyond-assessment" },
      { line: 3, outcome: "approved" },
    ]);
  });
});
