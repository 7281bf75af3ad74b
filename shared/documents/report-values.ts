import {
  benefitKinds,
  certificateForms,
  disabilityClaims,
  forfeitures,
  recipientChanges,
  suspensionTypes,
} from "../domain/benefits.ts";
import {
  acquisitionCauses,
  additionalPremiumEnds,
  additionalPremiumTypes,
  categories,
  lossCauses,
} from "../domain/causes.ts";
import { documents } from "../domain/filing.ts";
import { circumstanceCodes, exemptionCriteria, unidentifiedReasons, yesNoCriteria } from "../domain/income-record.ts";
import {
  childcareEnds,
  exemptionEnds,
  exemptionReasons,
  exemptionTypes,
  maternityTypes,
  parents,
  reliefLabels,
} from "../domain/reliefs.ts";
import { isPlainDate, isPlainMonth } from "../law/calendar.ts";
import { japaneseDate, japaneseMonth } from "./era.ts";
import type { ReportItem, ReportRecord } from "./report.ts";
import {
  accountChanges,
  birthDays,
  continuations,
  corrections,
  existences,
  grounds,
  householdHeads,
  requestedDocuments,
  reviewMarks,
  turns,
} from "./report-words.ts";
import { spanPlaces } from "./span-items.ts";

const date = (value: string) => (isPlainDate(value) ? japaneseDate(value) : value);
const month = (value: string) => (isPlainMonth(value) ? japaneseMonth(value) : value);
const postalCode = (value: string) => `〒${value.replace(/^(\d{3})-?/, "$1-")}`;
const from = (table: Readonly<Record<string, string>>) => (value: string) =>
  Object.hasOwn(table, value) ? (table[value] ?? value) : value;

const each = (table: Readonly<Record<string, string>>, between: string) => (value: string) =>
  value.split(",").map(from(table)).join(between);
const yen = (value: string) => (/^\d+$/.test(value) ? `${value.replace(/\B(?=(?:\d{3})+$)/g, ",")}円` : value);
const people = (value: string) => `${value}人`;

const sex = from({ male: "男", female: "女" });

/** A year of income, by the era of its last month. */
const japaneseYear = (value: string) => month(`${value}-12`).replace("12月", "分");

const circumstance = from(circumstanceCodes);

/** The number of the printed form: which organ it is about need not stand beside the name. */
const certificate = (value: string) =>
  Object.hasOwn(certificateForms, value) ? `様式第${value.replace("-", "号の")}` : value;

/** The papers that go along, ticked: whoever takes the transmittal counts them off. */
const checklist = (value: string) =>
  value
    .split(",")
    .map((one) => `✓${from(documents)(one)}`)
    .join("　");

const estimates = Object.fromEntries(
  spanPlaces.flatMap((place) => [
    [`estimate${place}Kind`, from(reliefLabels)],
    [`estimate${place}From`, month],
    [`estimate${place}Until`, month],
  ]),
);

/** How the paper says an item; those left out are printed as they are. */
const onPaper: Readonly<Partial<Record<ReportItem, (value: string) => string>>> = {
  basicPensionNumber: (value) => `${value.slice(0, 4)}-${value.slice(4)}`,
  individualNumber: (value) => `個人番号 ${value.replace(/(\d{4})(?=\d)/g, "$1 ")}`,
  postalCode,
  newPostalCode: postalCode,
  birthDate: date,
  spouseBirthDate: date,
  eventOn: date,
  acquiredOn: date,
  changedOn: date,
  lostOn: date,
  acceptedOn: date,
  expiresOn: date,
  recordedOn: date,
  correctOn: date,
  correctBirthDate: date,
  month,
  sex,
  correctSex: sex,
  category: from(categories),
  exOfficio: from({ "ex-officio": "職権" }),
  turn: from(turns),
  correction: from(corrections),
  requested: from(requestedDocuments),
  additionalPremiumType: from(additionalPremiumTypes),
  endCause: from(additionalPremiumEnds),
  exemptionReason: from(exemptionReasons),
  exemptionFrom: month,
  exemptionUntil: month,
  exemptionEnd: from(exemptionEnds),
  paymentFrom: month,
  paymentUntil: month,
  appliedFrom: month,
  appliedUntil: month,
  wish: each(exemptionTypes, " → "),
  continuation: from(continuations),
  headOfHousehold: from(householdHeads),
  grounds: each(grounds, "、"),
  enrolmentFrom: month,
  enrolmentUntil: month,
  maternityDay: date,
  maternityDayIs: from(birthDays),
  maternityType: from(maternityTypes),
  maternityDayWas: date,
  childBornOn: date,
  childBornWas: date,
  parent: from(parents),
  adoptedOn: date,
  childcareEnd: from(childcareEnds),
  ...estimates,
  incomeYear: japaneseYear,
  insuredExists: from(existences),
  insuredIncome: yen,
  insuredIncomeAfter: yen,
  insuredCircumstance: circumstance,
  insuredDependants: people,
  insuredElderly: people,
  insuredSpecific: people,
  spouseIncome: yen,
  spouseIncomeAfter: yen,
  spouseCircumstance: circumstance,
  spouseDependants: people,
  spouseElderly: people,
  spouseSpecific: people,
  headIncome: yen,
  headIncomeAfter: yen,
  headCircumstance: circumstance,
  headElderly: people,
  headSpecific: people,
  continuationReview: from(reviewMarks),
  unidentifiedReason: from(unidentifiedReasons),
  refExemption: from(exemptionCriteria),
  refDeferment: from(yesNoCriteria),
  refStudent: from(yesNoCriteria),
  benefitKind: from(benefitKinds),
  benefitChange: from(recipientChanges),
  claimedOn: date,
  entitledOn: date,
  claimType: from(disabilityClaims),
  firstVisitOn: date,
  certifiedOn: date,
  certificateForm: certificate,
  certificateOn: date,
  suspensionType: from(suspensionTypes),
  suspensionMonth: month,
  forfeiture: from(forfeitures),
  forfeitedOn: date,
  accountChanged: from(accountChanges),
  papers: checklist,
};

/** Leaving 厚生年金 has one slug and two wordings: it makes one 第1号 before 60 and ends 第2号 after. */
const causeOnPaper = ({ values: { lostOn } }: ReportRecord) => from(lostOn ? lossCauses : acquisitionCauses);

/**
 * What the cell of `item` says. The 個人番号 is on paper only where there is no 基礎年金番号 to stand in that cell: what
 * identifies someone once need not be printed twice.
 */
export const valueOnPaper = (record: ReportRecord, item: ReportItem): { item: ReportItem; text: string } => {
  const shown = item === "basicPensionNumber" && !record.values[item] ? "individualNumber" : item;
  const value = shown === "filingId" ? record.filingId : record.values[shown];
  const word = shown === "cause" ? causeOnPaper(record) : onPaper[shown];
  return { item: shown, text: value ? (word?.(value) ?? value) : "" };
};
