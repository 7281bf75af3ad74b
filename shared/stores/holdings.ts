import * as z from "zod";
import { changeStates } from "../contracts/resident-changes.ts";
import { correctionStates } from "../domain/correction-states.ts";
import { filingStatuses } from "../domain/filing-status.ts";
import type { PersonId } from "../domain/ids.ts";
import { keysOf } from "../domain/keys-of.ts";
import { instantSchema } from "../domain/values.ts";
import { flowIds, flows } from "../flows/catalogue.ts";
import { dayAt, type PlainDate, plainDate } from "../law/calendar.ts";
import type { Database, Item, Key } from "./database.ts";
import { byForm, type Holding, none, parsedAs, part, personIdSchema, unknown } from "./holding.ts";
import { requestHoldings } from "./request-holdings.ts";
import type { TableName } from "./tables.ts";

const any = /^/;
const ofPerson = /^PERSON#[\w-]{27}$/;
const personIn = (key: string) => key.slice("PERSON#".length) as PersonId;
const whole = (at: "pk" | "sk") => (item: Item) => ({ kind: "whole", owner: personIn(item[at]) }) as const;
const files = [
  // Of files that came in: their digest, counts, and places and codes of faults. Nothing that stood in them.
  { pk: /^FILES$/, sk: any, holding: () => none },
  { pk: /^FILE#/, sk: any, holding: () => none },
] as const;

const people = byForm([
  { pk: ofPerson, sk: /^(SNAPSHOT|ENTRY#\d{6})$/, holding: whole("pk") },
  { pk: /^FIND#[a-z0-9-]+#/, sk: ofPerson, holding: whole("sk") },
  {
    pk: /^SUBJECT#/,
    sk: /^PERSON$/,
    holding: parsedAs(z.object({ personId: personIdSchema }), ({ personId }) => ({ kind: "whole", owner: personId })),
  },
]);

const keys = byForm([
  { pk: ofPerson, sk: /^KEY$/, holding: whole("pk") },
  // Keys of the system and of an erasure: they open nothing without the keys of people.
  { pk: /^(BRANCH#\d{4}|INDEX|ERASURE#.+)$/, sk: /^KEY$/, holding: () => none },
  { pk: /^REQUEST#/, sk: /^KEY$/, holding: () => part },
]);

const filingRow = z.object({
  sk: z.string(),
  flow: z.enum(flowIds),
  personId: personIdSchema,
  status: z.enum(keysOf(filingStatuses)),
  history: z.array(z.object({ at: instantSchema })).min(1),
});
const over: readonly z.infer<typeof filingRow>["status"][] = ["closed", "withdrawn"];

const filings = byForm([
  {
    pk: /^FILINGS#\d{4}-\d{2}$/,
    sk: any,
    holding: parsedAs(filingRow, ({ sk, flow, personId, status, history }) => {
      const last = history.at(-1);
      return {
        kind: "record",
        owner: personId,
        record: `filing:${sk}`,
        class: flows[flow].retention,
        clockOn: over.includes(status) && last ? dayAt(last.at) : null,
      };
    }),
  },
]);

const correctionRow = z.object({
  sk: z.string(),
  personId: personIdSchema,
  state: z.enum(keysOf(correctionStates)),
  decidedAt: instantSchema.nullable(),
});

const incomes = byForm([
  {
    pk: /^YEAR#\d{4}#[\w-]$/,
    sk: ofPerson,
    holding: ({ pk, sk }) => {
      const year = pk.slice("YEAR#".length, -"#x".length);
      return {
        kind: "record",
        owner: personIn(sk),
        record: `income:${year}`,
        class: "income",
        clockOn: plainDate(`${year}-12-31`),
      };
    },
  },
  { pk: /^HISTORY#[\w-]{27}$/, sk: /^\d{4}#\d{6}$/, holding: () => part },
  {
    pk: /^REOPENED$/,
    sk: any,
    holding: parsedAs(correctionRow, ({ sk, personId, state, decidedAt }) => ({
      kind: "record",
      owner: personId,
      record: `correction:${sk}`,
      class: "income",
      clockOn: state === "open" || decidedAt === null ? null : dayAt(decidedAt),
    })),
  },
  { pk: /^REOPENED#/, sk: any, holding: () => part },
  ...files,
]);

const changeRow = z.object({
  changeName: z.string(),
  personId: personIdSchema.nullable(),
  state: z.enum(keysOf(changeStates)),
  takenAt: instantSchema,
});
const undecided: readonly z.infer<typeof changeRow>["state"][] = ["proposed", "quarantined"];

const residents = byForm([
  {
    pk: /^(PERSON#[\w-]{27}|UNREADABLE)$/,
    sk: /^CHANGE#/,
    // Of a change that was dealt with, the day it came stands for the day it was dealt with: the row keeps no other.
    holding: parsedAs(changeRow, ({ changeName, personId, state, takenAt }) => ({
      kind: "record",
      owner: personId ?? "~",
      record: `change:${changeName}`,
      class: "linkage-record",
      clockOn: undecided.includes(state) ? null : dayAt(takenAt),
    })),
  },
  { pk: ofPerson, sk: /^HEAD$/, holding: whole("pk") },
  { pk: /^(CHANGE#|STATE#)/, sk: any, holding: () => part },
  ...files,
]);

/** The day on which a batch was done, null while it is not; undefined for one that is not on file. */
type BatchDays = ReadonlyMap<string, PlainDate | null>;

const batches = (days: BatchDays) =>
  byForm([
    { pk: /^BATCHES$/, sk: any, holding: () => none },
    // Of the takeover: counts, and lines of files that are gone with the codes of their faults. Nothing that stood in them.
    { pk: /^TAKEOVERS$/, sk: any, holding: () => none },
    { pk: /^TAKEOVER#/, sk: any, holding: () => none },
    {
      pk: /^BATCH#/,
      sk: any,
      holding: parsedAs(z.object({ pk: z.string(), sk: z.string(), personId: personIdSchema }), (row) => {
        const clockOn = days.get(row.pk);
        return clockOn === undefined
          ? unknown
          : {
              kind: "record",
              owner: row.personId,
              record: `batch-row:${row.pk}|${row.sk}`,
              class: "linkage-record",
              clockOn,
            };
      }),
    },
  ]);

/** Tables whose rows hold nothing by which a person is known once their own records are erased, and why. */
export const withoutPeople = {
  transmittals: "受付番号、件数、ファイルの名とSHA-256だけ。受付番号は届出の行がなければだれにも届かない",
  audit: "人はアクセス記録の仮名だけ。保存期間は記録の月で数える",
  traces: "アクセス記録への道。記録とともに消す",
  rights: "職員の権限。国民年金の人の記録はない",
  sessions: "職員の端末。期限で消える",
  outputs: "出力の条件と件数。人の記録は出力のファイルにあり、期限で消える",
  erasures: "消去そのものの記録。仮名は証明とともに消える",
  idempotency: "答えの写しは本人の鍵で封じ、期限で消える。その前に本人を消すときは、読み返しで消す",
} as const satisfies Partial<Record<TableName, string>>;

type TableWithPeople = Exclude<TableName, keyof typeof withoutPeople>;

const forms: Record<TableWithPeople, (days: BatchDays) => (item: Item) => Holding> = {
  people: () => people,
  keys: () => keys,
  filings: () => filings,
  incomes: () => incomes,
  residents: () => residents,
  batches,
  requests: () => requestHoldings,
};

export const tablesWithPeople = keysOf(forms);

/** Those in which records with a clock of their own lie. */
export const tablesWithRecords = [
  "filings",
  "incomes",
  "residents",
  "batches",
  "requests",
] as const satisfies readonly TableWithPeople[];

const batchOf = (pk: string): Key => ({ pk: "BATCHES", sk: pk.slice("BATCH#".length) });
const finishedRow = z.object({ finishedAt: instantSchema.nullable() });

/** Rows of a batch say nothing of its day: that is asked of the batch. */
const batchDays = async (database: Database, items: readonly Item[]): Promise<BatchDays> => {
  const partitions = [...new Set(items.map(({ pk }) => pk).filter((pk) => pk.startsWith("BATCH#")))];
  if (partitions.length === 0) return new Map();
  const found = await database.getAll(partitions.map((pk) => ({ table: "batches", key: batchOf(pk) })));
  return new Map(
    partitions.flatMap((pk, at) => {
      const row = finishedRow.safeParse(found[at]);
      return row.success ? [[pk, row.data.finishedAt && dayAt(row.data.finishedAt)] as const] : [];
    }),
  );
};

const hasPeople = (table: TableName): table is TableWithPeople => !Object.hasOwn(withoutPeople, table);

/** What rows of a table are, in their order. */
export const holdingsOf = async (
  database: Database,
  table: TableName,
  items: readonly Item[],
): Promise<readonly Holding[]> => {
  if (!hasPeople(table)) return items.map(() => none);
  const holdingOf = forms[table](table === "batches" ? await batchDays(database, items) : new Map());
  return items.map(holdingOf);
};
