import * as z from "zod";
import { erasureStates, type ItemState, itemStates, openErasureStates } from "../domain/erasures.ts";
import type { PersonId } from "../domain/ids.ts";
import { keysOf } from "../domain/keys-of.ts";
import { type RetentionClass, retentionClassSchema } from "../domain/retention.ts";
import { instantSchema, plainDateSchema } from "../domain/values.ts";
import { type Database, type Item, type Key, queryAll, type Write } from "./database.ts";

const personIdSchema = z.string().transform((value) => value as PersonId);
const count = z.int().nonnegative();

/** Somebody's word on an erasure. The reason is a code or a document number, never free text about a person. */
export const erasureDecision = z.strictObject({
  decision: z.enum(["approve", "refuse"]),
  /** 決裁の文書番号. */
  documentNumber: z.string().max(60),
  by: z.string(),
  at: instantSchema,
});

const countsByClass = z.partialRecord(retentionClassSchema, z.partialRecord(z.enum(keysOf(itemStates)), count));

/** One 消去, `E20261126-7K3M9Q`. No personal data: where it stands, how much there is, who decided. */
export const erasureRow = z.object({
  sk: z.string(),
  state: z.enum(keysOf(erasureStates)),
  /** The day that decides what is due. */
  asOf: plainDateSchema,
  startedAt: instantSchema,
  listedAt: instantSchema.nullable(),
  approvals: z.array(erasureDecision),
  /** When the first record was erased, and when the last. */
  erasedFrom: instantSchema.nullable(),
  erasedUntil: instantSchema.nullable(),
  /** Where the next turn goes on: a JSON text that only the turn reads; null at the beginning of a state. */
  cursor: z.string().nullable(),
  /** Rows and objects looked at so far in this state: the progress. */
  examined: count,
  counts: countsByClass,
  /** Copies that the read-back came upon and nobody has decided on. */
  found: count,
  certificateId: z.string().nullable(),
  version: z.int().positive(),
});
export type Erasure = Omit<z.infer<typeof erasureRow>, "sk"> & { readonly erasureId: string };

const runs = "ERASURES";
const runKey = (erasureId: string): Key => ({ pk: runs, sk: erasureId });
const openKey: Key = { pk: "OPEN-ERASURE", sk: "OPEN-ERASURE" };

const erasureOf = (item: Item): Erasure => {
  const { sk, ...row } = erasureRow.parse(item);
  return { erasureId: sk, ...row };
};

export const findErasure = async (database: Database, erasureId: string): Promise<Erasure | undefined> => {
  const [item] = await database.getAll([{ table: "erasures", key: runKey(erasureId) }]);
  return item && erasureOf(item);
};

/** No erasure is open at the moment of a transaction. */
export const noOpenErasure: Write = { kind: "check", table: "erasures", key: openKey, expects: 0 };

export const openErasure = async (database: Database): Promise<Erasure | undefined> => {
  const [pointer] = await database.getAll([{ table: "erasures", key: openKey }]);
  return pointer && findErasure(database, z.object({ erasureId: z.string() }).parse(pointer).erasureId);
};

/** Newest first. */
export const recentErasures = async (database: Database, limit: number): Promise<Erasure[]> =>
  (await database.query({ table: "erasures", pk: runs, descending: true, limit })).map(erasureOf);

/** The erasure in its next state, and the mark that one is open. `version` 1 begins it: refused while another is open. */
export const erasureWrites = ({ erasureId, ...row }: Erasure): Write[] => {
  const item: Item = { ...runKey(erasureId), ...row, approvals: row.approvals.map((each) => ({ ...each })) };
  if (row.version === 1)
    return [
      { kind: "create", table: "erasures", item: { ...openKey, erasureId, version: 1 } },
      { kind: "create", table: "erasures", item },
    ];
  const isOpen = openErasureStates.includes(row.state);
  return [
    { kind: "replace", table: "erasures", item, expects: row.version - 1 },
    ...(isOpen ? [] : [{ kind: "delete", table: "erasures", key: openKey, expects: 1 } as const]),
  ];
};

/**
 * One record of an erasure: what goes as a whole. `owner` is whose it is, `~` for what is nobody's. `record` names it:
 * `person`, `filing:<受付番号>`, `income:<year>`, `correction:<id>`, `change:<name>`, `batch-row:<pk>|<sk>`,
 * `suspension:<id>`, `notices:<list>`, `request:<id>`, `object:outbox/<name>`,
 * `trail:<month>`. All of an owner's lie together, the person first.
 */
