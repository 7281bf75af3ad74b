import { describe, expect, it } from "vitest";
import type { Decision } from "../../../shared/domain/decision.ts";
import { type Filer, filers } from "../../../shared/domain/filing.ts";
import type { LedgerEvent } from "../../../shared/domain/ledger-events.ts";
import { type FlowId, flowIds, flows } from "../../../shared/flows/catalogue.ts";
import { addDays, plainDate } from "../../../shared/law/calendar.ts";
import { acquisitionOf, changeFrom2Of, lossOf } from "../../support/people.ts";
import {
  acquiredOn,
  application,
  born,
  childcareOf,
  chosen,
  decide,
  enrolled,
  exempted,
  form,
  lostOn,
  maternityOn,
  reasonsOf,
  registered,
  registeredAs,
  somebody,
  startedIn,
  wished,
} from "./decide.ts";

import { goodClaims } from "./good-claims.ts";

const ward = { filer: "ex-officio" };
const proven = { documents: ["residence-record"] };
const founded = { ...ward, documents: ["basis-of-ex-officio"] };
const at67 = born("1959-05-05");
const farming = [...enrolled, startedIn("2025-04", "farmer")];

interface Good {
  readonly body: ReturnType<typeof form>;
  readonly events: readonly LedgerEvent[];
  /** What the counter is told of every one that is accepted. */
  readonly told?: readonly string[];
}

