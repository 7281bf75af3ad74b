import { describe, expect, it } from "vitest";
import { composeBenefitDecisions } from "../../../shared/documents/benefit-decisions-composer.ts";
import type { ResultRecord } from "../../../shared/documents/result-record.ts";
import type { LedgerEvent } from "../../../shared/domain/ledger-events.ts";
import { recipientState } from "../../../shared/domain/recipients.ts";
import { plainDate } from "../../../shared/law/calendar.ts";
import { awardOf, decisionContext, decisionsFile } from "../../support/benefit-decisions.ts";
import { recordFor, rightRecorded } from "../../support/rights-on-file.ts";
import { became1, modelOf, personOf, putOnFile } from "../batches/on-file.ts";
import { openCounter } from "../support/counter.ts";

const birthDate = "1980-05-05";
const basicPensionNumber = modelOf(1, birthDate).basicPensionNumber ?? "";
const today = plainDate("2026-12-31");

const awarded = (facts: object = {}, seq = 1) =>
  rightRecorded("awarded", "2024-04-01", "disability", { grade: 2, basicYen: 816_000, ...facts }, seq);
const stop = awardOf("disability", { suspensionType: "other-pension", suspensionMonth: "2026-12", paidYen: 0 });
const change = (over: Partial<ResultRecord> = {}): Partial<ResultRecord> => ({
  basicPensionNumber,
  form: "C90",
  award: stop,
  ...over,
});

const opened = async (...history: readonly LedgerEvent[]) => {
  const counter = openCounter();
  const atenaNumber = await putOnFile(counter, 1, birthDate, [became1("2000-05-04"), ...history]);
  const take = async (...changes: readonly Partial<ResultRecord>[]) =>
    (await counter.importFile(decisionsFile(...changes))).body;
  return { counter, atenaNumber, take, rights: async () => (await personOf(counter, atenaNumber)).recipients };
};