export const itemRow = z.object({
  owner: z.union([personIdSchema, z.literal("~")]),
  record: z.string(),
  class: retentionClassSchema,
  /** The day that started the clock, and the first on which it may no longer be kept. */
  clockOn: plainDateSchema,
  dueOn: plainDateSchema,
  state: z.enum(keysOf(itemStates)),
  /** Code of why it is held, kept, changed or failed. */
  reason: z.string().nullable(),
  /** While it is being erased: what goes, and by what copies would be known; sealed under the key of the erasure. */
  sealed: z.custom<Uint8Array>((value) => value instanceof Uint8Array).nullable(),
  version: z.int().positive(),
});
export type ErasureItem = z.infer<typeof itemRow>;

const itemsPartition = (erasureId: string) => `ERASURE#${erasureId}`;
const recordOrder = (record: string) => (record === "person" ? "" : record);
export const itemKey = (erasureId: string, { owner, record }: Pick<ErasureItem, "owner" | "record">): Key => ({
  pk: itemsPartition(erasureId),
  sk: `${owner}#${recordOrder(record)}`,
});

export const erasureItemWrite = (erasureId: string, row: ErasureItem): Write => {
  const item: Item = { ...itemKey(erasureId, row), ...row };
  return row.version === 1
    ? { kind: "create", table: "erasures", item }
    : { kind: "replace", table: "erasures", item, expects: row.version - 1 };
};

const itemOf = (item: Item): ErasureItem => itemRow.parse(item);

/** A page of items in their order, behind `after` (a sort key). */
export const pageOfItems = async (
  database: Database,
  erasureId: string,
  limit: number,
  after?: string,
): Promise<{ readonly items: readonly ErasureItem[]; readonly next: string | null }> => {
  const rows = await database.query({
    table: "erasures",
    pk: itemsPartition(erasureId),
    limit,
    ...(after === undefined ? {} : { after }),
  });
  return { items: rows.map(itemOf), next: rows.length < limit ? null : (rows.at(-1)?.sk ?? null) };
};

/** Items by whose they are and their record, in the order asked; undefined for what is no item of the erasure. */
export const findItems = async (
  database: Database,
  erasureId: string,
  wanted: readonly Pick<ErasureItem, "owner" | "record">[],
): Promise<readonly (ErasureItem | undefined)[]> =>
  (await database.getAll(wanted.map((one) => ({ table: "erasures", key: itemKey(erasureId, one) })))).map(
    (item) => item && itemOf(item),
  );

export const itemsOwnedBy = async (
  database: Database,
  erasureId: string,
  owner: ErasureItem["owner"],
  /** Only records that begin so. */
  records = "",
): Promise<ErasureItem[]> => {
  const items: ErasureItem[] = [];
  const prefix = `${owner}#${records}`;
  for await (const row of queryAll(database, { table: "erasures", pk: itemsPartition(erasureId), prefix }))
    items.push(itemOf(row));
  return items;
};

/** A copy that the read-back came upon. `place` names store and row or object; what in it is a person's own is masked. */
export const findingRow = z.object({
  sk: z.string(),
  owner: itemRow.shape.owner,
  record: z.string(),
  place: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("row"), table: z.string(), pk: z.string(), sk: z.string() }),
    z.strictObject({ kind: z.literal("object"), bucket: z.string(), name: z.string(), version: z.string() }),
  ]),
  /** What it was known by: `pseudonym`, `number`, `name-and-birth-date`, `sealed-copy`. */
  known: z.string(),
  decision: z
    .strictObject({
      decision: z.enum(["remove", "keep"]),
      documentNumber: z.string(),
      by: z.string(),
      at: instantSchema,
    })
    .nullable(),
  version: z.int().positive(),
});
export type Finding = Omit<z.infer<typeof findingRow>, "sk"> & { readonly findingId: string };

const findingsPartition = (erasureId: string) => `FOUND#${erasureId}`;

/** Where an erasure keeps what it knows of those it erases, until it is certified. */
export const ownPartitions = (erasureId: string): readonly string[] => [
  itemsPartition(erasureId),
  findingsPartition(erasureId),
];

const findingOf = (item: Item): Finding => {
  const { sk, ...row } = findingRow.parse(item);
  return { findingId: sk, ...row };
};

export const findingWrite = (erasureId: string, { findingId, ...row }: Finding): Write => {
  const item: Item = {
    pk: findingsPartition(erasureId),
    sk: findingId,
    ...row,
    place: { ...row.place },
    decision: row.decision && { ...row.decision },
  };
  return row.version === 1
    ? { kind: "create", table: "erasures", item }
    : { kind: "replace", table: "erasures", item, expects: row.version - 1 };
};

export const findingsOf = async (database: Database, erasureId: string): Promise<Finding[]> => {
  const findings: Finding[] = [];
  for await (const item of queryAll(database, { table: "erasures", pk: findingsPartition(erasureId) }))
    findings.push(findingOf(item));
  return findings;
};

export type CountsByClass = Partial<Record<RetentionClass, Partial<Record<ItemState, number>>>>;