/** A filing that each flow accepts without a word but what it always says, and what the file says of its person. */
const good: Record<FlowId, Good> = {
  acquisition: { body: acquisitionOf(somebody), events: [registered] },
  "change-from-category-2": {
    body: form({ ...changeFrom2Of(somebody) }),
    events: [registered, acquiredOn("2015-04-01", "2")],
  },
  "change-from-category-3": {
    body: form({
      documents: ["dependent-loss-certificate"],
      details: { cause: "divorced", spouseName: "年金　花子", spouseBirthDate: "1988-02-03" },
    }),
    events: [registered, acquiredOn("2015-04-01", "3")],
  },
  loss: { body: lossOf(somebody), events: enrolled },
  "employees-pension-joined": { body: form(ward), events: enrolled },
  exclusion: { body: form({ documents: ["residence-card-copy"] }), events: enrolled },
  "name-change": {
    body: form({ ...proven, details: { newName: "年金　太郎", newNameKana: "ネンキン　タロウ" } }),
    events: enrolled,
  },
  "address-change": {
    body: form({ details: { newPostalCode: "153-0051", newAddress: "目黒区上目黒9丁目9番9号" } }),
    events: enrolled,
  },
  "birth-or-sex-correction": { body: form({ ...proven, details: { correctSex: "male" } }), events: enrolled },
  "number-notice-reissue": { body: form(), events: enrolled },
  "ex-officio-acquisition": { body: form({ ...founded, details: { cause: "divorced" } }), events: [registered] },
  "ex-officio-correction": {
    body: form({ ...founded, details: { turn: "lost", recordedOn: "2020-01-01", correctOn: "2020-02-01" } }),
    events: [...enrolled, lostOn("2020-01-01")],
  },
  "voluntary-enrolment": {
    body: application({
      details: { cause: "applied-abroad" },
      atCounter: { creditedMonths: 100, isJapanese: true, receivesOldAgeBasic: false },
    }),
    events: [registered],
  },
  "special-voluntary-enrolment": {
    body: application({ ...at67, atCounter: { qualifyingMonths: 100 } }),
    events: [registeredAs(at67.person)],
  },
  "voluntary-withdrawal": { body: application(), events: [registered, acquiredOn("2025-04-01", "voluntary")] },
  "additional-premium-start": { body: application(), events: enrolled },
  "additional-premium-withdrawal": { body: application(), events: [...enrolled, startedIn("2026-04")] },
  "farmer-premium-start": { body: form({ documents: ["farmers-pension-proof"] }), events: enrolled },
  "farmer-premium-end": { body: form(), events: farming },
  "fund-joined": { body: form(ward), events: [...enrolled, startedIn("2025-04")] },
  "exemption-application": {
    body: application({
      documents: ["benefit-certificate"],
      details: {
        from: "2026-07",
        until: "2027-06",
        wish: [],
        spouse: null,
        headOfHousehold: "self",
        grounds: [{ whose: "applicant", reason: "aid" }],
        continuation: false,
      },
    }),
    events: enrolled,
    told: ["notice estimate-granted"],
  },
  "student-deferment-application": {
    body: application({
      documents: ["student-card", "benefit-certificate"],
      details: {
        from: "2026-04",
        until: "2027-03",
        schoolName: "架空大学",
        schoolAddress: "目黒区上目黒9丁目9番9号",
        enrolment: { from: "2024-04", until: "2028-03" },
        grounds: [{ whose: "applicant", reason: "aid" }],
      },
      atCounter: { schoolKind: "university" },
    }),
    events: enrolled,
    told: ["notice estimate-granted"],
  },
  "statutory-exemption-start": {
    body: form({ documents: ["facility-certificate"], details: { reason: "facility" } }),
    events: enrolled,
    told: ["notice paid-months-not-exempted"],
  },
  "statutory-exemption-end": {
    body: form({ details: { reason: "disability-pension-ended" } }),
    events: [...enrolled, exempted("statutory", "2020-04", null)],
    told: ["notice premiums-due-again"],
  },
  "payment-choice": {
    body: application({ details: { from: "2026-10" } }),
    events: [...enrolled, exempted("statutory", "2020-04", null)],
    told: ["notice payment-choice-binds", "notice additional-premium-separate"],
  },
  "payment-choice-correction": {
    body: application({ details: { until: "2026-12" } }),
    events: [...enrolled, exempted("statutory", "2020-04", null), chosen("2026-04", null)],
  },
  "continuation-request": { body: application(), events: [...enrolled, exempted("full", "2026-07", "2027-06")] },
  "continuation-withdrawal": { body: application(), events: [...enrolled, wished(true)] },
  "continued-exemption": {
    body: form({ ...ward, details: { type: "full", from: "2025-07", until: "2026-06" } }),
    events: [...enrolled, exempted("full", "2024-07", "2025-06"), wished(true)],
  },
  "exemption-cancellation": {
    body: application({ details: { from: "2026-10" } }),
    events: [...enrolled, exempted("half", "2026-07", "2027-06")],
    told: ["notice premiums-due-again"],
  },
  "student-deferment-end": {
    body: form(),
    events: [...enrolled, exempted("student-deferment", "2026-04", "2027-03")],
    told: ["notice premiums-due-again"],
  },
  "late-payment": {
    body: application({ details: { from: "2025-07", until: "2026-06" } }),
    events: [...enrolled, exempted("full", "2025-07", "2026-06")],
    told: ["notice apply-at-pension-office"],
  },
  "maternity-exemption": {
    body: application({
      documents: ["maternity-handbook"],
      details: { day: "2027-03-10", dayIs: "due", type: "single" },
    }),
    events: enrolled,
  },
  "maternity-change": {
    body: application({
      documents: ["maternity-handbook"],
      details: { recordedOn: "2027-03-10", day: "2027-03-10", dayIs: "due", type: "multiple" },
    }),
    events: [...enrolled, maternityOn("2027-03-10")],
  },
  "childcare-exemption": {
    body: form({
      details: { childBornOn: "2026-11-16", parent: "father" },
      atCounter: { livesWithChild: true, relationConfirmed: true },
    }),
    events: enrolled,
  },
  "childcare-end": {
    body: form({ eventOn: "2026-10-31", details: { childBornOn: "2026-10-12", endedBecause: "living-apart" } }),
    events: [...enrolled, childcareOf("2026-10-12", "2026-10", "2027-09")],
  },
  "childcare-change": {
    body: application({
      details: { recordedBornOn: "2026-11-11", childBornOn: "2026-11-16", parent: "father" },
      atCounter: { relationConfirmed: true },
    }),
    events: [...enrolled, childcareOf("2026-11-11", "2026-11", "2027-10")],
  },
  "childcare-automatic": {
    body: form({ ...ward, details: { childBornOn: "2026-11-16" } }),
    events: [...enrolled, maternityOn("2026-11-16")],
  },
  ...goodClaims,
};

const toldOf = (flow: FlowId) => good[flow].told ?? [];

/** Whose 事実発生日 the rest of the form fixes, so that it is never late: see the tests of each. */
const ofTheirOwnDay: readonly FlowId[] = [
  "maternity-exemption",
  "maternity-change",
  "childcare-exemption",
  "childcare-end",
  "childcare-change",
  "childcare-automatic",
];

