import { attainmentDay } from "../age.ts";
import { addDays, type PlainDate, type PlainMonth, plainDate, plainMonth } from "../calendar.ts";
import { later } from "../month-span.ts";
import { monthWords } from "../month-words.ts";
import type { Reason } from "../reason.ts";
import { yen } from "../rounding.ts";
import {
  specialDisabilityBenefits,
  specialDisabilityFirstMonth,
  specialDisabilityPayment,
} from "../special-disability-benefit.ts";
import { amountsOf, type Estimate, type EstimateLine, present } from "./estimate.ts";
import {
  estimateSuspension,
  periodOf,
  type SuspensionIncome,
  type SuspensionPeriod,
  suspensionAgainst,
} from "./suspension.ts";

/** Why the person had not been insured: students until March 1991, spouses of 被用者等 until March 1986 (法2条). */
export const specialGrounds = {
  student: { label: "国民年金に任意加入していなかった学生", until: plainDate("1991-03-31") },
  spouse: {
    label: "国民年金に任意加入していなかった、厚生年金・共済組合などに入っていた人の配偶者",
    until: plainDate("1986-03-31"),
  },
} as const satisfies Record<string, { readonly label: string; readonly until: PlainDate }>;

export interface SpecialDisabilityFacts {
  readonly birthDate: PlainDate;
  readonly grade: 1 | 2;
  readonly ground: keyof typeof specialGrounds;
  readonly firstVisitOn: PlainDate;
  readonly claimedOn: PlainDate;
  /** The month asked about; where the claim comes later, its first month counts. */
  readonly month: PlainMonth;
  readonly income: SuspensionIncome;
  /** 老齢年金・遺族年金・労災補償 etc. a month, yen. */
  readonly otherPensionMonthlyYen: number;
}

export interface SpecialDisabilityEstimate extends Estimate {
  /** Yen a month; null where the income is not known, 0 while something but an income stands against it. */
  readonly monthlyYen: number | null;
  readonly suspension: SuspensionPeriod;
}

const law = "特別障害給付金法";
/** The amounts before are own knowledge. */
const publishedFrom = plainMonth("2025-04");

/** The month that is paid: never before the one after the claim. */
export const specialMonthPaid = ({
  claimedOn,
  month,
}: Pick<SpecialDisabilityFacts, "claimedOn" | "month">): PlainMonth =>
  later(month, specialDisabilityFirstMonth(claimedOn));

const obstaclesOf = ({ birthDate, ground, firstVisitOn, claimedOn }: SpecialDisabilityFacts): Reason[] => {
  const lastClaim = addDays(attainmentDay(birthDate, 65), -1);
  const { label, until } = specialGrounds[ground];
  return present<Reason>([
    claimedOn > lastClaim && {
      code: "claim-after-65",
      message: `請求できるのは65歳に達する日の前日(${lastClaim})までです。`,
      article: `${law}6条`,
    },
    firstVisitOn > until && {
      code: "first-visit-too-late",
      message: `初診日が${until}までの、${label}だけが受けられます。`,
      article: `${law}2条`,
    },
  ]);
};

const paymentLines = (
  { otherPensionMonthlyYen: other }: SpecialDisabilityFacts,
  { suspension }: SuspensionPeriod,
  left: number,
): EstimateLine[] => {
  const paid = Math.max(0, left - other);
  return present<EstimateLine>([
    suspension !== null &&
      suspension !== "none" && {
        code: "stopped-part",
        message: `所得による停止の後に残るのは月額${yen(left)}です。`,
        article: `${law}9条`,
        yen: left,
        confidence: "medium",
      },
    other > 0 && {
      code: "other-pensions",
      message: `ほかの年金等の月額${yen(other)}を引き、月額${yen(paid)}です(停止を先にし、0円を下回りません)。`,
      article: `${law}16条`,
      yen: paid,
      confidence: "medium",
    },
  ]);
};

/** 特別障害給付金 by grade, income and other pensions (特別障害給付金法2条〜16条). */
export const estimateSpecialDisabilityBenefit = (facts: SpecialDisabilityFacts): SpecialDisabilityEstimate => {
  const month = specialMonthPaid(facts);
  const { value, article, year, lines: yearLines } = amountsOf(specialDisabilityBenefits, month);
  const monthly = value[facts.grade];
  const suspension = estimateSuspension(month, facts.income, "special");
  const obstacles = obstaclesOf(facts);
  const left = specialDisabilityPayment(monthly, suspension.suspension ?? "none", 0);
  const covered = left > 0 && left <= facts.otherPensionMonthlyYen;
  // Whatever the income, nothing is left where other pensions come to as much.
  const unknown = suspension.suspension === null && !covered;
  const payment = unknown ? null : Math.max(0, left - facts.otherPensionMonthlyYen);
  const lines = present<EstimateLine>([
    ...yearLines,
    {
      code: "monthly-amount",
      message: `${facts.grade}級の月額は${year}の${yen(monthly)}です。`,
      article,
      yen: monthly,
      ...(month < publishedFrom && { confidence: "medium" }),
    },
    ...suspension.lines,
    ...paymentLines(facts, suspension, left),
    {
      code: "first-month",
      message: `支給は請求した月の翌月の${monthWords(specialDisabilityFirstMonth(facts.claimedOn))}分からです(さかのぼりません)。`,
      article: `${law}11条`,
    },
    {
      code: "requirements-not-examined",
      message: "初診日に任意加入していなかったことと、65歳に達する日の前日までに1級・2級に当たったことは見ていません。",
      article: `${law}2条`,
    },
  ]);
  return {
    monthlyYen: obstacles.length > 0 ? 0 : payment,
    suspension: periodOf(suspension),
    lines,
    against: [
      ...obstacles,
      ...suspensionAgainst(suspension, "special"),
      ...(covered
        ? [
            {
              code: "other-pensions-cover",
              message: "ほかの年金等の額が、残る給付金の額以上のため、支給されません。",
              article: `${law}16条`,
            },
          ]
        : []),
    ],
  };
};
