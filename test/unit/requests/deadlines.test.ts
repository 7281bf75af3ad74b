import { describe, expect, it } from "vitest";
import { requestKinds, requestOutcomes } from "../../../shared/domain/request-kinds.ts";
import {
  afterStep,
  decideBy,
  dueNext,
  interimBy,
  isOutOfTime,
  isOverdue,
  mayRestOn,
  type RequestCase,
  type StepTaken,
  stepFault,
} from "../../../shared/domain/requests.ts";
import { plainDate } from "../../../shared/law/calendar.ts";

const caseOf = (over: Partial<RequestCase> = {}): RequestCase => ({
  kind: "disclosure",
  state: "received",
  receivedOn: plainDate("2026-11-20"),
  wrongful: false,
  disclosedOn: null,
  askedOn: null,
  stoppedDays: 0,
  extendedBy: 0,
  interimOn: null,
  outcome: null,
  ...over,
});

const taken = (found: RequestCase, ...steps: readonly (readonly [day: string, step: StepTaken])[]) =>
  steps.reduce((at, [day, step]) => {
    expect([step, stepFault(at, step, plainDate(day))]).toEqual([step, null]);
    return afterStep(at, step, plainDate(day));
  }, found);

const extend = (days: number) => ({ action: "extend", days, reason: "many-records" }) as const;

describe("決定の期限", () => {
  it.each([
    ["開示請求は、翌日から数えて30日", { receivedOn: "2026-11-20" }, "2026-12-20"],
    ["月末から", { receivedOn: "2027-01-31" }, "2027-03-02"],
    ["うるう年の2月をまたぐ", { receivedOn: "2028-01-31" }, "2028-03-01"],
    ["年をまたぎ、年末年始にも延びない", { receivedOn: "2026-12-02" }, "2027-01-01"],
    ["訂正請求も30日", { kind: "correction", receivedOn: "2026-11-20" }, "2026-12-20"],
    ["利用停止請求も30日", { kind: "suspension", receivedOn: "2026-11-20" }, "2026-12-20"],
    ["補正の日数は数えない", { receivedOn: "2026-11-20", stoppedDays: 5 }, "2026-12-25"],
    ["30日の延長", { receivedOn: "2026-11-20", extendedBy: 30 }, "2027-01-19"],
    ["補正と延長", { receivedOn: "2026-11-20", stoppedDays: 5, extendedBy: 10 }, "2027-01-04"],
    ["問合せは区の定めの14日", { kind: "inquiry", receivedOn: "2026-11-20" }, "2026-12-04"],
    ["事故の確報は、知った日を入れて30日", { kind: "incident", receivedOn: "2026-11-20" }, "2026-12-19"],
    ["不正の目的のおそれがあれば60日", { kind: "incident", receivedOn: "2026-11-20", wrongful: true }, "2027-01-18"],
    ["請求に不正の目的はない", { receivedOn: "2026-11-20", wrongful: true }, "2026-12-20"],
  ] as const)("%s", (_, over, day) => {
    expect(decideBy(caseOf({ ...over, receivedOn: plainDate(over.receivedOn) }))).toBe(day);
  });

  it("補正を求めている間は止まり、求めた日から補正された日までの日数だけ延びる。何度でも足される", () => {
    const waiting = taken(caseOf(), ["2026-11-25", { action: "ask-correction" }]);
    expect([dueNext(waiting), isOverdue(waiting, plainDate("2027-12-01"))]).toEqual([null, false]);
    const once = taken(waiting, ["2026-12-01", { action: "corrected" }]);
    expect([once.stoppedDays, dueNext(once)]).toEqual([6, "2026-12-26"]);
    const twice = taken(once, ["2026-12-10", { action: "ask-correction" }], ["2026-12-10", { action: "corrected" }]);
    expect(twice.stoppedDays).toBe(6);
    const thrice = taken(twice, ["2026-12-20", { action: "ask-correction" }], ["2027-01-05", { action: "corrected" }]);
    expect([thrice.stoppedDays, dueNext(thrice), thrice.askedOn]).toEqual([22, "2027-01-11", null]);
  });

  it("事故は、速報するまでは速報の期限、その後は確報の期限", () => {
    const incident = caseOf({ kind: "incident" });
    expect([dueNext(incident), interimBy(incident)]).toEqual(["2026-11-22", "2026-11-22"]);
    const told = taken(incident, ["2026-11-21", { action: "tell-interim" }]);
    expect(dueNext(told)).toBe("2026-12-19");
    expect(stepFault(told, { action: "tell-interim" }, plainDate("2026-11-22"))).toBe("transition-refused");
    expect(interimBy(caseOf())).toBe(null);
  });

  it("期限の日は過ぎておらず、翌日から過ぎている。決定した後は期限がない", () => {
    expect(isOverdue(caseOf(), plainDate("2026-12-20"))).toBe(false);
    expect(isOverdue(caseOf(), plainDate("2026-12-21"))).toBe(true);
    const decided = taken(caseOf(), ["2026-12-01", { action: "decide", outcome: "disclosed-part" }]);
    expect([dueNext(decided), isOverdue(decided, plainDate("2027-12-21"))]).toEqual([null, false]);
  });
});

