import { dayOfEra, monthOfEra } from "../law/era-day.ts";

const flags: Readonly<Record<string, boolean>> = { true: true, false: false, "1": true, "0": false };

/** How a cell of an extract is read. What cannot be read stays text, for the schema to refuse with its place. */
export const cellReaders = {
  text: (cell: string) => cell,
  whole: (cell: string) => (/^\d{1,9}$/.test(cell) ? Number(cell) : cell),
  flag: (cell: string) => flags[cell] ?? cell,
  /** A day in 和暦, `S550401` or `昭和55年4月1日`. */
  "era-date": (cell: string) => dayOfEra(cell) ?? cell,
  /** A month in 和暦, `R0607` or `令和6年7月`. */
  "era-month": (cell: string) => monthOfEra(cell) ?? cell,
} as const satisfies Record<string, (cell: string) => string | number | boolean>;
export type CellReader = keyof typeof cellReaders;
