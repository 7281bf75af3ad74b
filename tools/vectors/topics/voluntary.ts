import { mayPayAdditional } from "../../../shared/law/additional-premium.ts";
import { addMonths, addYears, monthOf, type PlainDate } from "../../../shared/law/calendar.ts";
import { isOpenTo } from "../../../shared/law/procedures.ts";
import type { Category } from "../../../shared/law/qualification.ts";
import {
  fullMonthsLossDay,
  isSpecialVoluntaryBirth,
  mayEnrolSpecially,
  mayEnrolVoluntarily,
  type VoluntaryLossCause,
  voluntaryAgeLimit,
  voluntaryLossDay,
} from "../../../shared/law/voluntary-enrolment.ts";
import { type Answers, type Input, InputError, type Topic } from "../input.ts";

const factKeys = {
  nationalityLost: "nationality-lost",
  withdrawDate: "withdrawal",
  deathDate: "death",
  leaveJapanDate: "moved-abroad",
} as const satisfies Record<string, VoluntaryLossCause>;

const applicationAnswers = (input: Input, applied: PlainDate, birthDate: PlainDate): Answers => {
  const credited = input.number("paidMonths", "creditedMonths") ?? 0;
  const qualifying = input.number("qualifyingMonths", "qualifiedMonths") ?? credited;
  const ordinary = mayEnrolVoluntarily(
    {
      birthDate,
      residence: input.flag("abroad") === true || input.flag("resident") === false ? "abroad" : "domestic",
      isJapanese: input.flag("japanese") ?? true,
      hasOldAgeBenefit: input.flag("oldAgeBenefit") === true,
      receivesOldAgeBasic: input.flag("receivesOldAge") === true,
      creditedMonths: credited,
    },
    applied,
  );
  const eligible = ordinary.ok || mayEnrolSpecially(birthDate, qualifying, applied).ok;
  return { eligible, acquireDate: eligible ? applied : null, retroactive: false };
};

const typeAnswers = (category: Category): Answers => {
  const fuka = mayPayAdditional({ category, relief: null, isFundMember: false }).ok;
  return {
    menjoAllowed: isOpenTo("exemption", category),
    gakutokuAllowed: isOpenTo("student-deferment", category),
    sanzen: isOpenTo("maternity", category),
    ikuji: isOpenTo("childcare", category),
    fuka,
    fukaAllowed: fuka,
  };
};

const lossAnswers = (lossDate: PlainDate): Answers => ({ lossDate, lastMonth: addMonths(monthOf(lossDate), -1) });

/** Every fact of the input that ends 任意加入; the earliest counts. */
const lossOf = (input: Input, birthDate: PlainDate | undefined): Answers => {
  const special = input.category("type") === "special-voluntary";
  const days = (Object.keys(factKeys) as (keyof typeof factKeys)[]).flatMap((key) => {
    const on = input.date(key);
    return on === undefined ? [] : [voluntaryLossDay(factKeys[key], on)];
  });
  if (birthDate !== undefined) days.push(voluntaryAgeLimit(birthDate, special ? 70 : 65));
  const [credited, month] = [input.number("creditedMonths"), input.month("lastMonth", "month")];
  if (credited !== undefined && month !== undefined) days.push(fullMonthsLossDay(credited, month));
  const first = days.sort()[0];
  return first === undefined ? {} : lossAnswers(first);
};

/** 任意加入・特例任意加入. An `age` without a birthday means that age on the day of application. */
export const voluntary: Topic = (input, { today }) => {
  const applied = input.date("applyDate");
  const age = input.number("age");
  const birthDate = input.date("birthDate");
  const assumed = birthDate ?? (age === undefined ? undefined : addYears(applied ?? today, -age));
  const category = input.category("type");
  if (input.keys().length === 0) throw new InputError("input is empty");
  return {
    ...(applied === undefined || assumed === undefined ? {} : applicationAnswers(input, applied, assumed)),
    ...(category === undefined ? {} : typeAnswers(category)),
    ...lossOf(input, birthDate),
    birthEligible: assumed === undefined ? undefined : isSpecialVoluntaryBirth(assumed, applied ?? today),
  };
};
