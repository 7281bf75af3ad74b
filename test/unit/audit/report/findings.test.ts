import { describe, expect, it } from "vitest";
import type { AuditEntry } from "../../../../shared/audit/entry.ts";
import { groundsOfViews } from "../../../../shared/audit/report/grounds.ts";
import { monthReport } from "../../../../shared/audit/report/month-report.ts";
import type { HeldRight } from "../../../../shared/audit/report/unused-rights.ts";
import type { Finding } from "../../../../shared/domain/audit-findings.ts";
import { type AuditThresholds, thresholdsWith } from "../../../../shared/domain/audit-thresholds.ts";
import { entryOn, inJapan, pseudonym } from "../../../support/trail-entries.ts";

const day = "2026-10-14";
const monthEnd = inJapan("2026-10-31", "23:59:59");
const people = Array.from({ length: 100 }, (_, at) => pseudonym(`person ${at}`));
const [someone = "", colleague = "", self = ""] = people;

const staff = [
  { officer: "clerk-1", department: "pension", subject: self },
  { officer: "clerk-2", department: "pension", subject: colleague },
  { officer: "desk-1", department: "district-office", subject: null },
];

interface Told {
  readonly around?: readonly AuditEntry[];
  readonly rights?: readonly HeldRight[];
  readonly thresholds?: Partial<AuditThresholds>;
}

/** Everyone in these entries had a 届出 today, unless a test says otherwise: then only what it plants is found. */
const filed = entryOn(inJapan(day, "09:00"), { kind: "change", action: "file:loss", subjects: people });

const reportOf = (entries: readonly AuditEntry[], { around = [filed], rights = [], thresholds = {} }: Told = {}) => {
  const grounds = groundsOfViews();
  for (const entry of around) grounds.see(entry);
  const report = monthReport({ thresholds: thresholdsWith(thresholds), staff, grounds });
  for (const entry of entries) report.see(entry);
  return report.finish(rights, monthEnd);
};

const found = (entries: readonly AuditEntry[], told?: Told) =>
  reportOf(entries, told).rows.map(({ finding, officer, subject }) => [finding, officer, subject]);

const view = (time: string, over: Partial<AuditEntry> = {}, on = day) =>
  entryOn(inJapan(on, time), { subjects: [someone], ...over });

describe("届出などのない閲覧", () => {
  it.each([
    ["30日前", "2026-09-14", 0],
    ["31日前", "2026-09-13", 1],
    ["30日後", "2026-11-13", 0],
    ["31日後", "2026-11-14", 1],
  ])("は、記録が%sにあれば %s: %i件", (_, on, count) => {
    const around = [entryOn(inJapan(on, "10:00"), { kind: "change", action: "file:loss", subjects: [someone] })];
    expect(found([view("10:00")], { around })).toHaveLength(count);
  });

  it.each<[string, Partial<AuditEntry>]>([
    ["断られた届出", { kind: "change", result: "refused", subjects: [someone] }],
    ["ほかの人の届出", { kind: "change", subjects: [colleague] }],
    ["ほかの職員の閲覧", { kind: "read", subjects: [someone] }],
  ])("の理由に、%sはならない", (_, over) => {
    expect(found([view("10:00")], { around: [entryOn(inJapan(day, "11:00"), over)] })).toEqual([
      ["view-without-filing", "clerk-1", someone],
    ]);
  });

  it("は、だれの届出でも理由になり、職員と対象者ごとに1行で、回数を言う", () => {
    const entries = [view("10:00"), view("11:00"), view("11:30", { officer: "clerk-2" })];
    const { rows } = reportOf(entries, { around: [] });
    expect(rows.map(({ officer, detail }) => [officer, detail.slice(-4)])).toEqual([
      ["clerk-1", "閲覧2回"],
      ["clerk-2", "閲覧1回"],
    ]);
  });

  it.each<[string, Partial<AuditEntry>]>([
    ["監査人がアクセス記録を読むこと", { purpose: "audit", officer: "auditor-1", roles: ["auditor"] }],
    ["断られた閲覧", { result: "refused" }],
    ["連携システム", { roles: ["system"] }],
    ["届出の登録そのもの", { kind: "change" }],
  ])("に、%sは数えない", (_, over) => {
    expect(found([view("10:00", over)], { around: [] })).toEqual([]);
  });
});