describe("延長", () => {
  it("期限の日までに、30日以内で、一度だけ", () => {
    expect(stepFault(caseOf(), extend(30), plainDate("2026-12-20"))).toBe(null);
    expect(stepFault(caseOf(), extend(30), plainDate("2026-12-21"))).toBe("extension-refused");
    expect(stepFault(caseOf(), extend(31), plainDate("2026-12-01"))).toBe("extension-refused");
    const extended = taken(caseOf(), ["2026-12-01", extend(1)]);
    expect(stepFault(extended, extend(1), plainDate("2026-12-01"))).toBe("extension-refused");
  });

  it("問合せと事故は延長できず、補正も求めない", () => {
    for (const kind of ["inquiry", "incident"] as const) {
      expect(stepFault(caseOf({ kind }), extend(1), plainDate("2026-11-20"))).toBe("transition-refused");
      expect(stepFault(caseOf({ kind }), { action: "ask-correction" }, plainDate("2026-11-20"))).toBe(
        "transition-refused",
      );
    }
    expect(stepFault(caseOf({ kind: "incident" }), { action: "withdraw" }, plainDate("2026-11-20"))).toBe(
      "transition-refused",
    );
    expect(stepFault(caseOf(), { action: "tell-interim" }, plainDate("2026-11-20"))).toBe("transition-refused");
  });
});

describe("決定", () => {
  const decide = (found: RequestCase, outcome: keyof typeof requestOutcomes) =>
    stepFault(found, { action: "decide", outcome }, plainDate("2026-12-01"));

  it("種類ごとの決定だけができ、取下げは決定ではない", () => {
    for (const [kind, { outcomes }] of Object.entries(requestKinds) as [
      RequestCase["kind"],
      { outcomes: readonly string[] },
    ][])
      for (const outcome of Object.keys(requestOutcomes) as (keyof typeof requestOutcomes)[])
        expect([kind, outcome, decide(caseOf({ kind }), outcome)]).toEqual([
          kind,
          outcome,
          outcome !== "withdrawn" && outcomes.includes(outcome) ? null : "outcome-refused",
        ]);
  });

  it("補正されない請求は、認めない決定だけができる", () => {
    const waiting = taken(caseOf(), ["2026-11-25", { action: "ask-correction" }]);
    expect([decide(waiting, "disclosed-whole"), decide(waiting, "not-disclosed")]).toEqual(["outcome-refused", null]);
  });

  it.each([
    ["90日目", "2026-08-22", "2026-11-20", false],
    ["91日目", "2026-08-21", "2026-11-20", true],
    ["90日目が勤労感謝の日の連休なら次の開庁日まで", "2026-08-23", "2026-11-24", false],
    ["その翌日", "2026-08-23", "2026-11-25", true],
  ])("開示を受けてから%sの訂正・利用停止の請求", (_, disclosed, receivedOn, late) => {
    for (const kind of ["correction", "suspension"] as const) {
      const found = caseOf({ kind, disclosedOn: plainDate(disclosed), receivedOn: plainDate(receivedOn) });
      expect(isOutOfTime(found)).toBe(late);
      expect(decide(found, kind === "correction" ? "corrected-part" : "suspended-whole")).toBe(
        late ? "request-out-of-time" : null,
      );
      expect(decide(found, kind === "correction" ? "not-corrected" : "not-suspended")).toBe(null);
    }
  });

  it("開示を受けた日のわからない請求と開示請求は、期間を過ぎていない", () => {
    expect(isOutOfTime(caseOf({ kind: "correction" }))).toBe(false);
    expect(isOutOfTime(caseOf({ disclosedOn: plainDate("2020-01-01") }))).toBe(false);
  });
});

describe("請求によってできること", () => {
  it("同じ種類で、審査中か、認める決定をしたものによるときだけ", () => {
    const claim = caseOf({ kind: "suspension" });
    const decided = (outcome: RequestCase["outcome"], state: RequestCase["state"] = "decided") =>
      mayRestOn({ ...claim, state, outcome }, "suspension");
    expect([mayRestOn(claim, "suspension"), mayRestOn({ ...claim, state: "examining" }, "suspension")]).toEqual([
      true,
      true,
    ]);
    expect([decided("suspended-whole"), decided("suspended-part", "closed")]).toEqual([true, true]);
    expect([decided("not-suspended"), decided("withdrawn", "withdrawn")]).toEqual([false, false]);
    expect(mayRestOn({ ...claim, state: "awaiting-correction" }, "suspension")).toBe(false);
    expect(mayRestOn(claim, "correction")).toBe(false);
  });
});
