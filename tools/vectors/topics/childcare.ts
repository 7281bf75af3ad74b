import type { PlainDate, PlainMonth } from "../../../shared/law/calendar.ts";
import {
  appliesWithoutFiling,
  childcareEligibility,
  childcarePeriod,
  type Parent,
} from "../../../shared/law/childcare-exemption.ts";
import { eraYear } from "../../../shared/law/era-year.ts";
import { maternityPeriod } from "../../../shared/law/maternity-exemption.ts";
import { type ClosedSpan, lengthOf, monthsIn } from "../../../shared/law/month-span.ts";
import { monthlyPremiums, premiumOf } from "../../../shared/law/premium.ts";
import { isOpenTo } from "../../../shared/law/procedures.ts";
import { cycleYear } from "../../../shared/law/year-cycle.ts";
import { type Answers, type Input, InputError, type Topic, wordIn } from "../input.ts";

const parents: Readonly<Record<string, Parent>> = {
  母: "mother",
  実母: "mother",
  父: "father",
  実父: "father",
  養父母: "adoptive",
  養父: "adoptive",
  養母: "adoptive",
};

/** The mother's 産前産後免除: there is one unless the vector says otherwise. */
const maternityOf = (input: Input, birth: PlainDate): ClosedSpan | null =>
  input.flag("sanzen") === false ? null : maternityPeriod(birth, input.flag("multiple") === true);

const periodOf = (input: Input, birth: PlainDate, parent: Parent): ClosedSpan | null =>
  childcarePeriod({
    childBornOn: birth,
    parent,
    adoptedOn: input.date("adoption") ?? null,
    maternity: parent === "mother" ? maternityOf(input, birth) : null,
  });

/** A month's premium: the vector's own for its 年度, else that of the table; undefined where neither has one. */
const premiumIn = (input: Input, month: PlainMonth): number | undefined =>
  input.object("premium")?.number(eraYear(cycleYear("fiscal", month))) ?? premiumOf(month);

const sumOf = (input: Input, months: readonly PlainMonth[]): number | undefined =>
  months.reduce<number | undefined>((sum, month) => {
    const premium = premiumIn(input, month);
    return sum === undefined || premium === undefined ? undefined : sum + premium;
  }, 0);

/** What both parents, each 第1号, are spared: the mother's 産前産後 and 育児 months, the father's 育児 months. */
const coupleAnswers = (input: Input, birth: PlainDate): Answers => {
  const mother = [...monthsIn(maternityOf(input, birth)), ...monthsIn(periodOf(input, birth, "mother"))];
  const father = monthsIn(periodOf(input, birth, "father"));
  const count = mother.length + father.length;
  const atRates = monthlyPremiums.rows.map(({ from, value }) => [
    `yenAt${eraYear(cycleYear("fiscal", from))}Rate`,
    count * value,
  ]);
  return {
    motherMonths: mother.length,
    fatherMonths: father.length,
    motherYen: sumOf(input, mother),
    fatherYen: sumOf(input, father),
    ...Object.fromEntries(atRates),
  };
};

const parentAnswers = (input: Input, birth: PlainDate, parent: Parent): Answers => {
  const period = periodOf(input, birth, parent);
  const maternity = parent === "mother" ? maternityOf(input, birth) : null;
  const months = lengthOf(period);
  return {
    from: period?.from ?? null,
    to: period?.until ?? null,
    months,
    sanzenFrom: maternity?.from ?? null,
    sanzenTo: maternity?.until ?? null,
    sanzenMonths: lengthOf(maternity),
    totalMonths: lengthOf(maternity) + months,
    total: lengthOf(maternity) + months,
    noFilingPossible: appliesWithoutFiling(parent, input.flag("sanzenFiled") === false ? null : maternity),
  };
};

/** 育児期間免除. Without a role the answers are the couple's. */
export const childcare: Topic = (input) => {
  const birth = input.date("birth");
  const role = input.text("role");
  const category = input.category("type") ?? "1";
  if (birth === undefined && !input.has("type")) throw new InputError("birth or type is needed");
  const parent = role === undefined ? undefined : wordIn(parents, role, "role");
  const together = input.flag("livesTogether", "doukyo", "cohabiting") ?? true;
  const eligible =
    birth === undefined
      ? isOpenTo("childcare", category) && together
      : childcareEligibility(category, together, periodOf(input, birth, parent ?? "father")).ok;
  return {
    eligible,
    ...(birth === undefined ? {} : coupleAnswers(input, birth)),
    ...(birth === undefined || parent === undefined ? {} : parentAnswers(input, birth, parent)),
  };
};
