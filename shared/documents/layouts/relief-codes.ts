import type {
  circumstanceCodes,
  exemptionCriteria,
  unidentifiedReasons,
  yesNoCriteria,
} from "../../domain/income-record.ts";
import type {
  childcareEnds,
  ExemptionReason,
  exemptionEnds,
  exemptionTypes,
  maternityTypes,
  parents,
} from "../../domain/reliefs.ts";
import type { ExaminedRole } from "../../law/examined-person.ts";
import type { Relief } from "../../law/relief-priority.ts";
import type { birthDays, continuations, existences, householdHeads, reviewMarks } from "../report-words.ts";

type CodesOf<Table> = Readonly<Record<keyof Table, string>>;

/** Stand-in codes of the 免除区分. */
export const reliefKindCodes = {
  full: "11",
  "three-quarters": "12",
  half: "13",
  quarter: "14",
  deferment: "21",
  "student-deferment": "22",
  statutory: "31",
  maternity: "41",
  childcare: "42",
} as const satisfies CodesOf<typeof exemptionTypes> & Readonly<Record<Relief, string>>;

/** Stand-in codes of the 免除理由. */
export const exemptionReasonCodes = {
  income: "01",
  unemployment: "11",
  disaster: "12",
  aid: "21",
  "foreigner-protection": "22",
  "special-disability-benefit": "23",
  "domestic-violence": "31",
  "disability-pension": "41",
  "livelihood-aid": "42",
  facility: "43",
} as const satisfies Readonly<Record<ExemptionReason, string>>;

/** Stand-in codes of the 免除の終了理由. */
export const exemptionEndCodes = {
  "disability-pension-ended": "1",
  "livelihood-aid-ended": "2",
  "left-facility": "3",
  "no-longer-student": "4",
  cancelled: "5",
} as const satisfies CodesOf<typeof exemptionEnds>;

const roleCodes = { applicant: "1", spouse: "2", head: "3" } as const satisfies Readonly<Record<ExaminedRole, string>>;

/** Whose (1 byte) and which 免除理由 (2 bytes). */
export const groundCodes: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(roleCodes).flatMap(([role, who]) =>
    Object.entries(exemptionReasonCodes).map(([reason, what]) => [`${role}:${reason}`, `${who}${what}`]),
  ),
);

export const continuationCodes = { wished: "1", "not-wished": "2" } as const satisfies CodesOf<typeof continuations>;
export const householdHeadCodes = { self: "1", other: "2" } as const satisfies CodesOf<typeof householdHeads>;
export const maternityTypeCodes = { single: "1", multiple: "2" } as const satisfies CodesOf<typeof maternityTypes>;
export const birthDayCodes = { due: "1", delivered: "2" } as const satisfies CodesOf<typeof birthDays>;
export const parentCodes = { mother: "1", father: "2", adoptive: "3" } as const satisfies CodesOf<typeof parents>;
export const childcareEndCodes = {
  "relation-ended": "1",
  "living-apart": "2",
  "child-died": "3",
} as const satisfies CodesOf<typeof childcareEnds>;

/** Stand-in codes of 所得情報. */
export const existenceCodes = { present: "1", absent: "2" } as const satisfies CodesOf<typeof existences>;
export const reviewMarkCodes = { marked: "1", unmarked: "2" } as const satisfies CodesOf<typeof reviewMarks>;
export const circumstanceFieldCodes = {
  none: "0",
  disabled: "1",
  "specially-disabled": "2",
  widow: "3",
  "single-parent": "4",
} as const satisfies CodesOf<typeof circumstanceCodes>;
export const unidentifiedReasonCodes = {
  "not-declared": "01",
  "moved-in": "02",
  "no-such-person": "03",
  "not-received": "04",
} as const satisfies CodesOf<typeof unidentifiedReasons>;
/** 判定できない has none. */
export const exemptionCriterionCodes = {
  full: "1",
  "three-quarters": "2",
  half: "3",
  quarter: "4",
  over: "9",
} as const satisfies Readonly<Record<Exclude<keyof typeof exemptionCriteria, "unknown">, string>>;
export const yesNoCriterionCodes = { within: "1", over: "9" } as const satisfies Readonly<
  Record<Exclude<keyof typeof yesNoCriteria, "unknown">, string>
>;
