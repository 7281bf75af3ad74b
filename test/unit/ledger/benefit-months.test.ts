import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { benefitMonthsOnFile } from "../../../shared/domain/benefit-months-on-file.ts";
import { foldLedger, type QualificationPeriod } from "../../../shared/domain/ledger.ts";
import type { RecordedExemption } from "../../../shared/domain/recorded-reliefs.ts";
import type { ExemptionType } from "../../../shared/domain/reliefs.ts";
import { noBenefitMonths } from "../../../shared/law/benefit-estimates/benefit-months.ts";
import { addMonths, firstDayOf, plainDate, plainMonth } from "../../../shared/law/calendar.ts";
import { insuredMonths } from "../../../shared/law/qualification.ts";

const nobody = foldLedger([]);
const birthDate = plainDate("1988-05-10");

const period = (
  category: QualificationPeriod["category"],
  from: string,
  until: string | null,
): QualificationPeriod => ({
  category,
  from: plainDate(from),
  until: until === null ? null : plainDate(until),
  fromCause: "turned-20",
  fromStanding: "provisional",
  untilCause: null,
  untilStanding: null,
  expiresOn: null,
});

const exemption = (type: ExemptionType, from: string, until: string): RecordedExemption => ({
  type,
  from: plainMonth(from),
  until: plainMonth(until),
  reason: "income",
  standing: "provisional",
  entry: "00000000000000000000000001" as RecordedExemption["entry"],
});

const counted = (
  periods: readonly QualificationPeriod[],
  exemptions: readonly RecordedExemption[] = [],
  { additionalPremiums = [], maternity = [] }: Partial<typeof nobody & typeof nobody.reliefs> = {},
  until = "2026-10",
) =>
  benefitMonthsOnFile(
    { periods, additionalPremiums, reliefs: { ...nobody.reliefs, exemptions, maternity } },
    birthDate,
    plainMonth(until),
  );

describe("記録から数える月", () => {
  it("第1号の月を、免除の種類と平成21年4月の前後で分けて数える", () => {
    const { months } = counted(
      [period("1", "2008-05-09", null)],
      [
        exemption("student-deferment", "2008-05", "2008-06"),
        exemption("full", "2008-07", "2009-06"),
        exemption("half", "2009-07", "2010-06"),
        exemption("statutory", "2010-07", "2010-07"),
        exemption("quarter", "2010-08", "2010-09"),
        exemption("three-quarters", "2010-10", "2010-12"),
      ],
      {},
      "2011-12",
    );
    expect(months).toEqual({
      ...noBenefitMonths,
      deferred: 2,
      fullBefore: 9,
      full: 3 + 1,
      half: 12,
      quarter: 2,
      threeQuarters: 3,
      paid: 12,
    });
  });

  it("20歳前と60歳以後の第2号は合算対象期間に、あいだは納付済に数え、そう言う", () => {
    const { months, lines } = counted([
      period("2", "2007-04-01", "2010-04-01"),
      period("3", "2010-04-01", "2012-04-01"),
      period("1", "2012-04-01", null),
    ]);
    expect(months).toMatchObject({ complementary: 13, category2: 23, category3: 24, paid: 175 });
    expect(lines.map(({ code }) => code)).toEqual(["months-from-file", "category-2-outside"]);
    expect(lines[0]?.message).toContain("2026年10月までの記録から数えました。");
  });

  it("記録のない月は数えず、何月かを言う", () => {
    const { months, lines } = counted([period("1", "2026-06-01", null)]);
    expect(months).toEqual({ ...noBenefitMonths, paid: 5 });
    // 2008-05 から 2026-05
    expect(lines.at(-1)).toMatchObject({ code: "months-unrecorded" });
    expect(lines.at(-1)?.message).toContain("記録のない217月");
  });

  it("産前産後・育児の月は免除より先に数え、付加保険料の月は納付済のうち数として数える", () => {
    const maternity = {
      on: plainDate("2026-03-20"),
      from: plainMonth("2026-02"),
      until: plainMonth("2026-05"),
      type: "single" as const,
      standing: "provisional" as const,
    };
    const { months } = counted([period("1", "2026-01-01", null)], [exemption("full", "2026-04", "2026-06")], {
      additionalPremiums: [
        { type: "applied", from: plainMonth("2026-03"), until: plainMonth("2026-09"), untilCause: "withdrew" },
      ],
      maternity: [maternity],
    });
    // 1・7〜10月が納付、付加は3〜5月(産前産後)と7・8月
    expect(months).toEqual({ ...noBenefitMonths, paid: 5, maternity: 4, full: 1, additional: 5 });
  });

  it("除くという種別の月は数えない", () => {
    const person = {
      ...nobody,
      periods: [period("1", "2026-01-01", "2026-04-01"), period("special-voluntary", "2026-04-01", null)],
    };
    const paid = (without: readonly "special-voluntary"[]) =>
      benefitMonthsOnFile(person, birthDate, plainMonth("2026-10"), without).months.paid;
    expect([paid([]), paid(["special-voluntary"])]).toEqual([10, 3]);
  });

  it("数えた月の和は、被保険者期間の月数である", () => {
    const category = fc.constantFrom("1" as const, "2" as const, "3" as const, "voluntary" as const);
    const stretch = fc.tuple(category, fc.integer({ min: 1, max: 80 }), fc.nat({ max: 10 }));
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 6 }), (stretches) => {
        let from = plainMonth("2006-04");
        const periods = stretches.map(([each, months, gap]) => {
          const made = period(each, firstDayOf(from), firstDayOf(addMonths(from, months)));
          from = addMonths(from, months + gap);
          return made;
        });
        const until = plainMonth("2040-03");
        const { months } = counted(periods, [exemption("full", "2008-01", "2012-12")], {}, until);
        const { additional, ...kinds } = months;
        expect(additional).toBe(0);
        expect(Object.values(kinds).reduce((a, b) => a + b, 0)).toBe(insuredMonths(periods, until).size);
      }),
    );
  });
});
