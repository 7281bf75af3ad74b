import type { PlainMonth } from "../law/calendar.ts";
import { monthsIn } from "../law/month-span.ts";
import { cycleMonths } from "../law/year-cycle.ts";
import { unpaidMonths as layout } from "./layouts/unpaid-months.ts";
import { openRecordFile, wardCodeOf } from "./record-file.ts";
import { readRecord } from "./record-reader.ts";

/** A line of 未納者一覧: the unpaid months of one person in one 免除年度. */
export interface UnpaidMonths {
  readonly basicPensionNumber: string;
  readonly exemptionYear: number;
  readonly months: ReadonlySet<PlainMonth>;
}

/** More lines than the largest call of the API can carry. */
const mostRecords = 100_000;

/** Refused whole where header, trailer or counts are wrong. Never throws. */
export const openUnpaidList = (bytes: Uint8Array) => openRecordFile(bytes, layout, mostRecords);

/** Null for a line that cannot be read. */
export const readUnpaidMonths = (line: Uint8Array, wardCode: string): UnpaidMonths | null => {
  const read = readRecord(layout.data, line);
  if (!read.ok || wardCodeOf(read.values) !== wardCode) return null;
  const { basicPensionNumber = "", exemptionYear, unpaidMonths = "" } = read.values;
  if (!/^[01]{12}$/.test(unpaidMonths)) return null;
  const year = Number(exemptionYear);
  if (year < 1961 || year > 2199) return null;
  const months = monthsIn(cycleMonths("exemption", year)).filter((_, at) => unpaidMonths[at] === "1");
  return { basicPensionNumber, exemptionYear: year, months: new Set(months) };
};
