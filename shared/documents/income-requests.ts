import { isIndividualNumber } from "../law/individual-number.ts";
import { incomeRequests as layout } from "./layouts/income-requests.ts";
import { openRecordFile, wardCodeOf } from "./record-file.ts";
import { readRecord } from "./record-reader.ts";

/** A line of 所得情報提供依頼: whose income, of which year. At least one number is there. */
export interface IncomeRequest {
  readonly basicPensionNumber?: string;
  readonly individualNumber?: string;
  readonly birthDate: string;
  readonly incomeYear: number;
}

/** More lines than the largest call of the API can carry. */
const mostRecords = 100_000;

/** Refused whole where header, trailer or counts are wrong. Never throws. */
export const openIncomeRequests = (bytes: Uint8Array) => openRecordFile(bytes, layout, mostRecords);

/** Null for a line that cannot be read or that asks for nobody: it is answered as such, and stops no other. */
export const readIncomeRequest = (line: Uint8Array, wardCode: string): IncomeRequest | null => {
  const read = readRecord(layout.data, line);
  if (!read.ok || wardCodeOf(read.values) !== wardCode) return null;
  const { basicPensionNumber, individualNumber, birthDate = "", incomeYear } = read.values;
  if (basicPensionNumber === undefined && individualNumber === undefined) return null;
  if (individualNumber !== undefined && !isIndividualNumber(individualNumber)) return null;
  return {
    ...(basicPensionNumber === undefined ? {} : { basicPensionNumber }),
    ...(individualNumber === undefined ? {} : { individualNumber }),
    birthDate,
    incomeYear: Number(incomeYear),
  };
};