describe("時間外の操作", () => {
  it.each([
    ["07:59", day, 1],
    ["08:00", day, 0],
    ["17:59", day, 0],
    ["18:00", day, 1],
    ["10:00", "2026-10-17", 1],
    ["10:00", "2026-10-12", 1],
  ])("%s(%s): %i件", (time, on, count) => {
    expect(found([view(time, {}, on)])).toHaveLength(count);
  });

  it("は1日1行で、始めと終わりの時刻を言う", () => {
    const { rows } = reportOf([view("20:15"), view("21:02"), view("20:30", { officer: "clerk-2" })]);
    expect(rows.map(({ detail }) => detail)).toEqual([
      "時間外の操作2件(20:15〜21:02)",
      "時間外の操作1件(20:30〜20:30)",
    ]);
  });

  it("に、自ら動くものは入らない", () => {
    expect(found([view("02:00", { officer: "schedule:batches", roles: ["system"], session: null })])).toEqual([]);
  });
});

describe("短い間の多数の閲覧", () => {
  const views = (count: number, minutes: number, on = day) =>
    Array.from({ length: count }, (_, at) => {
      const second = Math.floor((at * minutes * 60) / count);
      const time = `10:${String(Math.floor(second / 60)).padStart(2, "0")}:${String(second % 60).padStart(2, "0")}`;
      return view(time, { subjects: [people[at + 5] ?? ""] }, on);
    });

  it("は、10分に30人まで何も言わず、31人で1行になる", () => {
    expect(found(views(30, 10))).toEqual([]);
    expect(found(views(31, 9))).toEqual([["burst", "clerk-1", null]]);
    expect(found(views(31, 40))).toEqual([]);
  });

  it("は、同じ人を何度見ても1人と数える", () => {
    expect(
      found(Array.from({ length: 60 }, (_, at) => view(`10:0${at % 10}`)).sort((a, b) => (a.at < b.at ? -1 : 1))),
    ).toEqual([]);
  });

  it("は、1日の人数がふだんの3倍を超えた日も指す", () => {
    const usual = ["2026-10-05", "2026-10-06", "2026-10-07"].flatMap((on) => views(25, 59, on));
    expect(found([...usual, ...views(76, 59)], { thresholds: { burstPeople: 100 } })).toEqual([
      ["burst", "clerk-1", null],
    ]);
    expect(found([...usual, ...views(75, 59)], { thresholds: { burstPeople: 100 } })).toEqual([]);
  });
});

