import type { IncomeAnswer } from "../domain/income-answer.ts";
import type { IncomeRecord } from "../domain/income-record.ts";
import type { ExemptionKind } from "../law/exemption-decision.ts";
import { type IncomeAnswerItem, incomeAnswers as layout } from "./layouts/income-answers.ts";
import { type RecordValues, recordFileWriter } from "./record-file-writer.ts";

/** Whom a line is about, as they were asked for or, unasked, as the file has them. */
export interface AnswerSubject {
  readonly basicPensionNumber?: string;
  readonly individualNumber?: string;
  readonly birthDate?: string;
  readonly incomeYear?: number;
}

type Values = RecordValues<IncomeAnswerItem>;

const digits = (value: number | null | undefined) => (value === null || value === undefined ? "" : String(value));

/** 判定できない has no code: the field is left blank. */
const criterion = (value: string | undefined) => (value === undefined || value === "unknown" ? "" : value);

type Role = "insured" | "spouse" | "head";

const personal = (role: Role, of: IncomeRecord[Role]): Values =>
  of === null
    ? {}
    : {
        [`${role}Income`]: digits(of.income),
        [`${role}IncomeAfterDeductions`]: digits(of.incomeAfterDeductions),
        [`${role}Circumstance`]: of.circumstance,
        ...(role === "head" ? {} : { [`${role}Dependants`]: digits(of.dependants) }),
        [`${role}ElderlyDependants`]: digits(of.elderlyDependants),
        [`${role}SpecificDependants`]: digits(of.specificDependants),
      };

/** The values of one line. What is not known is blank, never 0. `reviewedKind` only where the line is for 継続審査. */
export const answerValues = (
  { basicPensionNumber = "", individualNumber = "", birthDate = "", incomeYear }: AnswerSubject,
  answer: IncomeAnswer,
  reviewedKind?: ExemptionKind,
): Values => ({
  basicPensionNumber,
  individualNumber,
  birthDate,
  incomeYear: digits(incomeYear),
  exists: answer.exists,
  ...personal("insured", answer.insured),
  ...personal("spouse", answer.spouse),
  ...personal("head", answer.head),
  continuationReview: answer.continuationReview === null ? "" : String(answer.continuationReview),
  unidentifiedReason: answer.reason ?? "",
  referenceExemption: criterion(answer.reference?.exemption),
  referenceDeferment: criterion(answer.reference?.deferment),
  referenceStudent: criterion(answer.reference?.student),
  reviewedKind: reviewedKind ?? "",
});

/** 所得情報回答, written in parts. */
export const incomeAnswersFile = recordFileWriter(layout);
