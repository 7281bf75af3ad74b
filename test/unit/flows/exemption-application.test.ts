import { describe, expect, it } from "vitest";
import type { IncomeRecord } from "../../../shared/domain/income-record.ts";
import type { LedgerEvent } from "../../../shared/domain/ledger-events.ts";
import { flows } from "../../../shared/flows/catalogue.ts";
import { plainDate, plainMonth } from "../../../shared/law/calendar.ts";
import {
  acquiredOn,
  application,
  born,
  decide,
  enrolled,
  fold,
  reasonsOf,
  registered,
  somebody,
  startedIn,
} from "./decide.ts";
import { earning, incomesOf } from "./income-examples.ts";

const ofMonths = (from: string, until: string) => ({ from: plainMonth(from), until: plainMonth(until) });
const year = ofMonths("2026-07", "2027-06");
const spouse = { name: "国年　花子", birthDate: "1991-02-03" };

const details = (over: object = {}) => ({
  ...year,
  wish: [],
  spouse: null,
  headOfHousehold: "self",
  grounds: [],
  continuation: false,
  ...over,
});

interface Filed {
  readonly details?: object;
  readonly atCounter?: object;
  readonly documents?: readonly string[];
  readonly income?: IncomeRecord | null;
  readonly events?: readonly LedgerEvent[];
  readonly over?: object;
}

/** What becomes of an application made on 20 November 2026, by somebody of 36 who has been 第1号 since 2015. */
const apply = ({ income = incomesOf(earning(0)), events = enrolled, over = {}, ...filed }: Filed = {}) =>
  decide(
    "exemption-application",
    application({
      details: details(filed.details),
      ...(filed.atCounter ? { atCounter: filed.atCounter } : {}),
      documents: filed.documents ?? [],
      ...over,
    }),
    events,
    "2026-11-23",
    income,
  );

const eventsOf = (decision: ReturnType<typeof apply>) => ("events" in decision ? decision.events : []);
/** What is recorded, as `kind from until reason`. */
const exempted = (decision: ReturnType<typeof apply>) =>
  eventsOf(decision).flatMap((event) =>
    event.kind === "exempted" ? [`${event.type} ${event.from} ${event.until} ${event.reason}`] : [],
  );
const messages = (decision: ReturnType<typeof apply>) => decision.reasons.map(({ message }) => message);
const says = (decision: ReturnType<typeof apply>, code: string) =>
  decision.reasons.filter((reason) => reason.code === code).map(({ message }) => message);
const outcomes = (decision: ReturnType<typeof apply>) =>
  (decision.assessment ?? []).map(({ from, until, outcome }) => `${from} ${until} ${outcome}`);

const exemptedFor = (type: "full" | "half" | "student-deferment" | "statutory", from: string, until: string | null) =>
  ({
    kind: "exempted",
    type,
    from: plainMonth(from),
    until: until && plainMonth(until),
    reason: "income",
  }) as LedgerEvent;