describe("職権の変更 that 日本年金機構 makes of its own", () => {
  it("is recorded of the right on file, 確定, by the file it came with", async () => {
    const { counter, atenaNumber, take, rights } = await opened(awarded());
    const body = await take(change());
    expect(body).toMatchObject({
      state: "done",
      counts: { approved: 1, unmatched: 0 },
      lines: [{ outcome: "approved", filingId: null }],
    });
    const [right] = await rights();
    expect(right).toMatchObject({ facts: { grade: 2, basicYen: 816_000, ...stop.facts } });
    expect(right?.history.at(-1)).toMatchObject({ change: "suspended", on: "2026-12-04", standing: "confirmed" });
    expect(right && recipientState(right, today)).toBe("suspended");
    const { entries } = await counter.ledger(atenaNumber);
    expect(entries.at(-1)).toMatchObject({ source: { kind: "jps", importId: body.importId } });
    expect(counter.trail().filter(({ codes }) => codes.includes("approved"))).toMatchObject([
      { object: body.importId, purpose: "results", subjects: [expect.any(String)] },
    ]);
  });

  it("follows the days it took effect, in whichever order the files come", async () => {
    const { take, rights } = await opened(awarded());
    const over = awardOf("disability", { suspensionType: "none", suspensionMonth: "2027-03", paidYen: 816_000 });
    await take(change({ award: over, processedOn: plainDate("2027-02-10") }));
    await take(change());
    const [right] = await rights();
    expect(right?.facts).toMatchObject({ suspensionType: "none", paidYen: 816_000 });
    expect(right?.history.map((line) => line.change)).toEqual(["awarded", "suspended", "resumed"]);
  });

  it("of the same file twice, or of the same line in another file, is recorded once", async () => {
    const { counter, take } = await opened(awarded());
    const bytes = decisionsFile(change());
    const first = await counter.importFile(bytes);
    const before = counter.stored();
    expect(await counter.importFile(bytes)).toEqual({ status: 200, body: first.body });
    expect(counter.stored()).toEqual(before);
    const entries = () => counter.database.dump("people").filter((item) => item.sk.startsWith("ENTRY#")).length;
    const recorded = entries();
    expect((await take(change({ reasonCode: "01" }))).counts).toMatchObject({ approved: 1 });
    expect(entries()).toBe(recorded);
  });

  it("of the same file twice at once is recorded once", async () => {
    const { counter, rights } = await opened(awarded());
    const bytes = decisionsFile(change());
    const answers = await Promise.all([counter.importFile(bytes), counter.importFile(bytes)]);
    for (const { body } of answers) expect(body.counts).toMatchObject({ approved: 1, unmatched: 0 });
    expect((await rights())[0]?.history).toHaveLength(2);
  });

  it("finds by its serial the one of several rights that is meant", async () => {
    const { take, rights } = await opened(awarded({ serial: 1 }), awarded({ serial: 2 }, 2));
    expect((await take(change())).lines).toMatchObject([{ outcome: "unmatched", reason: "several-rights" }]);
    const second = awardOf("disability", { ...stop.facts, serial: 2 });
    await take(change({ award: second }));
    expect((await rights()).map((right) => recipientState(right, today))).toEqual(["receiving", "suspended"]);
  });

  it("gives its serial to the one right that has none yet", async () => {
    const { take, rights } = await opened(awarded());
    await take(change({ award: awardOf("disability", { ...stop.facts, serial: 3 }) }));
    expect(await rights()).toMatchObject([{ facts: { serial: 3 } }]);
  });

  it("leaves the right that has ended for the one that has not", async () => {
    const over = { forfeiture: "below-grade-at-65", forfeitedOn: "2025-01-01" };
    const { take, rights } = await opened(awarded(over), awarded({}, 2));
    await take(change());
    expect((await rights()).map(({ history }) => history.length)).toEqual([1, 2]);
  });

  it.each([
    ["no-such-right", "of a kind not on file", [awarded()], { award: awardOf("old-age", { paidYen: 1 }) }],
    ["no-such-right", "of another serial", [awarded({ serial: 1 })], { award: awardOf("disability", { serial: 2 }) }],
    ["no-such-right", "of a claim not decided yet", [rightRecorded("claimed", "2026-11-20", "disability")], {}],
    ["several-rights", "of either of two", [awarded(), awarded({}, 2)], {}],
    ["grant-missing", "that says nothing", [awarded()], { award: undefined }],
    ["no-filing-awaiting", "that was refused", [awarded()], { award: undefined, result: "rejected" }],
    ["no-filing-awaiting", "that was sent back", [awarded()], { award: undefined, result: "returned" }],
    ["person-not-on-file", "of somebody unknown", [awarded()], { basicPensionNumber: "9999999999" }],
  ] as const)("%s: one %s changes nothing and keeps its reason", async (reason, _, history, over) => {
    const { counter, take, atenaNumber } = await opened(...history);
    const before = (await counter.ledger(atenaNumber)).entries.length;
    const body = await take(change(over as Partial<ResultRecord>));
    expect(body.lines).toMatchObject([{ outcome: "unmatched", reason, detail: expect.any(String) }]);
    expect((await counter.ledger(atenaNumber)).entries).toHaveLength(before);
  });

  it("that found no right is looked for again when the same file is sent after the right came", async () => {
    const { counter, rights, atenaNumber } = await opened(rightRecorded("claimed", "2026-11-20", "disability"));
    const bytes = decisionsFile(change());
    await counter.importFile(bytes);
    await recordFor(counter, atenaNumber, { kind: "takeover" }, [
      rightRecorded("awarded", "2026-11-30", "disability", { grade: 2 }),
    ]);
    expect((await counter.importFile(bytes)).body.counts).toMatchObject({ approved: 1, unmatched: 0 });
    expect((await rights())[0]?.history.map((line) => line.change)).toEqual(["claimed", "awarded", "suspended"]);
  });
});

describe("a 給付決定一覧", () => {
  it("leaves each line that fits nobody with its reason and takes the others", async () => {
    const { take } = await opened(awarded());
    const body = await take(
      change(),
      { basicPensionNumber, form: "C02", award: awardOf("disability", { grade: 1, startMonth: "2026-12" }) },
      { basicPensionNumber, form: "C04", award: awardOf("old-age", { paidYen: 1 }) },
    );
    expect(body.lines).toMatchObject([
      { outcome: "approved" },
      { outcome: "unmatched", reason: "no-filing-awaiting" },
      { outcome: "unmatched", reason: "unfit-grant" },
    ]);
  });

  it("for another ward is refused whole", async () => {
    const { counter } = await opened(awarded());
    const bytes = composeBenefitDecisions([], { ...decisionContext, wardCode: "13111" });
    expect((await counter.importFile(bytes)).body.code).toBe("results-unreadable");
  });
});
