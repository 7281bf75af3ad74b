import * as z from "zod";
import {
  certificateFormSchema,
  choiceSchema,
  determinationSchema,
  disabilityClaimSchema,
  forfeitureSchema,
  otherPensionSchema,
  pensionKindSchema,
  schemeSchema,
  suspensionTypeSchema,
} from "./benefits.ts";
import { administrative, item, type RecordItemId, recordItems, recordItemsOf } from "./record-items.ts";
import {
  addressSchema,
  individualNumberSchema,
  kanaSchema,
  nameSchema,
  plainDateSchema,
  plainMonthSchema,
} from "./values.ts";

const digits = (most: number) =>
  z.string().regex(new RegExp(`^\\d{1,${most}}$`), `数字${most}桁以内で入力してください`);
const yen = z.int("円の整数を入力してください").min(0).max(99_999_999);
const years = z.int().min(1).max(10);
const fiscalYear = z.int().min(1961).max(2199);
const gradeSchema = z.literal([1, 2, 3], "障害等級は1から3で入力してください");
const diseaseSchema = nameSchema;

/** What 受給年金受給者情報 says of one right, all of it optional: an event says only what it changes. Yen are a year's. */
export const pensionFacts = z
  .strictObject({
    symbol: item("beneficiary.beneficiarySymbol", digits(4)),
    number: item("beneficiary.beneficiaryNumber", digits(10)),
    scheme: item("beneficiary.benefitScheme", schemeSchema),
    serial: item("beneficiary.benefitSerial", z.int().min(1).max(99)),
    startMonth: item("beneficiary.benefitStartMonth", plainMonthSchema),
    entitledOn: item("beneficiary.entitlementDate", plainDateSchema),
    suspensionType: item("beneficiary.suspensionType", suspensionTypeSchema),
    suspensionMonth: item("beneficiary.suspensionMonth", plainMonthSchema),
    fixedTermYears: item("beneficiary.fixedTermYears", years),
    validYear: item("beneficiary.validYear", fiscalYear),
    forfeiture: item("beneficiary.forfeitureType", forfeitureSchema),
    forfeitedOn: item("beneficiary.forfeitureDate", plainDateSchema),
    certificateNeeded: item("beneficiary.medicalCertRequiredType", z.boolean()),
    certificateOn: item("beneficiary.medicalCertSubmittedDate", plainDateSchema),
    certificateForm: item("beneficiary.medicalCertCode", certificateFormSchema),
    grade: item("beneficiary.disabilityGrade", gradeSchema),
    gradeItem: item("beneficiary.disabilityItemNumber", digits(2)),
    determination: item("beneficiary.disabilityDetermination", determinationSchema),
    determinedIn: item("beneficiary.determinationFiscalYear", fiscalYear),
    diseaseName: item("beneficiary.diseaseName", diseaseSchema),
    bank: item("beneficiary.payingBank", nameSchema),
    basicYen: item("beneficiary.basicAmount", yen),
    additionYen: item("beneficiary.additionAmount", yen),
    suspendedYen: item("beneficiary.suspendedAmount", yen),
    paidYen: item("beneficiary.paidAmount", yen),
    deliveredOn: item("beneficiary.certificateDeliveredDate", plainDateSchema),
    choice: item("beneficiary.benefitChoiceType", choiceSchema),
    otherPension: item("beneficiary.otherPensionType", otherPensionSchema),
    claimedOn: item("beneficiary.claimDate", plainDateSchema),
    adjudicatedOn: item("beneficiary.adjudicationDate", plainDateSchema),
    firstVisitOn: item("beneficiary.firstVisitDate", plainDateSchema),
    certifiedOn: item("beneficiary.disabilityCertificationDate", plainDateSchema),
    claimType: item("beneficiary.postClaimType", disabilityClaimSchema),
    nextCertificateMonth: item("beneficiary.nextMedicalCertMonth", plainMonthSchema),
  })
  .partial();
export type PensionFacts = z.infer<typeof pensionFacts>;