describe("免除・納付猶予申請書 (B05)", () => {
  it("所得のない第1号は全額免除の見込みとなり、申請と免除の月が台帳に載る", () => {
    const decision = apply();
    expect(decision).toMatchObject({
      outcome: "accept",
      events: [
        { kind: "exemption-applied", on: "2026-11-20", from: "2026-07", until: "2027-06", wish: [] },
        { kind: "exempted", type: "full", from: "2026-07", until: "2027-06", reason: "income" },
      ],
    });
    expect(messages(decision)).toEqual(["2026年7月から2027年6月まで: 全額免除の見込みです(参考。決定は日本年金機構)"]);
  });

  // 扶養なし: 全額67万(控除前)、4分の3 88万・半額128万・4分の1 168万(控除後)。36歳なので猶予も全額の額で見る。
  it.each([
    [670_000, 670_000, "full"],
    [670_001, 600_000, "three-quarters"],
    [900_000, 880_000, "three-quarters"],
    [900_000, 880_001, "half"],
    [1_500_000, 1_280_000, "half"],
    [1_500_000, 1_280_001, "quarter"],
    [2_000_000, 1_680_000, "quarter"],
  ])("所得%i円・控除後%i円は %s", (income, after, kind) => {
    const decision = apply({ income: incomesOf(earning(income, { incomeAfterDeductions: after })) });
    expect(exempted(decision)).toEqual([`${kind} 2026-07 2027-06 income`]);
  });

  it("控除後168万円を1円でも超えると却下の見込みだが、申請は受理して送る", () => {
    const decision = apply({ income: incomesOf(earning(2_000_000, { incomeAfterDeductions: 1_680_001 })) });
    expect(decision.outcome).toBe("accept");
    expect(eventsOf(decision).map(({ kind }) => kind)).toEqual(["exemption-applied"]);
    expect(messages(decision)).toEqual([
      "2026年7月から2027年6月まで: 却下の見込みです(参考。決定は日本年金機構)。申請は受け付けて日本年金機構に送ります",
    ]);
    expect(decision.assessment?.[0]?.nextBetter).toMatchObject({
      kind: "quarter",
      obstacles: [
        { message: "本人の所得(控除後)があと1円低く、1,680,000円以下であれば、4分の1免除の要件を満たします。" },
      ],
    });
  });

  it("理由は、だれの、控除前後どちらの所得が、扶養を何人と数えたどの基準額に、いくら足りたか超えたかを、条文とともに言う", () => {
    const decision = apply({
      income: incomesOf(
        earning(1_800_000, {
          incomeAfterDeductions: 1_500_000,
          dependants: 1,
          elderlyDependants: 1,
          specificDependants: 1,
        }),
      ),
    });
    const found = decision.assessment?.flatMap(({ findings }) =>
      findings.map(({ message, article }) => [message, article]),
    );
    expect(found).toContainEqual([
      "本人の所得(控除前)1,800,000円は全額免除・納付猶予の基準額1,720,000円((扶養親族等3人+1)×350,000円+320,000円)を80,000円超えます。",
      "国民年金法90条1項1号・施行令6条の7",
    ]);
    expect(found).toContainEqual([
      "本人の所得(控除後)1,500,000円は4分の3免除の基準額2,370,000円(880,000円+扶養親族等1人×380,000円+老人扶養親族等1人×480,000円+特定扶養親族等1人×630,000円)以下です。",
      "国民年金法90条の2第1項1号・施行令6条の8の2",
    ]);
  });

  it("希望する区分だけを、その順に審査する", () => {
    expect(exempted(apply({ details: { wish: ["half", "full"] } }))).toEqual(["half 2026-07 2027-06 income"]);
    const quarter = apply({ details: { wish: ["deferment"] }, income: incomesOf(earning(1_500_000)) });
    expect(outcomes(quarter)).toEqual(["2026-07 2027-06 refused"]);
    expect(eventsOf(quarter)[0]).toMatchObject({ wish: ["deferment"] });
  });

  it.each([
    ["配偶者の所得が超える", { spouse }, { spouse: earning(3_000_000) }, ["2026-07 2027-06 refused"]],
    ["別居でも配偶者は審査する: 所得なしなら全額", { spouse }, { spouse: earning(0) }, ["2026-07 2027-06 full"]],
    [
      "世帯主だけが超える: 猶予は世帯主を見ない",
      { headOfHousehold: "other" },
      { head: { ...earning(3_000_000), dependants: 0 } },
      ["2026-07 2027-06 deferment"],
    ],
  ])("%s", (_, over, others, expected) => {
    expect(outcomes(apply({ details: over, income: incomesOf(earning(0), others) }))).toEqual(expected);
  });

  it("50歳に達する月から猶予はない: 年度の途中で判定が分かれる", () => {
    const decision = apply({
      over: born("1977-01-15"),
      events: [
        { ...registered, facts: { ...somebody, birthDate: plainDate("1977-01-15") } } as LedgerEvent,
        acquiredOn("2015-04-01"),
      ],
      details: { headOfHousehold: "other" },
      income: incomesOf(earning(0), { head: { ...earning(3_000_000), dependants: 0 } }),
    });
    expect(outcomes(decision)).toEqual(["2026-07 2026-12 deferment", "2027-01 2027-06 refused"]);
    expect(exempted(decision)).toEqual(["deferment 2026-07 2026-12 income"]);
  });

  describe("申請できる月", () => {
    it.each([
      [
        "7月分から前",
        ofMonths("2024-07", "2025-06"),
        "refuse month-too-old /details/from",
        "申請できるのは2024年10月分からです",
      ],
      ["一番古い月から", ofMonths("2024-10", "2025-06"), null, ""],
      ["その前の月から", ofMonths("2024-09", "2025-06"), "refuse month-too-old /details/from", "2024年10月"],
      ["先の年度", ofMonths("2027-07", "2027-12"), "refuse month-too-far /details/until", "2027年6月分までしか"],
      ["2つの年度", ofMonths("2026-06", "2026-07"), "refuse not-one-application-year /details/until", "7月から翌年6月"],
      ["終わりが先", ofMonths("2026-09", "2026-08"), "refuse not-one-application-year /details/until", "1つの年度"],
    ])("%s", (_, span, reason, words) => {
      const decision = apply({ details: span });
      if (reason === null) expect(exempted(decision)).toEqual([`full ${span.from} ${span.until} income`]);
      else {
        expect(decision.outcome).toBe("refuse");
        expect(reasonsOf(decision)).toEqual([reason]);
        expect(messages(decision)[0]).toContain(words);
      }
    });

    it("納期限が休日で延び時効の完成していない月は、断らず年金事務所に確かめる", () => {
      // 2024年10月分の納期限は12月2日。2026年12月1日の受付では2年1か月より前だが、時効はまだ完成しない。
      const decision = decide(
        "exemption-application",
        application({ details: details(ofMonths("2024-10", "2025-06")), filedOn: "2026-12-01", eventOn: "2026-12-01" }),
        enrolled,
        "2026-12-01",
        incomesOf(earning(0)),
      );
      expect(decision.outcome).toBe("accept");
      expect(reasonsOf(decision)).toContain("notice month-doubtful /details/from");
    });

    it("免除の制度の額を持たない昔の月は受け付けない", () => {
      const decision = decide(
        "exemption-application",
        application({ details: details(ofMonths("1990-07", "1991-06")), filedOn: "1991-06-20", eventOn: "1991-06-20" }),
        enrolled,
      );
      expect(reasonsOf(decision)).toEqual(["refuse month-too-old /details/from"]);
    });

    it("事実発生日は受付日", () => {
      expect(reasonsOf(apply({ over: { eventOn: "2026-11-16" } }))).toContain(
        "refuse not-the-day-of-application /eventOn",
      );
    });
  });

  describe("判定から除く月", () => {
    it.each([
      [
        "第1号でない月",
        { events: [...enrolled, { ...acquiredOn("2027-01-10", "2"), kind: "category-changed" } as LedgerEvent] },
        ["2026-07 2026-12 full"],
        "2027年1月から2027年6月まで: 第1号被保険者でない月です。判定から除きます",
      ],
      [
        "資格のない月",
        { events: [registered, acquiredOn("2026-10-05")] },
        ["2026-10 2027-06 full"],
        "2026年7月から2026年9月まで: 国民年金の被保険者でない月です。判定から除きます",
      ],
      [
        "納めた月",
        { atCounter: { paidMonths: ["2026-07", "2026-08", "2026-12"] } },
        ["2026-09 2026-11 full", "2027-01 2027-06 full"],
        "2026年7月から2026年8月まで、2026年12月: 保険料を納めた(前納を含む)月です。判定から除きます",
      ],
      [
        "前の申請で免除を受けている月",
        { events: [...enrolled, exemptedFor("half", "2026-07", "2026-09")] },
        ["2026-10 2027-06 full"],
        "2026年7月から2026年9月まで: 半額免除を受けている月です。判定から除きます",
      ],
      [
        "学特を受けている月",
        { events: [...enrolled, exemptedFor("student-deferment", "2026-07", "2027-03")] },
        ["2027-04 2027-06 full"],
        "2026年7月から2027年3月まで: 学生納付特例を受けている月です。判定から除きます",
      ],
      [
        "法定免除の月",
        { events: [...enrolled, exemptedFor("statutory", "2026-10", null)] },
        ["2026-07 2026-09 full"],
        "2026年10月から2027年6月まで: 法定免除を受けている月です。判定から除きます",
      ],
      [
        "産前産後免除の月",
        {
          events: [
            ...enrolled,
            {
              kind: "maternity-exempted",
              on: plainDate("2026-11-01"),
              type: "single",
              from: plainMonth("2026-10"),
              until: plainMonth("2027-01"),
            } as LedgerEvent,
          ],
        },
        ["2026-07 2026-09 full", "2027-02 2027-06 full"],
        "2026年10月から2027年1月まで: 産前産後免除を受けている月です。判定から除きます",
      ],
    ])("%s は除き、どの月かと理由を言う", (_, filed, spans, message) => {
      const decision = apply(filed);
      expect(outcomes(decision)).toEqual(spans);
      expect(says(decision, "months-left-out")).toEqual([message]);
    });

    it("60歳に達する月からは、記録が続いていても除く", () => {
      const sixty = born("1967-02-20");
      const decision = apply({
        over: sixty,
        events: [{ kind: "registered", facts: sixty.person } as LedgerEvent, acquiredOn("2015-04-01")],
      });
      expect(outcomes(decision)).toEqual(["2026-07 2027-01 full"]);
    });

    it.each([
      ["任意加入", [registered, acquiredOn("2015-04-01", "voluntary")], "category-not-eligible"],
      ["第3号", [registered, acquiredOn("2015-04-01", "3")], "category-not-eligible"],
      [
        "学特を年度いっぱい受けている",
        [...enrolled, exemptedFor("student-deferment", "2026-04", "2027-06")],
        "student",
      ],
      ["もう全額免除を受けている", [...enrolled, exemptedFor("full", "2026-07", "2027-06")], "no-month-to-decide"],
      ["資格がない", [registered], "no-month-to-decide"],
    ])("残る月がなければ受け付けない: %s", (_, events, code) => {
      const decision = apply({ events: events as readonly LedgerEvent[] });
      expect(decision.outcome).toBe("refuse");
      expect(reasonsOf(decision)).toContain(`refuse ${code} /details/from`);
    });

    it("学生は受け付けず、学生納付特例を案内する", () => {
      expect(reasonsOf(apply({ atCounter: { isStudent: true } }))).toContain("refuse student /atCounter/isStudent");
    });
  });

  describe("所得が分からない", () => {
    const unknown = earning(null);
    it.each([
      ["所得情報が届いていない", null, "incomplete", "income-not-received"],
      ["未申告", incomesOf(unknown, { unidentifiedReason: "not-declared" }), "incomplete", "income-not-declared"],
      [
        "届いていないと記録されている",
        incomesOf(unknown, { unidentifiedReason: "not-received" }),
        "incomplete",
        "income-not-received",
      ],
      ["転入者", incomesOf(unknown, { unidentifiedReason: "moved-in" }), "notice", "income-elsewhere"],
      ["税の台帳にいない", incomesOf(unknown, { unidentifiedReason: "no-such-person" }), "notice", "income-of-nobody"],
    ])("%s: 0円とみなさず保留する", (_, income, weight, code) => {
      const decision = apply({ income });
      expect(outcomes(decision)).toEqual(["2026-07 2027-06 held"]);
      expect(reasonsOf(decision).filter((reason) => reason.includes("income"))).toEqual([`${weight} ${code}`]);
      expect(decision.outcome).toBe(weight === "notice" ? "accept" : "incomplete");
      expect(exempted(decision)).toEqual([]);
    });

    it("配偶者の記載があるのに所得情報にいなければ保留する", () => {
      const decision = apply({ details: { spouse } });
      expect(decision.outcome).toBe("incomplete");
      expect(says(decision, "income-not-received")).toEqual([
        "配偶者の2025年中の所得の情報がありません。税務課に照会し、届いてから補正してください",
      ]);
    });

    it("本人が転入者でも、所得情報にいない配偶者は照会してから補正する", () => {
      const decision = apply({
        details: { spouse },
        income: incomesOf(earning(null), { unidentifiedReason: "moved-in" }),
      });
      expect(reasonsOf(decision)).toEqual(
        expect.arrayContaining(["notice income-elsewhere", "incomplete income-not-received"]),
      );
    });

    it("ほかの人が超えて終わった区分で分からなかったことは求めず、保留の元だけを言う", () => {
      const { dependants: _, ...head } = earning(900_000, { incomeAfterDeductions: 500_000 });
      const decision = apply({
        details: { headOfHousehold: "other", wish: ["full", "three-quarters"] },
        income: incomesOf(earning(700_000, { incomeAfterDeductions: null }), { head }),
      });
      expect(outcomes(decision)).toEqual(["2026-07 2027-06 held"]);
      expect(reasonsOf(decision).filter((reason) => reason.startsWith("incomplete"))).toEqual([
        "incomplete income-not-received",
      ]);
    });

    it("世帯主の扶養の数で結論が変わるときだけ、その数を求める", () => {
      const { dependants: _, ...head } = earning(900_000);
      const of = (income: number, atCounter?: object) =>
        apply({
          details: { headOfHousehold: "other", wish: ["full"] },
          income: incomesOf(earning(0), { head: { ...head, income } }),
          ...(atCounter ? { atCounter } : {}),
        });
      expect(outcomes(of(670_000))).toEqual(["2026-07 2027-06 full"]);
      expect(reasonsOf(of(900_000))).toContain("incomplete head-dependants-unknown /atCounter/headDependants");
      expect(outcomes(of(900_000, { headDependants: 1 }))).toEqual(["2026-07 2027-06 full"]);
      expect(outcomes(of(900_000, { headDependants: 0 }))).toEqual(["2026-07 2027-06 refused"]);
    });

    it("だれかが超えて却下と決まるなら、ほかの人の所得が分からなくても保留しない", () => {
      const decision = apply({ details: { spouse, wish: ["full"] }, income: incomesOf(earning(3_000_000)) });
      expect(outcomes(decision)).toEqual(["2026-07 2027-06 refused"]);
      expect(decision.outcome).toBe("accept");
    });

    it("申請書にない配偶者・世帯主の所得があれば、確かめるよう言う", () => {
      const decision = apply({
        income: incomesOf(earning(0), { spouse: earning(9_000_000), head: { ...earning(9_000_000), dependants: 0 } }),
      });
      expect(decision.outcome).toBe("accept");
      expect(reasonsOf(decision).filter((reason) => reason.includes("income-of-another"))).toEqual([
        "notice income-of-another /details/spouse",
        "notice income-of-another /details/headOfHousehold",
      ]);
    });
  });

  it("年度の違う所得は使わない: 2025年7月から2026年6月の申請は2024年の所得で審査する", () => {
    expect(apply({ details: ofMonths("2025-07", "2026-06") }).assessment?.[0]?.incomeYear).toBe(2024);
  });

  it("継続審査の希望は、所得による全額・猶予なら記録し、一部免除なら記録せずわけを言う", () => {
    const wished = { kind: "continuation-wished", on: "2026-11-20", wished: true };
    expect(eventsOf(apply({ details: { continuation: true } }))).toContainEqual(wished);
    const half = apply({ details: { continuation: true, wish: ["half"] } });
    expect(eventsOf(half)).not.toContainEqual(wished);
    expect(says(half, "not-continued")).toEqual(["一部免除は年度ごとに申請が必要です。"]);
    expect(eventsOf(apply({ details: { continuation: false } }))).not.toContainEqual(wished);
  });

  it("付加保険料を納めている月が免除になるときは、納められなくなることを言う", () => {
    const paying = [...enrolled, startedIn("2026-04")];
    expect(says(apply({ events: paying }), "additional-premium-stops")).toHaveLength(1);
    expect(says(apply({ events: paying, income: incomesOf(earning(9_000_000)) }), "additional-premium-stops")).toEqual(
      [],
    );
    expect(says(apply(), "additional-premium-stops")).toEqual([]);
  });

  it("書類が足りないうちは、見込みより先に足りないものを言う", () => {
    const decision = apply({ over: { filer: "proxy" } });
    expect(reasonsOf(decision)).toEqual(["incomplete document-missing /documents"]);
    expect(outcomes(decision)).toEqual(["2026-07 2027-06 full"]);
  });

  it("受理された申請の月は、次の申請では免除を受けている月になる", () => {
    const first = apply({ details: ofMonths("2026-07", "2026-12") });
    const person = fold([...enrolled, ...eventsOf(first)]);
    expect(person.reliefs.exemptions).toMatchObject([{ type: "full", from: "2026-07", until: "2026-12" }]);
    expect(outcomes(apply({ events: [...enrolled, ...eventsOf(first)] }))).toEqual(["2027-01 2027-06 full"]);
  });

  it.each([
    ["同じ区分を二度", { wish: ["full", "full"] }, "/wish"],
    ["法定免除を希望", { wish: ["statutory"] }, "/wish/0"],
    [
      "同じ事由を二度",
      {
        grounds: [
          { whose: "spouse", reason: "aid" },
          { whose: "spouse", reason: "aid" },
        ],
      },
      "/grounds",
    ],
    ["配偶者の受けた暴力", { grounds: [{ whose: "spouse", reason: "domestic-violence" }] }, "/grounds"],
    ["配偶者の記載がないともあるとも書かない", { spouse: undefined }, "/spouse"],
  ])("%s は書けない", (_, over, pointer) => {
    const sent = flows["exemption-application"].request.safeParse(application({ details: details(over) }));
    expect(sent.error?.issues.map(({ path }) => `/${path.slice(1).join("/")}`)).toEqual([pointer]);
  });
});
