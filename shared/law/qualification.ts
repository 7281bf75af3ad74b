import { attainmentDay } from "./age.ts";
import { addDays, addMonths, monthOf, type PlainDate, type PlainMonth } from "./calendar.ts";

/** 被保険者の種別: 第1号・第2号・第3号 (法7条1項), 任意加入 (法附則5条), 特例任意加入 (平6改正法附則11条, 平16改正法附則23条). */
export type Category = "1" | "2" | "3" | "voluntary" | "special-voluntary";

/** Why the qualification is lost (法9条). `excluded` = 適用除外となる在留資格等 (法7条1項1号, 則1条の2). */
export type LossCause = "moved-abroad" | "old-age-benefit" | "excluded" | "death" | "age-60";

const daysAfterFact = {
  "moved-abroad": 1,
  "old-age-benefit": 0,
  excluded: 1,
  death: 1,
  "age-60": 0,
} as const satisfies Record<LossCause, number>;

/**
 * The day the qualification is lost: the day after the fact, but the same day on reaching 60 (`factOn` = the day of
 * attainment) and on becoming entitled to an old-age benefit of 厚生年金 (法9条柱書括弧書).
 */
export const lossDay = (cause: LossCause, factOn: PlainDate): PlainDate => addDays(factOn, daysAfterFact[cause]);

/** The ages of compulsory insurance for 第1号: gained on attaining 20 (法8条), lost on attaining 60 (法9条3号), so `until` is exclusive. */
export const compulsoryAges = (birthDate: PlainDate): { readonly from: PlainDate; readonly until: PlainDate } => ({
  from: attainmentDay(birthDate, 20),
  until: attainmentDay(birthDate, 60),
});

/** A stretch of one category. `until` is the 喪失日 or the day the category changed, exclusive; null while it lasts. */
export interface Period {
  readonly category: Category;
  readonly from: PlainDate;
  readonly until: PlainDate | null;
}

/** Periods that follow without a gap form one qualification: a change of category is neither a gain nor a loss. */
const qualificationsOf = (periods: readonly Period[]): Period[][] => {
  const sorted = [...periods].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  const runs: Period[][] = [];
  for (const period of sorted) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run !== undefined && last !== undefined && (last.until === null || last.until >= period.from)) run.push(period);
    else runs.push([period]);
  }
  return runs;
};

/**
 * The insured months up to and including `upTo`, each with the category it counts as, in calendar order.
 * From the month of gain to the month before the loss (法11条1項); gained and lost in one month, that month counts once,
 * and where it is gained again in that month only the later counts (同2項); a month in which the category changed counts
 * as the last one in it (法11条の2). Where periods overlap the later one ends the earlier. Months before `from` are left
 * out: whoever asks for a year need not count a life.
 */
export const insuredMonths = (
  periods: readonly Period[],
  upTo: PlainMonth,
  from?: PlainMonth,
): ReadonlyMap<PlainMonth, Category> => {
  const months = new Map<PlainMonth, Category>();
  for (const run of qualificationsOf(periods)) {
    const lost = run.at(-1)?.until ?? null;
    const lossMonth = lost === null ? addMonths(upTo, 1) : monthOf(lost);
    run.forEach((period, at) => {
      const first = monthOf(period.from);
      const next = run[at + 1];
      const end = next === undefined ? lossMonth : monthOf(next.from);
      const gainedAndLost = at === run.length - 1 && run[0] !== undefined && monthOf(run[0].from) === lossMonth;
      const begin = from !== undefined && first < from ? from : first;
      if (gainedAndLost && first <= upTo && first === begin) months.set(first, period.category);
      for (let month = begin; month < end && month <= upTo; month = addMonths(month, 1)) {
        months.set(month, period.category);
      }
    });
  }
  return months;
};
