import * as z from "zod";
import type { PersonId } from "../domain/ids.ts";
import { keysOf } from "../domain/keys-of.ts";
import { isSuspended, type SuspensionScope, suspensionScopes } from "../domain/suspensions.ts";
import { instantSchema, plainDateSchema } from "../domain/values.ts";
import type { PlainDate } from "../law/calendar.ts";
import { type Database, type Item, type Key, queryAll, type Write } from "./database.ts";

const personIdSchema = z.string().transform((value) => value as PersonId);

/** One 利用停止. Codes, days and numbers of papers only: nothing of what is on file of the person. */
export const suspensionRow = z.object({
  suspensionId: z.string(),
  personId: personIdSchema,
  scopes: z.array(z.enum(keysOf(suspensionScopes))),
  /** The last day that it holds; null until it is lifted. */
  until: plainDateSchema.nullable(),
  /** The 請求 that it comes of. */
  requestId: z.string(),
  documentNumber: z.string(),
  placedBy: z.string(),
  placedAt: instantSchema,
  /** Null while it stands in its place, even where its last day is over. */
  ended: z.strictObject({ by: z.string(), at: instantSchema, documentNumber: z.string().nullable() }).nullable(),
  /** The running number of the change that placed it, one higher once it has ended: no two placings share one. */
  version: z.int().positive(),
});
export type Suspension = z.infer<typeof suspensionRow>;

const partition = (person: PersonId) => `SUSPENSION#${person}`;
const inPlace = "SUSPENSIONS";
const over = "ENDED-SUSPENSIONS";

/** The row of a person's 利用停止, for whoever reads others in the same round trip. */
export const suspensionRowOf = (person: PersonId) =>
  ({ table: "requests", key: { pk: partition(person), sk: "NOW" } }) as const;
const endedKey = ({ personId, suspensionId }: Suspension): Key => ({
  pk: partition(personId),
  sk: `ENDED#${suspensionId}`,
});

export const suspensionOf = (item: Item | undefined): Suspension | undefined => item && suspensionRow.parse(item);

const itemOf = (key: Key, row: Suspension): Item => ({ ...key, ...row, ended: row.ended && { ...row.ended } });

/** What was read of a person's 利用停止 (its row, or that there is none) still holds at the moment of a transaction. */
export const suspensionCheck = (person: PersonId, found: Suspension | undefined): Write => ({
  kind: "check",
  ...suspensionRowOf(person),
  expects: found?.version ?? 0,
});

const counterKey: Key = { pk: "SUSPENSION-CHANGES", sk: "SUSPENSION-CHANGES" };
const counterRow = z.object({ version: z.int().positive() });

/** How often any 利用停止 was placed or lifted: what was made while it was lower may hold whoever it should not, or lack whoever it should. */
export const changesSoFar = async (database: Database): Promise<number> => {
  const [item] = await database.getAll([{ table: "requests", key: counterKey }]);
  return item ? counterRow.parse(item).version : 0;
};

/** None was placed or lifted since `count` at the moment of a transaction. */
export const noneChangedSince = (count: number): Write => ({
  kind: "check",
  table: "requests",
  key: counterKey,
  expects: count,
});

/** One change more, after `before`. */
const countWrite = (before: number): Write => {
  const item: Item = { ...counterKey, version: before + 1 };
  return before === 0
    ? { kind: "create", table: "requests", item }
    : { kind: "replace", table: "requests", item, expects: before };
};

/** A 利用停止 that ends leaves its place to its history. */
const historyWrites = (ended: Suspension): Write[] => [
  { kind: "delete", table: "requests", key: { pk: inPlace, sk: ended.suspensionId }, expects: 1 },
  { kind: "create", table: "requests", item: itemOf(endedKey(ended), ended) },
  {
    kind: "create",
    table: "requests",
    item: { pk: over, sk: ended.suspensionId, personId: ended.personId, version: 1 },
  },
];