describe("だれを見たか", () => {
  it("本人の記録、同じ所属の職員の記録を、それぞれ指す", () => {
    expect(found([view("10:00", { subjects: [self] })])).toEqual([["own-record", "clerk-1", self]]);
    expect(found([view("10:00", { subjects: [colleague] })])).toEqual([["colleague", "clerk-1", colleague]]);
  });

  it("ほかの所属の職員の閲覧は、同僚の閲覧ではない", () => {
    const over = { officer: "desk-1", department: "district-office", subjects: [colleague] };
    expect(found([view("10:00", over)])).toEqual([]);
  });

  it("同じ姓の人の閲覧は、記録の符号で指す。何人も出た検索では、だれかは言わない", () => {
    expect(found([view("10:00", { codes: ["namesake"] })])).toEqual([["namesake", "clerk-1", someone]]);
    const many = view("10:00", { kind: "search", subjects: people.slice(5, 8), codes: ["namesake"] });
    expect(found([many])).toEqual([["namesake", "clerk-1", null]]);
  });

  it("個人番号の表示と、支援措置の住所の表示を指す", () => {
    expect(found([view("10:00", { items: ["addressee.myNumber"] })])).toEqual([
      ["individual-number-shown", "clerk-1", someone],
    ]);
    expect(found([view("10:00", { purpose: "protected-address" })])).toEqual([
      ["protected-address-shown", "clerk-1", someone],
    ]);
  });

  it("受給者の要配慮の項目の表示を指す。伏せた受給権の閲覧と、一覧でのだれかは言わない", () => {
    const items = ["beneficiary.benefitType", "beneficiary.disabilityGrade"];
    expect(found([view("10:00", { items, purpose: "medical" })])).toEqual([["medical-shown", "clerk-1", someone]]);
    expect(found([view("10:00", { items: items.slice(0, 1), purpose: "medical" })])).toEqual([]);
    expect(found([view("10:00", { items, subjects: people.slice(5, 8) })])).toEqual([
      ["medical-shown", "clerk-1", null],
    ]);
  });
});

describe("繰り返す拒否", () => {
  const refused = (count: number, on = day) =>
    Array.from({ length: count }, (_, at) => entryOn(inJapan(on, `10:0${at}`), { result: "refused" }));

  it("は1日5件から", () => {
    expect(found(refused(4))).toEqual([]);
    expect(found(refused(5))).toEqual([["refusals", "clerk-1", null]]);
    expect(found([...refused(3), ...refused(4, "2026-10-15")])).toEqual([]);
  });
});

describe("同時に使われた端末", () => {
  const at = (time: string, session: string, terminal: string) => entryOn(inJapan(day, time), { session, terminal });

  it("は、ほかのセッションがほかの端末で10分のうちに使われたとき、1日1行", () => {
    expect(found([at("10:00", "a", "t-1"), at("10:09", "b", "t-2"), at("10:12", "a", "t-1")])).toEqual([
      ["concurrent-session", "clerk-1", null],
    ]);
  });

  it.each([
    ["10分たった後", [at("10:00", "a", "t-1"), at("10:10", "b", "t-2")]],
    ["同じ端末でのログインし直し", [at("10:00", "a", "t-1"), at("10:05", "b", "t-1")]],
    ["同じセッション", [at("10:00", "a", "t-1"), at("10:05", "a", "t-1")]],
  ])("に、%sは入らない", (_, entries) => {
    expect(found(entries)).toEqual([]);
  });

  it("は、ログインの記録がそう言うときも", () => {
    expect(found([entryOn(inJapan(day, "10:00"), { kind: "login", codes: ["concurrent-session"] })])).toEqual([
      ["concurrent-session", "clerk-1", null],
    ]);
  });
});

describe("使われていない権限", () => {
  const right = (since: string, lastUsed: string | null): HeldRight => ({
    officer: "clerk-1",
    role: "clerk",
    since: inJapan(since, "00:00"),
    lastUsedAt: lastUsed === null ? null : inJapan(lastUsed, "10:00"),
  });

  it.each([
    ["90日前に使った", right("2026-04-01", "2026-08-02"), 1],
    ["89日前に使った", right("2026-04-01", "2026-08-03"), 0],
    ["使ったことがない", right("2026-04-01", null), 1],
    ["できて間もない", right("2026-09-01", null), 0],
  ])("%s: %i件", (_, held, count) => {
    expect(found([], { rights: [held] })).toHaveLength(count);
  });
});

describe("月次報告", () => {
  it("の件数は行の数で、ない指摘は0", () => {
    const { counts, rows } = reportOf([view("20:00"), view("10:00", { subjects: [self] })]);
    expect(counts).toMatchObject({ "out-of-hours": 1, "own-record": 1, burst: 0 } satisfies Partial<
      Record<Finding, number>
    >);
    expect(rows).toHaveLength(2);
  });
});
