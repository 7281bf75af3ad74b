import { attainmentDay } from "../../shared/law/age.ts";
import type { PlainDate } from "../../shared/law/calendar.ts";
import { plainDate } from "../../shared/law/calendar.ts";
import { drawAddress, drawPhoneNumber } from "./addresses.ts";
import { around, drawDay, firstOfMonth, leapDayBefore, shift } from "./days.ts";
import { drawAbroad, drawArrival, drawEmployment, farAway, historyOf, type Span } from "./life.ts";
import { drawFamily, drawJapaneseName, drawLatinFamily, drawLatinName, type Name } from "./names.ts";
import { atenaNumberOf, basicPensionNumberOf, householdNumberOf, individualNumberOf } from "./numbers.ts";
import type { QualificationPeriod, Relationship, Sex, SyntheticPerson } from "./person.ts";
import { type Random, randomFrom } from "./random.ts";

interface WardOptions {
  readonly seed: number;
  readonly people: number;
  readonly today: PlainDate;
}

interface Member {
  readonly relationship: Relationship;
  readonly sex: Sex;
  readonly birthDate: PlainDate;
}

const beginsOfEras = { taisho: plainDate("1918-01-01"), showa: plainDate("1926-12-25") } as const;

/** One household in ninety has a head born in 大正, one birth in sixty is on 29 February, one in twelve on the first of a month. */
const drawBirth = (random: Random, today: PlainDate, youngest: number, oldest: number): PlainDate => {
  const day = drawDay(random, shift(today, -Math.round(oldest * 365.25)), shift(today, -Math.round(youngest * 365.25)));
  const trick = random.next();
  if (trick < 1 / 60) return leapDayBefore(day);
  return trick < 0.1 ? firstOfMonth(day) : day;
};

const drawMembers = (random: Random, today: PlainDate, household: number): Member[] => {
  const sex: Sex = random.chance(0.65) ? "male" : "female";
  const birthDate =
    household % 90 === 7
      ? drawDay(random, beginsOfEras.taisho, shift(beginsOfEras.showa, -1))
      : drawBirth(random, today, 21, random.chance(0.7) ? 62 : 95);
  const members: Member[] = [{ relationship: "世帯主", sex, birthDate }];
  if (random.chance(0.45)) return members;

  const partner: Sex = sex === "male" ? "female" : "male";
  if (random.chance(0.85)) {
    const apart = random.int(3650) - 1825;
    const born = shift(birthDate, apart);
    const grown = shift(today, -20 * 366);
    members.push({
      relationship: partner === "female" ? "妻" : "夫",
      sex: partner,
      birthDate: born < grown ? born : birthDate,
    });
  }
  if (random.chance(0.08)) {
    const parent: Sex = random.chance(0.7) ? "female" : "male";
    const born = shift(birthDate, -(8500 + random.int(3000)));
    if (born > beginsOfEras.taisho)
      members.push({ relationship: parent === "female" ? "母" : "父", sex: parent, birthDate: born });
  }
  const children = random.pick([0, 1, 1, 2, 2, 3]);
  for (let child = 0; child < children && members.length < 5; child += 1) {
    const born = shift(birthDate, 365 * (22 + random.int(16)));
    if (born < today) members.push({ relationship: "子", sex: random.pick(["male", "female"]), birthDate: born });
  }
  return members;
};

const inCategory2 = (history: readonly QualificationPeriod[]): Span[] =>
  history.filter(({ category }) => category === "2").map(({ from, until }) => ({ from, until: until ?? farAway }));

const before = (spans: readonly Span[], end: PlainDate): Span[] =>
  spans.filter(({ from }) => from < end).map((span) => (span.until < end ? span : { ...span, until: end }));

/** The histories of a household: a supported spouse stops working on marrying and is 第3号 while the head is 第2号. */
const drawHistories = (
  random: Random,
  today: PlainDate,
  members: readonly Member[],
  foreigner: boolean,
): QualificationPeriod[][] => {
  const histories: QualificationPeriod[][] = [];
  for (const { relationship, birthDate } of members) {
    const spouse = relationship === "妻" || relationship === "夫";
    const married = around(members[0]?.birthDate ?? birthDate, 24 + random.int(10));
    const supported = spouse && random.chance(0.6);
    const jobs = drawEmployment(random, today, birthDate);
    const life = {
      birthDate,
      abroad: (foreigner && relationship !== "子" ? drawArrival : drawAbroad)(random, today, birthDate),
      employed: supported ? before(jobs, married) : jobs,
      dependent: supported ? [{ from: married, until: farAway }] : [],
      spouseInCategory2: inCategory2(histories[0] ?? []),
    };
    histories.push(historyOf(life, today));
  }
  return histories;
};

const drawNames = (random: Random, sex: Sex, foreigner: boolean, family: Name, aliasFamily: Name) => {
  if (!foreigner) {
    const { name, kana } = drawJapaneseName(random, family, sex);
    return { name, nameKana: kana };
  }
  const { name, kana } = drawLatinName(random, family);
  if (random.chance(0.5)) return { name, nameKana: kana };
  const alias = drawJapaneseName(random, aliasFamily, sex);
  return { name, nameKana: kana, alias: alias.name, aliasKana: alias.kana };
};

/**
 * A ward of people who do not exist, household by household; equal for equal options. Lazy: nothing is kept but the calendar.
 * The last household may be cut short so that exactly `people` come. Birth dates that are partly unknown do not occur.
 */
export function* generateWard({ seed, people, today }: WardOptions): Generator<SyntheticPerson, void, undefined> {
  const random = randomFrom(seed);
  let index = 0;
  for (let household = 0; index < people; household += 1) {
    const foreigner = random.chance(0.05);
    const aliasFamily = drawFamily(random);
    const family = foreigner ? drawLatinFamily(random) : aliasFamily;
    const address = drawAddress(random);
    const members = drawMembers(random, today, household);
    const histories = drawHistories(random, today, members, foreigner);
    for (const [at, { relationship, sex, birthDate }] of members.entries()) {
      if (index >= people) return;
      const history = histories[at] ?? [];
      const numbered = history.length > 0 || attainmentDay(birthDate, 20) <= today;
      yield {
        atenaNumber: atenaNumberOf(index, seed),
        householdNumber: householdNumberOf(household, seed),
        individualNumber: individualNumberOf(index, seed),
        ...(numbered ? { basicPensionNumber: basicPensionNumberOf(index, seed) } : {}),
        ...drawNames(random, sex, foreigner, family, aliasFamily),
        birthDate,
        sex,
        relationship,
        ...address,
        ...(random.chance(0.7) ? { phoneNumber: drawPhoneNumber(random) } : {}),
        foreigner,
        history,
      };
      index += 1;
    }
  }
}