/** Places one, in the place of `lapsed` where the last day of that is over. Its version is one more than {@link changesSoFar}. */
export const placingWrites = (placed: Suspension, lapsed: Suspension | undefined): Write[] => {
  const { key } = suspensionRowOf(placed.personId);
  const item = itemOf(key, placed);
  return [
    countWrite(placed.version - 1),
    lapsed
      ? { kind: "replace", table: "requests", item, expects: lapsed.version }
      : { kind: "create", table: "requests", item },
    {
      kind: "create",
      table: "requests",
      item: { pk: inPlace, sk: placed.suspensionId, personId: placed.personId, version: 1 },
    },
    ...(lapsed ? historyWrites(lapsedOf(lapsed, placed)) : []),
  ];
};

/** Nobody lifted it: its last day was over when the next was placed. */
const lapsedOf = (lapsed: Suspension, { placedAt }: Suspension): Suspension => ({
  ...lapsed,
  ended: { by: "lapsed", at: placedAt, documentNumber: null },
  version: lapsed.version + 1,
});

/** Lifts one, `before` being {@link changesSoFar}. */
export const liftingWrites = (
  suspension: Suspension,
  ended: NonNullable<Suspension["ended"]>,
  before: number,
): Write[] => [
  countWrite(before),
  { kind: "delete", ...suspensionRowOf(suspension.personId), expects: suspension.version },
  ...historyWrites({ ...suspension, ended, version: suspension.version + 1 }),
];

const indexRow = z.object({ sk: z.string(), personId: personIdSchema });

/** As many rows as DynamoDB hands over in one call. */
const atOnce = 100;

const rowsOf = async (database: Database, keys: readonly Key[]): Promise<Suspension[]> => {
  const found: Suspension[] = [];
  for (let at = 0; at < keys.length; at += atOnce) {
    const rows = await database.getAll(keys.slice(at, at + atOnce).map((key) => ({ table: "requests", key })));
    for (const row of rows) if (row) found.push(suspensionRow.parse(row));
  }
  return found;
};

/** Every 利用停止 in its place, oldest first, also those whose last day is over. There are few: one per decided 請求. */
export const suspensionsInPlace = async (database: Database): Promise<Suspension[]> => {
  const keys: Key[] = [];
  for await (const item of queryAll(database, { table: "requests", pk: inPlace }))
    keys.push(suspensionRowOf(indexRow.parse(item).personId).key);
  return rowsOf(database, keys);
};

/** The latest that ended, by number. */
export const endedSuspensions = async (database: Database, limit: number): Promise<Suspension[]> => {
  const items = await database.query({ table: "requests", pk: over, descending: true, limit });
  return rowsOf(
    database,
    items.map((item) => {
      const { sk, personId } = indexRow.parse(item);
      return { pk: partition(personId), sk: `ENDED#${sk}` };
    }),
  );
};

/** The one of that number, in its place or over. */
export const findSuspension = async (database: Database, suspensionId: string): Promise<Suspension | undefined> => {
  const [here, gone] = await database.getAll([
    { table: "requests", key: { pk: inPlace, sk: suspensionId } },
    { table: "requests", key: { pk: over, sk: suspensionId } },
  ]);
  if (here) {
    const { personId } = indexRow.parse(here);
    const [item] = await database.getAll([suspensionRowOf(personId)]);
    const found = suspensionOf(item);
    return found?.suspensionId === suspensionId ? found : undefined;
  }
  const [ended] = gone
    ? await rowsOf(database, [{ pk: partition(indexRow.parse(gone).personId), sk: `ENDED#${suspensionId}` }])
    : [];
  return ended;
};

/** Who is suspended for `scope` on that day, and the count of changes that this is true of: the count is read first. */
export const suspendedPeople = async (
  database: Database,
  scope: SuspensionScope,
  day: PlainDate,
): Promise<{ readonly people: ReadonlySet<PersonId>; readonly changes: number }> => {
  const changes = await changesSoFar(database);
  const people = (await suspensionsInPlace(database))
    .filter((each) => isSuspended(each, scope, day))
    .map(({ personId }) => personId);
  return { people: new Set(people), changes };
};
