import { awardOf } from "./decided-award.ts";
import { benefitDecisions as layout } from "./layouts/benefit-decisions.ts";
import { type ParsedResults, readResults } from "./result-record.ts";

/** Reads a 給付決定一覧 of the stand-in layout, as {@link readResults}. It is of 給付 alone: a line of another 手続 is a fault. */
export const parseBenefitDecisions = (bytes: Uint8Array): ParsedResults =>
  readResults(bytes, layout, ({ form, result }, values) => {
    if (!form.startsWith("C")) return { code: "bad-form", message: "手続コード: 給付の手続ではありません" };
    const award = awardOf(values, result);
    if (award !== null && "code" in award) return award;
    if (result === "amended" && award === null) return { code: "missing", message: "決定: 値がありません" };
    return award === null ? {} : { award };
  });
