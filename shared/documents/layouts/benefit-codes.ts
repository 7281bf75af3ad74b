import type {
  benefitKinds,
  certificateForms,
  determinations,
  disabilityClaims,
  forfeitures,
  recipientChanges,
  suspensionTypes,
} from "../../domain/benefits.ts";
import type { documents } from "../../domain/filing.ts";
import type { accountChanges } from "../report-words.ts";

type CodesOf<Table> = Readonly<Record<keyof Table, string>>;

/** Stand-in codes of the 年金・給付の種類. */
export const benefitKindCodes = {
  "old-age": "11",
  "old-age-welfare": "12",
  disability: "21",
  "disability-before-20": "22",
  survivor: "31",
  widow: "32",
  "death-lump-sum": "41",
  "special-disability": "51",
} as const satisfies CodesOf<typeof benefitKinds>;

/** Stand-in codes of what is claimed or reported of a right. */
export const recipientChangeCodes = {
  claimed: "11",
  awarded: "12",
  "revision-claimed": "21",
  revised: "22",
  examined: "23",
  "state-reported": "31",
  "income-reported": "32",
  "addition-started": "33",
  "addition-ended": "34",
  suspended: "41",
  resumed: "42",
  "suspension-reported": "43",
  "account-changed": "51",
  "facts-reported": "52",
  "certificate-asked": "53",
  "support-claimed": "54",
  "death-reported": "61",
  "unpaid-claimed": "62",
  ended: "69",
} as const satisfies CodesOf<typeof recipientChanges>;

export const disabilityClaimCodes = {
  "at-certification": "1",
  "worsened-later": "2",
  "first-second-grade": "3",
} as const satisfies CodesOf<typeof disabilityClaims>;

/** Stand-in codes of the 診断書 (様式第120号). */
export const certificateFormCodes = {
  "120-1": "10",
  "120-2": "20",
  "120-3": "30",
  "120-4": "40",
  "120-5": "50",
  "120-6-1": "61",
  "120-6-2": "62",
  "120-7": "70",
} as const satisfies CodesOf<typeof certificateForms>;

export const suspensionTypeCodes = {
  none: "0",
  "income-half": "1",
  "income-all": "2",
  "other-pension": "3",
  "workers-compensation": "4",
  "moved-abroad": "5",
  detained: "6",
  "below-grade": "7",
  "certificate-overdue": "8",
} as const satisfies CodesOf<typeof suspensionTypes>;

export const forfeitureCodes = {
  death: "1",
  "below-grade-at-65": "2",
  remarriage: "3",
  adoption: "4",
  "no-child": "5",
  "child-grown": "6",
  "age-65": "7",
  "early-old-age": "8",
  "paid-once": "9",
} as const satisfies CodesOf<typeof forfeitures>;

export const determinationCodes = { term: "1", permanent: "2" } as const satisfies CodesOf<typeof determinations>;

export const accountChangeCodes = { changed: "1" } as const satisfies CodesOf<typeof accountChanges>;

/** Stand-in codes of the 添付書類. */
export const documentCodes = {
  "power-of-attorney": "01",
  "representative-proof": "02",
  passport: "03",
  "moving-out-notice": "04",
  "loss-certificate": "05",
  "dependent-loss-certificate": "06",
  "old-age-benefit-certificate": "07",
  "residence-card-copy": "08",
  "residence-record": "09",
  "farmers-pension-proof": "10",
  "disability-pension-certificate": "11",
  "public-assistance-certificate": "12",
  "facility-certificate": "13",
  "basis-of-ex-officio": "14",
  "maternity-handbook": "15",
  "family-register": "16",
  "separation-certificate": "17",
  "unemployment-benefit-certificate": "18",
  "retirement-order": "19",
  "closure-notice": "20",
  "suspension-notice": "21",
  "registry-extract": "22",
  "welfare-loan-certificate": "23",
  "disaster-certificate": "24",
  "violence-certificate": "25",
  "benefit-certificate": "26",
  "student-card": "27",
  "enrolment-certificate": "28",
  "corporation-designation": "29",
  "medical-certificate": "31",
  "later-medical-certificate": "32",
  "history-statement": "33",
  "first-visit-certificate": "34",
  "bank-account-proof": "35",
  "death-certificate": "36",
  "livelihood-statement": "37",
  "pension-certificate": "38",
  "spouse-pension-proof": "39",
  "child-disability-certificate": "40",
} as const satisfies CodesOf<typeof documents>;
