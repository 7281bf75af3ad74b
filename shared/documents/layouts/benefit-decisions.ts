import { checkedLayout } from "../layout.ts";
import { benefitKindCodes, determinationCodes, forfeitureCodes, suspensionTypeCodes } from "./benefit-codes.ts";
import {
  filler,
  formField,
  headerOf,
  municipality,
  recordType,
  recordTypes,
  standInSource,
  trailerOf,
} from "./frame.ts";
import { resultCodes } from "./results.ts";

/** What a line says was decided of a right; each name is that of the fact it becomes. */
export const awardItems = [
  "symbol",
  "number",
  "serial",
  "entitledOn",
  "startMonth",
  "grade",
  "gradeItem",
  "determination",
  "fixedTermYears",
  "nextCertificateMonth",
  "basicYen",
  "additionYen",
  "suspendedYen",
  "paidYen",
  "suspensionType",
  "suspensionMonth",
  "forfeiture",
  "forfeitedOn",
] as const;
export type AwardItem = (typeof awardItems)[number];

export type DecisionItem =
  | "basicPensionNumber"
  | "filingId"
  | "result"
  | "reasonCode"
  | "processedOn"
  | "benefitKind"
  | AwardItem;

const optional = { required: false } as const;
const yen = (label: string, item: AwardItem) => ({ label, width: 8, type: "numeric", item, ...optional }) as const;
const day = (label: string, item: AwardItem) => ({ label, width: 8, type: "date", item, ...optional }) as const;
const month = (label: string, item: AwardItem) => ({ label, width: 6, type: "month", item, ...optional }) as const;
const digits = (label: string, width: number, item: AwardItem) =>
  ({ label, width, type: "text", charset: "latin", item, ...optional }) as const;
const count = (label: string, width: number, item: AwardItem) =>
  ({ label, width, type: "numeric", item, ...optional }) as const;
const coded = (label: string, item: AwardItem, codes: Readonly<Record<string, string>>) =>
  ({ label, width: 1, type: "code", codes, item, ...optional }) as const;

/** 媒体区分. */
export const decisionsMedia = "R04";

/**
 * 給付決定一覧 as data: what 日本年金機構 decided of claims and 届 of 給付, and what it changed of its own. Whether it sends such a
 * file at all is not known (docs/transmittal-layouts.md). All of it is half-width: it names nobody but by number.
 */
export const benefitDecisions = checkedLayout<DecisionItem>({
  title: "給付決定一覧",
  version: "standin-1",
  source: standInSource,
  lineEnding: "crlf",
  header: headerOf(decisionsMedia, 200),
  data: {
    length: 200,
    fields: [
      recordType(recordTypes.data),
      ...municipality,
      formField,
      { label: "一連番号", width: 7, type: "numeric", item: "sequence", required: true },
      { label: "基礎年金番号", width: 10, type: "numeric", item: "basicPensionNumber", required: true },
      { label: "受付番号", width: 15, type: "text", charset: "latin", item: "filingId", ...optional },
      { label: "処理結果", width: 1, type: "code", codes: resultCodes, item: "result", required: true },
      { label: "理由コード", width: 4, type: "text", charset: "latin", item: "reasonCode", ...optional },
      { label: "処理年月日", width: 8, type: "date", item: "processedOn", required: true },
      { label: "年金・給付の種類", width: 2, type: "code", codes: benefitKindCodes, item: "benefitKind", ...optional },
      digits("年金証書の記号", 4, "symbol"),
      digits("年金証書の番号", 10, "number"),
      count("受給権の連番", 2, "serial"),
      day("受給権発生年月日", "entitledOn"),
      month("支給開始年月", "startMonth"),
      count("障害等級", 1, "grade"),
      digits("障害等級の号", 2, "gradeItem"),
      coded("障害認定の別", "determination", determinationCodes),
      count("有期認定年数", 2, "fixedTermYears"),
      month("次回診断書提出年月", "nextCertificateMonth"),
      yen("基本額", "basicYen"),
      yen("加算額", "additionYen"),
      yen("支給停止額", "suspendedYen"),
      yen("支給額", "paidYen"),
      coded("支給停止区分", "suspensionType", suspensionTypeCodes),
      month("支給停止・解除年月", "suspensionMonth"),
      coded("失権区分", "forfeiture", forfeitureCodes),
      day("失権年月日", "forfeitedOn"),
      filler(52),
    ],
  },
  trailer: trailerOf(decisionsMedia, 200),
  atLeastOne: [],
});
