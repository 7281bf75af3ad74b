import type * as z from "zod";
import type { IncomeRecord, UnidentifiedReason } from "../domain/income-record.ts";
import type { Person } from "../domain/ledger.ts";
import type { PlainDate, PlainMonth } from "../law/calendar.ts";
import type { ExaminedPerson, ExaminedRole } from "../law/examined-person.ts";
import type { ExemptionKind } from "../law/exemption-decision.ts";
import type { ClosedSpan } from "../law/month-span.ts";
import type { SchoolKind } from "../law/student-schools.ts";
import type { disasterSchema, leftWorkSchema, StatedGround } from "./application-details.ts";

/** Somebody whose income is examined, and why the tax office could not tell it, should it be needed. */
export interface Examinee {
  readonly person: ExaminedPerson;
  readonly whyUnknown: UnidentifiedReason;
}

/** Those whom an application concerns, on the day it is made. Spouse and head are null where there is none but the applicant. */
export type Examinees = Readonly<Record<"applicant", Examinee> & Record<"spouse" | "head", Examinee | null>>;

/** What only the counter sees. */
export interface SeenAtCounter {
  readonly leftWorkOn?: z.output<typeof leftWorkSchema> | undefined;
  readonly disaster?: z.output<typeof disasterSchema> | undefined;
  readonly paidMonths?: readonly PlainMonth[] | undefined;
  /** Of 免除・猶予, to which students are not admitted. */
  readonly isStudent?: boolean | undefined;
  /** Of 学特. */
  readonly schoolKind?: SchoolKind | undefined;
  readonly isEligibleSchool?: boolean | undefined;
}

/**
 * An application for 免除・猶予 (`exemption`) or 学特 (`student`), whether it is filed or only asked about: all that the
 * decision may look at, so that both are decided alike.
 */
export interface Application extends ClosedSpan {
  readonly cycle: "exemption" | "student";
  readonly filedOn: PlainDate;
  readonly birthDate: PlainDate;
  /** What the ledger says: 種別 and 免除 of each month, and 支援措置. */
  readonly record: Pick<Person, "periods" | "additionalPremiums" | "reliefs" | "addressProtected">;
  readonly examinees: Examinees;
  /** The 所得情報 on file of the year that decides; null where there is none. */
  readonly income: IncomeRecord | null;
  readonly grounds: readonly StatedGround[];
  readonly seen: SeenAtCounter;
  /** The kinds wished for, in that order; empty for the standard order. Of 免除・猶予 only. */
  readonly wish: readonly ExemptionKind[];
  /** 継続審査を希望する. */
  readonly continuation: boolean;
  /** 在学期間; null where the applicant is no student in the months asked for. */
  readonly enrolment: ClosedSpan | null;
  /** Somebody else vouches for the school: 事務法人, or the approval of the year before. */
  readonly schoolKnown: boolean;
}

/** Who is examined at all: 学特 looks at the student alone (法90条の3第1項1号). */
export const examineeOf = ({ cycle, examinees }: Application, role: ExaminedRole): Examinee | null =>
  cycle === "student" && role !== "applicant" ? null : examinees[role];