/** 申出・申請: of no other day than that on which it is made. */
const applications: readonly FlowId[] = [
  "voluntary-enrolment",
  "special-voluntary-enrolment",
  "voluntary-withdrawal",
  "additional-premium-start",
  "additional-premium-withdrawal",
  "exemption-application",
  "student-deferment-application",
  "payment-choice",
  "payment-choice-correction",
  "continuation-request",
  "continuation-withdrawal",
  "exemption-cancellation",
  "late-payment",
  "old-age-pension-claim",
  "disability-pension-claim",
  "disability-before-20-claim",
  "disability-revision-claim",
  "disability-state-report",
  "recipient-income-report",
  "special-disability-claim",
  "special-income-report",
  "special-revision-claim",
  "special-state-report",
  "support-benefit-claim",
  "pension-certificate-reissue",
  "old-age-welfare-report",
];

/** What nobody has to file within days: the ward's own work, and what may be asked for at any time. */
const undated: readonly FlowId[] = [
  "employees-pension-joined",
  "birth-or-sex-correction",
  "number-notice-reissue",
  "ex-officio-acquisition",
  "ex-officio-correction",
  "fund-joined",
  "continued-exemption",
  "suspension-reason-end",
  "survivor-pension-claim",
  "widow-pension-claim",
  "death-lump-sum-claim",
  "unpaid-pension-claim",
  "special-unpaid-claim",
];

const dated = flowIds.filter((flow) => ![...applications, ...undated, ...ofTheirOwnDay].includes(flow));

const decided = (flow: FlowId, over: object, today?: string) =>
  decide(flow, { ...good[flow].body, ...over }, good[flow].events, today);

const personWith = (flow: FlowId, over: object) => ({ person: { ...good[flow].body.person, ...over } });
const birthOf = (flow: FlowId) => plainDate(good[flow].body.person.birthDate);

const acceptedQuietly = (flow: FlowId, decision: Decision) => {
  expect(decision.outcome).toBe("accept");
  expect(reasonsOf(decision)).toEqual(toldOf(flow));
};

/** What is recorded, but for 届出日: that is the one thing of a late 届出 that is later. */
const apartFromNoticeDay = (decision: Decision) =>
  "events" in decision ? decision.events.map((event) => ({ ...event, noticedOn: undefined })) : undefined;

/** The paper that a filer brings beside those of the 届出. */
const papers: Partial<Record<Filer, string>> = {
  proxy: "power-of-attorney",
  "legal-representative": "representative-proof",
  "student-affairs-corporation": "corporation-designation",
};
const filedBy = (flow: FlowId, filer: Filer) => ({
  filer,
  documents: [...good[flow].body.documents, ...(papers[filer] ? [papers[filer]] : [])],
});

describe.each(flowIds)("whatever the 届出, here %s", (flow) => {
  it("in order is accepted without a word", () => {
    acceptedQuietly(flow, decided(flow, {}));
  });

  it.each([
    ["受付日が明日", { filedOn: "2026-11-24" }, "refuse", "refuse filed-in-future /filedOn"],
    ["事実発生日が明日", { eventOn: "2026-11-24" }, "refuse", "refuse event-in-future /eventOn"],
    ["事実発生日が出生の前日", { eventOn: addDays(birthOf(flow), -1) }, "refuse", "refuse event-before-birth /eventOn"],
    [
      "氏名が記録と違う",
      personWith(flow, { name: "別　人" }),
      "incomplete",
      "incomplete differs-from-file /person/name",
    ],
    [
      "かなが記録と違う",
      personWith(flow, { nameKana: "ベツ　ジン" }),
      "incomplete",
      "incomplete differs-from-file /person/nameKana",
    ],
    [
      "生年月日が記録と違う",
      personWith(flow, { birthDate: addDays(birthOf(flow), 1) }),
      "incomplete",
      "incomplete differs-from-file /person/birthDate",
    ],
    [
      "性別が記録と違う",
      personWith(flow, { sex: good[flow].body.person.sex === "male" ? "female" : "male" }),
      "incomplete",
      "incomplete differs-from-file /person/sex",
    ],
    [
      "基礎年金番号が記録と違う",
      personWith(flow, { basicPensionNumber: "9999999999" }),
      "incomplete",
      "incomplete differs-from-file /person/basicPensionNumber",
    ],
    [
      "個人番号が記録と違う",
      personWith(flow, { individualNumber: "123456789018" }),
      "incomplete",
      "incomplete differs-from-file /person/individualNumber",
    ],
  ])("%s", (_, over, outcome, reason) => {
    const decision = decided(flow, over);
    expect(decision.outcome).toBe(outcome);
    expect(reasonsOf(decision)).toContain(reason);
    expect("events" in decision).toBe(false);
  });

  it.each(Object.keys(filers) as Filer[])("filed by %s: accepted where its table names them, else refused", (filer) => {
    const decision = decided(flow, filedBy(flow, filer));
    if (flows[flow].filers.includes(filer)) acceptedQuietly(flow, decision);
    else {
      expect(decision.outcome).toBe("refuse");
      expect(reasonsOf(decision)).toEqual(["refuse filer-not-allowed /filer"]);
    }
  });

  it("a number not given is not compared", () => {
    acceptedQuietly(flow, decided(flow, personWith(flow, { individualNumber: undefined })));
  });
});

