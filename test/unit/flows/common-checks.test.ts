import { describe, expect, it } from "vitest";
import type { LedgerEvent } from "../../../shared/domain/ledger-events.ts";
import { type FlowId, flowIds, flows } from "../../../shared/flows/catalogue.ts";
import { filerAllowed } from "../../../shared/flows/checks.ts";
import { addDays, plainDate } from "../../../shared/law/calendar.ts";
import { acquisitionOf, changeFrom2Of, lossOf } from "../../support/people.ts";
import { acquiredOn, decide, reasonsOf, registered, somebody } from "./decide.ts";

/** A filing that each flow accepts without a word, and what the file says of its person. */
const good = {
  acquisition: { body: acquisitionOf(somebody), events: [registered] },
  "change-from-category-2": { body: changeFrom2Of(somebody), events: [registered, acquiredOn("2015-04-01", "2")] },
  "change-from-category-3": {
    body: acquisitionOf(somebody, {
      documents: ["dependent-loss-certificate"],
      details: { cause: "divorced", spouseName: "年金　花子", spouseBirthDate: "1988-02-03" },
    }),
    events: [registered, acquiredOn("2015-04-01", "3")],
  },
  loss: { body: lossOf(somebody), events: [registered, acquiredOn("2015-04-01")] },
} as const satisfies Record<FlowId, { body: object; events: readonly LedgerEvent[] }>;

const decided = (flow: FlowId, over: object, today?: string) =>
  decide(flow, { ...good[flow].body, ...over }, good[flow].events, today);

const personWith = (over: object) => ({ person: { ...somebody, ...over } });
const together = (flow: FlowId, ...more: string[]) => ({ documents: [...good[flow].body.documents, ...more] });

describe.each(flowIds)("whatever the 届出, here %s", (flow) => {
  it("in order is accepted without a word", () => {
    expect(decided(flow, {})).toMatchObject({ outcome: "accept", reasons: [] });
  });

  it.each([
    ["受付日が明日", { filedOn: "2026-11-24" }, "refuse", "refuse filed-in-future /filedOn"],
    ["事実発生日が明日", { eventOn: "2026-11-24" }, "refuse", "refuse event-in-future /eventOn"],
    ["事実発生日が出生の前日", { eventOn: "1990-05-09" }, "refuse", "refuse event-before-birth /eventOn"],
    ["氏名が記録と違う", personWith({ name: "別　人" }), "incomplete", "incomplete differs-from-file /person/name"],
    [
      "かなが記録と違う",
      personWith({ nameKana: "ベツ　ジン" }),
      "incomplete",
      "incomplete differs-from-file /person/nameKana",
    ],
    [
      "生年月日が記録と違う",
      personWith({ birthDate: "1990-05-11" }),
      "incomplete",
      "incomplete differs-from-file /person/birthDate",
    ],
    [
      "性別が記録と違う",
      personWith({ sex: somebody.sex === "male" ? "female" : "male" }),
      "incomplete",
      "incomplete differs-from-file /person/sex",
    ],
    [
      "基礎年金番号が記録と違う",
      personWith({ basicPensionNumber: "9999999999" }),
      "incomplete",
      "incomplete differs-from-file /person/basicPensionNumber",
    ],
    [
      "個人番号が記録と違う",
      personWith({ individualNumber: "123456789018" }),
      "incomplete",
      "incomplete differs-from-file /person/individualNumber",
    ],
    ["代理人に委任状がない", { filer: "proxy" }, "incomplete", "incomplete document-missing /documents"],
    [
      "法定代理人に証明がない",
      { filer: "legal-representative" },
      "incomplete",
      "incomplete document-missing /documents",
    ],
  ])("%s", (_, over, outcome, reason) => {
    const decision = decided(flow, over);
    expect(decision.outcome).toBe(outcome);
    expect(reasonsOf(decision)).toContain(reason);
    expect("events" in decision).toBe(false);
  });

  it.each([
    ["本人", { filer: "insured" }],
    ["世帯主", { filer: "household-head" }],
    ["職権", { filer: "ex-officio" }],
    ["委任状のある代理人", { filer: "proxy", ...together(flow, "power-of-attorney") }],
    ["証明のある法定代理人", { filer: "legal-representative", ...together(flow, "representative-proof") }],
  ])("may be filed by %s", (_, over) => {
    expect(decided(flow, over)).toMatchObject({ outcome: "accept", reasons: [] });
  });

  it("a number not given is not compared", () => {
    expect(decided(flow, personWith({ individualNumber: undefined }))).toMatchObject({
      outcome: "accept",
      reasons: [],
    });
  });

  it.each([
    ["an ordinary 14th day", "2026-11-04", "2026-11-18"],
    ["a Saturday before a Monday off", "2026-11-07", "2026-11-24"],
    ["勤労感謝の日", "2026-11-09", "2026-11-24"],
    ["the year end", "2026-12-15", "2027-01-04"],
    ["the days off of May", "2026-04-20", "2026-05-07"],
  ])(
    "the deadline on %s: a fact of %s may be filed up to %s, later it is taken with a notice and dated by the fact",
    (_, eventOn, lastDay) => {
      const inTime = decided(flow, { eventOn, filedOn: lastDay }, "2027-02-01");
      expect(inTime).toMatchObject({ outcome: "accept", reasons: [] });
      const late = decided(flow, { eventOn, filedOn: addDays(plainDate(lastDay), 1) }, "2027-02-01");
      expect(late.outcome).toBe("accept");
      expect(reasonsOf(late)).toEqual(["notice late-filing"]);
      expect(late.reasons[0]?.message).toContain(lastDay);
      expect("events" in late && late.events).toEqual("events" in inTime && inTime.events);
    },
  );

  it("refuses whoever its table of filers does not name (法12条)", () => {
    const filing = flows[flow].request.parse({ ...good[flow].body, filer: "proxy" });
    const input = {
      filing,
      person: { facts: null, periods: [], additionalPremiums: [], addressProtected: false, entriesByFiling: {} },
      today: plainDate("2026-11-23"),
    };
    const told = filerAllowed({ ...input, flow: { ...flows[flow], filers: ["insured"] }, needs: [] });
    expect(told).toMatchObject([{ weight: "refuse", code: "filer-not-allowed", pointer: "/filer" }]);
    expect(filerAllowed({ ...input, flow: flows[flow], needs: [] })).toEqual([]);
  });
});

describe("every reason", () => {
  it("speaks Japanese and never repeats a number, a name or a day of birth", () => {
    const strange = personWith({
      name: "別　人",
      nameKana: "ベツ　ジン",
      birthDate: "1999-09-09",
      basicPensionNumber: "9999999999",
      individualNumber: "123456789018",
    });
    for (const flow of flowIds)
      for (const over of [strange, { eventOn: "1990-05-09" }, { filer: "proxy" }, { filedOn: "2026-11-24" }]) {
        const messages = decided(flow, over).reasons.map((reason) => reason.message);
        expect(messages.length).toBeGreaterThan(0);
        for (const message of messages) {
          expect(message).toMatch(/\p{Script=Hiragana}/u);
          expect(message).not.toMatch(/別　人|ベツ|1999-09-09|1990-05-10|9999999999|123456789018/);
        }
      }
  });
});
