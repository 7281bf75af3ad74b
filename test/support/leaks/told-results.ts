import type { ResultRecord } from "../../../shared/documents/result-record.ts";
import { plainDate, plainMonth } from "../../../shared/law/calendar.ts";
import { resultsFile } from "../../unit/support/counter.ts";
import type { Lived } from "./flow-life.ts";

const kinds = ["approved", "rejected", "returned", "amended"] as const;

/** A 処理結果一覧 about the 届出 that went out, each kind of result in turn, with lines that fit nobody. */
export const toldResults = (sent: readonly Lived[], shift: number): Uint8Array => {
  const records = sent.map(({ filingId, form, person }, at): Partial<Omit<ResultRecord, "line">> => {
    const result = kinds[(at + shift) % kinds.length] ?? "approved";
    return {
      filingId,
      form,
      basicPensionNumber: person.basicPensionNumber ?? "",
      result,
      reasonCode: "0123",
      ...(result === "amended" ? { amendedOn: plainDate("2026-11-17") } : {}),
      ...(result === "approved" && at % 2
        ? { grants: [{ kind: "full", from: plainMonth("2026-07"), until: plainMonth("2027-06") }] as const }
        : {}),
    };
  });
  const [first, second] = sent;
  return resultsFile([
    ...records,
    { basicPensionNumber: first?.person.phoneNumber.slice(-10) ?? "", form: "A01" },
    { basicPensionNumber: second?.person.basicPensionNumber ?? "", form: "Z99" },
  ]);
};
