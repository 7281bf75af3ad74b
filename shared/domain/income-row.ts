import * as z from "zod";
import { headDependants } from "./beyond-assessment.ts";
import {
  circumstanceSchema,
  countSchema,
  existsSchema,
  incomeYearSchema,
  unidentifiedReasonSchema,
  yenSchema,
} from "./income-record.ts";
import { administrative, item, type RecordItemId } from "./record-items.ts";
import { atenaNumberSchema } from "./values.ts";

interface IncomeField {
  readonly ja: string;
  /** How a cell of a file is read. */
  readonly value: "text" | "whole" | "flag";
  readonly required: boolean;
  /** Null: no item of 別添1. */
  readonly item: RecordItemId | null;
}

/** 取り込む項目: the one list that the file, the API, the reference and docs/income-feed.md go by. Nothing else is taken. */
export const incomeFields = {
  atenaNumber: { ja: "宛名番号(被保険者)", value: "text", required: true, item: "addressee.addressee" },
  incomeYear: { ja: "所得の年(西暦)", value: "whole", required: true, item: null },
  exists: { ja: "該当被保険者存在有無", value: "text", required: true, item: "income.insuredExistsCode" },
  insuredIncome: { ja: "被保険者 所得金額", value: "whole", required: false, item: "income.insuredIncome" },
  insuredIncomeAfterDeductions: {
    ja: "被保険者 控除後所得金額",
    value: "whole",
    required: false,
    item: "income.insuredIncomeAfterDeductions",
  },
  insuredCircumstance: {
    ja: "被保険者 障害者/寡婦有無",
    value: "text",
    required: false,
    item: "income.insuredDisabledOrWidow",
  },
  insuredDependants: {
    ja: "被保険者 配偶・扶養数",
    value: "whole",
    required: false,
    item: "income.insuredDependents",
  },
  insuredElderlyDependants: {
    ja: "被保険者 老人配偶・扶養数",
    value: "whole",
    required: false,
    item: "income.insuredElderlyDependents",
  },
  insuredSpecificDependants: {
    ja: "被保険者 特定扶養・親族数",
    value: "whole",
    required: false,
    item: "income.insuredSpecificDependents",
  },
  spouseIncome: { ja: "配偶者 所得金額", value: "whole", required: false, item: "income.spouseIncome" },
  spouseIncomeAfterDeductions: {
    ja: "配偶者 控除後所得金額",
    value: "whole",
    required: false,
    item: "income.spouseIncomeAfterDeductions",
  },
  spouseCircumstance: {
    ja: "配偶者 障害者/寡婦有無",
    value: "text",
    required: false,
    item: "income.spouseDisabledOrWidow",
  },
  spouseDependants: { ja: "配偶者 配偶・扶養数", value: "whole", required: false, item: "income.spouseDependents" },
  spouseElderlyDependants: {
    ja: "配偶者 老人配偶・扶養数",
    value: "whole",
    required: false,
    item: "income.spouseElderlyDependents",
  },
  spouseSpecificDependants: {
    ja: "配偶者 特定扶養・親族数",
    value: "whole",
    required: false,
    item: "income.spouseSpecificDependents",
  },
  headIncome: { ja: "世帯主 所得金額", value: "whole", required: false, item: "income.householdHeadIncome" },
  headIncomeAfterDeductions: {
    ja: "世帯主 控除後所得金額",
    value: "whole",
    required: false,
    item: "income.householdHeadIncomeAfterDeductions",
  },
  headCircumstance: {
    ja: "世帯主 障害者/寡婦有無",
    value: "text",
    required: false,
    item: "income.headDisabledOrWidow",
  },
  headDependants: { ja: "世帯主 配偶・扶養数", value: "whole", required: false, item: null },
  headElderlyDependants: {
    ja: "世帯主 老人配偶・扶養数",
    value: "whole",
    required: false,
    item: "income.headElderlyDependents",
  },
  headSpecificDependants: {
    ja: "世帯主 特定扶養・親族数",
    value: "whole",
    required: false,
    item: "income.headSpecificDependents",
  },
  continuationReview: {
    ja: "継続審査該当表示",
    value: "flag",
    required: true,
    item: "income.continuationReviewFlag",
  },
  unidentifiedReason: {
    ja: "未特定理由コード",
    value: "text",
    required: false,
    item: "income.unidentifiedReasonCode",
  },
} as const satisfies Record<string, IncomeField>;
export type IncomeFieldName = keyof typeof incomeFields;

const yen = (id: RecordItemId) => item(id, yenSchema).optional();
const count = (id: RecordItemId) => item(id, countSchema).optional();
const circumstance = (id: RecordItemId) => item(id, circumstanceSchema).optional();

