import * as z from "zod";
import { importIdPattern } from "../domain/ids.ts";

const count = z.int().nonnegative();
/** The folder that a set lies in; typed by the operator, listed in the trail. */
export const takeoverSetPattern = /^[a-z0-9-]{1,40}$/;
/** 決裁の文書番号: letters, digits and what stands between them, never a sentence. */
export const documentNumberSchema = z.string().regex(/^[\p{L}\d()()・-]{1,40}$/u);

const toldFile = z.strictObject({ sha256: z.string().regex(importIdPattern), rows: count });

/** What the previous package says of its own extract. */
export const takeoverManifest = z.strictObject({
  layout: z.string(),
  documentNumber: documentNumberSchema,
  files: z.strictObject({ people: toldFile, periods: toldFile, reliefs: toldFile, incomes: toldFile }),
  /** 統制合計, named as in docs/takeover.md. */
  totals: z.record(z.string().regex(/^[a-z0-9.-]{1,60}$/), count),
});
export type TakeoverManifest = z.infer<typeof takeoverManifest>;

/** Why a whole set is not taken in: then nobody of it is. */
export const takeoverFaults = {
  "manifest-missing": "manifest.jsonがありません",
  "manifest-malformed": "manifest.jsonが約束の形と違います",
  "other-layout": "manifest.jsonのレイアウト名が違います",
  "strange-file": "約束にないファイルがフォルダーにあります",
  "file-missing": "ファイルが足りません",
  "sha256-differs": "ファイルのSHA-256がmanifest.jsonと違います",
  "rows-differ": "ファイルの行数がmanifest.jsonと違います",
  "not-decodable": "ファイルの文字を読めません",
  "broken-csv": "CSVとして読めません(引用符の対応を確かめてください)",
  "wrong-header": "見出し行が約束の項目と違います",
  "too-large": "ファイルが大きすぎます(20MBまで)",
  "too-many-people": "人が多すぎます(1組2万人まで)。人で分けてください",
  "owner-unreadable": "だれの行か読めません(項目の数か宛名番号)",
  rewritten: "ファイルが別の中身で置き直されています。別の名のフォルダーに置いてください",
} as const satisfies Record<string, string>;
export type TakeoverFault = keyof typeof takeoverFaults;
