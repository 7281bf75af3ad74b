import { addMonths, monthOf, type PlainMonth, plainMonth } from "../../../shared/law/calendar.ts";
import { type Database, type Item, type Key, type Query, queryAll } from "../../../shared/stores/database.ts";
import { incomeKey } from "../../../shared/stores/incomes.ts";
import { queueKey } from "../../../shared/stores/queue.ts";
import { type TableName, tableNames } from "../../../shared/stores/tables.ts";
import { readRows } from "../../read-rows.ts";
import type { Sought, Way } from "./sought.ts";

/** Rows of one query at a time. */
const rowsAtOnce = 500;
/** The first year whose income the thresholds cover, as incomeYearSchema says. */
const firstIncomeYear = 2006;
/** 受付番号 begin with the day of 受付; 国民年金 began to take premiums in April 1961. */
const firstMonth = plainMonth("1961-04");
const monthsAtOnce = 12;

const all = async (database: Database, query: Omit<Query, "after" | "limit">): Promise<Item[]> => {
  const items: Item[] = [];
  for await (const item of queryAll(database, query)) items.push(item);
  return items;
};

const present = (items: readonly (Item | undefined)[]): Item[] => items.filter((item) => item !== undefined);

/** Partitions that are the person's alone. */
const own = (table: TableName, partitionsOf: (sought: Sought) => readonly string[]): Way => ({
  table,
  stretch: async (sought) => {
    const found = await Promise.all(partitionsOf(sought).map((pk) => all(sought.database, { table, pk })));
    return { items: found.flat(), next: null };
  },
});

/** Rows by keys that are known. */
const known = (table: TableName, keysOf: (sought: Sought) => readonly Key[]): Way => ({
  table,
  stretch: async (sought) => ({
    items: present(
      await readRows(
        sought.database,
        keysOf(sought).map((key) => ({ table, key })),
      ),
    ),
    next: null,
  }),
});

/** One partition of everybody's rows, each of which says whose it is. */
const among = (table: TableName, pk: string): Way => ({
  table,
  stretch: async ({ database, personId }, after) => {
    const page = await database.query({ table, pk, limit: rowsAtOnce, ...(after === null ? {} : { after }) });
    const last = page.at(-1);
    return {
      items: page.filter((item) => item.personId === personId),
      next: page.length === rowsAtOnce && last ? last.sk : null,
    };
  },
});

/** Partitions that a list names, one a stretch: the rows in them that `fits`. */
const listed = (
  table: TableName,
  list: string,
  partition: string,
  fits: (item: Item, sought: Sought) => boolean,
): Way => ({
  table,
  stretch: async (sought, after) => {
    const [entry] = await sought.database.query({
      table,
      pk: list,
      limit: 1,
      ...(after === null ? {} : { after }),
    });
    if (!entry) return { items: [], next: null };
    const rows = await all(sought.database, { table, pk: `${partition}${entry.sk}` });
    return { items: rows.filter((item) => fits(item, sought)), next: entry.sk };
  },
});

/** 届出 lie by the month of 受付: every month there can be, a year a stretch. */
const filings: Way = {
  table: "filings",
  stretch: async ({ database, personId, today }, after) => {
    const from = after === null ? firstMonth : addMonths(plainMonth(after), 1);
    // A 受付日 may be a day or two ahead of the clock, at the turn of a month.
    const end = addMonths(monthOf(today), 1);
    const months: PlainMonth[] = [];
    for (let month = from; month <= end && months.length < monthsAtOnce; month = addMonths(month, 1))
      months.push(month);
    const found = await Promise.all(months.map((month) => all(database, { table: "filings", pk: `FILINGS#${month}` })));
    const last = months.at(-1);
    return {
      items: found.flat().filter((item) => item.personId === personId),
      next: last === undefined || last >= end ? null : last,
    };
  },
};

const ofFilings = (item: Item, { filings: found }: Sought): boolean =>
  found.some((id) => id === item.sk || id === item.filingId);

const incomeYears = ({ today, personId }: Sought): Key[] =>
  Array.from({ length: Number(today.slice(0, 4)) - firstIncomeYear + 1 }, (_, at) =>
    incomeKey(personId, firstIncomeYear + at),
  );

/**
 * By table, how the rows of one person are found in it; none where a table holds nothing of a person that a package tells
 * (shared/stores/holdings.ts says why). 届出 come before whatever is found by them.
 */
const waysOf: Record<TableName, readonly Way[]> = {
  people: [own("people", ({ personId }) => [`PERSON#${personId}`])],
  filings: [filings],
  incomes: [
    known("incomes", incomeYears),
    own("incomes", ({ personId }) => [`HISTORY#${personId}`]),
    among("incomes", "REOPENED"),
  ],
  residents: [own("residents", ({ personId }) => [`PERSON#${personId}`])],
  batches: [listed("batches", "BATCHES", "BATCH#", (item, { personId }) => item.personId === personId)],
  transmittals: [
    known("transmittals", ({ filings: found }) => found.map(queueKey)),
    listed("transmittals", "RUNS", "RUN#", ofFilings),
    listed("transmittals", "IMPORTS", "IMPORT#", ofFilings),
  ],
  requests: [
    among("requests", "REQUESTS"),
    own("requests", ({ personId, filings: found }) => [
      `SUSPENSION#${personId}`,
      `NOTICES#${personId}`,
      ...found.map((id) => `CORRECTION#${id}`),
    ]),
  ],
  keys: [],
  audit: [],
  traces: [],
  rights: [],
  sessions: [],
  outputs: [],
  erasures: [],
  idempotency: [],
};

const order = [
  "people",
  "filings",
  ...tableNames.filter((table) => table !== "people" && table !== "filings"),
] as const;

/** Every way there is, in the order in which a package goes them. */
export const ways: readonly Way[] = order.flatMap((table) => waysOf[table]);