/** Each field's schema, marked with the item it fills. A test holds the marks to the table above. */
const shape = {
  atenaNumber: item("addressee.addressee", atenaNumberSchema),
  incomeYear: administrative(incomeYearSchema, "所得の年: どの年の所得情報かを決める"),
  exists: item("income.insuredExistsCode", existsSchema),
  insuredIncome: yen("income.insuredIncome"),
  insuredIncomeAfterDeductions: yen("income.insuredIncomeAfterDeductions"),
  insuredCircumstance: circumstance("income.insuredDisabledOrWidow"),
  insuredDependants: count("income.insuredDependents"),
  insuredElderlyDependants: count("income.insuredElderlyDependents"),
  insuredSpecificDependants: count("income.insuredSpecificDependents"),
  spouseIncome: yen("income.spouseIncome"),
  spouseIncomeAfterDeductions: yen("income.spouseIncomeAfterDeductions"),
  spouseCircumstance: circumstance("income.spouseDisabledOrWidow"),
  spouseDependants: count("income.spouseDependents"),
  spouseElderlyDependants: count("income.spouseElderlyDependents"),
  spouseSpecificDependants: count("income.spouseSpecificDependents"),
  headIncome: yen("income.householdHeadIncome"),
  headIncomeAfterDeductions: yen("income.householdHeadIncomeAfterDeductions"),
  headCircumstance: circumstance("income.headDisabledOrWidow"),
  headDependants: headDependants.optional(),
  headElderlyDependants: count("income.headElderlyDependents"),
  headSpecificDependants: count("income.headSpecificDependents"),
  continuationReview: item("income.continuationReviewFlag", z.boolean("trueかfalseを入力してください")),
  unidentifiedReason: item("income.unidentifiedReasonCode", unidentifiedReasonSchema).optional(),
} as const satisfies Record<IncomeFieldName, z.ZodType>;

const fields = z.strictObject(shape);
type Fields = z.infer<typeof fields>;

/** Whose income a row tells. */
export type IncomeOwner = "insured" | "spouse" | "head";
const owners = ["insured", "spouse", "head"] as const satisfies readonly IncomeOwner[];

export const columnsOf = <Owner extends IncomeOwner>(owner: Owner) =>
  ({
    income: `${owner}Income`,
    after: `${owner}IncomeAfterDeductions`,
    circumstance: `${owner}Circumstance`,
    dependants: `${owner}Dependants`,
    elderly: `${owner}ElderlyDependants`,
    specific: `${owner}SpecificDependants`,
  }) as const;

/** A row tells of a spouse or a 世帯主 by filling any of their columns; 被保険者 is always told of where the tax office knows them. */
export const tellsOf = (row: Fields, owner: IncomeOwner): boolean =>
  Object.values(columnsOf(owner)).some((name) => row[name] !== undefined);

type Wrong = readonly [column: IncomeFieldName, message: string];
const when = (is: boolean, ...wrong: Wrong): readonly Wrong[] => (is ? [wrong] : []);

/** What is wrong with what a row says of one person. */
const wrongOf = (row: Fields, owner: IncomeOwner): readonly Wrong[] => {
  const columns = columnsOf(owner);
  const { [columns.income]: income, [columns.after]: after } = row;
  // 世帯主の配偶・扶養数 is no item of 別添1: it may be missing.
  const counts = [...(owner === "head" ? [] : [columns.dependants]), columns.elderly, columns.specific];
  return [
    ...when(row[columns.circumstance] === undefined, columns.circumstance, "入力してください(なければnone)"),
    ...when(
      income === undefined && after !== undefined,
      columns.after,
      "所得金額が分からないときは、控除後所得金額も空にしてください",
    ),
    ...when(
      income !== undefined && after !== undefined && after > income,
      columns.after,
      "控除後所得金額が所得金額を超えています",
    ),
    ...counts.flatMap((name) =>
      when(income !== undefined && row[name] === undefined, name, "所得金額があるときは人数も要ります(いなければ0)"),
    ),
  ];
};

const wrongIn = (row: Fields): readonly Wrong[] => {
  const given = row.unidentifiedReason !== undefined;
  if (row.exists === "absent")
    return [
      ...owners.flatMap((owner) =>
        Object.values(columnsOf(owner)).flatMap((name) =>
          when(row[name] !== undefined, name, "該当する被保険者がいないときは受け取らない項目です"),
        ),
      ),
      ...when(!given, "unidentifiedReason", "該当する被保険者がいないときは、未特定理由コードが要ります"),
    ];
  const there = owners.filter((owner) => owner === "insured" || tellsOf(row, owner));
  const unknown = there.some((owner) => row[columnsOf(owner).after] === undefined);
  return [
    ...there.flatMap((owner) => wrongOf(row, owner)),
    ...when(unknown && !given, "unidentifiedReason", "分からない所得金額があるときは、未特定理由コードが要ります"),
    ...when(
      !unknown && given,
      "unidentifiedReason",
      "所得金額がすべて分かるときは、未特定理由コードを空にしてください",
    ),
  ];
};

/** 所得情報 of one 被保険者 and one year, as the tax office tells it: flat, so that a file and a request say it alike. */
export const incomeRow = fields.check(({ value, issues }) => {
  for (const [column, message] of wrongIn(value))
    issues.push({ code: "custom", path: [column], input: undefined, message });
});
export type IncomeRow = z.infer<typeof incomeRow>;
