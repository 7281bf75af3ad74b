import * as z from "zod";
import { item } from "../domain/record-items.ts";
import { individualNumberSchema, nameSchema, plainDateSchema } from "../domain/values.ts";
import { incomeYear } from "../law/year-cycle.ts";
import { decideApplication } from "./application-decision.ts";
import {
  askedSpan,
  disasterSchema,
  groundsSchema,
  leftWorkSchema,
  paidMonthsSchema,
  wishSchema,
} from "./application-details.ts";
import { papersFor } from "./application-documents.ts";
import { examineesIn } from "./application-examinees.ts";
import { defineFlow } from "./define.ts";
import { applicationInOrder } from "./exemption-rules.ts";
import { insuredOnly } from "./filers.ts";

/** B05 with its 特例 (B06 失業等, B07 災害, B08 配偶者からの暴力, B09 扶助等). One form for each 免除年度; decided month by month. */
export const exemptionApplication = defineFlow({
  form: "B05",
  family: "exemption",
  title: "国民年金保険料免除・納付猶予申請書",
  basis: ["国民年金法90条・90条の2", "平成26年改正法附則14条", "国民年金法施行規則77条の7"],
  filers: insuredOnly,
  deadlineDays: null,
  details: {
    ...askedSpan,
    wish: item("insured.exemptionType", wishSchema),
    /** Living apart or not; null where there is none. */
    spouse: z
      .strictObject({
        name: item("insured.spouseName", nameSchema),
        birthDate: item("insured.spouseBirthDate", plainDateSchema),
        individualNumber: item("insured.spouseMyNumber", individualNumberSchema).optional(),
      })
      .nullable(),
    /** 続柄: whether the applicant heads the household. */
    headOfHousehold: item(
      "addressee.relationshipType",
      z.enum(["self", "other"], "世帯主が本人(self)か、ほかの人(other)かを選んでください"),
    ),
    grounds: item("insured.exemptionReason", groundsSchema),
    /** 翌年度以降の継続審査を希望する. */
    continuation: item("income.continuationReviewFlag", z.boolean()),
  },
  atCounter: {
    leftWorkOn: leftWorkSchema.optional(),
    disaster: disasterSchema.optional(),
    /** 世帯主の配偶・扶養の数: no item of 別添1 holds it (domain/beyond-assessment.ts). */
    headDependants: z.int().min(0).max(30).optional(),
    paidMonths: paidMonthsSchema.optional(),
    isStudent: z.boolean().optional(),
  },
  documents: ({ grounds }) => papersFor({ cycle: "exemption", grounds, schoolKnown: false }),
  incomeYear: ({ from }) => incomeYear("exemption", from),
  retention: "exemption-filing",
  report: "exemption-application",
  decide: (input) => {
    const { filing, person, income } = input;
    const { from, until, wish, spouse, headOfHousehold, grounds, continuation } = filing.details;
    const seen = filing.atCounter ?? {};
    const { headDependants } = seen;
    return decideApplication(applicationInOrder(input), {
      cycle: "exemption",
      from,
      until,
      filedOn: filing.filedOn,
      birthDate: filing.person.birthDate,
      record: person,
      income,
      examinees: examineesIn(income, { spouse: spouse !== null, head: headOfHousehold === "other", headDependants }),
      grounds,
      seen,
      wish,
      continuation,
      enrolment: null,
      schoolKnown: false,
    });
  },
});
