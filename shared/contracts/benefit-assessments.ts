import * as z from "zod";
import { countSchema, yenSchema } from "../domain/income-record.ts";
import { keysOf } from "../domain/keys-of.ts";
import { atenaNumberSchema, plainDateSchema, plainMonthSchema } from "../domain/values.ts";
import { monthKindNames, noBenefitMonths } from "../law/benefit-estimates/benefit-months.ts";
import { specialGrounds } from "../law/benefit-estimates/special-disability-benefit.ts";

/** `assessBenefit`: what a 給付 would come to and why, by its kind. Nothing of it is stored, so it may say what no 届出 may. */

/** The kinds of `POST /v1/assessments/{kind}`. */
export const benefitKinds = {
  "old-age-pension": "老齢基礎年金・付加年金",
  "disability-pension": "障害基礎年金",
  "survivor-pension": "遺族基礎年金",
  "widow-pension": "寡婦年金",
  "death-lump-sum": "死亡一時金",
  "disability-income-limit": "20歳前傷病による障害基礎年金の支給停止",
  "special-disability-benefit": "特別障害給付金",
} as const satisfies Record<string, string>;
export type BenefitKind = keyof typeof benefitKinds;

export const isBenefitKind = (kind: string | undefined): kind is BenefitKind =>
  kind !== undefined && Object.hasOwn(benefitKinds, kind);

/** Amounts before this month are in no table (shared/law/benefit-amounts.ts). */
const firstMonthOfAmounts = "2022-04";
const month = plainMonthSchema
  .refine((value) => value >= firstMonthOfAmounts, "2022年4月(令和4年度)以後の月を入力してください")
  .optional()
  .describe("支給の月。その年度の額で見込む。省くと今月");

/** Nobody works longer: from 20 to 70. */
const mostMonths = 600;
const monthCount = z
  .int("月数を整数で入力してください")
  .min(0, { error: "0以上の月数を入力してください", abort: true })
  .max(mostMonths, `${mostMonths}月以内で入力してください`)
  .default(0);
const monthCounts = z.strictObject(
  Object.fromEntries(
    keysOf(noBenefitMonths).map((kind) => [kind, monthCount.describe(monthKindNames[kind])]),
  ) as Record<keyof typeof noBenefitMonths, typeof monthCount>,
);
/** Of somebody on file the months can be counted from the record. */
const months = z
  .union([z.literal("from-file", "月数か、記録から数えること(from-file)を選んでください"), monthCounts])
  .describe("期間ごとの月数。from-file = 記録から数える(ファイルにいる人だけ)");

const whom = {
  atenaNumber: atenaNumberSchema.optional().describe("国民年金ファイルにいる人。目的(Kokunen-Purpose)が要る"),
  person: z
    .strictObject({ birthDate: plainDateSchema })
    .optional()
    .describe("ファイルにいない人、または名を出さない相談"),
} as const;

interface Asked {
  readonly atenaNumber?: unknown;
  readonly person?: unknown;
  readonly months?: z.output<typeof months>;
}

const paidKinds = ["paid", "maternity", "childcare"] as const;

/** What holds whatever is asked about. */
const benefit = <Request extends z.ZodType<Asked>>(request: Request): Request =>
  request
    .refine(({ atenaNumber, person }) => (atenaNumber === undefined) !== (person === undefined), {
      message: "宛名番号(atenaNumber)か人の条件(person)のどちらか一方を入力してください",
      path: ["person"],
    })
    .refine(({ person, months: counted }) => person === undefined || counted !== "from-file", {
      message: "記録から数えられるのは、宛名番号で指した人だけです",
      path: ["months"],
    })
    .refine(
      ({ months: counted = "from-file" }) =>
        counted === "from-file" ||
        Object.values(counted).reduce((sum, each) => sum + each, 0) - counted.additional <= mostMonths,
      { message: `あわせて${mostMonths}月(20歳から70歳まで)を超えています`, path: ["months"] },
    )
    .refine(
      ({ months: counted = "from-file" }) =>
        counted === "from-file" || counted.additional <= paidKinds.reduce((sum, kind) => sum + counted[kind], 0),
      { message: "付加保険料の月が、納めた月より多くなっています", path: ["months", "additional"] },
    );

const income = z.strictObject({
  afterDeductions: yenSchema
    .nullable()
    .describe(
      "雑損・医療費・社会保険料等の控除後の所得。本人の障害者控除は引かない。分からなければnull(0円とはみなさない)",
    ),
  dependants: z
    .strictObject({
      general: countSchema.default(0).describe("一般の扶養親族等"),
      elderly: countSchema.default(0).describe("70歳以上の同一生計配偶者・老人扶養親族"),
      specific: countSchema.default(0).describe("特定扶養親族と、19歳未満の控除対象扶養親族"),
    })
    .optional(),
});
export type TypedSuspensionIncome = z.output<typeof income>;

