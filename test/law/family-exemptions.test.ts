import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, addMonths, addYears, monthOf, type PlainDate, plainDate } from "../../shared/law/calendar.ts";
import {
  appliesWithoutFiling,
  childcareEligibility,
  childcareLastMonth,
  childcarePeriod,
  isLastMonthDoubtful,
  mayFileChildcare,
  type Parent,
} from "../../shared/law/childcare-exemption.ts";
import {
  earliestMaternityFiling,
  isBirthByLaw,
  maternityBasisDay,
  maternityDayOf,
  maternityMonths,
  maternityPeriod,
  mayBeOneBirth,
  mayFileMaternity,
} from "../../shared/law/maternity-exemption.ts";
import { lengthOf, monthsIn } from "../../shared/law/month-span.ts";
import { countsAsPaid, type Relief, reliefOfMonth } from "../../shared/law/relief-priority.ts";
import { days } from "./generators.ts";

const births = days.filter((day) => day >= "2019-08-01");
const childcareOf = (childBornOn: PlainDate, parent: Parent, multiple = false) =>
  childcarePeriod({
    childBornOn,
    parent,
    adoptedOn: null,
    maternity: parent === "mother" ? maternityPeriod(childBornOn, multiple) : null,
  });

describe("産前産後免除 (法88条の2)", () => {
  it("単胎は4月、多胎は6月で、出産月の翌々月に終わる", () => {
    fc.assert(
      fc.property(births, fc.boolean(), (born, multiple) => {
        const period = maternityPeriod(born, multiple);
        expect(lengthOf(period)).toBe(multiple ? 6 : 4);
        expect(period?.until).toBe(addMonths(monthOf(born), 2));
      }),
    );
  });

  it("平成31年4月より前の月は免除しない", () => {
    expect(maternityPeriod(plainDate("2019-03-10"), false)).toEqual({ from: "2019-04", until: "2019-05" });
    expect(maternityPeriod(plainDate("2019-01-31"), false)).toBeNull();
  });

  it("届出前の出産は出産日、届出後の出産は予定日で数える", () => {
    const birth = { dueOn: plainDate("2026-12-05"), deliveredOn: plainDate("2026-11-28"), multiple: false };
    expect(maternityBasisDay(birth, plainDate("2026-12-10"))).toBe("2026-11-28");
    expect(maternityBasisDay(birth, plainDate("2026-11-28"))).toBe("2026-11-28");
    expect(maternityBasisDay(birth, plainDate("2026-11-01"))).toBe("2026-12-05");
    expect(maternityBasisDay(birth, null)).toBe("2026-11-28");
    expect(maternityBasisDay({ ...birth, dueOn: null }, plainDate("2026-11-01"))).toBe("2026-11-28");
    expect(maternityBasisDay({ dueOn: null, deliveredOn: null, multiple: false }, null)).toBeNull();
  });

  it("第1号の月だけを免除する", () => {
    const period = maternityPeriod(plainDate("2026-12-10"), false);
    expect(maternityMonths(period, (month) => (month >= "2026-12" ? "1" : "2"))).toEqual([
      "2026-12",
      "2027-01",
      "2027-02",
    ]);
    expect(maternityMonths(period, () => "voluntary")).toEqual([]);
    expect(maternityMonths(period, () => undefined)).toEqual([]);
  });

  it("予定日の6か月前から届け出でき、期限はない", () => {
    const due = plainDate("2027-05-20");
    const birth = { dueOn: due, deliveredOn: null, multiple: false };
    expect(earliestMaternityFiling(due)).toBe("2026-11-20");
    expect(mayFileMaternity(birth, plainDate("2026-11-19")).ok).toBe(false);
    expect(mayFileMaternity(birth, plainDate("2026-11-20")).ok).toBe(true);
    const early = plainDate("2026-11-02");
    expect(mayFileMaternity({ ...birth, deliveredOn: early }, early).ok).toBe(true);
    expect(mayFileMaternity({ ...birth, deliveredOn: plainDate("2026-11-01") }, plainDate("2026-11-02")).ok).toBe(true);
    expect(
      mayFileMaternity({ dueOn: null, deliveredOn: plainDate("2022-03-10"), multiple: false }, plainDate("2026-11-23"))
        .ok,
    ).toBe(true);
  });

  it("280日に満たない日どうしは、同じ出産かもしれない", () => {
    fc.assert(
      fc.property(births, fc.integer({ min: -400, max: 400 }), (day, apart) => {
        expect(mayBeOneBirth(day, addDays(day, apart))).toBe(Math.abs(apart) < 280);
      }),
    );
  });

  it("子の出産(予定)日は、出生日の6週前から、22週で生まれた子の予定日までのうち、早いもの", () => {
    const born = plainDate("2027-02-01");
    const of = (...apart: number[]) =>
      maternityDayOf(
        apart.map((days_) => addDays(born, days_)),
        born,
      );
    expect([of(-42), of(126), of(120, 3)]).toEqual([addDays(born, -42), addDays(born, 126), addDays(born, 3)]);
    expect([of(), of(-43), of(127)]).toEqual([undefined, undefined, undefined]);
  });

  it("出産は妊娠85日以上をいう", () => {
    expect([84, 85].map(isBirthByLaw)).toEqual([false, true]);
  });
});

