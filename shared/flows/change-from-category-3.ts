import { acquisitionCauseSchema } from "../domain/causes.ts";
import { item } from "../domain/record-items.ts";
import { individualNumberSchema, nameSchema, plainDateSchema } from "../domain/values.ts";
import { changeToCategory1 } from "./change-to-category-1.ts";
import { defineFlow } from "./define.ts";
import { anyone } from "./filers.ts";

/** A04. 被扶養配偶者でなくなった日に第3号から第1号になる. */
export const changeFromCategory3 = defineFlow({
  form: "A04",
  family: "qualification",
  title: "種別変更届(第3号から第1号)",
  basis: ["国民年金法12条1項", "国民年金法施行規則6条の2"],
  filers: anyone,
  deadlineDays: 14,
  details: {
    cause: item(
      "insured.acquisitionReason",
      acquisitionCauseSchema.extract([
        "spouse-left-employment",
        "spouse-turned-65",
        "divorced",
        "income-increased",
        "spouse-died",
      ]),
    ),
    spouseName: item("insured.spouseName", nameSchema),
    spouseBirthDate: item("insured.spouseBirthDate", plainDateSchema),
    spouseIndividualNumber: item("insured.spouseMyNumber", individualNumberSchema).optional(),
  },
  atCounter: {},
  documents: () => ["dependent-loss-certificate"],
  retention: "qualification-filing",
  report: "category-change",
  decide: (input) => changeToCategory1(input, { from: "3", cause: input.filing.details.cause }),
});
