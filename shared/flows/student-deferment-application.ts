import * as z from "zod";
import type { FilingContent } from "../domain/filing.ts";
import { keysOf } from "../domain/keys-of.ts";
import { item } from "../domain/record-items.ts";
import { schoolKinds } from "../domain/schools.ts";
import { addressSchema, nameSchema } from "../domain/values.ts";
import { incomeYear } from "../law/year-cycle.ts";
import { decideApplication } from "./application-decision.ts";
import {
  askedSpan,
  disasterSchema,
  enrolmentSchema,
  leftWorkSchema,
  paidMonthsSchema,
  studentGroundsSchema,
} from "./application-details.ts";
import { papersFor } from "./application-documents.ts";
import { examineesIn } from "./application-examinees.ts";
import { defineFlow } from "./define.ts";
import { applicationInOrder } from "./exemption-rules.ts";
import { insuredOnly } from "./filers.ts";

/** 事務法人 knows its students; the postcard goes to those whom 日本年金機構 approved the year before, at the same school (confidence medium). */
const schoolKnown = ({ filer, channel }: Pick<FilingContent, "filer" | "channel">): boolean =>
  filer === "student-affairs-corporation" || channel === "jps-postcard";

/** B12. One form for each 学特年度 (April to March); only the student's own income counts. */
export const studentDefermentApplication = defineFlow({
  form: "B12",
  family: "deferment",
  title: "国民年金保険料学生納付特例申請書",
  basis: ["国民年金法90条の3", "国民年金法施行規則77条の4", "国民年金法109条の2の2"],
  filers: [...insuredOnly, "student-affairs-corporation"],
  deadlineDays: null,
  details: {
    ...askedSpan,
    schoolName: item("insured.schoolName", nameSchema),
    schoolAddress: item("insured.schoolAddress", addressSchema),
    /** 在学期間: the first and the last month at the school. */
    enrolment: item("insured.enrolmentPeriod", enrolmentSchema),
    grounds: item("insured.exemptionReason", studentGroundsSchema),
  },
  atCounter: {
    schoolKind: z.enum(keysOf(schoolKinds), "用意された区分から選んでください").optional(),
    isEligibleSchool: z.boolean().optional(),
    leftWorkOn: leftWorkSchema.pick({ applicant: true }).optional(),
    disaster: disasterSchema.optional(),
    paidMonths: paidMonthsSchema.optional(),
  },
  documents: ({ grounds }, filing) => papersFor({ cycle: "student", grounds, schoolKnown: schoolKnown(filing) }),
  incomeYear: ({ from }) => incomeYear("student", from),
  retention: "exemption-filing",
  report: "student-deferment",
  decide: (input) => {
    const { filing, person, income } = input;
    const { from, until, enrolment, grounds } = filing.details;
    return decideApplication(applicationInOrder(input), {
      cycle: "student",
      from,
      until,
      filedOn: filing.filedOn,
      birthDate: filing.person.birthDate,
      record: person,
      income,
      examinees: examineesIn(income, { spouse: false, head: false }),
      grounds,
      seen: filing.atCounter ?? {},
      wish: [],
      continuation: false,
      enrolment,
      schoolKnown: schoolKnown(filing),
    });
  },
});
