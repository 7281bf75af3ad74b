import {
  circumstanceCodes,
  exemptionCriteria,
  type IncomeRecord,
  type PersonalIncome,
  unidentifiedReasons,
  yesNoCriteria,
} from "../domain/income-record.ts";
import { isWhole, matches, oneOf, type ReportItemRule } from "./report-fits.ts";
import { existences, reviewMarks } from "./report-words.ts";

const circumstance = oneOf(circumstanceCodes);

/** 所得情報 by the names of 別添1, its 23 items and the year they are of. */
export const incomeItems = {
  incomeYear: { label: "所得年", fits: matches(/^\d{4}$/) },
  insuredExists: { label: "該当被保険者存在有無", fits: oneOf(existences) },
  insuredIncome: { label: "被保険者所得金額", fits: isWhole },
  insuredIncomeAfter: { label: "控除後被保険者所得金額", fits: isWhole },
  insuredCircumstance: { label: "被保険者 障害者/寡婦有無", fits: circumstance },
  insuredDependants: { label: "被保険者 配偶・扶養数", fits: isWhole },
  insuredElderly: { label: "被保険者 老人配偶・扶養数", fits: isWhole },
  insuredSpecific: { label: "被保険者 特定扶養・親族数", fits: isWhole },
  spouseIncome: { label: "配偶者所得金額", fits: isWhole },
  spouseIncomeAfter: { label: "控除後配偶者所得金額", fits: isWhole },
  spouseCircumstance: { label: "配偶者 障害者/寡婦有無", fits: circumstance },
  spouseDependants: { label: "配偶者 配偶・扶養数", fits: isWhole },
  spouseElderly: { label: "配偶者 老人配偶・扶養数", fits: isWhole },
  spouseSpecific: { label: "配偶者 特定扶養・親族数", fits: isWhole },
  headIncome: { label: "世帯主所得金額", fits: isWhole },
  headIncomeAfter: { label: "控除後世帯主所得金額", fits: isWhole },
  headCircumstance: { label: "世帯主 障害者/寡婦有無", fits: circumstance },
  headElderly: { label: "世帯主 老人配偶・扶養数", fits: isWhole },
  headSpecific: { label: "世帯主 特定扶養・親族数", fits: isWhole },
  continuationReview: { label: "継続審査該当表示", fits: oneOf(reviewMarks) },
  unidentifiedReason: { label: "未特定理由コード", fits: oneOf(unidentifiedReasons) },
  refExemption: { label: "参考情報 免除基準", fits: oneOf(exemptionCriteria) },
  refDeferment: { label: "参考情報 猶予基準", fits: oneOf(yesNoCriteria) },
  refStudent: { label: "参考情報 学特基準", fits: oneOf(yesNoCriteria) },
} as const satisfies Record<string, ReportItemRule>;

type IncomeValues = Partial<Record<keyof typeof incomeItems, string>>;

/** What is not known stays away, so that its field is blank: 0 would say that there was no income. */
const known = (value: number | null): string | undefined => (value === null ? undefined : String(value));

/** 判定できない has no code: the field is left blank. */
const told = (criterion: string): string | undefined => (criterion === "unknown" ? undefined : criterion);

type Of = Omit<PersonalIncome, "dependants"> & { readonly dependants?: number | undefined };

const personal = (who: "insured" | "spouse" | "head", of: Of | null): Record<string, string | undefined> =>
  of === null
    ? {}
    : {
        [`${who}Income`]: known(of.income),
        [`${who}IncomeAfter`]: known(of.incomeAfterDeductions),
        [`${who}Circumstance`]: of.circumstance,
        // 世帯主の配偶・扶養数 is no item of 別添1 and is not told, whether it is kept or not.
        ...(who === "head" ? {} : { [`${who}Dependants`]: String(of.dependants) }),
        [`${who}Elderly`]: String(of.elderlyDependants),
        [`${who}Specific`]: String(of.specificDependants),
      };

const stated = (values: Readonly<Record<string, string | undefined>>): IncomeValues =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

/** 所得情報 of a year as a record says it. Null where the tax office has told nothing yet: then that is the 未特定理由. */
export const incomeValues = (year: number, income: IncomeRecord | null): IncomeValues =>
  income === null
    ? { incomeYear: String(year), unidentifiedReason: "not-received" }
    : stated({
        incomeYear: String(year),
        insuredExists: income.exists,
        ...personal("insured", income.insured),
        ...personal("spouse", income.spouse),
        ...personal("head", income.head),
        continuationReview: income.continuationReview ? "marked" : "unmarked",
        unidentifiedReason: income.unidentifiedReason ?? undefined,
        refExemption: told(income.reference.exemption),
        refDeferment: told(income.reference.deferment),
        refStudent: told(income.reference.student),
      });
