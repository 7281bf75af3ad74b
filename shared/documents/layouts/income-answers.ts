import type { UnansweredReason } from "../../domain/income-outputs.ts";
import type { ExemptionKind } from "../../law/exemption-decision.ts";
import { checkedLayout, type Field, type RecordItem } from "../layout.ts";
import { filler, headerOf, municipality, recordType, recordTypes, standInSource, trailerOf } from "./frame.ts";
import {
  circumstanceFieldCodes,
  exemptionCriterionCodes,
  existenceCodes,
  unidentifiedReasonCodes,
  yesNoCriterionCodes,
} from "./relief-codes.ts";

type Role = "insured" | "spouse" | "head";

/** What an answer says besides the municipality and its number: the 23 items of 所得情報, whom they are of, and the kind under review. */
export type IncomeAnswerItem =
  | "basicPensionNumber"
  | "individualNumber"
  | "birthDate"
  | "incomeYear"
  | "exists"
  | `${Role}Income`
  | `${Role}IncomeAfterDeductions`
  | "continuationReview"
  | `${Role}Circumstance`
  | `${Exclude<Role, "head">}Dependants`
  | `${Role}ElderlyDependants`
  | `${Role}SpecificDependants`
  | "unidentifiedReason"
  | "referenceExemption"
  | "referenceDeferment"
  | "referenceStudent"
  | "reviewedKind";

type AnswerField = Field<RecordItem<IncomeAnswerItem>>;

/** Stand-in codes; those of the items that an application carries too are the same there. What a table lacks is left blank. */
const flagCodes = { true: "1", false: "2" } as const;
const reasonCodes = {
  ...unidentifiedReasonCodes,
  "birth-date-differs": "11",
  "number-differs": "12",
  "several-people": "13",
  "unreadable-line": "14",
} as const satisfies Record<UnansweredReason, string>;
const reviewedCodes = { full: "1", deferment: "2" } as const satisfies Partial<Record<ExemptionKind, string>>;

const names = { insured: "被保険者", spouse: "配偶者", head: "世帯主" } as const satisfies Record<Role, string>;

const optional = (item: IncomeAnswerItem, label: string, width: number): AnswerField => ({
  label,
  width,
  type: "numeric",
  item,
  required: false,
});

const coded = (item: IncomeAnswerItem, label: string, codes: Readonly<Record<string, string>>, required = false) =>
  ({ label, width: Object.values(codes)[0]?.length ?? 0, type: "code", codes, item, required }) as const;

const amounts = (role: Role): AnswerField[] => [
  optional(`${role}Income`, `${names[role]}所得金額`, 9),
  optional(`${role}IncomeAfterDeductions`, `控除後${names[role]}所得金額`, 9),
];

/** 別添1 has no 配偶・扶養数 of 世帯主. */
const circumstancesOf = (role: Role): AnswerField[] => [
  coded(`${role}Circumstance`, `${names[role]} 障害者/寡婦有無`, circumstanceFieldCodes),
  ...(role === "head" ? [] : [optional(`${role}Dependants`, `${names[role]} 配偶・扶養数`, 2)]),
  optional(`${role}ElderlyDependants`, `${names[role]} 老人配偶・扶養数`, 2),
  optional(`${role}SpecificDependants`, `${names[role]} 特定扶養・親族数`, 2),
];

/** 所得情報回答. A line that could not be read is answered too, without a number of anybody's. */
export const incomeAnswers = checkedLayout<IncomeAnswerItem>({
  title: "所得情報回答",
  version: "standin-1",
  source: standInSource,
  lineEnding: "crlf",
  header: headerOf("Q12", 150),
  data: {
    length: 150,
    fields: [
      recordType(recordTypes.data),
      ...municipality,
      { label: "一連番号", width: 7, type: "numeric", item: "sequence", required: true },
      optional("basicPensionNumber", "基礎年金番号", 10),
      optional("individualNumber", "個人番号", 12),
      { label: "生年月日", width: 8, type: "date", item: "birthDate", required: false },
      optional("incomeYear", "所得年", 4),
      coded("exists", "該当被保険者存在有無", existenceCodes, true),
      ...amounts("insured"),
      ...amounts("spouse"),
      ...amounts("head"),
      coded("continuationReview", "継続審査該当表示", flagCodes),
      ...circumstancesOf("insured"),
      ...circumstancesOf("spouse"),
      ...circumstancesOf("head"),
      coded("unidentifiedReason", "未特定理由コード", reasonCodes),
      coded("referenceExemption", "参考情報 免除基準", exemptionCriterionCodes),
      coded("referenceDeferment", "参考情報 猶予基準", yesNoCriterionCodes),
      coded("referenceStudent", "参考情報 学特基準", yesNoCriterionCodes),
      coded("reviewedKind", "継続審査の区分", reviewedCodes),
      filler(22),
    ],
  },
  trailer: trailerOf("Q12", 150),
  atLeastOne: [],
});
