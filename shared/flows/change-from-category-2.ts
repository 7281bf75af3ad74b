import * as z from "zod";
import { plainDateSchema } from "../domain/values.ts";
import { addDays } from "../law/calendar.ts";
import { changeToCategory1 } from "./change-to-category-1.ts";
import { defineFlow } from "./define.ts";
import { anyone } from "./filers.ts";

/** A03. 厚生年金の資格を失った日 (退職日の翌日) に第2号から第1号になる. */
export const changeFromCategory2 = defineFlow({
  form: "A03",
  family: "qualification",
  title: "種別変更届(第2号から第1号)",
  basis: ["国民年金法12条1項", "国民年金法施行規則6条の2"],
  filers: anyone,
  deadlineDays: 14,
  details: {},
  atCounter: {
    /** 退職日. */
    leftEmploymentOn: plainDateSchema.optional(),
    /** 被扶養配偶者がいる: 配偶者の3号→1号も要る. */
    dependentSpouse: z.boolean().optional(),
  },
  documents: () => ["loss-certificate"],
  retention: "qualification-filing",
  report: "category-change",
  decide: (input) => {
    const { eventOn, atCounter } = input.filing;
    const left = atCounter?.leftEmploymentOn;
    return changeToCategory1(input, {
      from: "2",
      cause: "left-employees-pension",
      reasons: [
        ...(left !== undefined && addDays(left, 1) !== eventOn
          ? [
              {
                weight: "incomplete",
                code: "not-the-day-after-leaving",
                message: "事実発生日(厚生年金の資格喪失日)が退職日の翌日ではありません。証明書の日付を確かめてください",
                pointer: "/eventOn",
                article: "厚生年金保険法14条",
              } as const,
            ]
          : []),
        ...(atCounter?.dependentSpouse
          ? [
              {
                weight: "notice",
                code: "spouse-changes-too",
                message: "被扶養配偶者も同じ日に第3号から第1号になります。配偶者の種別変更届を案内してください",
                article: "国民年金法7条1項3号",
              } as const,
            ]
          : []),
      ],
    });
  },
});