/** What 特別障害給付金受給者情報 says of one right. Yen are a month's. */
export const specialDisabilityFacts = z
  .strictObject({
    prefecture: item("specialDisabilityBeneficiary.prefectureCode", z.string().regex(/^\d{2}$/, "数字2桁です")),
    number: item("specialDisabilityBeneficiary.beneficiaryNumber", digits(10)),
    claimedOn: item("specialDisabilityBeneficiary.claimDate", plainDateSchema),
    startMonth: item("specialDisabilityBeneficiary.benefitStartMonth", plainMonthSchema),
    firstVisitOn: item("specialDisabilityBeneficiary.firstVisitDate", plainDateSchema),
    certifiedOn: item("specialDisabilityBeneficiary.disabilityCertificationDate", plainDateSchema),
    suspensionType: item("specialDisabilityBeneficiary.suspensionType", suspensionTypeSchema),
    suspensionMonth: item("specialDisabilityBeneficiary.suspensionMonth", plainMonthSchema),
    fixedTermYears: item("specialDisabilityBeneficiary.fixedTermYears", years),
    validYear: item("specialDisabilityBeneficiary.validYear", fiscalYear),
    forfeiture: item("specialDisabilityBeneficiary.forfeitureType", forfeitureSchema),
    forfeitedOn: item("specialDisabilityBeneficiary.forfeitureDate", plainDateSchema),
    certificateOn: item("specialDisabilityBeneficiary.medicalCertSubmittedDate", plainDateSchema),
    certificateForm: item("specialDisabilityBeneficiary.medicalCertCode", certificateFormSchema),
    grade: item("specialDisabilityBeneficiary.disabilityGrade", gradeSchema),
    gradeItem: item("specialDisabilityBeneficiary.disabilityItemNumber", digits(2)),
    determination: item("specialDisabilityBeneficiary.disabilityDetermination", determinationSchema),
    determinedIn: item("specialDisabilityBeneficiary.determinationFiscalYear", fiscalYear),
    diseaseCode: item("specialDisabilityBeneficiary.diseaseCode", digits(4)),
    diseaseOn: item("specialDisabilityBeneficiary.diseaseOnsetDate", plainDateSchema),
    diseaseName: item("specialDisabilityBeneficiary.diseaseName", diseaseSchema),
    otherPensionYen: item("specialDisabilityBeneficiary.publicPensionAmount", yen),
    basicYen: item("specialDisabilityBeneficiary.basicAmount", yen),
    suspendedYen: item("specialDisabilityBeneficiary.suspendedAmount", yen),
    paidYen: item("specialDisabilityBeneficiary.paidAmount", yen),
    otherPension: item("specialDisabilityBeneficiary.otherPensionType", otherPensionSchema),
    spouseIndividualNumber: item("specialDisabilityBeneficiary.spouseMyNumber", individualNumberSchema),
    spouseSymbol: item("specialDisabilityBeneficiary.spouseCertificateSymbol", digits(4)),
    spouseNumber: item("specialDisabilityBeneficiary.spouseCertificateNumber", digits(10)),
    schoolName: item("specialDisabilityBeneficiary.schoolName", nameSchema),
    schoolNameKana: item("specialDisabilityBeneficiary.schoolNameKana", kanaSchema),
    schoolAddress: item("specialDisabilityBeneficiary.schoolAddress", addressSchema),
    enrolledFrom: item("specialDisabilityBeneficiary.enrolmentStartDate", plainDateSchema),
    enrolledUntil: item("specialDisabilityBeneficiary.enrolmentEndDate", plainDateSchema),
    nextCertificateMonth: item("specialDisabilityBeneficiary.nextMedicalCertMonth", plainMonthSchema),
  })
  .partial();
export type SpecialDisabilityFacts = z.infer<typeof specialDisabilityFacts>;

const register = <Name extends string>(name: Name) => administrative(z.literal(name), "受給者の名簿の別");
const seqSchema = z.int().min(1).max(99);

/** Which right of a person something is about (連番: somebody may have several), and what is said of it. */
export const recipientRight = z.discriminatedUnion("register", [
  z.strictObject({
    register: register("pension"),
    seq: item("beneficiary.seq", seqSchema),
    kind: item("beneficiary.benefitType", pensionKindSchema),
    facts: pensionFacts,
  }),
  z.strictObject({
    register: register("special-disability"),
    seq: item("specialDisabilityBeneficiary.seq", seqSchema),
    kind: administrative(z.literal("special-disability"), "受給者の名簿の別"),
    facts: specialDisabilityFacts,
  }),
]);
export type RecipientRight = z.infer<typeof recipientRight>;

const medical = [pensionFacts, specialDisabilityFacts].flatMap((schema) =>
  recordItemsOf(schema).flatMap((leaf) =>
    leaf.kind === "item" && recordItems[leaf.id].sensitivity === "要配慮" ? [{ name: leaf.path, item: leaf.id }] : [],
  ),
);

/** Names under which 要配慮 of a recipient stands (傷病名, 等級, 初診日, 診断書 …), in the registers and in what is filed for them. */
export const medicalNames: ReadonlySet<string> = new Set(medical.map(({ name }) => name));

/** The items of 別添1 that stand under them. */
export const medicalItems: ReadonlySet<RecordItemId> = new Set(medical.map(({ item: id }) => id));
