import { describe, expect, it } from "vitest";
import type { LedgerEvent } from "../../../shared/domain/ledger-events.ts";
import { recordedMonths } from "../../../shared/domain/months.ts";
import { plainMonth } from "../../../shared/law/calendar.ts";
import {
  acquiredOn,
  changedOn,
  childcareOf,
  decide,
  enrolled,
  exempted,
  fold,
  form,
  lostOn,
  maternityOn,
  reasonsOf,
  registered,
} from "./decide.ts";

const seen = { livesWithChild: true, relationConfirmed: true };
/** Filed a year later, so that every day of these children has come. */
const today = "2027-11-23";
const raising = (details: { childBornOn: string; parent?: string; adoptedOn?: string }, over: object = {}) =>
  form({
    filedOn: "2027-11-20",
    eventOn: details.adoptedOn ?? details.childBornOn,
    details: { parent: "father", ...details },
    atCounter: seen,
    ...over,
  });
const file = (body: object, events: readonly LedgerEvent[] = enrolled, on = today) =>
  decide("childcare-exemption", body, events, on);

describe("育児期間免除該当届 (B16)", () => {
  it.each([
    ["実父は出生月から", { childBornOn: "2027-05-01" }, enrolled, "2027-05", "2028-04"],
    [
      "産前産後免除のない実母も出生月から",
      { childBornOn: "2027-05-01", parent: "mother" },
      enrolled,
      "2027-05",
      "2028-04",
    ],
    [
      "実母は産前産後免除の翌月から9月",
      { childBornOn: "2027-05-01", parent: "mother" },
      [...enrolled, maternityOn("2027-05-01")],
      "2027-08",
      "2028-04",
    ],
    [
      "実母の産前産後免除が予定日で記録されていても、その翌月から9月",
      { childBornOn: "2027-05-01", parent: "mother" },
      [...enrolled, maternityOn("2027-04-20")],
      "2027-07",
      "2028-03",
    ],
    [
      "多胎の実母も産前産後免除の翌月から",
      { childBornOn: "2027-01-15", parent: "mother" },
      [...enrolled, maternityOn("2027-01-15", "multiple")],
      "2027-04",
      "2027-12",
    ],
    [
      "養父母は縁組月から",
      { childBornOn: "2027-01-15", parent: "adoptive", adoptedOn: "2027-06-10" },
      enrolled,
      "2027-06",
      "2027-12",
    ],
    [
      "生まれた日に縁組した養父母は出生月から",
      { childBornOn: "2027-01-15", parent: "adoptive", adoptedOn: "2027-01-15" },
      enrolled,
      "2027-01",
      "2027-12",
    ],
    [
      "施行前からの子は令和8年10月から、終わりは延びない",
      { childBornOn: "2026-01-01" },
      enrolled,
      "2026-10",
      "2026-12",
    ],
    [
      "前の子の産前産後免除は数えない",
      { childBornOn: "2027-05-01", parent: "mother" },
      [...enrolled, maternityOn("2026-06-01")],
      "2027-05",
      "2028-04",
    ],
    [
      "父の産前産後免除はないので、母の記録のある人でも父として数える",
      { childBornOn: "2027-05-01" },
      [...enrolled, maternityOn("2027-05-01")],
      "2027-05",
      "2028-04",
    ],
  ] as const)("%s、1歳になる月の前月まで", (_, details, events, from, until) => {
    const decision = file(raising(details), events);
    expect(decision).toMatchObject({
      outcome: "accept",
      events: [{ kind: "childcare-exempted", parent: "father", ...details, from, until }],
    });
  });

  it.each([
    ["令和8年9月30日", "2026-09-30", "refuse"],
    ["令和8年10月1日", "2026-10-01", "accept"],
  ])("%sの届出", (_, filedOn, outcome) => {
    const body = raising({ childBornOn: "2026-09-15" }, { filedOn });
    const decision = file(body, enrolled, filedOn);
    expect(decision.outcome).toBe(outcome);
    expect(reasonsOf(decision)).toEqual(outcome === "accept" ? [] : ["refuse childcare-not-in-force /filedOn"]);
  });

  it.each([
    [
      "1歳になる月まで残らない子",
      raising({ childBornOn: "2025-10-31" }),
      enrolled,
      "refuse no-month-left /details/childBornOn",
    ],
    [
      "同居していない子",
      raising({ childBornOn: "2027-05-01" }, { atCounter: { ...seen, livesWithChild: false } }),
      enrolled,
      "refuse not-living-together /details/childBornOn",
    ],
    [
      "まだ生まれていない子",
      raising({ childBornOn: "2027-11-21" }),
      enrolled,
      "refuse birth-in-future /details/childBornOn",
    ],
    [
      "これからの縁組",
      raising({ childBornOn: "2027-05-01", parent: "adoptive", adoptedOn: "2027-11-21" }),
      enrolled,
      "refuse birth-in-future /details/adoptedOn",
    ],
    [
      "任意加入の人",
      raising({ childBornOn: "2027-05-01" }),
      [registered, acquiredOn("2015-04-01", "voluntary")],
      "refuse category-not-eligible /details/childBornOn",
    ],
    [
      "第3号の人",
      raising({ childBornOn: "2027-05-01" }),
      [registered, acquiredOn("2015-04-01", "3")],
      "refuse category-not-eligible /details/childBornOn",
    ],
    [
      "資格のない人",
      raising({ childBornOn: "2027-05-01" }),
      [...enrolled, lostOn("2026-01-10")],
      "refuse not-enrolled /details",
    ],
    [
      "双子を二度(同じ生年月日の子)",
      raising({ childBornOn: "2027-05-01" }),
      [...enrolled, childcareOf("2027-05-01", "2027-05", "2028-04")],
      "refuse childcare-already-recorded /details/childBornOn",
    ],
  ])("%sは受け付けない", (_, body, events, reason) => {
    const decision = file(body, events);
    expect(decision.outcome).toBe("refuse");
    expect(reasonsOf(decision)).toContain(reason);
  });

  it.each([
    [
      "同居を確かめていない",
      raising({ childBornOn: "2027-11-10" }, { atCounter: { relationConfirmed: true } }),
      ["incomplete living-together-unknown /atCounter/livesWithChild"],
    ],
    [
      "親子関係を番号・住民記録で確かめられず戸籍もない",
      raising({ childBornOn: "2027-11-10" }, { atCounter: { livesWithChild: true } }),
      ["incomplete document-missing /documents"],
    ],
    [
      "養父母なのに縁組日がない",
      raising({ childBornOn: "2027-11-10", parent: "adoptive" }),
      ["incomplete adoption-day-differs /details/adoptedOn"],
    ],
    [
      "実父なのに縁組日がある",
      raising({ childBornOn: "2027-11-10", adoptedOn: "2027-11-10" }),
      ["incomplete adoption-day-differs /details/adoptedOn"],
    ],
  ])("%sときは補正待ちになる", (_, body, reasons) => {
    const decision = file(body);
    expect([decision.outcome, reasonsOf(decision)]).toEqual(["incomplete", reasons]);
  });

  it("縁組日が出生日より前なら補正待ちになる", () => {
    const body = raising(
      { childBornOn: "2027-11-10", parent: "adoptive", adoptedOn: "2027-11-09" },
      { eventOn: "2027-11-10" },
    );
    expect(reasonsOf(file(body))).toEqual(["incomplete adoption-day-differs /details/adoptedOn"]);
  });

  it("途中で第1号になった人は、第1号の月だけ免除される", () => {
    const events = [registered, acquiredOn("2015-04-01", "2"), changedOn("2027-08-05")];
    const decision = file(raising({ childBornOn: "2027-05-01" }), events);
    expect([decision.outcome, reasonsOf(decision)]).toEqual([
      "accept",
      ["notice months-outside-category-1", "notice past-months-exempted"],
    ]);
    const person = fold([...events, ...("events" in decision ? decision.events : [])]);
    const months = recordedMonths(person, plainMonth("2027-07"), plainMonth("2027-09"));
    expect(months.map(({ relief }) => relief?.relief ?? null)).toEqual([null, "childcare", "childcare"]);
  });

  it("学生納付特例の月より優先することを知らせる", () => {
    const events = [...enrolled, exempted("student-deferment", "2027-04", "2028-03")];
    expect(reasonsOf(file(raising({ childBornOn: "2027-11-10" }), events))).toEqual(["notice other-relief-gives-way"]);
  });

  it("多胎なのに産前産後免除が単胎で記録されていれば、その変更届を案内する", () => {
    const reasons = (type: "single" | "multiple") =>
      reasonsOf(
        file(
          raising(
            { childBornOn: "2027-11-10", parent: "mother" },
            { atCounter: { ...seen, childrenAreMultiple: true } },
          ),
          [...enrolled, maternityOn("2027-11-10", type)],
        ),
      );
    expect(reasons("single")).toContain("notice maternity-was-single");
    expect(reasons("multiple")).not.toContain("notice maternity-was-single");
    const adopted = raising(
      { childBornOn: "2027-11-10", parent: "adoptive", adoptedOn: "2027-11-12" },
      { atCounter: { ...seen, childrenAreMultiple: true } },
    );
    expect(reasonsOf(file(adopted, [...enrolled, maternityOn("2027-11-10")]))).toEqual([]);
  });

  it("届出を要しないことがある実母に、そのことを知らせる", () => {
    const body = raising({ childBornOn: "2026-07-10", parent: "mother" }, { filedOn: "2026-11-20" });
    const reasons = (events: readonly LedgerEvent[]) => reasonsOf(file(body, events, "2026-11-23"));
    expect(reasons([...enrolled, maternityOn("2026-07-10")])).toContain("notice may-apply-by-itself");
    expect(reasons([...enrolled, maternityOn("2026-06-30")])).not.toContain("notice may-apply-by-itself");
    expect(reasons(enrolled)).not.toContain("notice may-apply-by-itself");
  });
});
