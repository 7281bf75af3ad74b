import { attainmentDay, hasAttained } from "./age.ts";
import { addDays, addMonths, firstDayOf, type PlainDate, type PlainMonth, plainDate } from "./calendar.ts";
import { type Verdict, verdictOf } from "./reason.ts";

const article = "国民年金法附則5条1項";

/** The months of a full 老齢基礎年金 (法27条). */
const fullMonths = 480;

/** The state of a person who applies for 任意加入 on a day. */
export interface VoluntaryApplicant {
  readonly birthDate: PlainDate;
  readonly residence: "domestic" | "abroad";
  readonly isJapanese: boolean;
  /** Entitled to an old-age benefit of 厚生年金 and so outside 第1号 under 60. */
  readonly hasOldAgeBenefit: boolean;
  readonly receivesOldAgeBasic: boolean;
  /** Months that already count towards {@link fullMonths}. */
  readonly creditedMonths: number;
}

const ageClause = (
  { birthDate, residence, isJapanese, hasOldAgeBenefit }: VoluntaryApplicant,
  on: PlainDate,
): boolean => {
  const from = residence === "abroad" || hasOldAgeBenefit ? 20 : 60;
  return (
    (residence === "domestic" || isJapanese) && hasAttained(birthDate, from, on) && !hasAttained(birthDate, 65, on)
  );
};

/** Whether 任意加入 is open on the day of application, which is then the day of gain: never earlier (法附則5条1項・3項). */
export const mayEnrolVoluntarily = (applicant: VoluntaryApplicant, on: PlainDate): Verdict =>
  verdictOf(
    [
      !ageClause(applicant, on) && {
        code: "outside-voluntary-scope",
        message:
          "国内居住の60歳以上65歳未満、老齢給付を受けられる60歳未満、または在外の日本人で20歳以上65歳未満に限ります。",
        article,
      },
      applicant.creditedMonths >= fullMonths && {
        code: "full-months-reached",
        message: "納付した月数がすでに480月に達しています。",
        article: "国民年金法附則5条5項4号",
      },
      applicant.receivesOldAgeBasic && {
        code: "old-age-received",
        message: "老齢基礎年金の支給を受けている人は任意加入できません。",
        article: "国民年金法附則9条の2第1項",
      },
    ],
    { code: "voluntary-open", message: "申出の日に任意加入の資格を取得します(遡りません)。", article },
  );

/** The facts that end 任意加入 (法附則5条5項〜8項). The days of `nationality-lost` and `moved-abroad` are confidence medium. */
export type VoluntaryLossCause = "age-limit" | "withdrawal" | "nationality-lost" | "moved-abroad" | "death";

const daysAfterFact = {
  "age-limit": 0,
  withdrawal: 0,
  "nationality-lost": 1,
  "moved-abroad": 1,
  death: 1,
} as const satisfies Record<VoluntaryLossCause, number>;

/** The 喪失日: the same day for attaining the age limit and for an accepted withdrawal, else the day after. */
export const voluntaryLossDay = (cause: VoluntaryLossCause, factOn: PlainDate): PlainDate =>
  addDays(factOn, daysAfterFact[cause]);

/** The day 任意加入 (`limit` 65) or 特例任意加入 (70) ends by age: the day of attainment. */
export const voluntaryAgeLimit = (birthDate: PlainDate, limit: 65 | 70 = 65): PlainDate =>
  attainmentDay(birthDate, limit);

/**
 * The 喪失日 on reaching 480 months: the first day of the month after the one that completes them (法附則5条5項4号;
 * confidence medium). `month` is the first month not yet in `creditedMonths`, all months from it being paid.
 */
export const fullMonthsLossDay = (creditedMonths: number, month: PlainMonth): PlainDate =>
  firstDayOf(addMonths(month, Math.max(0, fullMonths - creditedMonths)));

/** Last birthday eligible for 特例任意加入, by the day the rule took effect; the birthday of the second row is confidence medium. */
const specialBirthLimits = [
  { from: plainDate("2005-04-01"), bornUntil: plainDate("1965-04-01"), article: "平成16年改正法附則23条" },
  { from: plainDate("2025-06-20"), bornUntil: plainDate("1975-04-01"), article: "令和7年法律74号" },
] as const;

/** Whether a birthday is early enough for 特例任意加入 on `on` (平6改正法附則11条, 平16改正法附則23条, 令和7年法律74号). */
export const isSpecialVoluntaryBirth = (birthDate: PlainDate, on: PlainDate): boolean => {
  const limit = specialBirthLimits.findLast(({ from }) => from <= on);
  return limit !== undefined && birthDate <= limit.bornUntil;
};

/** Whether 特例任意加入 is open on `on`: 65 to 69, born early enough, and short of the 120 months of 受給資格期間. */
export const mayEnrolSpecially = (birthDate: PlainDate, qualifyingMonths: number, on: PlainDate): Verdict =>
  verdictOf(
    [
      !isSpecialVoluntaryBirth(birthDate, on) && {
        code: "born-too-late",
        message: "特例任意加入の対象となる生年月日ではありません。",
        article: "令和7年法律74号",
      },
      (!hasAttained(birthDate, 65, on) || hasAttained(birthDate, 70, on)) && {
        code: "outside-special-age",
        message: "特例任意加入は65歳以上70歳未満に限ります。",
        article: "平成16年改正法附則23条",
      },
      qualifyingMonths >= 120 && {
        code: "qualifying-period-met",
        message: "受給資格期間(120月)を満たしているため、特例任意加入はできません。",
        article: "平成16年改正法附則23条",
      },
    ],
    {
      code: "special-voluntary-open",
      message: "申出の日に特例任意加入の資格を取得します。",
      article: "平成16年改正法附則23条",
    },
  );
