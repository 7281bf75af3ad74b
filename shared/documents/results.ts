import type { PlainDate } from "../law/calendar.ts";
import { results as layout } from "./layouts/results.ts";
import { grantsOf } from "./result-grants.ts";
import { type ParsedResults, readResults } from "./result-record.ts";

/** Reads a 処理結果一覧 of the stand-in layout, as {@link readResults}. */
export const parseResults = (bytes: Uint8Array): ParsedResults =>
  readResults(bytes, layout, ({ result }, values) => {
    const { amendedOn, childBornOn } = values;
    const grants = grantsOf(values, result);
    if ("code" in grants) return grants;
    if (result === "amended" && amendedOn === undefined && grants.length === 0)
      return { code: "missing", message: "訂正後の年月日と決定: どちらの値もありません" };
    return {
      // The layout has read them as days.
      ...(amendedOn === undefined ? {} : { amendedOn: amendedOn as PlainDate }),
      ...(grants.length === 0 ? {} : { grants }),
      ...(childBornOn === undefined ? {} : { childBornOn: childBornOn as PlainDate }),
    };
  });
