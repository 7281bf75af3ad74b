import * as z from "zod";
import type { ImportId } from "../domain/ids.ts";
import { filingIdSchema, instantSchema } from "../domain/values.ts";
import { type Database, type Item, type Key, queryAll, type Write } from "./database.ts";

/** Why a line of a 処理結果一覧 or 給付決定一覧 found nothing to settle. */
export const mismatches = {
  "person-not-on-file": "この基礎年金番号の人は国民年金ファイルにありません",
  "several-people": "この基礎年金番号の人が複数あります",
  "no-filing-awaiting": "結果を待っている届出がありません",
  "several-filings": "結果を待っている届出が複数あり、どれか決まりません",
  "other-filing": "受付番号の届出が、この人のものではないか、結果を待っていません",
  "unreadable-line": "行を読めません",
  "unfit-grant": "決定の区分(免除・給付の種類)か数が、この手続に合いません",
  "grant-missing": "決定の内容がありません。この手続の承認・訂正には、免除の区分と期間、または給付の決定が要ります",
  "unfit-amendment": "訂正後の年月日では、記録している期間になりません",
  "no-such-right": "この種類(と連番)の受給権の記録がないか、まだ裁定されていません",
  "several-rights": "この種類の受給権の記録が複数あり、どれか決まりません",
  "decided-before-claim": "処理年月日が、請求または届出の日より前です",
  "beyond-assessment": "育児期間免除の項目は、区の特定個人情報保護評価書の記録項目にありません",
  contended: "記録が同時に変更されました。同じファイルをもう一度取り込んでください",
} as const satisfies Record<string, string>;
export type Mismatch = keyof typeof mismatches;

export const resultLabels = { approved: "承認", rejected: "却下", returned: "返戻", amended: "訂正" } as const;

/** What became of one line. No number of a person: the line's place leads to it in the file. */
export const lineRow = z.object({
  sk: z.string(),
  line: z.int(),
  outcome: z.enum(["approved", "rejected", "returned", "amended", "unmatched"]),
  filingId: filingIdSchema.nullable(),
  reason: z.string().nullable(),
  version: z.int().positive(),
});
export type ImportLine = Omit<z.infer<typeof lineRow>, "sk">;

export const importRow = z.object({
  sk: z.string().transform((value) => value as ImportId),
  importedAt: instantSchema,
  importedBy: z.string(),
  records: z.int(),
  state: z.enum(["in-progress", "done"]),
  version: z.int().positive(),
});
export type Import = Omit<z.infer<typeof importRow>, "sk"> & { readonly importId: ImportId };

const importKey = (importId: ImportId): Key => ({ pk: "IMPORTS", sk: importId });
const lineKey = (importId: ImportId, line: number): Key => ({
  pk: `IMPORT#${importId}`,
  sk: String(line).padStart(7, "0"),
});

export const findImport = async (database: Database, importId: ImportId): Promise<Import | undefined> => {
  const [item] = await database.getAll([{ table: "transmittals", key: importKey(importId) }]);
  if (!item) return undefined;
  const { sk, ...row } = importRow.parse(item);
  return { importId: sk, ...row };
};

export const importWrite = ({ importId, ...row }: Import): Write => {
  const item: Item = { ...importKey(importId), ...row };
  return row.version === 1
    ? { kind: "create", table: "transmittals", item }
    : { kind: "replace", table: "transmittals", item, expects: row.version - 1 };
};

/**
 * Says what became of a line. A line that matched is said once and for all: a second time is refused, with all that would
 * follow from it. One that did not match (`before`) may be said again, once what was wrong is put right.
 */
export const lineWrite = (importId: ImportId, line: Omit<ImportLine, "version">, before?: ImportLine): Write => {
  const item: Item = { ...lineKey(importId, line.line), ...line, version: (before?.version ?? 0) + 1 };
  return before
    ? { kind: "replace", table: "transmittals", item, expects: before.version }
    : { kind: "create", table: "transmittals", item };
};

export const linesOf = async (database: Database, importId: ImportId): Promise<ImportLine[]> => {
  const lines: ImportLine[] = [];
  for await (const item of queryAll(database, { table: "transmittals", pk: `IMPORT#${importId}` })) {
    const { sk: _sk, ...line } = lineRow.parse(item);
    lines.push(line);
  }
  return lines;
};
