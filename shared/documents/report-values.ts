import { acquisitionCauses, categories, lossCauses } from "../domain/causes.ts";
import { isPlainDate } from "../law/calendar.ts";
import { japaneseDate } from "./era.ts";
import type { ReportItem, ReportRecord } from "./report.ts";

const date = (value: string) => (isPlainDate(value) ? japaneseDate(value) : value);
const from = (table: Readonly<Record<string, string>>) => (value: string) =>
  Object.hasOwn(table, value) ? (table[value] ?? value) : value;

/** How the paper says an item; those left out are printed as they are. */
const onPaper: Readonly<Partial<Record<ReportItem, (value: string) => string>>> = {
  basicPensionNumber: (value) => `${value.slice(0, 4)}-${value.slice(4)}`,
  individualNumber: (value) => `個人番号 ${value.replace(/(\d{4})(?=\d)/g, "$1 ")}`,
  postalCode: (value) => `〒${value.replace(/^(\d{3})-?/, "$1-")}`,
  birthDate: date,
  spouseBirthDate: date,
  eventOn: date,
  acquiredOn: date,
  changedOn: date,
  lostOn: date,
  acceptedOn: date,
  sex: from({ male: "男", female: "女" }),
  category: from(categories),
  cause: from({ ...acquisitionCauses, ...lossCauses }),
};

/**
 * What the cell of `item` says. The 個人番号 is on paper only where there is no 基礎年金番号 to stand in that cell: what
 * identifies someone once need not be printed twice.
 */
export const valueOnPaper = (record: ReportRecord, item: ReportItem): { item: ReportItem; text: string } => {
  const shown = item === "basicPensionNumber" && !record.values[item] ? "individualNumber" : item;
  const value = shown === "filingId" ? record.filingId : record.values[shown];
  return { item: shown, text: value ? (onPaper[shown]?.(value) ?? value) : "" };
};
