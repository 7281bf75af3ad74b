import * as z from "zod";
import { benefitKinds } from "../../shared/contracts/benefit-assessments.ts";
import { keysOf } from "../../shared/domain/keys-of.ts";
import { plainMonthSchema } from "../../shared/domain/values.ts";
import { standingOf } from "./person-answers.ts";

const words = z.string();
const yen = z.int();

const reason = z.strictObject({ code: words, message: words, article: words.describe("根拠の条文") });

const line = reason.extend({
  yen: yen.optional().describe("この行の額(円)"),
  confidence: z.enum(["medium", "low"]).optional().describe("読みの確度(docs/law.md)。書いていなければ高い"),
});

const suspension = z.strictObject({
  incomeYear: z.int().describe("決める所得の年"),
  from: plainMonthSchema,
  until: plainMonthSchema,
  suspension: z.enum(["none", "half", "all"]).nullable().describe("停止なし・2分の1・全額。所得が分からなければnull"),
  halfLine: yen.describe("2分の1が停止する線(円、超えると停止)"),
  allLine: yen.describe("全額が停止する線(円、超えると停止)"),
  margin: yen.nullable().describe("次の線まであといくら増えてよいか(円)。先の線がなければnull"),
});

/** What is answered of what a 給付 would come to. */
export const benefitBodies = {
  BenefitEstimate: z.strictObject({
    ...standingOf,
    kind: z.enum(keysOf(benefitKinds)),
    kindLabel: words,
    annualYen: yen.nullable().optional().describe("年額(円)。支給されなければ0、決められなければnull"),
    monthlyYen: yen.nullable().optional().describe("月額(円、特別障害給付金)。支給されなければ0、決められなければnull"),
    yen: yen.optional().describe("一度に支給される額(円、死亡一時金)。支給されなければ0"),
    suspension: suspension.nullable().optional().describe("所得による支給停止(20歳前傷病、特別障害給付金)"),
    periods: z
      .array(suspension.extend({ lines: z.array(line) }))
      .optional()
      .describe("10月から翌9月までの、年ごとの支給停止"),
    lines: z.array(line).describe("額に至るまでの一つ一つの行と、見ていないこと"),
    against: z.array(reason).describe("支給されない、または一部が停止するわけ。なければ空"),
  }),
};
