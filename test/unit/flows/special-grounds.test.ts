import { describe, expect, it } from "vitest";
import type { IncomeRecord } from "../../../shared/domain/income-record.ts";
import type { LedgerEvent } from "../../../shared/domain/ledger-events.ts";
import { application, decide, enrolled, reasonsOf } from "./decide.ts";
import { earning, incomesOf } from "./income-examples.ts";

const rich = earning(5_000_000);
const spouse = { name: "国年　花子", birthDate: "1991-02-03" };

const details = (over: object = {}) => ({
  from: "2026-07",
  until: "2027-06",
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
}

/** Somebody whose income alone would open nothing. */
const apply = ({ income = incomesOf(rich), events = enrolled, documents = [], ...filed }: Filed) =>
  decide(
    "exemption-application",
    application({
      details: details(filed.details),
      ...(filed.atCounter ? { atCounter: filed.atCounter } : {}),
      documents,
    }),
    events,
    "2026-11-23",
    income,
  );

const exempted = (decision: ReturnType<typeof apply>) =>
  ("events" in decision ? decision.events : []).flatMap((event) =>
    event.kind === "exempted" ? [`${event.type} ${event.from} ${event.until} ${event.reason}`] : [],
  );
const outcomes = (decision: ReturnType<typeof apply>) =>
  (decision.assessment ?? []).map(({ from, until, outcome }) => `${from} ${until} ${outcome}`);
const says = (decision: ReturnType<typeof apply>, code: string) =>
  decision.reasons.filter((reason) => reason.code === code).map(({ message }) => message);

const lost = (whose: "applicant" | "spouse" | "head") => ({ whose, reason: "unemployment" });
const papers = [
  "separation-certificate",
  "unemployment-benefit-certificate",
  "retirement-order",
  "closure-notice",
  "suspension-notice",
  "registry-extract",
  "welfare-loan-certificate",
];

describe("失業等の特例 (B06)", () => {
  const jobless = (leftOn: string, over: Filed = {}) =>
    apply({
      details: { grounds: [lost("applicant")], ...over.details },
      atCounter: { leftWorkOn: { applicant: leftOn } },
      documents: ["separation-certificate"],
      ...(over.income === undefined ? {} : { income: over.income }),
    });

  it.each(papers)("離職を示す書類のどれか一つでよい: %s", (document) => {
    const decision = apply({
      details: { grounds: [lost("applicant")] },
      atCounter: { leftWorkOn: { applicant: "2026-06-30" } },
      documents: [document],
    });
    expect(decision.outcome).toBe("accept");
    expect(exempted(decision)).toEqual(["full 2026-07 2027-06 unemployment"]);
  });

  it("書類がなければ、どれが要るかを挙げて補正を待つ", () => {
    const decision = apply({
      details: { grounds: [lost("applicant")] },
      atCounter: { leftWorkOn: { applicant: "2026-06-30" } },
      documents: ["benefit-certificate"],
    });
    expect(decision.outcome).toBe("incomplete");
    expect(says(decision, "document-missing")).toEqual([
      "添付書類がありません。次のどれか一つが要ります: 雇用保険被保険者離職票、雇用保険受給資格者証(受給資格通知)、退職辞令書、廃業届の控え、休業届の控え、登記事項証明書(解散・閉鎖)、総合支援資金貸付の決定通知書",
    ]);
  });

  it("離職日を確かめていなければ補正を待つ", () => {
    const decision = apply({ details: { grounds: [lost("applicant")] }, documents: ["separation-certificate"] });
    expect(decision.outcome).toBe("incomplete");
    expect(reasonsOf(decision)).toContain("incomplete hardship-unproven /atCounter/leftWorkOn/applicant");
  });

  // 離職日の翌日の属する月の前月から、翌日の属する年の翌々年6月まで。
  it.each([
    ["2026-10-31", ["2026-07 2026-09 refused", "2026-10 2027-06 full"]],
    ["2026-10-30", ["2026-07 2026-08 refused", "2026-09 2027-06 full"]],
    ["2024-12-31", ["2026-07 2027-06 full"]],
  ])("%s の離職: 特例の及ぶ月だけが所得にかかわらず免除になる", (leftOn, expected) => {
    expect(outcomes(jobless(leftOn))).toEqual(expected);
  });

  it("離職が早すぎて年度に及ばなければ、何日以後の離職なら及ぶかを言い、所得で判定する", () => {
    const decision = jobless("2024-12-30");
    expect(decision.outcome).toBe("accept");
    expect(outcomes(decision)).toEqual(["2026-07 2027-06 refused"]);
    expect(says(decision, "hardship-out-of-period")).toEqual([
      "本人の「失業・倒産・事業の廃止・休業」の特例が及ぶのは2024年11月から2026年6月までで、申請の月に及びません(この年度に及ぶのは、離職日が2024-12-31以後の場合です)。通常どおり所得で判定します",
    ]);
  });

  it("受付日より後の離職日は受け付けない", () => {
    const decision = jobless("2026-11-21");
    expect(decision.outcome).toBe("refuse");
    expect(reasonsOf(decision)).toContain("refuse hardship-in-future /atCounter/leftWorkOn/applicant");
    expect(jobless("2026-11-20").outcome).toBe("accept");
  });

  it("失業した人だけが要件を満たす扱いになり、ほかの人は通常どおり審査する", () => {
    const of = (whose: "applicant" | "spouse" | "head") =>
      apply({
        details: { spouse, headOfHousehold: "other", grounds: [lost(whose)] },
        atCounter: { leftWorkOn: { [whose]: "2026-06-30" } },
        documents: ["separation-certificate"],
        income: incomesOf(earning(0), { spouse: earning(0), head: { ...rich, dependants: 0 } }),
      });
    expect(outcomes(of("head"))).toEqual(["2026-07 2027-06 full"]);
    expect(exempted(of("head"))).toEqual(["full 2026-07 2027-06 unemployment"]);
    expect(outcomes(of("spouse"))).toEqual(["2026-07 2027-06 deferment"]);
  });

  it("所得だけで同じ区分になるなら、免除理由は所得とし、継続審査もできる", () => {
    const decision = jobless("2026-06-30", { income: incomesOf(earning(0)), details: { continuation: true } });
    expect(exempted(decision)).toEqual(["full 2026-07 2027-06 income"]);
    expect("events" in decision && decision.events.at(-1)).toMatchObject({ kind: "continuation-wished" });
  });

  it("特例で認められた免除は継続審査しない", () => {
    const decision = jobless("2026-06-30", { details: { continuation: true } });
    expect(says(decision, "not-continued")).toEqual(["失業・災害等の特例は年度ごとに申請が必要です。"]);
    expect("events" in decision && decision.events.some(({ kind }) => kind === "continuation-wished")).toBe(false);
  });

  it("本人の所得が分からなくても、失業の月は決まる。残る月だけを保留する", () => {
    const decision = jobless("2026-10-31", { income: incomesOf(earning(null), { unidentifiedReason: "moved-in" }) });
    expect(outcomes(decision)).toEqual(["2026-07 2026-09 held", "2026-10 2027-06 full"]);
    expect(decision.outcome).toBe("accept");
    expect(exempted(decision)).toEqual(["full 2026-10 2027-06 unemployment"]);
  });

  it("一部の月だけでも未申告で保留なら、申請は補正を待つ", () => {
    const decision = jobless("2026-10-31", {
      income: incomesOf(earning(null), { unidentifiedReason: "not-declared" }),
    });
    expect(decision.outcome).toBe("incomplete");
  });

  it("世帯主・配偶者の記載がないのに、その人の事由は書けない", () => {
    const decision = apply({
      details: { grounds: [lost("spouse"), lost("head")] },
      atCounter: { leftWorkOn: { spouse: "2026-06-30", head: "2026-06-30" } },
      documents: ["separation-certificate"],
    });
    expect(decision.outcome).toBe("incomplete");
    expect(reasonsOf(decision)).toEqual(
      expect.arrayContaining([
        "incomplete ground-of-nobody /details/grounds/0/whose",
        "incomplete ground-of-nobody /details/grounds/1/whose",
      ]),
    );
  });
});

describe("災害の特例 (B07)", () => {
  const struck = { struckOn: "2026-09-10", price: 10_000_000, damage: 6_000_000, compensated: 1_000_000 };
  const flooded = (disaster: object | undefined, documents = ["disaster-certificate"]) =>
    apply({
      details: { grounds: [{ whose: "applicant", reason: "disaster" }] },
      documents,
      ...(disaster ? { atCounter: { disaster } } : {}),
    });

  it("被災した月の前月から翌々年6月まで、所得にかかわらず要件を満たす", () => {
    const decision = flooded(struck);
    expect(outcomes(decision)).toEqual(["2026-07 2026-07 refused", "2026-08 2027-06 full"]);
    expect(exempted(decision)).toEqual(["full 2026-08 2027-06 disaster"]);
  });

  it("補てんされた額を除いた損害が価格の2分の1に1円足りなければ、所得で判定する", () => {
    const decision = flooded({ ...struck, compensated: 1_000_001 });
    expect(decision.outcome).toBe("accept");
    expect(reasonsOf(decision)).toContain("notice disaster-loss-too-small /atCounter/disaster");
    expect(exempted(decision)).toEqual([]);
  });

  it.each([
    ["損害を確かめていない", undefined, ["disaster-certificate"], "incomplete hardship-unproven /atCounter/disaster"],
    ["罹災証明がない", struck, [], "incomplete document-missing /documents"],
    [
      "被災日が受付日より後",
      { ...struck, struckOn: "2026-11-21" },
      ["disaster-certificate"],
      "refuse hardship-in-future /atCounter/disaster/struckOn",
    ],
  ])("%s", (_, disaster, documents, reason) => {
    const decision = flooded(disaster, documents);
    expect(decision.outcome).toBe(reason.split(" ")[0]);
    expect(reasonsOf(decision)).toContain(reason);
  });
});

describe("配偶者からの暴力 (B08)", () => {
  const fled = { spouse, grounds: [{ whose: "applicant", reason: "domestic-violence" }] };
  const income = incomesOf(earning(0), { spouse: rich });

  it("配偶者の所得を審査せず、住所を隠すかどうかを確かめさせる", () => {
    const decision = apply({ details: fled, documents: ["violence-certificate"], income });
    expect(exempted(decision)).toEqual(["full 2026-07 2027-06 domestic-violence"]);
    expect(decision.assessment?.[0]?.findings.map(({ role }) => role)).toEqual(["applicant"]);
    expect(says(decision, "spouse-left-out")[0]).toContain("支援措置の申出を本人に確かめてください");
  });

  it("支援措置を受けている人には、住所を表示しないと言う", () => {
    const decision = apply({
      details: fled,
      documents: ["violence-certificate"],
      income,
      events: [...enrolled, { kind: "address-protected", protected: true }],
    });
    expect(says(decision, "spouse-left-out")[0]).toContain("住所は支援措置により表示しません");
  });

  it("配偶者の所得も基準以下なら、免除理由は所得になる", () => {
    const decision = apply({
      details: fled,
      documents: ["violence-certificate"],
      income: incomesOf(earning(0), { spouse: earning(0) }),
    });
    expect(exempted(decision)).toEqual(["full 2026-07 2027-06 income"]);
  });

  it("世帯主の審査は残る", () => {
    const decision = apply({
      details: { ...fled, headOfHousehold: "other", wish: ["full"] },
      documents: ["violence-certificate"],
      income: incomesOf(earning(0), { spouse: rich, head: { ...rich, dependants: 0 } }),
    });
    expect(outcomes(decision)).toEqual(["2026-07 2027-06 refused"]);
  });

  it("証明書がなければ補正を待つ", () => {
    expect(apply({ details: fled, income }).outcome).toBe("incomplete");
  });
});

describe("扶助などの特例 (B09)", () => {
  it.each(["aid", "foreigner-protection", "special-disability-benefit"])(
    "%s は年度を通して、所得にかかわらず要件を満たす",
    (reason) => {
      const of = (documents: string[]) => apply({ details: { grounds: [{ whose: "applicant", reason }] }, documents });
      expect(exempted(of(["benefit-certificate"]))).toEqual([`full 2026-07 2027-06 ${reason}`]);
      expect(of([]).outcome).toBe("incomplete");
    },
  );

  it("要る事由が二人にあれば、先に書かれたものが及ぶ月はそれが免除理由になる", () => {
    const of = (ofSpouse: number) =>
      apply({
        details: { spouse, grounds: [lost("spouse"), { whose: "applicant", reason: "aid" }] },
        atCounter: { leftWorkOn: { spouse: "2026-06-30" } },
        documents: ["closure-notice", "benefit-certificate"],
        income: incomesOf(rich, { spouse: earning(ofSpouse) }),
      });
    expect(exempted(of(5_000_000))).toEqual(["full 2026-07 2027-06 unemployment"]);
    expect(exempted(of(0))).toEqual(["full 2026-07 2027-06 aid"]);
  });

  it("同じ人の事由が月によって変われば、台帳の免除理由も月で分かれる", () => {
    const decision = apply({
      details: { grounds: [{ whose: "applicant", reason: "disaster" }, lost("applicant")] },
      atCounter: {
        leftWorkOn: { applicant: "2026-06-30" },
        disaster: { struckOn: "2026-10-10", price: 1_000_000, damage: 900_000, compensated: 0 },
      },
      documents: ["closure-notice", "disaster-certificate"],
    });
    expect(exempted(decision)).toEqual(["full 2026-07 2026-08 unemployment", "full 2026-09 2027-06 disaster"]);
  });
});
