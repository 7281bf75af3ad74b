import { hasAttained } from "../../shared/law/age.ts";
import { addDays, type PlainDate } from "../../shared/law/calendar.ts";
import type { SyntheticPerson } from "./person.ts";

interface Scenario {
  readonly person: SyntheticPerson;
  /** The day of the fact the filing tells: moving in, leaving employment, ceasing to be supported, moving out. */
  readonly eventOn: PlainDate;
  /** More than 14 days ago: after the period for filing. */
  readonly late: boolean;
}

interface SpouseScenario extends Scenario {
  /** The head whom the same event takes out of 第2号. */
  readonly spouse: SyntheticPerson;
}

interface Scenarios {
  /** Lost by moving abroad, back since. */
  readonly acquisition: readonly Scenario[];
  readonly changeFromCategory2: readonly Scenario[];
  readonly changeFromCategory3: readonly SpouseScenario[];
  /** 第1号 who move abroad. */
  readonly lossMovedAbroad: readonly Scenario[];
}

/** How many of each are wanted. */
type ScenarioCounts = { readonly [K in keyof Scenarios]: number };

/** Days ago, dealt out in turn: every third filing is late. */
const daysAgo = [3, 9, 20, 5, 12, 33, 1, 14, 45] as const;

/** Days before the event that the person's last period must have begun or ended, so that the event is not older than what led to it. */
const settled = 60;

const currentCategory = ({ history }: SyntheticPerson) => {
  const last = history.at(-1);
  return last?.until === null ? last.category : null;
};

const takesPart = (person: SyntheticPerson, today: PlainDate): boolean => {
  const last = person.history.at(-1);
  const changedOn = last?.until ?? last?.from;
  return (
    changedOn !== undefined &&
    changedOn <= addDays(today, -settled) &&
    hasAttained(person.birthDate, 20, addDays(today, -settled)) &&
    !hasAttained(person.birthDate, 60, today)
  );
};

/**
 * Candidates for filings, in the order of the ward and each person once. The same ward, day and counts give the same lists.
 * @throws RangeError when the ward has too few: make it larger rather than show less than was asked for.
 */
export const pickScenarios = (
  ward: readonly SyntheticPerson[],
  today: PlainDate,
  counts: ScenarioCounts,
): Scenarios => {
  const heads = new Map(
    ward.filter(({ relationship }) => relationship === "世帯主").map((head) => [head.householdNumber, head]),
  );
  const taken = new Set<string>();
  const eligible = ward.filter((person) => takesPart(person, today));

  const pick = <T extends { readonly person: SyntheticPerson }>(
    kind: keyof Scenarios,
    candidateOf: (person: SyntheticPerson) => T | undefined,
  ): (T & Scenario)[] => {
    const picked: (T & Scenario)[] = [];
    for (const person of eligible) {
      if (picked.length >= counts[kind]) break;
      const candidate = taken.has(person.atenaNumber) ? undefined : candidateOf(person);
      if (candidate === undefined) continue;
      const ago = daysAgo[picked.length % daysAgo.length] ?? 1;
      picked.push({ ...candidate, eventOn: addDays(today, -ago), late: ago > 14 });
      taken.add(person.atenaNumber);
    }
    if (picked.length < counts[kind]) throw new RangeError(`the ward has ${picked.length} for ${kind}`);
    return picked;
  };

  const inCategory = (category: string) => (person: SyntheticPerson) =>
    currentCategory(person) === category ? { person } : undefined;

  const changeFromCategory3 = pick("changeFromCategory3", (person) => {
    const spouse = heads.get(person.householdNumber);
    const partners = person.relationship === "妻" || person.relationship === "夫";
    if (!partners || currentCategory(person) !== "3" || spouse === undefined || currentCategory(spouse) !== "2")
      return undefined;
    if (taken.has(spouse.atenaNumber) || !takesPart(spouse, today)) return undefined;
    taken.add(spouse.atenaNumber);
    return { person, spouse };
  });
  return {
    changeFromCategory3,
    acquisition: pick("acquisition", (person) =>
      person.history.at(-1)?.endCause === "moved-abroad" ? { person } : undefined,
    ),
    changeFromCategory2: pick("changeFromCategory2", inCategory("2")),
    lossMovedAbroad: pick("lossMovedAbroad", inCategory("1")),
  };
};
