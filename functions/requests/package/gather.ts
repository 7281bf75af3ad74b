import type { RecordItemId } from "../../../shared/domain/record-items.ts";
import { filingIdSchema } from "../../../shared/domain/values.ts";
import type { Instant } from "../../../shared/law/calendar.ts";
import type { Item } from "../../../shared/stores/database.ts";
import type { TableName } from "../../../shared/stores/tables.ts";
import { digestedBy } from "../../audit/desk/digested.ts";
import { findEntries } from "../../audit/desk/find-entries.ts";
import { openRows, type ReturnedRow } from "../../erasure/leaving/open-rows.ts";
import { isWithheld, kindOfRow } from "../../erasure/leaving/record-kinds.ts";
import type { StorePorts } from "../../ports.ts";
import type { Progress } from "./progress.ts";
import type { Sought } from "./sought.ts";
import type { ToldRecord } from "./told-record.ts";
import { toldMonths, toldRow } from "./told-row.ts";
import { toldEntry } from "./told-trail.ts";
import { ways } from "./ways.ts";

/** Entries of the trail at a time. */
const entriesAtOnce = 500;

/** What one stretch found, and where the next begins; null behind the last. */
export interface Stretch {
  readonly told: readonly ToldRecord[];
  readonly items: readonly RecordItemId[];
  readonly next: Pick<Progress, "way" | "after" | "filings"> | null;
}

type Stores = Pick<StorePorts, "database" | "keyring">;

/** @throws where a row is nothing that the stores write, or does not open: a package that lacks it would not say so. */
const opened = async (stores: Stores, table: TableName, found: readonly Item[]): Promise<readonly ReturnedRow[]> => {
  const rows = found.flatMap((item) => {
    const kind = kindOfRow(table, item);
    if (kind === undefined) throw new Error("a row of the person that is nothing known");
    return isWithheld(kind) ? [] : [{ item, kind }];
  });
  const all = await openRows(stores, table, rows);
  if (all === undefined) throw new Error("a row of the person that does not open");
  return all;
};

const throughTrail = async (stores: Stores, sought: Sought, at: Progress): Promise<Stretch> => {
  const { readFrom } = await digestedBy(stores.database);
  const { entries, next } = await findEntries(stores.database, {
    wanted: { subject: sought.subject, from: `${sought.knownSince}-01-01T00:00:00.000Z` as Instant, to: sought.until },
    before: at.after ?? undefined,
    limit: entriesAtOnce,
    readFrom,
  });
  return {
    told: entries.flatMap((entry) => toldEntry(entry, sought.filings) ?? []),
    items: [],
    next: next === null ? null : { way: at.way, after: next, filings: at.filings },
  };
};

/** The next few queries of a package: the stores one after the other, then the trail. */
export const gather = async (stores: Stores, sought: Sought, at: Progress): Promise<Stretch> => {
  const way = ways[at.way];
  if (way === undefined) return throughTrail(stores, sought, at);
  const { items: found, next } = await way.stretch(sought, at.after);
  const rows = await opened(stores, way.table, found);
  const told = rows.flatMap((row) => toldRow(row) ?? []);
  const months = toldMonths(rows, sought.today);
  const filings = rows.flatMap(({ kind, sk }) => (kind === "filing" ? [filingIdSchema.parse(sk)] : []));
  return {
    told: [...told.map(({ record }) => record), ...(months ? [months] : [])],
    items: [...new Set(told.flatMap(({ items }) => items))],
    next: {
      way: next === null ? at.way + 1 : at.way,
      after: next,
      filings: [...at.filings, ...filings],
    },
  };
};
