import { type BenefitMonths, type MonthKind, noBenefitMonths } from "../law/benefit-estimates/benefit-months.ts";
import { type EstimateLine, present } from "../law/benefit-estimates/estimate.ts";
import { addMonths, monthOf, type PlainDate, type PlainMonth, plainMonth } from "../law/calendar.ts";
import { earlier, lengthOf, spanOf } from "../law/month-span.ts";
import { monthWords } from "../law/month-words.ts";
import { type Category, compulsoryAges } from "../law/qualification.ts";
import type { Relief } from "../law/relief-priority.ts";
import type { Person } from "./ledger.ts";
import { type RecordedMonth, recordedMonths } from "./months.ts";

/** From here on the Treasury bears half (平16改正法附則10条). */
const halfBorneFrom = plainMonth("2009-04");

const kinds = {
  maternity: ["maternity", "maternity"],
  childcare: ["childcare", "childcare"],
  statutory: ["full", "fullBefore"],
  full: ["full", "fullBefore"],
  deferment: ["deferred", "deferred"],
  "student-deferment": ["deferred", "deferred"],
  "three-quarters": ["threeQuarters", "threeQuartersBefore"],
  half: ["half", "halfBefore"],
  quarter: ["quarter", "quarterBefore"],
} as const satisfies Record<Relief, readonly [since: MonthKind, before: MonthKind]>;

/** What a recorded month counts as; null where nobody was insured. `compulsory` = from 20 to 60, where 第2号 counts in full. */
const kindOf = ({ month, category, relief }: RecordedMonth, compulsory: boolean): MonthKind | null => {
  if (category === null) return null;
  if (category === "2") return compulsory ? "category2" : "complementary";
  if (category === "3") return "category3";
  if (relief === null) return "paid";
  return kinds[relief.relief][month < halfBorneFrom ? 1 : 0];
};

const article = "国民年金法5条1項・11条・11条の2";

const saysHow = (until: PlainMonth, months: BenefitMonths, unrecorded: number): EstimateLine[] =>
  present<EstimateLine>([
    {
      code: "months-from-file",
      message: `${monthWords(until)}までの記録から数えました。区は納付の記録を持たないため、第1号・任意加入で免除のない月と、一部免除の残りは、納めたものとみなし、追納は見ていません。`,
      article,
    },
    months.complementary > 0 && {
      code: "category-2-outside",
      message: `20歳前と60歳以後の第2号の${months.complementary}月は、合算対象期間に数えました。`,
      article: "国民年金法附則9条1項",
    },
    unrecorded > 0 && {
      code: "months-unrecorded",
      message: `20歳から60歳までのうち記録のない${unrecorded}月は、数えていません(基礎年金番号の記録を年金事務所で確かめてください)。`,
      article,
    },
  ]);

/** The months of the record up to `until`, but those of `without`, as a 給付 counts them, and the lines that say what was assumed. */
export const benefitMonthsOnFile = (
  person: Pick<Person, "periods" | "additionalPremiums" | "reliefs">,
  birthDate: PlainDate,
  until: PlainMonth,
  without: readonly Category[] = [],
): { readonly months: BenefitMonths; readonly lines: readonly EstimateLine[] } => {
  const ages = compulsoryAges(birthDate);
  const [first, last] = [monthOf(ages.from), addMonths(monthOf(ages.until), -1)];
  const begun = person.periods.reduce((month, period) => earlier(month, monthOf(period.from)), first);
  const counts: Record<MonthKind, number> = { ...noBenefitMonths };
  let recorded = 0;
  for (const each of recordedMonths(person, begun, until)) {
    const compulsory = first <= each.month && each.month <= last;
    const kind = kindOf(each, compulsory);
    if (kind === null || (each.category !== null && without.includes(each.category))) continue;
    counts[kind] += 1;
    if (each.additionalPremium) counts.additional += 1;
    if (compulsory) recorded += 1;
  }
  const unrecorded = lengthOf(spanOf(first, earlier(last, until))) - recorded;
  return { months: counts, lines: saysHow(until, counts, unrecorded) };
};
