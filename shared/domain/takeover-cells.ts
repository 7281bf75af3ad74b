/** First years of the eras by the letter that old packages write them with. */
const eras = { M: 1868, T: 1912, S: 1926, H: 1989, R: 2019 } as const;

/** `S550401` as `1980-04-01`; anything else stays as it is, for the schema to refuse. */
const westernDate = (cell: string): string => {
  const [, era, year, month, day] = /^([MTSHR])(\d\d)(\d\d)(\d\d)$/.exec(cell) ?? [];
  if (era === undefined) return cell;
  return `${eras[era as keyof typeof eras] + Number(year) - 1}-${month}-${day}`;
};

const flags: Readonly<Record<string, boolean>> = { true: true, false: false, "1": true, "0": false };

/** How a cell of an extract is read. What cannot be read stays text, for the schema to refuse. */
export const cellReaders = {
  text: (cell: string) => cell,
  whole: (cell: string) => (/^\d{1,9}$/.test(cell) ? Number(cell) : cell),
  flag: (cell: string) => flags[cell] ?? cell,
  /** 和暦 with the letter of the era, `S550401`. */
  "era-date": westernDate,
} as const satisfies Record<string, (cell: string) => string | number | boolean>;
export type CellReader = keyof typeof cellReaders;
