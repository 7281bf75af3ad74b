import {
  acquisitionCauses,
  additionalPremiumEnds,
  additionalPremiumTypes,
  categories,
  lossCauses,
} from "../domain/causes.ts";
import { filingIdPattern } from "../domain/ids.ts";
import type { FlowReport } from "../flows/define.ts";
import { benefitItems } from "./report-benefit-items.ts";
import {
  isDate,
  isIndividualNumber,
  isMonth,
  isPostalCode,
  isSex,
  isText,
  matches,
  oneOf,
  type ReportItemRule,
} from "./report-fits.ts";
import { incomeItems } from "./report-income-items.ts";
import { reliefItems } from "./report-relief-items.ts";
import { corrections, requestedDocuments, turns } from "./report-words.ts";

export type ReportKind = FlowReport;

/**
 * The reports a municipality sends to 日本年金機構 in place of the 届書 (施行規則9条). A later kind is a row here and a layout.
 * `sent`: in place of the 届書, beside the applications themselves (進達), or beside the claims, which with their papers go to
 * the 年金事務所 that is responsible. Which 手続 go out on one report, and the titles
 * from `facts-change` on, are our own arrangement, like the layouts.
 */
export const reportKinds = {
  acquisition: { title: "国民年金被保険者資格取得報告書", sent: "instead-of-forms", forms: ["A01", "A19-1"] },
  "category-change": {
    title: "国民年金被保険者種別変更報告書",
    sent: "instead-of-forms",
    forms: ["A03", "A04", "A19-2"],
  },
  loss: { title: "国民年金被保険者資格喪失報告書", sent: "instead-of-forms", forms: ["A05", "A07"] },
  "facts-change": {
    title: "国民年金被保険者氏名・住所等変更報告書",
    sent: "instead-of-forms",
    forms: ["A08", "A09", "A10"],
  },
  "number-notice": { title: "基礎年金番号通知書再交付申請報告書", sent: "instead-of-forms", forms: ["A11"] },
  "voluntary-enrolment": {
    title: "国民年金任意加入・喪失申出報告書",
    sent: "instead-of-forms",
    forms: ["A12", "A13", "A14"],
  },
  "additional-premium": {
    title: "国民年金付加保険料納付・辞退等報告書",
    sent: "instead-of-forms",
    forms: ["A15", "A16", "A17-1", "A17-2"],
  },
  "statutory-exemption": {
    title: "国民年金保険料免除理由該当・消滅等報告書",
    sent: "instead-of-forms",
    forms: ["B01", "B02", "B03", "B04"],
  },
  "exemption-application": {
    title: "国民年金保険料免除・納付猶予申請進達書",
    sent: "applications",
    forms: ["B05", "B10-1", "B10-2", "B11"],
  },
  "student-deferment": { title: "国民年金保険料学生納付特例申請等進達書", sent: "applications", forms: ["B12", "B13"] },
  "family-exemption": {
    title: "国民年金保険料産前産後・育児期間免除報告書",
    sent: "instead-of-forms",
    forms: ["B14", "B15", "B16", "B17-1", "B17-2"],
  },
  "benefit-claim": {
    title: "国民年金給付請求進達書",
    sent: "claims",
    forms: ["C01", "C02", "C03", "C04", "C08", "C09", "C10", "C11-2", "C12", "C13-2", "C13-4", "C14"],
  },
  "recipient-notice": {
    title: "国民年金受給者届進達書",
    sent: "claims",
    forms: ["C05", "C06", "C07-1", "C07-2", "C07-3", "C11-1", "C13-1", "C13-3", "C13-5", "C15-1", "C15-2", "C16"],
  },
} as const satisfies Record<
  ReportKind,
  {
    readonly title: string;
    readonly sent: "instead-of-forms" | "applications" | "claims";
    readonly forms: readonly string[];
  }
>;

