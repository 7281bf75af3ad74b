import * as z from "zod";
import type { PersonId } from "../domain/ids.ts";
import { keysOf } from "../domain/keys-of.ts";
import { type ProvisionList, provisionLists } from "../domain/provisions.ts";
import { isRecordItem, type RecordItemId } from "../domain/record-items.ts";
import { filingIdSchema, instantSchema } from "../domain/values.ts";
import { type Database, type Item, type Key, queryAll, type Write } from "./database.ts";

const personIdSchema = z.string().transform((value) => value as PersonId);
const listSchema = z.enum(keysOf(provisionLists));
const recordItem = z
  .string()
  .refine(isRecordItem)
  .transform((id) => id as RecordItemId);

/** How a receiver came to know. */
export const noticeWays = { "api-pull": "システムの答え", document: "文書" } as const satisfies Record<string, string>;

/** One notice of a 訂正 to one receiver (個人情報保護法97条): which items changed, never what they say. */
const notice = z.strictObject({
  noticeId: z.string(),
  /** The 届出 that corrected. */
  filingId: filingIdSchema,
  items: z.array(recordItem).min(1),
  correctedAt: instantSchema,
  /** When the receiver was last told those items before the correction. */
  receivedAt: instantSchema,
  preparedBy: z.string(),
  preparedAt: instantSchema,
  /** When an answer to the receiver first said so: whether that answer arrived nobody knows. */
  offeredAt: instantSchema.nullable(),
  /** Null while nobody has said that the receiver knows. */
  told: z
    .strictObject({
      how: z.enum(keysOf(noticeWays)),
      by: z.string(),
      at: instantSchema,
      documentNumber: z.string().nullable(),
    })
    .nullable(),
});
export type Notice = z.infer<typeof notice>;

/** All notices of one person to one receiver, so that one read beside the person's own rows is enough. */
export const bookRow = z.object({
  personId: personIdSchema,
  list: listSchema,
  notices: z.array(notice),
  version: z.int().positive(),
});
export type NoticeBook = z.infer<typeof bookRow>;

export const noticeBookRow = (person: PersonId, list: ProvisionList) =>
  ({ table: "requests", key: { pk: `NOTICES#${person}`, sk: list } }) as const;

/** The book of a person and a receiver; an empty one where there is none. */
export const noticeBookOf = (item: Item | undefined, personId: PersonId, list: ProvisionList): NoticeBook | Fresh =>
  item ? bookRow.parse(item) : { personId, list, notices: [], version: 0 };
type Fresh = Omit<NoticeBook, "version"> & { readonly version: 0 };

export const openNotices = ({ notices }: Pick<NoticeBook, "notices">): readonly Notice[] =>
  notices.filter(({ told }) => told === null);

/** The book in its next state. */
const bookWrite = (book: NoticeBook | Fresh, notices: readonly Notice[]): Write => {
  const { table, key } = noticeBookRow(book.personId, book.list);
  const item: Item = {
    ...key,
    personId: book.personId,
    list: book.list,
    notices: notices.map((each) => ({ ...each, told: each.told && { ...each.told } })),
    version: book.version + 1,
  };
  return book.version === 0 ? { kind: "create", table, item } : { kind: "replace", table, item, expects: book.version };
};

const openPlace = "OPEN-NOTICES";
const toldPlace = "TOLD-NOTICES";
const indexItem = (pk: string, noticeId: string, { personId, list }: Pick<NoticeBook, "personId" | "list">): Item => ({
  pk,
  sk: noticeId,
  personId,
  list,
  version: 1,
});

/** Adds notices to a book; the open ones are listed. */
export const noticeWrites = (book: NoticeBook | Fresh, added: readonly Notice[]): Write[] => [
  bookWrite(book, [...book.notices, ...added]),
  ...added.map(
    ({ noticeId }): Write => ({ kind: "create", table: "requests", item: indexItem(openPlace, noticeId, book) }),
  ),
];

