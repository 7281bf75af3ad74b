import type { Reason } from "../domain/decision.ts";
import { roleNames } from "../law/personal-finding.ts";
import { isStudentSchool } from "../law/student-schools.ts";
import type { Application } from "./application.ts";
import { studentApplies } from "./application-months.ts";

const noStudent = ({ seen }: Application): readonly Reason[] =>
  seen.isStudent === true ? [{ ...studentApplies, pointer: "/atCounter/isStudent" }] : [];

/** Who is examined is who there was on the day of the application; the tax office may know of others, of the year before. */
const statedAsInRecord = ({ income, examinees }: Application): readonly Reason[] =>
  (["spouse", "head"] as const).flatMap((role) =>
    income === null || income[role] === null || examinees[role] !== null
      ? []
      : [
          {
            weight: "notice",
            code: "income-of-another",
            message: `所得情報に${roleNames[role]}の所得がありますが、申請書に${roleNames[role]}の記載がありません。申請日の${roleNames[role]}を確かめてください`,
            pointer: role === "spouse" ? "/details/spouse" : "/details/headOfHousehold",
            article: "国民年金法90条1項ただし書",
          },
        ],
  );

const school = "国民年金法90条の3第1項・施行規則77条の6";

const schoolNotEligible: Reason = {
  weight: "refuse",
  code: "school-not-eligible",
  message: "学生納付特例の対象となる学校(課程)ではありません。申請免除・納付猶予を案内してください",
  pointer: "/atCounter/isEligibleSchool",
  article: school,
};

const schoolUnchecked: Reason = {
  weight: "incomplete",
  code: "school-unchecked",
  message:
    "学校の種類と、対象となる学校(課程)かどうかを確かめて入力してください。各種学校は修業年限1年以上の課程に限ります",
  pointer: "/atCounter/schoolKind",
  article: school,
};

const ofStudentSchool = ({ seen, schoolKnown }: Application): readonly Reason[] => {
  const is = schoolKnown || isStudentSchool(seen.schoolKind, seen.isEligibleSchool);
  return is === true ? [] : [is === false ? schoolNotEligible : schoolUnchecked];
};

/** What stands against an application whatever the months. */
export const applicationFaults = (of: Application): readonly Reason[] =>
  of.cycle === "student" ? ofStudentSchool(of) : [...noStudent(of), ...statedAsInRecord(of)];
