import type { KeyObject } from "node:crypto";
import * as z from "zod";
import { type CorrectionState, correctionStates } from "../domain/correction-states.ts";
import { type CorrectionId, correctionIdPattern, type PersonId } from "../domain/ids.ts";
import { examinedParts } from "../domain/income-correction.ts";
import { incomeRecord } from "../domain/income-record.ts";
import { keysOf } from "../domain/keys-of.ts";
import { administrative, item } from "../domain/record-items.ts";
import { exemptionTypeSchema } from "../domain/reliefs.ts";
import { filingIdSchema, instantSchema, plainMonthSchema } from "../domain/values.ts";
import { openJson, sealJson } from "../protection/seal.ts";
import type { Database, Item, Key, Write } from "./database.ts";

/**
 * 更正 that opened something again: its row, and a row in the list of its state. Both are written with the version of the
 * 所得情報 that gave rise to it.
 */
export const correctionRow = z.object({
  correctionId: z
    .string()
    .regex(correctionIdPattern)
    .transform((value) => value as CorrectionId),
  personId: z.string().transform((value) => value as PersonId),
  year: z.int(),
  /** The version of the 所得情報 that opened it. */
  incomeVersion: z.int().positive(),
  openedAt: instantSchema,
  state: z.enum(keysOf(correctionStates)),
  decidedBy: z.string().nullable(),
  decidedAt: instantSchema.nullable(),
  sealed: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
  version: z.int().positive(),
});
export type CorrectionRow = z.infer<typeof correctionRow>;

/** What is sealed under the person's key. */
export const sealedCorrection = z.strictObject({
  /** 参考情報 before; null where no 所得情報 was on file. */
  before: incomeRecord.shape.reference.nullable(),
  after: incomeRecord.shape.reference,
  changed: z.array(administrative(z.enum(examinedParts), "更正で変わった項目のまとまり")),
  filings: z.array(administrative(filingIdSchema, "見直す届出の受付番号")),
  exemptions: z.array(
    z.strictObject({
      type: item("insured.exemptionType", exemptionTypeSchema),
      from: item("insured.exemptionStartDate", plainMonthSchema),
      until: item("insured.exemptionEndDate", plainMonthSchema.nullable()),
    }),
  ),
  note: administrative(z.string(), "見直した結果とその理由: 次に扱う職員に伝える"),
});
export type SealedCorrection = z.infer<typeof sealedCorrection>;

const rowKey = (id: CorrectionId): Key => ({ pk: "REOPENED", sk: id });
const listPartition = (state: CorrectionState) => `REOPENED#${state}`;
const listKey = (state: CorrectionState, id: CorrectionId): Key => ({ pk: listPartition(state), sk: id });
const place = (id: CorrectionId) => ({ table: "incomes", ...rowKey(id), attribute: "sealed" });

export const sealCorrection = (key: KeyObject, id: CorrectionId, content: SealedCorrection): Uint8Array =>
  sealJson(key, place(id), content);

/** @throws when it was sealed for another correction or person. */
export const openCorrection = (key: KeyObject, { correctionId, sealed }: CorrectionRow): SealedCorrection =>
  sealedCorrection.parse(openJson(key, place(correctionId), sealed));

const itemOf = (row: CorrectionRow): Item => ({ ...rowKey(row.correctionId), ...row });

const listed = ({ state, correctionId }: CorrectionRow): Write => ({
  kind: "create",
  table: "incomes",
  item: { ...listKey(state, correctionId), version: 1 },
});

export const newCorrectionWrites = (row: CorrectionRow): Write[] => [
  { kind: "create", table: "incomes", item: itemOf(row) },
  listed(row),
];

export const decidedCorrectionWrites = (before: CorrectionRow, after: CorrectionRow): Write[] => [
  { kind: "replace", table: "incomes", item: itemOf(after), expects: before.version },
  { kind: "delete", table: "incomes", key: listKey(before.state, before.correctionId), expects: 1 },
  listed(after),
];

/** Its row, and that of the list it is in; empty for one that is not there. */
export const correctionRows = async (database: Database, id: string): Promise<readonly Item[]> => {
  const correctionId = id as CorrectionId;
  const [row] = await database.getAll([{ table: "incomes", key: rowKey(correctionId) }]);
  if (!row) return [];
  const { state } = correctionRow.parse(row);
  const [inList] = await database.getAll([{ table: "incomes", key: listKey(state, correctionId) }]);
  return inList ? [row, inList] : [row];
};

export const findCorrection = async (database: Database, id: CorrectionId): Promise<CorrectionRow | undefined> => {
  const [found] = await database.getAll([{ table: "incomes", key: rowKey(id) }]);
  return found && correctionRow.parse(found);
};

/** A page of one state, in the order of their days. */
export const correctionsIn = async (
  database: Database,
  state: CorrectionState,
  limit: number,
  after?: CorrectionId,
): Promise<{ readonly rows: readonly CorrectionRow[]; readonly next: CorrectionId | null }> => {
  const page = await database.query({
    table: "incomes",
    pk: listPartition(state),
    limit,
    ...(after === undefined ? {} : { after }),
  });
  const ids = page.map(({ sk }) => sk as CorrectionId);
  const items = await database.getAll(ids.map((id) => ({ table: "incomes" as const, key: rowKey(id) })));
  return {
    rows: items.flatMap((found) => (found ? [correctionRow.parse(found)] : [])),
    next: page.length === limit ? (ids.at(-1) ?? null) : null,
  };
};