/** What a report can say of one 届出, its Japanese label, and the form in which it has to arrive here. */
export const reportItems = {
  filingId: { label: "受付番号", fits: matches(filingIdPattern) },
  basicPensionNumber: { label: "基礎年金番号", fits: matches(/^\d{10}$/) },
  individualNumber: { label: "個人番号", fits: isIndividualNumber },
  name: { label: "氏名", fits: isText },
  nameKana: { label: "氏名カナ", fits: isText },
  birthDate: { label: "生年月日", fits: isDate },
  sex: { label: "性別", fits: isSex },
  postalCode: { label: "郵便番号", fits: isPostalCode },
  address: { label: "住所", fits: isText },
  category: { label: "種別", fits: oneOf(categories) },
  eventOn: { label: "事実発生年月日", fits: isDate },
  acquiredOn: { label: "資格取得年月日", fits: isDate },
  changedOn: { label: "種別変更年月日", fits: isDate },
  lostOn: { label: "資格喪失年月日", fits: isDate },
  cause: { label: "事由", fits: oneOf(acquisitionCauses, lossCauses) },
  expiresOn: { label: "資格満了年月日", fits: isDate },
  exOfficio: { label: "職権", fits: matches(/^ex-officio$/) },
  turn: { label: "訂正する記録", fits: oneOf(turns) },
  recordedOn: { label: "訂正前の年月日", fits: isDate },
  correction: { label: "訂正区分", fits: oneOf(corrections) },
  correctOn: { label: "訂正後の年月日", fits: isDate },
  spouseName: { label: "配偶者氏名", fits: isText },
  spouseBirthDate: { label: "配偶者生年月日", fits: isDate },
  newName: { label: "変更後の氏名", fits: isText },
  newNameKana: { label: "変更後の氏名カナ", fits: isText },
  newPostalCode: { label: "変更後の郵便番号", fits: isPostalCode },
  newAddress: { label: "変更後の住所", fits: isText },
  newAddressSupplement: { label: "変更後の方書", fits: isText },
  correctBirthDate: { label: "訂正後の生年月日", fits: isDate },
  correctSex: { label: "訂正後の性別", fits: isSex },
  requested: { label: "求める書類", fits: oneOf(requestedDocuments) },
  month: { label: "付加保険料の開始・終了年月", fits: isMonth },
  additionalPremiumType: { label: "付加種別", fits: oneOf(additionalPremiumTypes) },
  endCause: { label: "付加保険料の終了事由", fits: oneOf(additionalPremiumEnds) },
  acceptedOn: { label: "受理年月日", fits: isDate },
  ...reliefItems,
  ...incomeItems,
  ...benefitItems,
} as const satisfies Record<string, ReportItemRule>;

export type ReportItem = keyof typeof reportItems;

export const reportItemNames = Object.keys(reportItems) as readonly ReportItem[];

/** One 届出 as it is reported. Dates are `YYYY-MM-DD`, months `YYYY-MM`, causes and categories the slugs of the ledger. An empty string counts as absent. */
export interface ReportRecord {
  readonly filingId: string;
  readonly kind: ReportKind;
  /** The 手続 of the catalogue, `A01` or `A19-1`. */
  readonly form: string;
  readonly values: Readonly<Partial<Record<ReportItem, string>>>;
}

/**
 * @throws RangeError when a record is of another kind, its form is not one of the kind's, or a 届出 comes twice: whoever
 * collected them is wrong, and going on could send a filing twice.
 */
export const assertReportable = (kind: ReportKind, records: readonly ReportRecord[]): void => {
  const forms: readonly string[] = reportKinds[kind].forms;
  const seen = new Set<string>();
  for (const record of records) {
    if (record.kind !== kind || !forms.includes(record.form)) throw new RangeError(`not a record of ${kind}`);
    if (seen.has(record.filingId)) throw new RangeError("a filing comes twice in one report");
    seen.add(record.filingId);
  }
};
