import { filingIdSchema } from "../../../shared/domain/values.ts";
import type { Database } from "../../../shared/stores/database.ts";
import { type Filing, filingKey, filingOf } from "../../../shared/stores/filings.ts";

/** The filing of that 受付番号; undefined for one that does not exist and for what is no 受付番号 alike. */
export const findFiling = async (database: Database, filingId: string | undefined): Promise<Filing | undefined> => {
  const id = filingIdSchema.safeParse(filingId);
  if (!id.success) return undefined;
  const [item] = await database.getAll([{ table: "filings", key: filingKey(id.data) }]);
  return item && filingOf(item);
};