const grade = z.literal([1, 2], "1級(1)か2級(2)を選んでください").describe("障害等級");
const children = countSchema.default(0).describe("加算の対象の子の数");
const diedOn = plainDateSchema.describe("死亡日");
const claimedOn = plainDateSchema.optional().describe("請求日。省くと今日");
const claimAfterDeath = {
  message: "請求日が死亡日より前です",
  path: ["claimedOn"],
};

const incomeYear = z
  .int("年を整数で入力してください")
  .min(2017, "2017年以後の年を指定してください")
  .max(2100, "2100年までの年を指定してください");
const isDistinct = (years: readonly number[]) => new Set(years).size === years.length;

const taking = z
  .strictObject({
    years: z.int().min(60, "60歳から75歳までで入力してください").max(75, "60歳から75歳までで入力してください"),
    months: z.int().min(0).max(11).default(0),
  })
  .optional()
  .describe("受け始める年齢。省くと65歳。60〜64歳は繰上げ、66歳からは繰下げ");

/** The body of each kind. */
export const benefitRequests = {
  "old-age-pension": benefit(z.strictObject({ ...whom, month, months, takenAt: taking })),
  "disability-pension": benefit(
    z
      .strictObject({
        ...whom,
        month,
        grade,
        children,
        beforeTwenty: z.boolean().default(false).describe("20歳前傷病による(所得で支給停止になる)"),
        income: income.optional().describe("20歳前傷病のとき、支給の月を決める年の所得。なければ所得情報による"),
      })
      .refine(({ beforeTwenty, income: typed }) => beforeTwenty || typed === undefined, {
        message: "所得を見るのは、20歳前傷病(beforeTwenty)のときだけです",
        path: ["income"],
      }),
  ),
  "survivor-pension": benefit(
    z.strictObject({
      ...whom,
      month,
      to: z
        .enum(["spouse", "children"], "子のある配偶者(spouse)か、子だけ(children)かを選んでください")
        .describe("受ける人"),
      children,
    }),
  ),
  "widow-pension": benefit(
    z.strictObject({
      ...whom,
      month,
      months,
      diedOn,
      wifeBirthDate: plainDateSchema.describe("妻の生年月日"),
      marriageMonths: z
        .int("月数を整数で入力してください")
        .min(0)
        .max(1200)
        .describe("婚姻期間(事実婚を含む)の満の月数"),
      husbandReceived: z.boolean().describe("夫が老齢基礎年金・障害基礎年金を受けたことがある"),
      wifeTookEarly: z.boolean().default(false).describe("妻が老齢基礎年金を繰り上げて受けている"),
    }),
  ),
  "death-lump-sum": benefit(
    z
      .strictObject({
        ...whom,
        months,
        diedOn,
        claimedOn,
        deceasedReceived: z.boolean().describe("死亡した人が老齢基礎年金・障害基礎年金を受けたことがある"),
        survivorPension: z.boolean().describe("この死亡で遺族基礎年金を受けられる人がいる"),
        sharedLivelihood: z.boolean().default(true).describe("死亡した人と生計を同じくしていた"),
      })
      .refine((asked) => asked.claimedOn === undefined || asked.claimedOn >= asked.diedOn, claimAfterDeath),
  ),
  "disability-income-limit": benefit(
    z
      .strictObject({
        ...whom,
        years: z.array(incomeYear).min(1).max(6).optional().describe("所得の年。省くと今の支給を決める年と、次の年"),
        incomes: z
          .array(income.extend({ year: incomeYear.describe("所得の年") }))
          .max(6)
          .default([])
          .describe("窓口で聞いた所得。なければ所得情報による"),
      })
      .refine(({ years = [] }) => isDistinct(years), { message: "同じ年を二度書けません", path: ["years"] })
      .refine(({ incomes }) => isDistinct(incomes.map(({ year }) => year)), {
        message: "同じ年の所得を二度書けません",
        path: ["incomes"],
      })
      .refine(({ person, incomes }) => person === undefined || incomes.length > 0, {
        message: "ファイルにいない人は、聞いた所得を入力してください",
        path: ["incomes"],
      }),
  ),
  "special-disability-benefit": benefit(
    z.strictObject({
      ...whom,
      month,
      grade,
      ground: z
        .enum(keysOf(specialGrounds), "学生(student)か、被用者等の配偶者(spouse)かを選んでください")
        .describe("任意加入していなかったわけ"),
      firstVisitOn: plainDateSchema.describe("初診日"),
      claimedOn,
      income: income.optional().describe("支給の月を決める年の所得。なければ所得情報による"),
      otherPensionMonthlyYen: yenSchema.default(0).describe("受けているほかの年金等の月額(円)"),
    }),
  ),
} as const satisfies Record<BenefitKind, z.ZodType>;

export type BenefitRequest<Kind extends BenefitKind> = z.output<(typeof benefitRequests)[Kind]>;
