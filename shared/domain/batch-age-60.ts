import { attainmentDay } from "../law/age.ts";
import type { PlainDate } from "../law/calendar.ts";
import type { Category } from "../law/qualification.ts";
import { voluntaryAgeLimit } from "../law/voluntary-enrolment.ts";
import { type BatchOutcome, type Finding, finding } from "./batch-kinds.ts";
import { type Person, periodOn, type QualificationPeriod } from "./ledger.ts";

const ageLimits = { voluntary: 65, "special-voluntary": 70 } as const;

type Lost = Extract<BatchOutcome, `lost-${string}`>;

const causes = {
  "lost-age-60": "age-60",
  "lost-age-65": "age-65",
  "lost-age-70": "age-70",
  "lost-full-months": "full-months",
} as const satisfies Record<Lost, string>;

/** What is said at 60 of those whose qualification does not end with it. */
const otherwise = {
  "2": "category-2-continues",
  "3": "category-3-left",
  voluntary: "voluntary-continues",
  "special-voluntary": "voluntary-continues",
} as const satisfies Record<Exclude<Category, "1">, BatchOutcome>;

const lost = (outcome: Lost, day: PlainDate, period: QualificationPeriod): Finding =>
  finding(outcome, day, period, [{ kind: "lost", on: day, cause: causes[outcome] }]);

/** How 任意加入 that covers `day` ends on it, if it does: by age, or by the 資格満了日 that was foreseen. */
const expiry = ({ category, expiresOn }: QualificationPeriod, birthDate: PlainDate, day: PlainDate): Lost | null => {
  if (category !== "voluntary" && category !== "special-voluntary") return null;
  if (voluntaryAgeLimit(birthDate, ageLimits[category]) === day)
    return category === "voluntary" ? "lost-age-65" : "lost-age-70";
  return expiresOn === day ? "lost-full-months" : null;
};

/**
 * What `day` ends by itself: 第1号 of someone who attains 60 (法9条3号, on the day of attainment), 任意加入 at 65, 特例
 * 任意加入 at 70, and 任意加入 whose 480 months were foreseen for that day (法附則5条5項4号; a forecast, since it supposes
 * every month paid). Null for someone whom the day does not concern.
 */
export const judgeAge60 = ({ facts, periods }: Person, day: PlainDate): Finding | null => {
  if (facts === null) return null;
  const current = periodOn(periods, day);
  const expired = current && expiry(current, facts.birthDate, day);
  if (current && expired) return lost(expired, day, current);
  const foreseen = periods.find(({ expiresOn, until }) => expiresOn === day && until !== null && until <= day);
  if (foreseen) return finding("already-lost", day, foreseen);
  if (attainmentDay(facts.birthDate, 60) !== day) return null;
  if (current?.category === "1") return lost("lost-age-60", day, current);
  if (current) return finding(otherwise[current.category], day, current);
  const last = periods.findLast(({ from }) => from < day);
  return last ? finding("already-lost", day, last) : finding("not-enrolled", day);
};
