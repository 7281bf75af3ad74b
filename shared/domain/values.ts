import * as z from "zod";
import { isBasicPensionNumber } from "../law/basic-pension-number.ts";
import { type Instant, isPlainDate, isPlainMonth, type PlainDate, type PlainMonth } from "../law/calendar.ts";
import { isIndividualNumber } from "../law/individual-number.ts";
import { type AtenaNumber, atenaNumberPattern, type FilingId, filingIdPattern, requestIdPattern } from "./ids.ts";

/** zod schemas of single values, shared by what is filed, what is stored and what is answered. Messages never repeat the value. */
const text = (most: number) =>
  z
    .string()
    .min(1, "入力してください")
    .max(most, `${most}文字以内で入力してください`)
    .refine((value) => value.isWellFormed(), "文字として正しくない並びがあります")
    .refine((value) => !/\p{Cc}/u.test(value), "制御文字は使えません")
    .refine((value) => value.trim() === value, "前後の空白を取り除いてください");

/** From 明治元年 to a year that nobody on file will see: what is counted from a day or a month stays within the calendar. */
export const plainDateSchema = z
  .string()
  .refine(isPlainDate, { error: "暦にある日付をYYYY-MM-DDで入力してください", abort: true })
  .refine((value) => value >= "1868" && value < "2200", "1868年から2199年までの日付を入力してください")
  .transform((value) => value as PlainDate);

export const plainMonthSchema = z
  .string()
  .refine(isPlainMonth, { error: "年月をYYYY-MMで入力してください", abort: true })
  // A year wider than for days: the month before or after one that can be named is a month of the record too.
  .refine((value) => value >= "1867" && value < "2201", "1868年から2199年までの年月を入力してください")
  .transform((value) => value as PlainMonth);

export const instantSchema = z.iso.datetime({ precision: 3 }).transform((value) => value as Instant);

export const atenaNumberSchema = z
  .string()
  .regex(atenaNumberPattern, "宛名番号は数字15桁です")
  .transform((value) => value as AtenaNumber);

export const filingIdSchema = z
  .string()
  .regex(filingIdPattern, "受付番号の形が違います")
  .transform((value) => value as FilingId);

export const requestIdSchema = z.string().regex(requestIdPattern, "請求の番号を入力してください");

export const basicPensionNumberSchema = z.string().refine(isBasicPensionNumber, "基礎年金番号は数字10桁です");

export const individualNumberSchema = z
  .string()
  .refine(isIndividualNumber, "個人番号が正しくありません(12桁の数字と検査数字を確かめてください)");

/** 空白は全角にそろえる: the medium knows no other between the parts of a name. */
const wideBlank = (value: string) => value.replaceAll(" ", "\u3000");

export const nameSchema = text(100).transform(wideBlank);

/** 全角カタカナ、長音、中黒と空白. */
export const kanaSchema = text(100)
  .refine((value) => /^[ァ-ヶー・\u3000 ]+$/u.test(value), "全角カタカナで入力してください")
  .transform(wideBlank);

export const sexSchema = z.enum(["male", "female"], "男性(male)か女性(female)を選んでください");
export const postalCodeSchema = z.string().regex(/^\d{3}-?\d{4}$/, "郵便番号は数字7桁です");
export const addressSchema = text(200);
export const phoneNumberSchema = z.string().regex(/^0\d{9,10}$/, "電話番号は0から始まる10桁か11桁の数字です");

/** True where an 個人番号 stands in `value` by itself, also in full width or with hyphens or blanks between its digits. */
export const holdsIndividualNumber = (value: string): boolean =>
  (value.normalize("NFKC").match(/(?<!\d)\d(?:[-‐‑–—−ー ]?\d){11}(?![-‐‑–—−ー ]?\d)/g) ?? []).some((run) =>
    isIndividualNumber(run.replace(/\D/g, "")),
  );

/**
 * A reason or remark in the caller's own words, 500 letters at most. It is shown to everyone who may see what it is about, so no
 * 個人番号 may stand in it (番号法20条: 法の認める場合のほか、個人番号を記録しない).
 */
export const remarkSchema = z
  .string()
  .max(500, "500文字以内で入力してください")
  .refine((value) => value.isWellFormed(), "文字として正しくない並びがあります")
  .refine((value) => !holdsIndividualNumber(value), "個人番号は書かないでください");
