import { isPlainDate, isPlainMonth } from "../law/calendar.ts";

/** An item of a report: its Japanese label, and the form in which its value has to arrive. */
export interface ReportItemRule {
  readonly label: string;
  readonly fits: (value: string) => boolean;
}

export const matches = (pattern: RegExp) => (value: string) => pattern.test(value);

export const oneOf =
  (...tables: readonly object[]) =>
  (value: string) =>
    tables.some((table) => Object.hasOwn(table, value));

/** Slugs of a table with commas between, none twice. */
export const someOf = (table: object) => (value: string) => {
  const slugs = value.split(",");
  return slugs.every(oneOf(table)) && new Set(slugs).size === slugs.length;
};

/** Spaces at either end would vanish in the padding of a field. */
export const isText = (value: string) => value.trim().length === value.length;

/** Every day but 29 February, which alone needs the calendar: asking it for each date would cost more than writing the record. */
const ordinaryDay =
  /^\d{4}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)$/;
export const isDate = (value: string) => ordinaryDay.test(value) || isPlainDate(value);

export const isMonth = (value: string) => isPlainMonth(value);
export const isPostalCode = matches(/^\d{3}-?\d{4}$/);
export const isSex = matches(/^(?:male|female)$/);
export const isIndividualNumber = matches(/^\d{12}$/);
/** Yen or a count: digits alone, no sign and no zero in front. */
export const isWhole = matches(/^(?:0|[1-9]\d*)$/);