describe("育児期間免除 (法88条の3)", () => {
  it("子が1歳になる月の前月を超えず、令和8年10月より前に及ばず、実母9月・その他12月を超えない", () => {
    fc.assert(
      fc.property(
        births,
        fc.constantFrom<Parent>("mother", "father", "adoptive"),
        fc.boolean(),
        (born, parent, multiple) => {
          const period = childcareOf(born, parent, multiple);
          expect(lengthOf(period)).toBeLessThanOrEqual(parent === "mother" ? 9 : 12);
          fc.pre(period !== null);
          expect(period.until).toBe(addMonths(monthOf(born), 11));
          expect(period.from >= "2026-10").toBe(true);
        },
      ),
    );
  });

  it("産前産後免除の翌月に始まり、月は重ならない", () => {
    fc.assert(
      fc.property(
        births.filter((day) => day >= "2026-12-01"),
        fc.boolean(),
        (born, multiple) => {
          const months = [
            ...monthsIn(maternityPeriod(born, multiple)),
            ...monthsIn(childcareOf(born, "mother", multiple)),
          ];
          expect(months).toHaveLength(multiple ? 15 : 13);
          expect(new Set(months).size).toBe(months.length);
          expect(childcareOf(born, "mother")?.from).toBe(addMonths(monthOf(born), 3));
        },
      ),
    );
  });

  it("予定日で数えた産前産後免除が早く終わっても9月を超えない", () => {
    const maternity = maternityPeriod(plainDate("2026-11-20"), false);
    const period = childcarePeriod({
      childBornOn: plainDate("2026-12-02"),
      parent: "mother",
      adoptedOn: null,
      maternity,
    });
    expect(period).toEqual({ from: "2027-02", until: "2027-10" });
  });

  it("養親は縁組の月から。1歳後の縁組と施行前に1歳になった子は0月", () => {
    const of = (born: string, adopted: string) =>
      childcarePeriod({
        childBornOn: plainDate(born),
        parent: "adoptive",
        adoptedOn: plainDate(adopted),
        maternity: null,
      });
    expect(of("2027-01-15", "2027-05-10")).toEqual({ from: "2027-05", until: "2027-12" });
    expect(of("2027-01-15", "2028-02-01")).toBeNull();
    expect(of("2025-10-15", "2025-10-20")).toBeNull();
  });

  it("第1号で子と同居し、月が残る人だけが対象である", () => {
    const period = childcareOf(plainDate("2027-01-15"), "father");
    expect(childcareEligibility("1", true, period).ok).toBe(true);
    const refused = [
      childcareEligibility("3", true, period),
      childcareEligibility("1", false, period),
      childcareEligibility("1", true, null),
    ];
    expect(refused.map(({ reasons }) => reasons[0]?.code)).toEqual([
      "category-not-eligible",
      "not-living-together",
      "no-month-left",
    ]);
    expect(childcareEligibility("voluntary", true, period).ok).toBe(false);
  });

  it("令和8年9月以後に産前産後免除が終わる実母だけが届出不要になり得る", () => {
    const ending = (born: string) => maternityPeriod(plainDate(born), false);
    expect(appliesWithoutFiling("mother", ending("2026-07-10"))).toBe(true);
    expect(appliesWithoutFiling("mother", ending("2026-06-10"))).toBe(false);
    expect(appliesWithoutFiling("mother", null)).toBe(false);
    expect(appliesWithoutFiling("father", ending("2026-07-10"))).toBe(false);
  });
});

describe("育児期間免除の届出と終わり(見込み)", () => {
  it("令和8年10月1日から届け出られる", () => {
    expect(
      [mayFileChildcare(plainDate("2026-09-30")), mayFileChildcare(plainDate("2026-10-01"))].map(({ ok }) => ok),
    ).toEqual([false, true]);
  });

  it("養育の終わった日の翌日の属する月の前月まで。月末のほかは読み方に疑いがある", () => {
    fc.assert(
      fc.property(births, (day) => {
        const last = childcareLastMonth(day);
        const isMonthEnd = monthOf(addDays(day, 1)) !== monthOf(day);
        expect(last).toBe(isMonthEnd ? monthOf(day) : addMonths(monthOf(day), -1));
        expect(isLastMonthDoubtful(day)).toBe(!isMonthEnd);
      }),
    );
  });

  it("1歳に達した日(誕生日の前日)を終わりの日とすれば、1歳になる月の前月になる", () => {
    fc.assert(
      fc.property(
        births.filter((day) => !day.endsWith("02-29")),
        (born) => {
          expect(childcareLastMonth(addDays(addYears(born, 1), -1))).toBe(addMonths(monthOf(born), 11));
        },
      ),
    );
  });
});

describe("同じ月の免除の優先順位", () => {
  it("納付済扱いになるものが先で、ほかが加わっても変わらない", () => {
    const all: Relief[] = [
      "maternity",
      "childcare",
      "statutory",
      "full",
      "deferment",
      "student-deferment",
      "three-quarters",
      "half",
      "quarter",
    ];
    fc.assert(
      fc.property(fc.subarray(all, { minLength: 1 }), (some) => {
        const chosen = reliefOfMonth(new Set(some));
        expect(chosen).toBe(some[0]);
        expect(countsAsPaid(chosen)).toBe(some.includes("maternity") || some.includes("childcare"));
      }),
    );
    expect(reliefOfMonth(new Set())).toBeNull();
  });
});