describe.each(flowIds.filter((flow) => flows[flow].filers.includes("proxy")))("for someone else, %s", (flow) => {
  it.each(["proxy", "legal-representative"] as const)("waits for the paper of a %s", (filer) => {
    const decision = decided(flow, { filer });
    expect(decision.outcome).toBe("incomplete");
    expect(reasonsOf(decision)).toEqual(["incomplete document-missing /documents"]);
  });
});

describe.each(applications)("the 申出 %s", (flow) => {
  it.each(["2026-11-19", "2026-11-21"])("of 20 November does not count from %s", (eventOn) => {
    const decision = decided(flow, { eventOn });
    expect(decision.outcome).toBe("refuse");
    expect(reasonsOf(decision)).toEqual(["refuse not-the-day-of-application /eventOn"]);
  });

  it("is never late: whenever it is made, it counts from that day", () => {
    acceptedQuietly(flow, decided(flow, { eventOn: "2026-11-23", filedOn: "2026-11-23" }));
  });
});

describe.each(ofTheirOwnDay.filter((flow) => flow !== "childcare-end"))("%s", (flow) => {
  it("is of the day that the form fixes, and of no other", () => {
    const decision = decided(flow, { eventOn: addDays(plainDate(good[flow].body.eventOn), -1) });
    expect(decision.outcome).toBe("refuse");
    expect(reasonsOf(decision)).toEqual(["refuse event-day-differs /eventOn"]);
  });
});

describe.each(undated)("of %s nobody is late", (flow) => {
  it("months after the fact it is taken without a word", () => {
    acceptedQuietly(flow, decided(flow, { eventOn: "2026-04-20" }));
  });
});

describe.each(dated)("in time or late, %s", (flow) => {
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
      acceptedQuietly(flow, inTime);
      const late = decided(flow, { eventOn, filedOn: addDays(plainDate(lastDay), 1) }, "2027-02-01");
      expect(late.outcome).toBe("accept");
      expect(reasonsOf(late)).toEqual(["notice late-filing", ...toldOf(flow)]);
      expect(late.reasons[0]?.message).toContain(lastDay);
      expect(apartFromNoticeDay(late)).toEqual(apartFromNoticeDay(inTime));
    },
  );
});

describe("every reason", () => {
  it("speaks Japanese and never repeats a number, a name or a day of birth", () => {
    const strange = {
      name: "別　人",
      nameKana: "ベツ　ジン",
      birthDate: "1999-09-09",
      basicPensionNumber: "9999999999",
      individualNumber: "123456789018",
    };
    for (const flow of flowIds)
      for (const over of [
        personWith(flow, strange),
        { eventOn: addDays(birthOf(flow), -1) },
        { filer: "proxy" },
        { filedOn: "2026-11-24" },
      ]) {
        const messages = decided(flow, over).reasons.map((reason) => reason.message);
        expect(messages.length).toBeGreaterThan(0);
        for (const message of messages) {
          expect(message).toMatch(/\p{Script=Hiragana}/u);
          expect(message).not.toMatch(/別　人|ベツ|1999-09-09|1990-05-10|1959-05-05|9999999999|123456789018/);
        }
      }
  });
});
