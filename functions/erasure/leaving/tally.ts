import type { Item, Key } from "../../../shared/stores/database.ts";
import { type TableName, tableNames } from "../../../shared/stores/tables.ts";
import { noRows, withRows } from "./fingerprint.ts";
import type { Tally } from "./manifest.ts";
import type { LeavingPorts } from "./ports.ts";
import { classOfRecord, isWithheld, kindOfRow, type RecordKind } from "./record-kinds.ts";

export interface KnownRow {
  readonly item: Item;
  readonly kind: RecordKind;
}

export const emptyTally: Tally = { tables: {}, kinds: {}, classes: {}, people: 0 };

const plus = <Name extends string>(counts: Partial<Record<Name, number>>, name: Name | undefined, by: number) =>
  name === undefined ? counts : { ...counts, [name]: (counts[name] ?? 0) + by };

/** Objects of one kind counted in. */
export const withObjects = (tally: Tally, kind: RecordKind, objects: number): Tally => ({
  ...tally,
  kinds: plus(tally.kinds, kind, objects),
  classes: plus(tally.classes, classOfRecord(kind, null), objects),
});

/** A page of a table counted in, and those of its rows that are given back; undefined when one is not known. */
export const withPage = (
  tally: Tally,
  table: TableName,
  items: readonly Item[],
): { readonly tally: Tally; readonly rows: readonly KnownRow[] } | undefined => {
  const kinds = items.map((item) => kindOfRow(table, item));
  if (kinds.includes(undefined)) return undefined;
  const rows = items.flatMap((item, at): KnownRow[] => {
    const kind = kinds[at];
    return kind === undefined || isWithheld(kind) ? [] : [{ item, kind }];
  });
  const before = tally.tables[table] ?? { rows: 0, records: 0, fingerprint: noRows };
  const counted = rows.reduce(
    ({ kinds: byKind, classes }, { kind, item }) => ({
      kinds: plus(byKind, kind, 1),
      classes: plus(classes, classOfRecord(kind, item), 1),
    }),
    { kinds: tally.kinds, classes: tally.classes },
  );
  const known = rows.map(({ item }) => item);
  return {
    rows,
    tally: {
      ...counted,
      tables: {
        ...tally.tables,
        [table]: {
          rows: before.rows + items.length,
          records: before.records + rows.length,
          fingerprint: withRows(before.fingerprint, known),
        },
      },
      // The first entry of a ledger is of a person; each has one.
      people: tally.people + rows.filter(({ kind, item }) => kind === "ledger-entry" && /#0*1$/.test(item.sk)).length,
    },
  };
};

/** What is in the tables now, or the table of a row that is not known. */
export const countedTables = async ({
  scan,
  tell,
}: Pick<LeavingPorts, "scan" | "tell">): Promise<Tally | { readonly unknownIn: TableName }> => {
  let tally = emptyTally;
  for (const table of tableNames) {
    for (let after: Key | null = null; ; ) {
      const { items, next } = await scan.page(table, after);
      const counted = withPage(tally, table, items);
      if (!counted) return { unknownIn: table };
      tally = counted.tally;
      if (next === null) break;
      after = next;
    }
    tell(`${table}: ${tally.tables[table]?.rows ?? 0}行を数えた / rows counted`);
  }
  return tally;
};
