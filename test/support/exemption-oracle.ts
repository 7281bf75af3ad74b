/**
 * A second reading of 法90条・90条の2・90条の3 and 施行令6条の7〜6条の12, written from the text of the rules and sharing no line with
 * `shared/law`: amounts in 万円 where the text has them so, branches where the law room has tables, `Date` where it has a calendar of its own.
 */
interface Asked {
  readonly income: number | null;
  /** Null where the tax office does not know it. */
  readonly after: number | null;
  readonly general: number;
  readonly elderly: number;
  readonly specific: number;
  /** 障害者・寡婦・ひとり親. */
  readonly special: boolean;
  /** 失業・災害・扶助. */
  readonly ground: boolean;
}

export interface AskedMonth {
  readonly year: number;
  readonly month: number;
  readonly birth: readonly [year: number, month: number, day: number];
  readonly applicant: Asked;
  readonly spouse: Asked | null;
  readonly head: Asked | null;
  /** Kinds by their numbers: 0 全額, 1 猶予, 2 4分の3, 3 半額, 4 4分の1. */
  readonly wish: readonly number[];
}

const man = 10_000;

/** Yes, no, or undefined where it cannot be told. */
const within = (income: number | null, limit: number): boolean | undefined =>
  income === null ? undefined : income <= limit;

const either = (a: boolean | undefined, b: boolean | undefined): boolean | undefined => {
  if (a === true || b === true) return true;
  return a === false && b === false ? false : undefined;
};

/** 令和3年7月分からの額と、その前の額. */
const isNew = (year: number, month: number) => year > 2021 || (year === 2021 && month >= 7);

const passes = (who: Asked, kind: number, year: number, month: number): boolean | undefined => {
  if (who.ground) return true;
  const now = isNew(year, month);
  let own: boolean | undefined;
  if (kind <= 1) {
    const heads = who.general + who.elderly + who.specific;
    own = within(who.income, (heads + 1) * 35 * man + (now ? 32 : 22) * man);
  } else {
    const base = [now ? 88 : 78, now ? 128 : 118, now ? 168 : 158][kind - 2] ?? 0;
    own = within(who.after, (base + 38 * who.general + 48 * who.elderly + 63 * who.specific) * man);
  }
  return who.special ? either(own, within(who.income, (now ? 135 : 125) * man)) : own;
};

/** 50歳に達する日(誕生日の前日)の属する月より前か. */
const isUnder50 = ({ birth: [y, m, d], year, month }: AskedMonth): boolean => {
  const eve = new Date(Date.UTC(y + 50, m - 1, d));
  // A birthday on 29 February that the year does not have rolls over to 1 March; the eve is 28 February either way.
  eve.setUTCDate(eve.getUTCDate() - 1);
  return year * 12 + month < eve.getUTCFullYear() * 12 + eve.getUTCMonth() + 1;
};

/** 納付猶予(50歳未満): 平成28年7月から令和17年6月まで. */
const isDeferrable = (asked: AskedMonth): boolean => {
  const at = asked.year * 12 + asked.month;
  return at >= 2016 * 12 + 7 && at <= 2035 * 12 + 6 && isUnder50(asked);
};

/** The number of the kind, "refused", or "held" where an unknown income decides. */
export const oracle = (asked: AskedMonth): number | "refused" | "held" => {
  const order = asked.wish.length > 0 ? asked.wish : [0, 1, 2, 3, 4];
  for (const kind of order) {
    if (kind === 1 && !isDeferrable(asked)) continue;
    const people = [asked.applicant, asked.spouse, kind === 1 ? null : asked.head].filter((who) => who !== null);
    const answers = people.map((who) => passes(who, kind, asked.year, asked.month));
    if (answers.every((answer) => answer === true)) return kind;
    if (!answers.includes(false)) return "held";
  }
  return "refused";
};
