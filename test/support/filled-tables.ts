import type { Database } from "../../shared/stores/database.ts";
import type { MemoryDatabase } from "../../shared/stores/memory-database.ts";
import { type TableName, tableNames } from "../../shared/stores/tables.ts";

const atOnce = 50;

/** Puts what a double of the tables holds into real ones: all of it, or of some tables. @throws when a row is refused. */
export const fillTables = async (
  from: Pick<MemoryDatabase, "dump">,
  into: Database,
  tables: readonly TableName[] = tableNames,
): Promise<void> => {
  for (const table of tables) {
    const items = from.dump(table);
    for (let at = 0; at < items.length; at += atOnce) {
      const writes = items.slice(at, at + atOnce).map((item) => ({ kind: "put", table, item }) as const);
      if (!(await into.transact(writes)).ok) throw new Error(`rows of ${table} could not be put`);
    }
  }
};
