import type { KeyObject } from "node:crypto";
import * as z from "zod";
import { type ChangeState, changeStates } from "../contracts/resident-changes.ts";
import type { EntryId, PersonId } from "../domain/ids.ts";
import { keysOf } from "../domain/keys-of.ts";
import { administrative } from "../domain/record-items.ts";
import { quarantineReasons } from "../domain/resident-change.ts";
import { residentChange } from "../domain/resident-change-row.ts";
import { filingIdSchema, instantSchema } from "../domain/values.ts";
import { openJson, sealJson } from "../protection/seal.ts";
import { type Database, type Item, type Key, queryAll, type Write } from "./database.ts";

/**
 * 住民記録の異動. Of each change: its row under the person (or, unreadable, under none), a pointer from its number, and a
 * row in the list of its state. A person's head is replaced by whatever touches any of theirs, so that two hands never
 * decide from the same set.
 */
const personIdSchema = z.string().transform((value) => value as PersonId);

export const changeRow = z.object({
  changeName: z.string(),
  personId: personIdSchema.nullable(),
  state: z.enum(keysOf(changeStates)),
  reason: z.enum(keysOf(quarantineReasons)).nullable(),
  flow: z.enum(["acquisition", "loss"]).nullable(),
  filingId: filingIdSchema.nullable(),
  /** The ledger entry that says what it changed. */
  entryId: z
    .string()
    .transform((value) => value as EntryId)
    .nullable(),
  fingerprint: z.string(),
  takenAt: instantSchema,
  decidedBy: z.string().nullable(),
  sealed: z.custom<Uint8Array>((value) => value instanceof Uint8Array).nullable(),
  /** Places and codes of what could not be read; never what stood there. */
  faults: z.array(z.strictObject({ code: z.string(), pointer: z.string(), detail: z.string() })),
  version: z.int().positive(),
});
export type ChangeRow = z.infer<typeof changeRow>;

/** What is sealed under the person's key. */
export const sealedChange = z.strictObject({
  change: residentChange,
  note: administrative(z.string(), "取り上げない理由など: 次に扱う職員に伝える"),
});
export type SealedChange = z.infer<typeof sealedChange>;

const partition = (personId: PersonId | null) => (personId === null ? "UNREADABLE" : `PERSON#${personId}`);
const rowKey = ({ personId, changeName }: Pick<ChangeRow, "personId" | "changeName">): Key => ({
  pk: partition(personId),
  sk: `CHANGE#${changeName}`,
});
const pointerKey = (changeName: string): Key => ({ pk: `CHANGE#${changeName}`, sk: "CHANGE" });
const stateKey = (state: ChangeState, changeName: string): Key => ({ pk: `STATE#${state}`, sk: changeName });
export const headKey = (personId: PersonId): Key => ({ pk: partition(personId), sk: "HEAD" });

const place = (row: Pick<ChangeRow, "personId" | "changeName">) => ({
  table: "residents",
  ...rowKey(row),
  attribute: "sealed",
});

export const sealChange = (
  key: KeyObject,
  row: Pick<ChangeRow, "personId" | "changeName">,
  content: SealedChange,
): Uint8Array => sealJson(key, place(row), content);

/** @throws when it was sealed for another change or person. */
export const openChange = (key: KeyObject, row: ChangeRow): SealedChange => {
  if (row.sealed === null) throw new Error("an unreadable change has no content");
  return sealedChange.parse(openJson(key, place(row), row.sealed));
};

const itemOf = ({ faults, ...row }: ChangeRow): Item => ({
  ...rowKey(row),
  ...row,
  faults: faults.map((fault) => ({ ...fault })),
});

const rowOf = (item: Item): ChangeRow => changeRow.parse(item);

const listed = ({ state, changeName, personId }: ChangeRow): Write => ({
  kind: "create",
  table: "residents",
  item: { ...stateKey(state, changeName), personId, version: 1 },
});

export const newChangeWrites = (row: ChangeRow): Write[] => [
  { kind: "create", table: "residents", item: itemOf(row) },
  {
    kind: "create",
    table: "residents",
    item: { ...pointerKey(row.changeName), personId: row.personId, version: 1 },
  },
  listed(row),
];

export const changedWrites = (before: ChangeRow, after: Omit<ChangeRow, "version">): Write[] => {
  const row = { ...after, version: before.version + 1 };
  return [
    { kind: "replace", table: "residents", item: itemOf(row), expects: before.version },
    ...(before.state === after.state
      ? []
      : ([
          { kind: "delete", table: "residents", key: stateKey(before.state, before.changeName), expects: 1 },
          listed(row),
        ] satisfies Write[])),
  ];
};

const headRow = z.object({ version: z.int().positive() });

/** How often the person's changes were touched; 0 for never. */
export const headVersion = (item: Item | undefined): number => (item ? headRow.parse(item).version : 0);

export const headWrite = (personId: PersonId, version: number): Write => {
  const item = { ...headKey(personId), version: version + 1 };
  return version === 0
    ? { kind: "create", table: "residents", item }
    : { kind: "replace", table: "residents", item, expects: version };
};

const pointerRow = z.object({ personId: personIdSchema.nullable() });

/** Its row, the pointer to it, and that of the list it is in; empty for one that is not there. */
export const changeRows = async (
  database: Database,
  personId: PersonId | null,
  changeName: string,
): Promise<readonly Item[]> => {
  const [row] = await database.getAll([{ table: "residents", key: rowKey({ personId, changeName }) }]);
  if (!row) return [];
  const others = [pointerKey(changeName), stateKey(rowOf(row).state, changeName)];
  const found = await database.getAll(others.map((key) => ({ table: "residents" as const, key })));
  return [row, ...found.flatMap((item) => item ?? [])];
};

export const findChange = async (database: Database, changeName: string): Promise<ChangeRow | undefined> => {
  const [pointer] = await database.getAll([{ table: "residents", key: pointerKey(changeName) }]);
  if (!pointer) return undefined;
  const { personId } = pointerRow.parse(pointer);
  const [item] = await database.getAll([{ table: "residents", key: rowKey({ personId, changeName }) }]);
  return item && rowOf(item);
};

export const changesOf = async (database: Database, personId: PersonId): Promise<ChangeRow[]> => {
  const rows: ChangeRow[] = [];
  for await (const item of queryAll(database, { table: "residents", pk: partition(personId), prefix: "CHANGE#" }))
    rows.push(rowOf(item));
  return rows;
};

/** A page of one state, by 異動番号. */
export const changesIn = async (
  database: Database,
  state: ChangeState,
  limit: number,
  after?: string,
): Promise<{ readonly rows: readonly ChangeRow[]; readonly next: string | null }> => {
  const page = await database.query({
    table: "residents",
    pk: `STATE#${state}`,
    limit,
    ...(after === undefined ? {} : { after }),
  });
  const items = await database.getAll(
    page.map((item) => ({
      table: "residents" as const,
      key: rowKey({ personId: pointerRow.parse(item).personId, changeName: item.sk }),
    })),
  );
  const last = page.at(-1);
  return {
    rows: items.flatMap((item) => (item ? [rowOf(item)] : [])),
    next: page.length === limit && last ? last.sk : null,
  };
};
