import { isPlainDate, isPlainMonth, type PlainDate, type PlainMonth } from "./calendar.ts";
import { type Era, eras } from "./eras.ts";

const names = eras.flatMap(({ letter, name }) => [letter, name, name.slice(0, 1)]).join("|");
const between = "[年月./-]";
const closed = new RegExp(`^(${names})(\\d\\d)(\\d\\d)(\\d\\d)?$`);
const open = new RegExp(`^(${names})(元|\\d{1,2})${between}(\\d{1,2})(?:${between}(\\d{1,2})?日?)?$`);

const eraOf = (text: string): Era | undefined =>
  eras.find(({ letter, name }) => text === letter || (text !== "" && name.startsWith(text)));

const two = (digits: string): string => digits.padStart(2, "0");

/** The parts of `S550401`, `昭和55年4月1日`, `H元.1.8`, `R0607` in the calendar of today, whether there is such a day or not. */
const partsOf = (text: string) => {
  // 全角 digits and ㍻ are how old systems write them.
  const [, name = "", year = "", month = "", day] =
    closed.exec(text.normalize("NFKC")) ?? open.exec(text.normalize("NFKC")) ?? [];
  const era = eraOf(name);
  if (!era) return undefined;
  const inEra = year === "元" ? 1 : Number(year);
  return inEra === 0 ? undefined : { era, month: `${era.year + inEra - 1}-${two(month)}`, day: day && two(day) };
};

/** The day that is written in 和暦; undefined for what is none, also for one that the 元号 never had (昭和64年2月1日). */
export const dayOfEra = (text: string): PlainDate | undefined => {
  const { era, month, day } = partsOf(text) ?? {};
  const found = `${month}-${day}`;
  if (!era || !isPlainDate(found)) return undefined;
  return era.first <= found && (era.last === null || found <= era.last) ? found : undefined;
};

/** The month that is written in 和暦 without a day; undefined for what is none, also for one that the 元号 never had. */
export const monthOfEra = (text: string): PlainMonth | undefined => {
  const { era, month = "", day } = partsOf(text) ?? {};
  if (!era || day !== undefined || !isPlainMonth(month)) return undefined;
  return era.first.slice(0, 7) <= month && (era.last === null || month <= era.last.slice(0, 7)) ? month : undefined;
};