/** An answer says so for the first time; nothing to write where an answer before said so. */
export const offerWrites = (book: NoticeBook | Fresh, at: Notice["preparedAt"]): Write[] =>
  openNotices(book).some(({ offeredAt }) => offeredAt === null)
    ? [
        bookWrite(
          book,
          book.notices.map((each) =>
            each.told === null && each.offeredAt === null ? { ...each, offeredAt: at } : each,
          ),
        ),
      ]
    : [];

export const settlingWrites = (book: NoticeBook, settled: Notice): Write[] => [
  bookWrite(
    book,
    book.notices.map((each) => (each.noticeId === settled.noticeId ? settled : each)),
  ),
  { kind: "delete", table: "requests", key: { pk: openPlace, sk: settled.noticeId }, expects: 1 },
  { kind: "create", table: "requests", item: indexItem(toldPlace, settled.noticeId, book) },
];

/** A book and the rows that its notices are listed by; empty for one that is not there. */
export const noticeRows = async (database: Database, person: PersonId, list: string): Promise<readonly Item[]> => {
  const known = listSchema.safeParse(list);
  if (!known.success) return [];
  const [item] = await database.getAll([noticeBookRow(person, known.data)]);
  if (!item) return [];
  const places = bookRow
    .parse(item)
    .notices.flatMap(({ noticeId }) => [openPlace, toldPlace].map((pk) => ({ pk, sk: noticeId })));
  const inLists = await database.getAll(places.map((key) => ({ table: "requests" as const, key })));
  return [item, ...inLists.flatMap((row) => row ?? [])];
};

/** That the receivers of a correction were looked for, and which notices came of it: none is an answer too. */
export const preparedRow = z.object({
  personId: personIdSchema,
  notices: z.array(z.strictObject({ noticeId: z.string(), list: listSchema })),
});
export type Prepared = z.infer<typeof preparedRow>;

export const preparedKey = (filingId: string): Key => ({ pk: `CORRECTION#${filingId}`, sk: "NOTICES" });

export const preparedOf = (item: Item | undefined): Prepared | undefined => item && preparedRow.parse(item);

export const preparedWrite = (filingId: string, { personId, notices }: Prepared): Write => ({
  kind: "create",
  table: "requests",
  item: { ...preparedKey(filingId), personId, notices: notices.map((each) => ({ ...each })), version: 1 },
});

const indexRow = z.object({ sk: z.string(), personId: personIdSchema, list: listSchema });

/** As many rows as DynamoDB hands over in one call. */
const atOnce = 100;

export interface ListedNotice extends Notice {
  readonly personId: PersonId;
  readonly list: ProvisionList;
}

const listed = async (database: Database, items: readonly Item[]): Promise<ListedNotice[]> => {
  const found: ListedNotice[] = [];
  const rows = items.map((item) => indexRow.parse(item));
  for (let at = 0; at < rows.length; at += atOnce) {
    const group = rows.slice(at, at + atOnce);
    const books = await database.getAll(group.map(({ personId, list }) => noticeBookRow(personId, list)));
    for (const [nth, { sk, personId, list }] of group.entries()) {
      const one = noticeBookOf(books[nth], personId, list).notices.find(({ noticeId }) => noticeId === sk);
      if (one) found.push({ ...one, personId, list });
    }
  }
  return found;
};

/** Every notice that nobody has settled, oldest correction first. */
export const noticesOpen = async (database: Database): Promise<ListedNotice[]> => {
  const items: Item[] = [];
  for await (const item of queryAll(database, { table: "requests", pk: openPlace })) items.push(item);
  return listed(database, items);
};

/** The latest settled, by number. */
export const noticesTold = async (database: Database, limit: number): Promise<ListedNotice[]> =>
  listed(database, await database.query({ table: "requests", pk: toldPlace, descending: true, limit }));

/** The book that a notice stands in; undefined where there is no such notice. */
export const bookOfNotice = async (database: Database, noticeId: string): Promise<NoticeBook | undefined> => {
  const places = await database.getAll(
    [openPlace, toldPlace].map((pk) => ({ table: "requests", key: { pk, sk: noticeId } })),
  );
  const place = places.find((each) => each !== undefined);
  if (!place) return undefined;
  const { personId, list } = indexRow.parse(place);
  const [item] = await database.getAll([noticeBookRow(personId, list)]);
  return item && bookRow.parse(item);
};
