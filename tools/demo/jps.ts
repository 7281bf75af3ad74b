import type { ResultRecord } from "../../shared/documents/result-record.ts";
import { composeResults } from "../../shared/documents/results-composer.ts";
import { addDays, type PlainDate } from "../../shared/law/calendar.ts";
import { importAnswer } from "./answers.ts";
import { form } from "./cast.ts";
import type { Stage, Tracked } from "./stage.ts";

/** What JPS would send back: each filing by its 基礎年金番号 and 受付番号. */
export const resultFile = (records: readonly Omit<ResultRecord, "line">[], today: PlainDate) =>
  composeResults(records, {
    wardCode: "13110",
    runId: `T${today.replaceAll("-", "")}-JPS001`,
    createdOn: today,
  });

export const resultOf = (
  filing: Tracked,
  result: ResultRecord["result"],
  today: PlainDate,
): Omit<ResultRecord, "line"> => ({
  basicPensionNumber: filing.person.basicPensionNumber ?? "",
  filingId: filing.filingId,
  form: form[filing.flow],
  result,
  processedOn: today,
  ...(result === "approved" ? {} : { reasonCode: "01" }),
  ...(result === "amended" ? { amendedOn: addDays(String(filing.body.eventOn) as PlainDate, 1) } : {}),
});

export const importFile = async ({ examiner }: Stage, bytes: Uint8Array) => {
  const answer = await examiner.post("/v1/results", { body: { contentBase64: Buffer.from(bytes).toString("base64") } });
  return { status: answer.status, ...importAnswer.parse(answer.body) };
};
